/// A node of a CommonMark document as a value: what libcmark reads and writes.
package struct MarkdownNode: Equatable, Sendable {
  /// What the node is.
  package enum Kind: Equatable, Sendable {
    case document
    case heading(level: Int)
    case paragraph
    /// A list; `start` is the first number of an ordered one. Blank lines stand between the items
    /// of one that isn't tight.
    case list(start: Int?, isTight: Bool = true)
    case item
    case blockQuote
    case codeBlock(String)
    case htmlBlock(String)
    case thematicBreak
    case text(String)
    case softBreak
    case lineBreak
    case code(String)
    case html(String)
    case emphasis
    case strong
    case link(destination: String, title: String)
    case image(destination: String, title: String)
  }

  package var kind: Kind
  package var children: [MarkdownNode] = []
  /// The first line in the source, from 1; 0 for a node that was made here.
  var line = 0
  /// The last line in the source that holds content.
  var lastLine = 0

  /// The words of the node without emphasis and escapes, with line feeds for line breaks.
  ///
  /// A link keeps its address, written out as in Markdown: where it leads is part of what a text
  /// says, and a comparison must not miss that it changed.
  package var plainText: String { InlineText(self).text }

  /// Whether the node is HTML that says nothing: a comment, such as libcmark writes between lists.
  var isComment: Bool {
    guard case .htmlBlock(let literal) = kind, literal.hasPrefix("<!--"),
      let end = literal.firstRange(of: "-->")
    else { return false }
    return literal[end.upperBound...].allSatisfy(\.isWhitespace)
  }

  /// The node with line breaks that mean nothing in the place of those that mean one, which a text on
  /// one line hasn't.
  var withSoftBreaks: MarkdownNode {
    var node = self
    if case .lineBreak = kind { node.kind = .softBreak }
    node.children = children.map(\.withSoftBreaks)
    return node
  }

  /// Whether the node stands inside of a paragraph or heading.
  var isInline: Bool {
    switch kind {
    case .text, .softBreak, .lineBreak, .code, .html, .emphasis, .strong, .link, .image: true
    case .document, .heading, .paragraph, .list, .item, .blockQuote, .codeBlock, .htmlBlock,
      .thematicBreak:
      false
    }
  }

  /// Whether the node's inlines are nothing but text and line breaks.
  var isPlain: Bool {
    children.allSatisfy { child in
      switch child.kind {
      case .text, .softBreak: true
      default: false
      }
    }
  }
}

extension String {
  /// The text without ASCII white space at its ends.
  var trimmed: String {
    // Most texts have none.
    if let first = utf8.first, let last = utf8.last, first > 0x20, last > 0x20 { return self }
    let isBlank: (Character) -> Bool = { $0 == " " || $0 == "\n" || $0 == "\t" || $0 == "\r\n" }
    guard let start = firstIndex(where: { !isBlank($0) }),
      let end = lastIndex(where: { !isBlank($0) })
    else { return "" }
    return String(self[start...end])
  }

  /// The text on one line: a line break becomes nothing beside a Han or kana character or their
  /// punctuation, and one space elsewhere.
  var joinedLines: String {
    guard unicodeScalars.contains("\n") else { return self }
    var result = String.UnicodeScalarView()
    let scalars = Array(unicodeScalars)
    for (index, scalar) in scalars.enumerated() {
      guard scalar == "\n" else {
        result.append(scalar)
        continue
      }
      let left = result.last
      let right = scalars[(index + 1)...].first { $0 != "\n" }
      guard let left, let right, !left.properties.isWhitespace else { continue }
      let isParted = right.properties.isWhitespace
      if !isParted, !left.isWide, !right.isWide { result.append(" ") }
    }
    return String(result)
  }
}

extension Unicode.Scalar {
  fileprivate var isWide: Bool {
    switch value {
    case 0x2E80...0x30FF, 0x3190...0x31FF, 0x3400...0x9FFF, 0xF900...0xFAFF, 0xFE30...0xFE4F,
      0xFF00...0xFF9F, 0x20000...0x3FFFF:
      true
    default: false
    }
  }
}
