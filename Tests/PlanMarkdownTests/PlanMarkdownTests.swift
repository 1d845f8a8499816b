import PlanMarkdown
import PlanModel
import Testing

private func id(_ text: String) throws -> BlockID { try #require(BlockID(text)) }

@Suite struct `A plan as Markdown` {
  @Test func `carries identifiers and lineage in attribute lists`() throws {
    let plan = Plan(
      metadata: PlanMetadata(fields: [
        MetadataField(key: "title", value: .text("示范规划")),
        MetadataField(key: "version", value: .text("2019-12-02")),
        MetadataField(key: "masthead", value: .list([.text("2019年12月2日 星期一"), .text("要闻")])),
      ]),
      blocks: [
        Block(id: try id("h-1a"), kind: .heading(level: 1), number: "第六章", text: "强化生态环境"),
        Block(id: try id("p-1a"), kind: .paragraph, text: "坚持*生态*保护优先。"),
        Block(
          id: try id("p-2b"), kind: .paragraph, text: "把保护摆在[重要]位置。",
          ancestors: [try id("p-1a"), try id("p-0z")]),
        Block(id: try id("p-3c"), kind: .item(depth: 1), text: "第一项"),
        Block(id: try id("p-4d"), kind: .item(depth: 2), text: "其中"),
        Block(id: try id("p-5e"), kind: .item(depth: 1), text: "第二项"),
        Block(id: try id("p-6f"), kind: .row, text: "覆盖率 | 24%"),
      ])
    #expect(
      plan.markdown == """
        ---
        title: 示范规划
        version: 2019-12-02
        masthead:
        - 2019年12月2日 星期一
        - 要闻
        ---

        # 第六章 强化生态环境 {#h-1a}

        坚持\\*生态\\*保护优先。
        {: #p-1a}

        把保护摆在\\[重要\\]位置。
        {: #p-2b data-from="p-1a p-0z"}

          - 第一项
            {: #p-3c}
              - 其中
                {: #p-4d}
          - 第二项
            {: #p-5e}

        | 覆盖率 | 24% |
        {: #p-6f}

        """)
  }

  @Test func `from elsewhere gives each row of a table`() {
    let table = "前文。\n\n|指标|2025年|\n|:--|---:|\n|覆盖率| **24%** |\n增速 | |\n"
    let blocks = MarkdownDocument(table, file: "a.md").draft.blocks
    #expect(blocks.map(\.kind) == [.paragraph, .row, .row, .row])
    #expect(blocks.map(\.text) == ["前文。", "指标 | 2025年", "覆盖率 | 24%", "增速 | "])
    #expect(blocks.map(\.source?.lines) == [1...1, 3...3, 5...5, 6...6])
  }

  @Test(arguments: 0..<200)
  func `is the same plan, and the same bytes, when read and written again`(seed: Int) throws {
    var generator = PlanGenerator(seed: UInt64(seed))
    let plan = generator.plan()
    let markdown = plan.markdown
    let document = MarkdownDocument(markdown, file: "plan.md")
    let (again, diagnostics) = document.plan(file: "plan.md")
    #expect(diagnostics == [])
    #expect(again == plan)
    #expect(again.map { Array($0.markdown.utf8) } == Array(markdown.utf8))
  }

  @Test func `keeps markup that a person added`() throws {
    let markdown = "见**第三章**和[附件](https://example.org/a \"b\")。\n{: #p-1a}\n"
    let plan = try #require(MarkdownDocument(markdown, file: "p").plan(file: "p").plan)
    #expect(plan.blocks.map(\.text) == ["见第三章和[附件](https://example.org/a \"b\")。"])
    #expect(plan.markdown == markdown)
  }
}

@Suite struct `A faulty plan.md` {
  @Test(arguments: [
    ("一。\n\n二。\n{: #p-1}\n", "missing-identifier", 1),
    ("一。\n{: #p-1}\n\n二。\n{: #p-1}\n", "duplicate-identifier", 4),
    ("一。\n{: #P!1}\n", "bad-attribute-list", 2),
    ("一。\n{: #p-1 .class}\n", "bad-attribute-list", 2),
    ("---\ntitle: [a\n---\n\n一。\n{: #p-1}\n", "bad-front-matter", 3),
    ("---\na: 1\na: 2\n---\n\n一。\n{: #p-1}\n", "bad-front-matter", 3),
    ("---\n- a\n---\n\n一。\n{: #p-1}\n", "bad-front-matter", 2),
  ])
  func `is pointed at by line`(markdown: String, code: String, line: Int) {
    let (plan, diagnostics) = MarkdownDocument(markdown, file: "plan.md").plan(file: "plan.md")
    #expect(plan == nil)
    let found = diagnostics.first { $0.severity == .error }
    #expect(found?.code == code)
    #expect(found?.place?.line == line)
  }

  @Test func `with aliases for keys, each of which doubles the time, is refused at once`() {
    let levels = (1...40).map { "? &a\($0) [*a\($0 - 1), *a\($0 - 1)]\n: 1" }
    let yaml = "? &a0 [x]\n: 1\n" + levels.joined(separator: "\n")
    let document = MarkdownDocument("---\n\(yaml)\n---\n\n正文。\n", file: "plan.md")
    #expect(document.diagnostics.map(\.code) == ["bad-front-matter"])
  }

  @Test func `with an alias bomb is refused`() {
    var lines = ["l0: &l0 [a, b, c, d, e, f, g, h]"]
    for level in 1...7 {
      let aliases = [String](repeating: "*l\(level - 1)", count: 9).joined(separator: ", ")
      lines.append("l\(level): &l\(level) [\(aliases)]")
    }
    let yaml = lines.joined(separator: "\n")
    let document = MarkdownDocument("---\n\(yaml)\n---\n\nx\n", file: "p")
    #expect(document.diagnostics.map(\.code) == ["bad-front-matter"])
  }

  @Test func `that nests without end is read`() {
    let text = String(repeating: "> ", count: 20_000) + "x"
    #expect(MarkdownDocument(text, file: "p").entries.count <= 1)
  }

  @Test(arguments: 0..<200)
  func `never stops the reader`(seed: Int) {
    var generator = PlanGenerator(seed: UInt64(seed))
    let text = generator.noise()
    let document = MarkdownDocument(text, file: "p")
    #expect(document.entries.count <= text.count)
  }
}
