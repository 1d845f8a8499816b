/// A paragraph of a word processor's document, before white space is normalised, with what its
/// styles say of it.
struct OfficeParagraph {
  /// Its place among the document's paragraphs, from 1.
  var ordinal: Int
  /// The words; a line feed stands for a break of the line.
  var text: [Unicode.Scalar] = []
  /// The number or the sign that the program shows before the words.
  var mark: ListMark?
  /// Whether it goes on in the item of a list that another paragraph opened.
  var goesOnInItem = false
  /// The level of a heading, from 1.
  var tag: Int?
  var isCentred = false
  var isAtEnd = false
  /// How many characters are bold.
  var bold = 0
  /// How many characters are no white space.
  var inked = 0
  /// Where in the text the last tab stands.
  var lastTab: Int?
  /// Whether it is an entry of a contents table, with the number of another paragraph's page.
  var isEntry = false
  /// What stands in text boxes that are anchored in it.
  var attached: [OfficePart] = []

  init(ordinal: Int) { self.ordinal = ordinal }

  var isEmpty: Bool { inked == 0 }

  /// The words, in an entry with the leader that is drawn between them and the page.
  var words: [Unicode.Scalar] {
    guard isEntry, let lastTab, lastTab + 1 < text.count, text[lastTab] == " ",
      text[(lastTab + 1)...].allSatisfy({ ("0"..."9").contains($0) })
    else { return text }
    var result = text
    result[lastTab] = "…"
    return result
  }

  mutating func append(
    _ scalars: some Sequence<Unicode.Scalar>, isBold: (Unicode.Scalar) -> Bool
  ) {
    for scalar in scalars {
      // A break inside the markup is white space, and no break of the line.
      text.append(SourceLine.isLineEnd(scalar) ? " " : scalar)
      guard !SourceLine.isSpace(scalar), !SourceLine.isLineEnd(scalar) else { continue }
      inked += 1
      if isBold(scalar) { bold += 1 }
    }
  }

  /// Puts what the paragraph before holds, whose end is deleted, in front.
  mutating func goOn(from before: consuming OfficeParagraph) {
    // Exchanged and not copied, since a file may say that of every paragraph.
    swap(&before.text, &text)
    text += before.text
    lastTab = nil
    inked += before.inked
    bold += before.bold
    swap(&before.attached, &attached)
    attached += before.attached
  }

  mutating func appendTab() {
    lastTab = text.count
    text.append(" ")
  }
}

/// What a document, a cell and a text box consist of.
enum OfficePart {
  case paragraph(OfficeParagraph)
  case table(OfficeTable)
}

/// A table as it stands.
struct OfficeTable {
  struct Cell {
    var parts: [OfficePart] = []
    var columns = 1
    var rows = 1
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
