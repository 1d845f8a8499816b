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

  @Test func `is found again if its sentence moved and was edited`() throws {
    let moved = network + "提升集装箱水水中转能力，推进重点港区进港铁路规划和建设，提高江海联运比重。"
    let sentence = "提升集装箱水水中转能力，推进重点港区进港铁路的规划与建设，提高江海联运比重。"
    let placement = try #require(
      carried(
        "提升集装箱水水中转能力，推进重点港区进港铁路规划和建设，提高江海联运比重。",
        from: [moved, lakes], to: [network, lakes + sentence]))
    #expect(placement.outcome == .attached)
    #expect(placement.change == .moved)
    #expect(placement.method == "search")
    #expect(placement.quote == sentence)
  }

  @Test(arguments: [
    ("提高三成以上", "提高两成以上", ["number"]), ("到2025年建成", "到2030年建成", ["date"]),
    ("不得扩大规模", "可以扩大规模", ["modality"]), ("由上海市牵头", "由江苏省牵头", ["agency"]),
  ])
  func `is put before a person if something that counts changed in it`(
    before: String, after: String, tags: [String]
  ) throws {
    let quote = "推进重点港区进港铁路规划和建设，\(before)，同步完善集疏运体系。"
    let placement = try #require(
      carried(
        quote, from: [harbour + quote, lakes],
        to: [harbour + quote.replacing(before, with: after), lakes]))
    #expect(placement.outcome == .attached)
    #expect(placement.needsReview)
    #expect(placement.reason == .changed(tags))
  }

  @Test func `is not put where another number stands, but before a person`() throws {
    let quote = "对未按规定报送资料的单位，处二万元以上十万元以下的罚款，并予以通报。"
    let other = quote.replacing("二万元以上十万元", with: "一万元以上五万元")
    let placement = try #require(
      carried(
        quote, from: [harbour + quote, lakes, network], to: [harbour, lakes, network + other]))
    #expect(placement.outcome == .ambiguous)
    #expect(placement.candidates.map(\.start.block) == [2])
    #expect(placement.reason == .changed(["number"]))
  }

  @Test func `keeps to its edited paragraph though a true copy stands elsewhere`() throws {
    let edited = lakes.replacing("完善湖泊综合管控体系", with: "健全湖泊长效管控机制")
    let placement = try #require(
      carried(
        "强化水资源保护与水生态修复", from: [harbour, lakes, network],
        to: [harbour, edited, network, "综上所述：" + lakes]))
    #expect(placement.passage?.start.block == 1)
  }

  @Test func `of a few words is lost with the words around it`() throws {
    let placement = try #require(
      carried(
        "水资源", from: [harbour, lakes, network],
        to: [harbour, network, "鼓励社会资本参与水资源交易试点。"]))
    #expect(placement.outcome == .orphaned)
  }

  @Test func `follows a value that was exchanged in its sentence`() throws {
    let old = "支持上海市牵头组建长三角港口联盟，统筹港口规划、建设与运营管理。"
    let placement = try #require(
      carried(
        "上海市", from: [harbour, old, lakes],
        to: [harbour, old.replacing("上海市", with: "交通运输部"), lakes]))
    #expect(placement.outcome == .attached)
    #expect(placement.method == "replaced-value")
    #expect(placement.quote == "交通运输部")
    #expect(placement.needsReview)
  }

  @Test func `without a place names the nearest passage`() throws {
    let rest = "加强湖泊上游水源保护，推动建立跨区域协商机制并定期评估。"
    let placement = try #require(
      carried(
        "加强湖泊上游源头水源涵养保护和水土保持", from: [harbour, lakes, network],
        to: [harbour, network, rest]))
    #expect(placement.outcome == .orphaned)
    #expect(placement.nearest.first?.start.block == 2)
  }

  @Test func `leaves outside what was put in beside it`() throws {
    let edited = harbour.replacing(
      "推进重点港区进港铁路规划和建设", with: "完善航道条件，推进重点港区进港铁路规划和建设，发展多式联运")
    let placement = try #require(
      carried("推进重点港区进港铁路规划和建设", from: [harbour, lakes], to: [edited, lakes]))
    #expect(placement.quote == "推进重点港区进港铁路规划和建设")
    #expect(placement.change == .same)
  }

  @Test func `spans a paragraph put in between its two`() throws {
    let placement = try #require(
      carried(
        "提高集装箱水水中转比重。\n深入推进第六代网络规模部署",
        from: [harbour, network], to: [harbour, "新增一段文字，另作安排。", network]))
    #expect(placement.passage?.blocks == 0...2)
  }
}

@Suite struct `Carrying notes` {
  /// Every passage of a text stands in the same text where it stood, with full confidence.
  @Test func `into the same text changes nothing`() {
    let texts = ["推进港口建设。", "推进港口建设。", "5G网络"]
    let version = plan(texts)
    let carrying = Carrying(
      from: version, to: plan(texts, version: "v2", prefix: "q"),
      by: .init(aligning: version.plan.blocks, with: version.plan.blocks))
    let places = texts.enumerated().flatMap { block, text in
      (0...text.unicodeScalars.count).map { Passage.Place(block: block, offset: $0) }
    }
    for start in places {
      for end in places where start < end {
        let passage = Passage(start: start, end: end)
        guard !passage.quote(in: version.plan.blocks).allSatisfy(\.isNewline) else { continue }
        guard start.offset < texts[start.block].unicodeScalars.count, end.offset > 0 else {
          continue
        }
        let placement = carrying.placement(of: passage)
        #expect(placement.passage == passage)
        #expect(placement.change == .same)
        #expect(placement.confidence == 1)
      }
    }
  }

  /// A paragraph put in anywhere takes no note away from its words.
  @Test(arguments: 0...3)
  func `past an inserted paragraph finds the same words`(place: Int) throws {
    let old = [harbour, lakes, network]
    for inserted in [harbour, "完善湖泊综合管控体系，推进重点港区进港铁路规划和建设。", "另有规定的，从其规定。"] {
      var new = old
      new.insert(inserted, at: place)
      for quote in ["推进重点港区进港铁路规划和建设", "完善湖泊综合管控体系", "打造下一代互联网产业生态"] {
        let placement = try #require(carried(quote, from: old, to: new))
        #expect(placement.outcome == .attached)
        #expect(placement.quote == quote)
      }
    }
  }

  @Test func `goes on from version to version`() throws {
    let notes = set(
      "notes:\n  - { id: a, kind: task, on: { version: v1, quote: 完善湖泊综合管控体系 } }\n")
    let edited = lakes.replacing("管控", with: "治理")
    let versions = [
      plan([harbour, lakes]), plan([harbour, edited], version: "v2", prefix: "q"),
      plan([edited, harbour], version: "v3", prefix: "r"), plan([harbour], version: "v4"),
      plan([harbour, edited], version: "v5", prefix: "s"),
    ]
    let comparisons = zip(versions, versions.dropFirst()).map {
      Comparison(aligning: $0.plan.blocks, with: $1.plan.blocks)
    }
    let placements = try #require(
      notes.placements(
        of: notes.located(in: versions).passages, in: versions, comparisons: comparisons)[0])
    #expect(placements.map(\.outcome) == [.attached, .attached, .attached, .orphaned, .orphaned])
    #expect(placements.map(\.quote).prefix(3) == ["完善湖泊综合管控体系", "完善湖泊综合治理体系", "完善湖泊综合治理体系"])
    #expect(placements.last?.reason == .lostBefore(version: "v4"))
    let confidences = placements.prefix(3).map(\.confidence)
    #expect(confidences == confidences.sorted(by: >))
  }
}
