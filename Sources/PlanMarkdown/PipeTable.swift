/// A table as most dialects of Markdown write it: a line for each row, bars between the cells, and a
/// line of dashes behind the first row.
///
/// CommonMark itself has no tables and reads one as a paragraph. In plan.md each row is a paragraph of
/// its own, `| 森林覆盖率 | 24.1% |`, so that it can bear an identifier; kramdown reads such a line as a
/// table of one row.
struct PipeTable {
  /// The rows as paragraphs, the line of dashes left out.
  let rows: [MarkdownNode]

  /// Reads a paragraph.
  ///
  /// - Returns: `nil` if its second line isn't one of dashes.
  init?(_ paragraph: MarkdownNode) {
    var lines: [[MarkdownNode]] = [[]]
    for child in paragraph.children {
      if child.kind == .softBreak {
        lines.append([])
      } else {
        lines[lines.count - 1].append(child)
      }
    }
    guard lines.count >= 2, Self.isDelimiter(lines[1]) else { return nil }
    rows = lines.indices.filter { $0 != 1 }.map { index in
      let words = lines[index].map(\.plainText).joined()
      return MarkdownNode(
        kind: .paragraph, children: [MarkdownNode(kind: .text(Self.row(words)))],
        line: paragraph.line + index, lastLine: paragraph.line + index)
    }
  }

  /// The cells of a row that stands alone, with one space around each bar; `nil` for other texts.
  static func cells(ofRow text: String) -> String? {
    guard text.utf8.count > 4, text.hasPrefix("| "), text.hasSuffix(" |") else { return nil }
    return String(text.dropFirst(2).dropLast(2))
  }

  private static func isDelimiter(_ line: [MarkdownNode]) -> Bool {
    let text = line.map(\.plainText).joined().unicodeScalars
    return text.contains("-") && text.contains("|")
      && text.allSatisfy { "-:| \t".unicodeScalars.contains($0) }
  }

  /// A line in the form of plan.md: bars at both ends, one space on each side of a bar.
  private static func row(_ line: String) -> String {
    var inner = line.unicodeScalars.drop { $0 == " " || $0 == "\t" }
    while let last = inner.last, last == " " || last == "\t" { inner.removeLast() }
    if inner.first == "|" { inner.removeFirst() }
    if inner.last == "|" { inner.removeLast() }
    let cells = inner.split(separator: "|", omittingEmptySubsequences: false).map { cell in
      String(cell).split(whereSeparator: { $0 == " " || $0 == "\t" }).joined(separator: " ")
    }
    return "| " + cells.joined(separator: " | ") + " |"
  }
}
