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
        "1||统计法", "2|第一章|总则", "0||第一条 为了统计，制定本法。", "3||一般规定", "0||一、不是标题", "2|第二章|调查",
      ])
  }
}
