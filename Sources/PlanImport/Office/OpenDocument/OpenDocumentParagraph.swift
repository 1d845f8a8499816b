/// A paragraph of an OpenDocument text while it is read.
struct OpenDocumentParagraph {
  /// What holds for words: as far as styles say it, from the paragraph's inward.
  struct Looks {
    var isBold = false
    var isBoldWide: Bool?
    var isHidden = false

    /// Takes over what a style says.
    mutating func take(_ style: OpenDocumentStyles.Style) {
      isBold = style.isBold ?? isBold
      isBoldWide = style.isBoldWide ?? isBoldWide
      isHidden = style.isHidden ?? isHidden
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
    _ name: String, _ attributes: [String: String], ordinal: Int,
    _ style: OpenDocumentStyles.Style
  ) {
    content = OfficeParagraph(ordinal: ordinal)
    var looks = Looks()
    looks.take(style)
    self.looks = [looks]
    list = style.list
    level =
      name == "h"
      ? attributes["outline-level"].flatMap { Int($0) } ?? 1
      : style.outlineLevel
    if let given = level, !(1...10).contains(given) { level = nil }
    content.tag = level.map { min(6, $0) }
    content.isCentred = style.alignment == "center" || style.isTitle ?? false
    content.isAtEnd = style.alignment == "end" || style.alignment == "right"
  }

  /// Adds words.
  mutating func append(_ scalars: some Sequence<Unicode.Scalar>) {
    let looks = looks.last ?? Looks()
    content.append(scalars) { scalar in
      SpaceRule.isWide(scalar) ? looks.isBoldWide ?? looks.isBold : looks.isBold
    }
  }
}
