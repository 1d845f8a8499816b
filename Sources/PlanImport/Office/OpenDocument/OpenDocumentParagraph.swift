/// A paragraph of an OpenDocument text while it is read.
struct OpenDocumentParagraph {
  /// What holds for words: as far as styles say it, from the paragraph's inward.
  struct Looks {
    var isBold = false
    var isBoldWide: Bool?
    var isHidden = false

    /// Takes over what a chain of styles says.
    mutating func take(_ chain: [(name: String, style: OpenDocumentStyles.Style)]) {
      if let value = chain.lazy.compactMap(\.style.isBold).first { isBold = value }
      if let value = chain.lazy.compactMap(\.style.isBoldWide).first { isBoldWide = value }
      if let value = chain.lazy.compactMap(\.style.isHidden).first { isHidden = value }
    }
  }

  var content: OfficeParagraph
  /// What holds for the words in each element that is open.
  var looks: [Looks]
  /// The list that the style names.
  var list: String?
  /// The level of a heading, from 1.
  var level: Int?
  /// Whether the paragraph is hidden as a whole, which is said somewhere inside it.
  var isHidden = false

  /// A paragraph of which nothing is read yet.
  init(
    _ name: String, _ attributes: [String: String], ordinal: Int, _ styles: OpenDocumentStyles
  ) {
    content = OfficeParagraph(ordinal: ordinal)
    let chain = styles.chain("paragraph", from: attributes["style-name"])
    var looks = Looks()
    looks.take(chain)
    self.looks = [looks]
    list = chain.lazy.compactMap(\.style.list).first
    level =
      name == "h"
      ? attributes["outline-level"].flatMap { Int($0) } ?? 1
      : chain.lazy.compactMap(\.style.outlineLevel).first
    if let given = level, !(1...10).contains(given) { level = nil }
    content.tag = level.map { min(6, $0) }
    let alignment = chain.lazy.compactMap(\.style.alignment).first
    // Some programs use the style without saying what it is.
    let names = [attributes["style-name"] ?? ""] + chain.map(\.name)
    content.isCentred = alignment == "center" || names.contains("Title")
    content.isAtEnd = alignment == "end" || alignment == "right"
  }

  /// Adds words.
  mutating func append(_ scalars: some Sequence<Unicode.Scalar>) {
    let looks = looks.last ?? Looks()
    content.append(scalars) { scalar in
      SpaceRule.isWide(scalar) ? looks.isBoldWide ?? looks.isBold : looks.isBold
    }
  }
}
