import PlanModel
import PluginKit
import StandardPlugins
import Testing

/// A law of two chapters with three articles, whose last paragraph is the one that is asked about.
private func law(_ text: String) -> Plan {
  let blocks: [(Block.Kind, String?, String)] = [
    (.heading(level: 1), "第一章", "总则"), (.paragraph, nil, "第一条 为了甲，制定本法。"),
    (.paragraph, nil, "本款接着说。"), (.paragraph, nil, "（一）首项；"), (.paragraph, nil, "（二）次项。"),
    (.heading(level: 1), "第二章", "分则"), (.heading(level: 2), "第一节", "甲事"),
    (.paragraph, nil, "第二条 办乙事。"), (.heading(level: 2), "第二节", "乙事"),
    (.paragraph, nil, "第三条之一 办丙事。"), (.paragraph, nil, text),
  ]
  return Plan(
    blocks: blocks.enumerated().compactMap { index, block in
      BlockID("p-\(index)").map { Block(id: $0, kind: block.0, number: block.1, text: block.2) }
    })
}

private func references(_ text: String) -> [String] {
  let plan = law(text)
  return ReferenceSuggester().suggestions(for: plan).filter { $0.block == plan.blocks.count - 1 }
    .map { suggestion in
      let scalars = Array(text.unicodeScalars)[suggestion.range]
      let target = suggestion.reference?.target.map { " → \($0)" } ?? ""
      return String(String.UnicodeScalarView(scalars)) + target
    }
}

@Suite struct `Suggested references` {
  @Test(arguments: [
    ("依照第二条的规定办理。", ["第二条 → p-7"]), ("见第三条之一。", ["第三条之一 → p-9"]),
    ("适用第一条第二款第（二）项。", ["第一条第二款第（二）项 → p-4"]), ("按第一条第二款办。", ["第一条第二款 → p-2"]),
    ("第二章第一节、第一章另有规定。", ["第二章第一节 → p-6", "第一章 → p-0"]), ("见第一节。", ["第一节 → p-6"]),
    ("本法第一条和本章的规定，前条除外。", ["本法第一条 → p-1", "本章 → p-5", "前条 → p-7"]),
    ("前款所称甲。", ["前款 → p-9"]), ("见第九条，不在。", ["第九条"]),
    ("《土地管理法》第三十二条有规定。", ["《土地管理法》第三十二条"]), ("按《〈甲法〉解释》办。", ["《〈甲法〉解释》"]),
    ("本规划实施中，附件2另发。", ["本规划", "附件2"]), ("本条例自公布之日起施行。", ["本条例"]),
    (
      "As set out in Article 2(1) and Chapter II, § 3a.",
      ["Article 2(1) → p-7", "Chapter II → p-5", "§ 3a"]
    ),
    ("第十九届会议开工第二条生产线，第一节课讲基本法。", []), ("日本法律与成本规划。", []), ("《没有完", []),
  ])
  func `are found and lead to their blocks`(text: String, expected: [String]) {
    #expect(references(text) == expected)
  }

  @Test func `are not what numbers a block itself`() {
    let found = ReferenceSuggester().suggestions(for: law("末款。"))
    #expect(found.map(\.block) == [1])
    #expect(found.first?.reference?.path == [])
  }
}

@Suite struct `Suggested mentions` {
  private func mentions(_ text: String) -> [String] {
    let plan = Plan(
      blocks: BlockID("p-1").map { [Block(id: $0, kind: .paragraph, text: text)] } ?? [])
    return MentionSuggester(names: ["某市发展改革委", "Port Authority", "长三角办"]).suggestions(for: plan)
      .flatMap(\.parties).map(\.name)
  }

  @Test(arguments: [
    ("某市发展改革委会同国家发展改革委办理。", ["某市发展改革委", "国家发展改革委"]),
    ("上海市场和江苏省、财政部分析。", ["江苏省"]), ("按《财政部办法》办。", []),
    ("The Port Authority and Port Authorityship", ["Port Authority"]), ("长三角办事处", []),
  ])
  func `are whole names`(text: String, expected: [String]) {
    #expect(mentions(text) == expected)
  }
}
