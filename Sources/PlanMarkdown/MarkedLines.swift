internal import PlanModel

/// Lines of one paragraph each of which begins with a number mark, as texts have them that were put into
/// Markdown without blank lines.
///
/// CommonMark makes one paragraph of such lines. They are taken apart before a line that Chinese numbering
/// opens, `第二条` or `（二）`, if the line before ends a sentence or begins with the number before: a line
/// that was only wrapped may begin with the number of an article that it names.
enum MarkedLines {
  /// The paragraphs that a paragraph stands for; itself alone if it bears an identifier.
  static func parted(_ paragraph: MarkdownNode) -> [MarkdownNode] {
    guard paragraph.children.contains(where: isBreak), !hasAttributes(paragraph) else {
      return [paragraph]
    }
    var parts: [MarkdownNode] = []
    var part = MarkdownNode(kind: .paragraph, line: paragraph.line, lastLine: paragraph.line)
    var opening = mark(of: paragraph.children[...])
    var line = paragraph.line
    for (index, child) in paragraph.children.enumerated() {
      if isBreak(child) {
        line += 1
        let next = mark(of: paragraph.children[(index + 1)...])
        if let next, endsSentence(part) || next.follows(opening) {
          parts.append(part)
          part = MarkdownNode(kind: .paragraph, line: line, lastLine: line)
          opening = next
          continue
        }
      }
      part.children.append(child)
      part.lastLine = max(line, child.lastLine)
    }
    return parts + [part]
  }

  private static func isBreak(_ node: MarkdownNode) -> Bool {
    node.kind == .softBreak || node.kind == .lineBreak
  }

  private static func hasAttributes(_ paragraph: MarkdownNode) -> Bool {
    let last = paragraph.children.reversed().prefix { !isBreak($0) }.reversed()
    return last.map(\.plainText).joined().hasPrefix("{:")
  }

  /// The mark of Chinese numbering with which a line begins.
  private static func mark(of line: ArraySlice<MarkdownNode>) -> NumberMark? {
    let words = line.prefix { !isBreak($0) }.prefix(8).map(\.plainText).joined()
    guard let first = words.unicodeScalars.first, first == "（" || first.isHan
    else { return nil }
    return NumberMark(openingOf: words)
  }

  private static func endsSentence(_ part: MarkdownNode) -> Bool {
    guard let last = part.plainText.trimmed.unicodeScalars.last else { return false }
    return "。！？；：".unicodeScalars.contains(last)
  }
}

extension NumberMark {
  /// Whether the mark is the next one after another of the same sort.
  fileprivate func follows(_ other: NumberMark?) -> Bool {
    guard let other, other.scheme == scheme, let last = value.last, let before = other.value.last
    else { return false }
    return value.dropLast() == other.value.dropLast() && last == before + 1
  }
}
