import Annotations
import Collation
import PlanModel
import Testing

private let harbour = "加快建设舟山江海联运服务中心，推进重点港区进港铁路规划和建设，提高集装箱水水中转比重。"
private let network = "深入推进第六代网络规模部署，加快网络和应用升级改造，打造下一代互联网产业生态。"
private let lakes = "完善湖泊综合管控体系，加强湖泊上游源头水源涵养保护和水土保持，强化水资源保护与水生态修复。"

@Suite struct `A note carried into another version` {
  @Test func `stays where it was if its words are the same`() throws {
    let placement = try #require(
      carried("进港铁路规划和建设", from: [harbour, network], to: [harbour, network]))
    #expect(placement.outcome == .attached)
    #expect(placement.change == .same)
    #expect(placement.passage == Passage(block: 0, range: 21..<30))
    #expect(!placement.needsReview)
  }

  @Test func `follows its words over an edit beside them`() throws {
    let edited = harbour.replacing("加快建设", with: "全面建成世界一流的")
    let placement = try #require(
      carried("进港铁路规划和建设", from: [harbour, network], to: [edited, network]))
    #expect(placement.change == .same)
    #expect(placement.quote == "进港铁路规划和建设")
  }

  @Test func `takes in what was edited inside it`() throws {
    let edited = harbour.replacing("铁路规划", with: "铁路和公路规划")
    let placement = try #require(
      carried("进港铁路规划和建设", from: [harbour, network], to: [edited, network]))
    #expect(placement.change == .edited)
    #expect(placement.quote == "进港铁路和公路规划和建设")
  }

  @Test func `follows a paragraph that moved`() throws {
    let placement = try #require(
      carried("打造下一代互联网产业生态", from: [harbour, lakes, network], to: [network, harbour, lakes]))
    #expect(placement.outcome == .attached)
    #expect(placement.passage?.start.block == 0)
    #expect(placement.quote == "打造下一代互联网产业生态")
  }

  @Test func `follows its words into the part of a split`() throws {
    let placement = try #require(
      carried(
        "强化水资源保护与水生态修复", from: [harbour + lakes, network], to: [harbour, lakes, network]))
    #expect(placement.change == .split)
    #expect(placement.passage?.start.block == 1)
    #expect(placement.quote == "强化水资源保护与水生态修复")
  }

  @Test func `follows its words into a merged paragraph`() throws {
    let placement = try #require(
      carried("完善湖泊综合管控体系", from: [harbour, lakes, network], to: [harbour + lakes, network]))
    #expect(placement.change == .merged)
    #expect(placement.quote == "完善湖泊综合管控体系")
  }

  @Test func `has no place if its paragraph is gone`() throws {
    let placement = try #require(
      carried("完善湖泊综合管控体系", from: [harbour, lakes, network], to: [harbour, network]))
    #expect(placement.outcome == .orphaned)
    #expect(placement.passage == nil)
    #expect(placement.reason == .deleted)
  }

  /// The trap into which a search for the quote falls: the words stand in another old paragraph too.
  @Test func `does not go over to a lookalike that was there before`() throws {
    let twin = "严格保护湖泊岸线，完善湖泊综合管控体系，落实各级湖长责任。"
    let placement = try #require(
      carried(
        "完善湖泊综合管控体系，加强湖泊上游", from: [harbour, lakes, twin, network],
        to: [harbour, twin, network]))
    #expect(placement.outcome == .orphaned)
  }

  @Test func `is put before a person if its words stand in several new places`() throws {
    let first = "新增一段。打造下一代互联网产业生态。另有安排一。"
    let second = "又增一段。打造下一代互联网产业生态。另有安排二。"
    let placement = try #require(
      carried(
        "打造下一代互联网产业生态", from: [harbour, network, lakes], to: [harbour, first, lakes, second]))
    #expect(placement.outcome == .ambiguous)
    #expect(placement.candidates.count == 2)
  }

  @Test func `crosses the end of a paragraph`() throws {
    let placement = try #require(
      carried("提高集装箱水水中转比重。\n深入推进", from: [harbour, network], to: [lakes, harbour, network]))
    #expect(placement.quote == "提高集装箱水水中转比重。\n深入推进")
    #expect(placement.passage?.start.block == 1)
    #expect(placement.passage?.end.block == 2)
  }

  @Test func `loses nothing to other quotation marks and widths`() throws {
    let old = "推进“互联网+先进制造业”发展，打造国际领先的平台，推动企业上云和应用。"
    let new = "推进「互联网＋先进制造业」发展，打造国际领先的平台，推动企业上云和应用。"
    let placement = try #require(carried("“互联网+先进制造业”", from: [old, lakes], to: [new, lakes]))
    #expect(placement.change == .same)
    #expect(!placement.needsReview)
    #expect(placement.quote == "「互联网＋先进制造业」")
  }

  @Test func `is where a person decided that it is`() throws {
    let notes = set(
      """
      notes:
        - id: a
          kind: task
          on: { version: v1, quote: 完善湖泊综合管控体系 }
          decisions:
            - { version: v2, decision: reattached, quote: 提高集装箱水水中转比重 }
      """)
    let versions = [plan([harbour, lakes]), plan([harbour], version: "v2", prefix: "q")]
    let (passages, _) = notes.located(in: versions)
    let placement = try #require(
      notes.placements(
        of: passages, in: versions,
        comparisons: [.init(aligning: versions[0].plan.blocks, with: versions[1].plan.blocks)])[0]?
        .last)
    #expect(placement.outcome == .attached)
    #expect(placement.method == "decision")
    #expect(placement.quote == "提高集装箱水水中转比重")
  }
}
