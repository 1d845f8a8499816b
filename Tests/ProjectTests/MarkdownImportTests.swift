import PlanModel
import PluginKit
import StandardPlugins
import Testing

private func outline(_ markdown: String) throws -> [String] {
  let source = ImportSource(name: "a.md", bytes: Array(markdown.utf8))
  return try MarkdownImporter().draft(of: source).blocks.map { block in
    "\(block.kind.headingLevel ?? 0)|\(block.number ?? "")|\(block.text)"
  }
}

@Suite struct `Markdown from elsewhere` {
  /// What stands deeper than the tree goes keeps its words, and a person is told.
  @Test(arguments: ["- ", "> ", "1. "])
  func `nested beyond all sense keeps its words and says so`(piece: String) throws {
    let text = String(repeating: piece, count: 1_000) + "终结。\n"
    let draft = try MarkdownImporter().draft(
      of: ImportSource(name: "a.md", bytes: Array(text.utf8)))
    #expect(draft.blocks.map(\.text).joined().contains("终结。"))
    #expect(draft.diagnostics.map(\.code).contains("nested-too-deeply"))
  }

  @Test(arguments: [
    ("a  \nb\n", "a b"), ("a\\\nb\n", "a b"), ("*a*  \n*b*\n", "a b"), ("第一  \n第二\n", "第一第二"),
    ("a  \n&nbsp;b\n", "a\u{A0}b"),
  ])
  func `has one space at most for a hard break`(markdown: String, text: String) throws {
    #expect(try outline(markdown) == ["0||\(text)"])
  }

  /// Lines that were put into Markdown without blank lines between them are apart if numbering opens them,
  /// and a line that was only wrapped stays with the one before.
  @Test(arguments: [
    ("（一）甲，\n（二）乙，\n丙。\n", ["（一）甲，", "（二）乙，丙。"]),
    ("**第一条** 甲。\n**第二条** 乙。\n第三条丙。\n", ["第一条 甲。", "第二条 乙。", "第三条丙。"]),
    ("分为：\n（1）甲；\n（2）乙。\n", ["分为：", "（1）甲；", "（2）乙。"]),
    ("依照本法\n第二条的规定办理。\n", ["依照本法第二条的规定办理。"]),
    ("（一）依照\n（三）的规定。\n", ["（一）依照（三）的规定。"]),
    ("as said in\nArticle 2 of it.\n", ["as said in Article 2 of it."]),
    ("（一）甲。  \n（二）乙。\n{: #p-xxxxxxxx}\n", ["（一）甲。（二）乙。"]),
  ])
  func `has a block for each line that numbering opens`(markdown: String, texts: [String]) throws {
    let source = ImportSource(name: "a.md", bytes: Array(markdown.utf8))
    let draft = try MarkdownImporter().draft(of: source)
    #expect(draft.blocks.map(\.text) == texts)
  }

  /// What stands over everything is the title, and the chapters begin below it.
  @Test(
    arguments: [
      (
        "# Plan\n\nIntro.\n\n## Aims\n\nA.\n\n### Near\n\nB.\n", "Plan",
        ["0 Intro.", "1 Aims", "0 A.", "2 Near", "0 B."]
      ),
      ("# 规划\n\n# 第一章 总则\n\n甲。\n", "规划", ["1 总则", "0 甲。"]),
      ("**湿地保护法**\n\n**第一章 总则**\n\n甲。\n", "湿地保护法", ["1 总则", "0 甲。"]),
      ("# Aims\n\nA.\n\n# Measures\n\nB.\n", nil, ["1 Aims", "0 A.", "1 Measures", "0 B."]),
      ("# 第一章 总则\n\n甲。\n", nil, ["1 总则", "0 甲。"]),
      ("---\ntitle: Plan\n---\n\n# Plan\n\n## Aims\n\nA.\n", "Plan", ["1 Aims", "0 A."]),
      ("---\ntitle: Plan\n---\n\n# The aims\n\nA.\n", "Plan", ["1 The aims", "0 A."]),
    ] as [(String, String?, [String])])
  func `has its title over everything`(
    markdown: String, title: String?, blocks: [String]
  ) throws {
    let source = ImportSource(name: "a.md", bytes: Array(markdown.utf8))
    let draft = try MarkdownImporter().draft(of: source)
    #expect(draft.metadata.title == title)
    #expect(draft.blocks.map { "\($0.kind.headingLevel ?? 0) \($0.text)" } == blocks)
  }

  @Test func `in an old encoding is read`() throws {
    // “# 总则”, “甲。”, “乙。” in GB 18030.
    let bytes: [UInt8] =
      Array("# ".utf8) + [0xD7, 0xDC, 0xD4, 0xF2] + Array("\n\n".utf8) + [0xBC, 0xD7, 0xA1, 0xA3]
    let draft = try MarkdownImporter().draft(of: ImportSource(name: "a.md", bytes: bytes))
    #expect(draft.metadata.title == "总则")
    #expect(draft.metadata["encoding"]?.text == "GB18030")
    #expect(draft.blocks.map(\.text) == ["甲。"])
  }

  @Test func `without headings gets those of its marks and bold lines`() throws {
    let markdown = """
      **第一章 总则**

      **第一条** 为了保护环境，制定本法。

      **第二条** 有下列情形的：

      （一）甲；

      **附则**

      第三条 本法自公布之日起施行。
      """
    #expect(
      try outline(markdown) == [
        "1|第一章|总则", "0||第一条 为了保护环境，制定本法。", "0||第二条 有下列情形的：", "0||（一）甲；", "2||附则",
        "0||第三条 本法自公布之日起施行。",
      ])
  }

  @Test func `with headings keeps them, and a bold line goes under them`() throws {
    let markdown = """
      # 统计法

      ## 第一章 总则

      第一条 为了统计，制定本法。

      **一般规定**

      一、不是标题

      ## 第二章 调查
      """
    #expect(
      try outline(markdown) == [
        "1|第一章|总则", "0||第一条 为了统计，制定本法。", "2||一般规定", "0||一、不是标题", "1|第二章|调查",
      ])
  }
}
