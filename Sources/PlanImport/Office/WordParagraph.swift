/// A paragraph of a Word document as it stands, before white space is normalised.
struct WordParagraph {
  /// Its place among the document's paragraphs, from 1.
  var ordinal: Int
  /// The words; a line feed stands for a break of the line.
  var text: [Unicode.Scalar] = []
  var mark: ListNumbering.Mark?
  var style: String?
  var list: Int?
  var listLevel: Int?
  var outlineLevel: Int?
  var alignment: String?
  /// How many characters are bold.
  var bold = 0
  /// How many characters are no white space.
  var inked = 0
  /// Whether the end of the paragraph is deleted, so that the next one goes on in it.
  var endIsDeleted = false
  /// Where in the text the last tab stands.
  var lastTab: Int?
  /// Whether it holds the number of another paragraph's page, as entries of a contents table do.
  var namesPage = false
  /// What stands in text boxes that are anchored in it.
  var attached: [WordPart] = []

  init(ordinal: Int) { self.ordinal = ordinal }

  var isEmpty: Bool { inked == 0 }

  /// The mark as text.
  var number: [Unicode.Scalar] {
    if case .number(let number) = mark { number } else { [] }
  }

  /// The words with the leader that is drawn between an entry of a contents table and its page.
  var textWithLeader: [Unicode.Scalar] {
    guard let lastTab, lastTab + 1 < text.count, text[lastTab] == " ",
      text[(lastTab + 1)...].allSatisfy({ ("0"..."9").contains($0) })
    else { return text }
    var result = text
    result[lastTab] = "…"
    return result
  }

  mutating func append(_ scalars: some Sequence<Unicode.Scalar>, isBold: Bool) {
    for scalar in scalars {
      // A break inside the markup is white space, and no break of the line.
      text.append(SourceLine.isLineEnd(scalar) ? " " : scalar)
      guard !SourceLine.isSpace(scalar), !SourceLine.isLineEnd(scalar) else { continue }
      inked += 1
      if isBold { bold += 1 }
    }
  }
}

/// What a document, a cell and a text box consist of.
enum WordPart {
  case paragraph(WordParagraph)
  case table(WordTable)
}

/// A table as it stands.
struct WordTable {
  struct Cell {
    var parts: [WordPart] = []
    var columns = 1
    /// Whether the cell goes on from the one above it.
    var goesOn = false
  }

  struct Row {
    var cells: [Cell] = []
    /// The columns that are left free before the first cell.
    var offset = 0
    var isDeleted = false
  }

  var rows: [Row] = []
}
