/// What became of the blocks of one version in another: each block of both sides stands in exactly
/// one link.
public struct Comparison: Sendable, Hashable {
  /// The links in the order of the new side; a deletion stands where its block would have stood.
  public var links: [Link]

  /// Creates a comparison.
  public init(links: [Link]) { self.links = links }

  /// One or more blocks of the old side and what they have become.
  public struct Link: Sendable, Hashable {
    /// The blocks of the old side by index, ascending; empty for an insertion.
    public var old: [Int]
    /// The blocks of the new side by index, ascending; empty for a deletion.
    public var new: [Int]
    /// What happened.
    public var kind: Kind
    /// Whether the link lies outside the heaviest in-order chain.
    public var isMoved: Bool
    /// Whether the number mark differs, alone or beside other changes.
    public var isRenumbered: Bool
    /// How sure the alignment is, from 0 to 1.
    public var confidence: Double
    /// The block of the old side that came next, where there was a choice.
    public var rival: Rival?
    /// What the change is worth; `nil` where there is none.
    public var substance: Substance?
    /// What the change touches, such as `number` or `date`; sorted, each once.
    public var tags: [String]
    /// The places that changed, ascending.
    ///
    /// Offsets count Unicode scalars of the blocks' texts; where a side has several blocks, of
    /// their texts joined by one line feed.
    public var spans: [Span]

    /// Creates a link.
    public init(
      old: [Int], new: [Int], kind: Kind, isMoved: Bool = false, isRenumbered: Bool = false,
      confidence: Double = 1, substance: Substance? = nil, tags: [String] = [], spans: [Span] = []
    ) {
      self.old = old
      self.new = new
      self.kind = kind
      self.isMoved = isMoved
      self.isRenumbered = isRenumbered
      self.confidence = confidence
      self.substance = substance
      self.tags = tags
      self.spans = spans
    }
  }

  /// A block that was nearly linked in the place of another.
  public struct Rival: Sendable, Hashable {
    /// The block of the old side by index.
    public var old: Int
    /// How alike it is to the block of the new side, from 0 to 1.
    public var similarity: Double

    /// Creates a rival.
    public init(old: Int, similarity: Double) {
      self.old = old
      self.similarity = similarity
    }
  }

  /// What happened to the blocks of a link.
  public enum Kind: String, Sendable, Hashable, CaseIterable {
    /// The text is the same but for its typesetting: width, spaces, quotation marks and dashes, of
    /// which the spans tell.
    case equal
    /// The text was changed.
    case edited
    /// Only the number mark differs.
    case renumbered
    /// A heading got other words.
    case retitled
    /// One block became several.
    case split
    /// Several blocks became one.
    case merged
    /// The block is new.
    case inserted
    /// The block is gone.
    case deleted
    /// The blocks treat of the same in two documents that aren't versions of one text; identity is
    /// never carried.
    case counterpart
  }

  /// What a change is worth, from least to most.
  public enum Substance: String, Sendable, Hashable, CaseIterable, Comparable {
    /// Width, spacing, quotation marks, punctuation.
    case typographic
    /// Other words.
    case wording
    /// Something that somebody must do otherwise: a number, a date, an agency, a duty.
    case substantive

    /// Orders substances from least to most.
    public static func < (left: Substance, right: Substance) -> Bool { left.rank < right.rank }

    private var rank: Int {
      switch self {
      case .typographic: 0
      case .wording: 1
      case .substantive: 2
      }
    }
  }

  /// One place at which the texts of a link differ.
  public struct Span: Sendable, Hashable {
    /// The scalars of the old text; empty for an insertion.
    public var old: Range<Int>
    /// The scalars of the new text; empty for a deletion.
    public var new: Range<Int>
    /// What the change is worth.
    public var substance: Substance
    /// What the change touches; sorted, each once.
    public var tags: [String]

    /// Creates a span.
    public init(
      old: Range<Int>, new: Range<Int>, substance: Substance = .wording, tags: [String] = []
    ) {
      self.old = old
      self.new = new
      self.substance = substance
      self.tags = tags
    }
  }
}
