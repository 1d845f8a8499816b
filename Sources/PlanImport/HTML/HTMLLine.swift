internal import PlanModel

/// A line of a page: what stands between two breaks.
struct HTMLLine {
  /// The characters as they stand, white space collapsed to single spaces.
  var text: [Unicode.Scalar] = []
  /// The innermost element that breaks lines around it, as an index into the tree.
  var element: Int
  /// The innermost table around it that only lays out the page.
  var table: Int?
  /// The node of its first words.
  var node = 0
  /// The bytes of the parsed text.
  var bytes: Range<Int>
  /// How many characters stand in links.
  var linked = 0
  /// How many characters are bold.
  var bold = 0
  /// How many characters are no white space.
  var inked = 0
  var tag: Int?
  var alignment = HTMLStyle.Alignment.start
  var item: (depth: Int, number: String?)?
  /// Whether a class names it a title.
  var isNamedTitle = false
  /// The cells of a table's row.
  var cells: [[Unicode.Scalar]]?
  /// Whether an element without words stood before it.
  var followsGap = false
  /// Whether the page says that this is around the text, or not to be seen.
  var isSurrounding = false

  init(element: Int, at byte: Int) {
    self.element = element
    bytes = byte..<byte
  }

  /// Whether there is anything to read.
  var isEmpty: Bool { inked == 0 }

  /// Whether the line is nothing but a mark such as `(a)` or `Part 1` so far.
  var isLatinMark: Bool {
    guard text.count <= 24, let first = text.first, first.isASCII, let last = text.last,
      last.isASCII, last != " "
    else { return false }
    return text.isMark
  }

  /// The words normalised in their spaces; between cells stands ` | `.
  func words(_ spaces: SpaceRule) -> [Unicode.Scalar] {
    guard let cells else { return spaces.normalized(text) }
    return Array(cells.map(spaces.normalized).joined(separator: " | ".unicodeScalars))
  }
}

extension FlowParagraph {
  /// A line of text as the grammar looks at it; its place is left to the caller.
  init(_ line: HTMLLine, _ spaces: SpaceRule) {
    self.init(text: line.words(spaces))
    if line.cells != nil {
      form = .row
    } else if let item = line.item {
      form = .item(depth: item.depth, number: item.number)
    }
    tag = line.tag
    isCentred = line.alignment == .centre
    isAtEnd = line.alignment == .end
    isNamedTitle = line.isNamedTitle
    isBold = line.bold == line.inked
    followsGap = line.followsGap
    element = line.element
    table = line.table
  }
}

extension Collection<Unicode.Scalar> {
  /// Whether the text is a number mark and nothing else, or digits alone.
  var isMark: Bool {
    let text = Array(self)
    guard !text.isEmpty, text.count <= 24 else { return false }
    return NumberMark(openingOf: text[...])?.length == text.count
      || text.count <= 3 && text.allSatisfy { ("0"..."9").contains($0) }
  }
}
