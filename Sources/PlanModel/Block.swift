/// One citable piece of a plan: a heading, a paragraph, an item of a list, a row of a table.
public struct Block: Sendable, Hashable {
  /// What sort of block it is.
  public enum Kind: Sendable, Hashable {
    /// A heading; level 1 is the highest, 6 the lowest.
    case heading(level: Int)
    /// A paragraph of running text.
    case paragraph
    /// An item of a list; depth 1 is the outermost list.
    case item(depth: Int)
    /// A row of a table; its cells stand in the text with ` | ` between them.
    case row

    /// The word for the kind in JSON: `heading`, `paragraph`, `item` or `row`.
    public var name: String {
      switch self {
      case .heading: "heading"
      case .paragraph: "paragraph"
      case .item: "item"
      case .row: "row"
      }
    }

    /// The level of a heading, or `nil` for anything else.
    @inlinable public var headingLevel: Int? {
      if case .heading(let level) = self { level } else { nil }
    }

    /// Whether the block is a heading.
    @inlinable public var isHeading: Bool { headingLevel != nil }
  }

  /// The name that stays with the block from version to version.
  public var id: BlockID

  /// What sort of block it is.
  public var kind: Kind

  /// The number mark of a heading as printed, such as `第二节`; `nil` if it bears none.
  ///
  /// Only headings have their mark apart from their text: there it is a field of its own in print
  /// too, set off by a space. A mark that opens a paragraph (`第十二条`, `（三）`) stays in ``text``.
  public var number: String?

  /// The words of the block, as plain text without markup and without line breaks.
  public var text: String

  /// The text as Markdown, where it is more than ``text`` escaped; `nil` otherwise.
  public var markup: String?

  /// The identifiers of the earlier blocks of which this one holds a part, besides its own.
  ///
  /// A block split off another names that other; a merged block names those it took in.
  public var ancestors: [BlockID]

  /// Creates a block.
  public init(
    id: BlockID, kind: Kind, number: String? = nil, text: String, markup: String? = nil,
    ancestors: [BlockID] = []
  ) {
    self.id = id
    self.kind = kind
    self.number = number
    self.text = text
    self.markup = markup
    self.ancestors = ancestors
  }

  /// The number mark and the text as a person would write them on one line.
  @inlinable public var heading: String {
    guard let number else { return text }
    return text.isEmpty ? number : number + " " + text
  }

  /// The opening sentence of a paragraph, if the block has more than that one sentence.
  ///
  /// Chinese plans begin most paragraphs with a short sentence that says what the paragraph is
  /// about; it makes a readable handle (42 of 48 paragraphs of the sample). The sentence ends with
  /// `。` within the first 40 scalars.
  public var lead: String? {
    guard kind == .paragraph else { return nil }
    let scalars = text.unicodeScalars
    guard let stop = scalars.prefix(Self.longestLead).firstIndex(of: "。") else { return nil }
    let end = scalars.index(after: stop)
    return end == scalars.endIndex ? nil : String(scalars[..<end])
  }

  private static let longestLead = 40
}
