/// A paragraph of a Word document while it is read, with what it says of its own looks.
struct WordParagraph {
  var content: OfficeParagraph
  var style: String?
  var list: Int?
  var listLevel: Int?
  var outlineLevel: Int?
  var alignment: String?
  /// Whether the end of the paragraph is deleted, so that the next one goes on in it.
  var endIsDeleted = false
  /// Whether it holds the number of another paragraph's page, as entries of a contents table do.
  var namesPage = false

  init(ordinal: Int) { content = OfficeParagraph(ordinal: ordinal) }

  /// The paragraph with what its styles say.
  func resolved(_ styles: WordStyles) -> OfficeParagraph {
    let chain = styles.chain(from: style).map(\.style)
    let level = outlineLevel ?? chain.lazy.compactMap(\.heading).first
    let alignment = alignment ?? chain.lazy.compactMap(\.alignment).first
    var result = content
    result.tag = level.flatMap { (0..<9).contains($0) ? min(6, $0 + 1) : nil }
    result.isCentred = alignment == "center" || chain.first?.name == "title"
    result.isAtEnd = alignment == "right" || alignment == "end"
    result.isEntry = namesPage || chain.first?.name.hasPrefix("toc ") ?? false
    return result
  }
}
