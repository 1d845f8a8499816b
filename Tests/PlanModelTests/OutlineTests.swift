import PlanModel
import Testing

private func plan(_ lines: [String], startsIn: String? = nil) -> Plan {
  var metadata = PlanMetadata()
  metadata.startsIn = startsIn
  let blocks = lines.enumerated().compactMap { index, line -> Block? in
    let level = line.prefix { $0 == "#" }.count
    let text = String(line.drop { $0 == "#" || $0 == " " })
    guard let id = BlockID("p-\(index)") else { return nil }
    guard level > 0 else { return Block(id: id, kind: .paragraph, text: text) }
    let mark = NumberMark(openingOf: text)
    return Block(
      id: id, kind: .heading(level: level), number: mark?.text,
      text: String(text.dropFirst(mark?.length ?? 0)))
  }
  return Plan(metadata: metadata, blocks: blocks)
}

@Suite struct `The outline of a plan` {
  private let lines = [
    "引言。", "# 第六章 生态", "本章。", "## 第一节 保护", "甲。", "乙。", "## 第二节 防治", "丙。", "# 第七章 服务", "丁。",
  ]

  @Test func `gives each block the position that a person cites`() {
    let outline = Outline(of: plan(lines, startsIn: "第五章 第一节"))
    #expect(
      outline.positions.map(\.text) == [
        "第五章 第一节 ¶1", "第六章", "第六章 ¶1", "第六章 第一节", "第六章 第一节 ¶1", "第六章 第一节 ¶2",
        "第六章 第二节", "第六章 第二节 ¶1", "第七章", "第七章 ¶1",
      ])
    #expect(
      outline.positions.map(\.dotted) == [
        "5.1.1", "6", "6.0.1", "6.1", "6.1.1", "6.1.2", "6.2", "6.2.1", "7", "7.1",
      ])
  }

  @Test func `invents no heading where the text begins`() {
    let outline = Outline(of: plan(lines, startsIn: "第五章 第一节"))
    #expect(outline.sections.prefix(2).map(\.heading) == [nil, nil])
    #expect(outline.sections.prefix(2).map(\.number) == ["第五章", "第一节"])
    #expect(outline.sections[0].blocks == 0..<1)
  }

  @Test func `closes a section that began before the text at the next of its level`() {
    let outline = Outline(of: plan(["一。", "## 第二节 二", "三。"] + ["# 第二章 四"], startsIn: "第一章 第一节"))
    #expect(outline.positions.map(\.dotted) == ["1.1.1", "1.2", "1.2.1", "2"])
  }

  @Test func `counts sections without numbers`() {
    let outline = Outline(of: plan(["# Aims", "a", "# Means", "b", "c"]))
    #expect(outline.positions.map(\.dotted) == ["1", "1.1", "2", "2.1", "2.2"])
    #expect(outline.positions.map(\.text)[4] == "Means ¶2")
  }

  @Test func `holds each block in the sections that contain it`() {
    let outline = Outline(of: plan(lines))
    #expect(outline.sections.map(\.blocks) == [1..<8, 3..<6, 6..<8, 8..<10])
  }
}

@Suite struct `A block` {
  @Test(arguments: [
    ("建设。继续。", "建设。"), ("只有一句。", nil), ("没有句号", nil),
    (String(repeating: "长", count: 60) + "。短。", nil),
  ])
  func `has a lead sentence if more follows it soon`(text: String, lead: String?) throws {
    let id = try #require(BlockID("p-1"))
    #expect(Block(id: id, kind: .paragraph, text: text).lead == lead)
  }

  @Test(arguments: ["", "1p", "P-1", "p 1", "p-1\"", "段", "p-<"])
  func `has an identifier that is safe in an address and in HTML`(text: String) {
    #expect(BlockID(text) == nil)
  }
}
