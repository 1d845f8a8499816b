/// What the markup of a text says about a stretch of it.
package enum InlineStyle: Sendable, Hashable {
  /// Emphasis.
  case emphasis
  /// Strong emphasis.
  case strong
  /// Code, or other words that are to be taken letter by letter.
  case code
  /// A link or a picture with its address, which the text writes out.
  case link(destination: String)
}

/// The words of a node as plain text, and which of them its markup styles.
struct InlineText {
  /// The words, with line feeds for line breaks.
  private(set) var text = ""
  /// The styled stretches in bytes of the text, an inner one before the one around it.
  private(set) var styles: [(style: InlineStyle, bytes: Range<Int>)] = []

  init(_ node: MarkdownNode) { append(node) }

  private init(wordsOf node: MarkdownNode) { appendChildren(of: node) }

  private mutating func append(_ node: MarkdownNode) {
    switch node.kind {
    case .text(let literal), .codeBlock(let literal): text += literal
    case .code(let literal): style(.code) { $0.text += literal }
    case .softBreak, .lineBreak: text += "\n"
    case .html, .htmlBlock, .thematicBreak: break
    case .document, .heading, .paragraph, .list, .item, .blockQuote: appendChildren(of: node)
    case .emphasis: style(.emphasis) { $0.appendChildren(of: node) }
    case .strong: style(.strong) { $0.appendChildren(of: node) }
    case .link(let destination, let title):
      style(.link(destination: destination)) {
        $0.appendLink("[", node, destination, title)
      }
    case .image(let destination, let title):
      style(.link(destination: destination)) {
        $0.appendLink("![", node, destination, title)
      }
    }
  }

  private mutating func appendChildren(of node: MarkdownNode) {
    for child in node.children { append(child) }
  }

  /// Notes a style over whatever is appended meanwhile.
  private mutating func style(_ style: InlineStyle, _ appending: (inout InlineText) -> Void) {
    let start = text.utf8.count
    appending(&self)
    styles.append((style, start..<text.utf8.count))
  }

  /// An address that is its own words is written once.
  private mutating func appendLink(
    _ opening: String, _ node: MarkdownNode, _ destination: String, _ title: String
  ) {
    let words = InlineText(wordsOf: node)
    let isBare = words.text == destination || "mailto:" + words.text == destination
    if !isBare { text += opening }
    let start = text.utf8.count
    styles += words.styles.map {
      ($0.style, start + $0.bytes.lowerBound..<start + $0.bytes.upperBound)
    }
    text += words.text
    if !isBare { text += title.isEmpty ? "](\(destination))" : "](\(destination) \"\(title)\")" }
  }
}
