import Annotations
import Collation
import PlanModel
import Testing

private let power = "到2025年，推进跨区域输电工程建设，电网装机规模达到1000千伏，由上海市牵头，江苏省配合。"
private let lakes = "完善湖泊综合管控体系，加强湖泊上游源头水源涵养保护和水土保持，强化水资源保护与水生态修复。"
private let network = "深入推进第六代网络规模部署，加快网络和应用升级改造，打造下一代互联网产业生态。"

@Suite struct `A value inside a carried passage` {
  @Test func `that changed beside the passage is not`() throws {
    let edited = power.replacing("1000千伏", with: "1100千伏")
    let placement = try #require(carried("由上海市牵头", from: [lakes, power], to: [lakes, edited]))
    #expect(placement.change == .same)
    #expect(!placement.needsReview)
  }
}

@Suite struct `Words that stand twice` {
  /// The same sentence in two paragraphs: each note goes with its own.
  @Test(arguments: [0, 2]) func `are carried each with its own paragraph`(block: Int) throws {
    let shared = "加强监督检查。"
    let old = plan([lakes + shared, power, network + shared])
    let new = plan([power, network + shared, lakes + shared], version: "v2", prefix: "q")
    let notes = set(
      "notes:\n  - id: a\n    kind: task\n"
        + "    on: { version: v1, paragraph: p-\(block), quote: \(shared) }\n")
    let (passages, faults) = notes.located(in: [old, new])
    #expect(faults == [])
    let comparison = Comparison(aligning: old.plan.blocks, with: new.plan.blocks)
    let placement = try #require(
      notes.placements(of: passages, in: [old, new], comparisons: [comparison])[0]?.last)
    #expect(placement.outcome == .attached)
    #expect(placement.passage?.start.block == (block == 0 ? 2 : 1))
    #expect(placement.quote == shared)
  }
}

@Suite struct `A note carried over several versions` {
  private func placements(_ texts: [[String]], _ rest: String = "") throws -> [Placement] {
    let versions = texts.enumerated().map { index, texts in
      plan(texts, version: "v\(index + 1)", prefix: "p\(index)")
    }
    let notes = set(
      "notes:\n  - id: a\n    kind: task\n"
        + "    on: { version: v1, quote: 加强湖泊上游源头水源涵养保护 }\n" + rest)
    let (passages, faults) = notes.located(in: versions)
    #expect(faults == [])
    let comparisons = zip(versions, versions.dropFirst()).map {
      Comparison(aligning: $0.plan.blocks, with: $1.plan.blocks)
    }
    return try #require(
      notes.placements(of: passages, in: versions, comparisons: comparisons)[0])
  }

  @Test func `has one placement in each`() throws {
    let edited = lakes.replacing("源头水源", with: "源头及沿岸水源")
    let found = try placements([[lakes, power], [power, lakes], [network, power, edited]])
    #expect(found.map(\.version) == ["v1", "v2", "v3"])
    #expect(found.map(\.outcome) == [.attached, .attached, .attached])
    #expect(found.map { $0.passage?.start.block } == [0, 1, 2])
    #expect(found.last?.quote == "加强湖泊上游源头及沿岸水源涵养保护")
  }

  @Test func `stays lost once it is lost`() throws {
    let found = try placements([[lakes, power], [power, network], [lakes, power]])
    #expect(found.map(\.outcome) == [.attached, .orphaned, .orphaned])
    #expect(found.last?.reason == .lostBefore(version: "v2"))
  }

  @Test func `goes on from where a person put it`() throws {
    let found = try placements(
      [[lakes, power], [power, network], [network, power]],
      "    decisions: [{ version: v2, decision: reattached, quote: 打造下一代互联网产业生态 }]\n")
    #expect(found.map(\.outcome) == [.attached, .attached, .attached])
    #expect(found.last?.quote == "打造下一代互联网产业生态")
    #expect(found.last?.passage?.start.block == 0)
  }
}
