import PlanMarkdown
import PlanModel
import Testing

/// A long text is read in pieces, and comes out as if it were read whole.
@Suite struct `A long Markdown text` {
  /// Chapters of some three megabytes with whatever may stand open where one ends.
  private static func text(between: String) -> String {
    (1...120).map { number in
      "# 第\(number)章 {#h-c\(number)000}\n\n"
        + String(repeating: "推动长三角一体化发展，", count: 800) + "\n{: #p-c\(number)000}\n\n"
        + "1. 一项\n2. 又一项\n   续行\n\n" + between + "\n\n"
    }.joined()
  }

  @Test(arguments: [
    "> 引文", "- 未完的一项\n  # 不是标题", "段落\n# 紧接的标题", "    # 缩进", "Setext\n===", "***", "| 甲 | 乙 |",
    "[甲]乙", "甲`乙`丙", "甲\r\n乙",
    "```\n\n# 围栏里\n\n```", "<div>\n\n# 标签里\n\n</div>", "~~~\n# 围栏里\n\n~~~", "一行\\",
  ])
  func `reads as it does whole`(between: String) {
    let text = Self.text(between: between)
    // A definition of a reference, which may be used anywhere, keeps a text in one piece.
    let whole = MarkdownDocument(text + "[x]: https://example.org\n", file: "plan.md")
    let pieces = MarkdownDocument(text, file: "plan.md")
    #expect(text.utf8.count > 2 << 20)
    let isEqual = pieces.entries == whole.entries
    #expect(isEqual)
    #expect(pieces.diagnostics == whole.diagnostics)
    #expect(pieces.entries.map(\.line) == whole.entries.map(\.line))
  }
}
