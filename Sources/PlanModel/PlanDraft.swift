/// What an importer makes of a source: blocks with their places, and no identity yet.
public struct PlanDraft: Sendable, Hashable {
  /// What the source says of itself: title, masthead, continuation marks, encoding.
  public var metadata: PlanMetadata

  /// The blocks in the order of reading.
  public var blocks: [DraftBlock]

  /// The parts of the source that are no text of the plan, such as a newspaper's masthead.
  public var furniture: [Furniture]

  /// The characters that belong to a block's place in the source and not to its text.
  public var removed: [RemovedText]

  /// What a person should look at.
  public var diagnostics: [Diagnostic]

  /// Why the lines of the source were joined or parted, where its lines had to be judged.
  public var decisions: [LineDecision]

  /// The lines that were read, where the source has none of its own that could be shown.
  public var readLines: [ReadLine] = []

  /// Creates a draft.
  public init(
    metadata: PlanMetadata = PlanMetadata(), blocks: [DraftBlock] = [],
    furniture: [Furniture] = [], removed: [RemovedText] = [], diagnostics: [Diagnostic] = [],
    decisions: [LineDecision] = []
  ) {
    self.metadata = metadata
    self.blocks = blocks
    self.furniture = furniture
    self.removed = removed
    self.diagnostics = diagnostics
    self.decisions = decisions
  }
}

/// A block that an importer found: a ``Block`` without an identifier, with its place.
public struct DraftBlock: Sendable, Hashable {
  /// What sort of block it is.
  public var kind: Block.Kind
  /// The number mark of a heading as printed.
  public var number: String?
  /// The words of the block.
  public var text: String
  /// The text as Markdown, where it is more than ``text`` escaped.
  public var markup: String?
  /// Where the block stands in the source; `nil` if the source has no lines.
  public var source: SourcePlace?

  /// Creates a draft of a block.
  public init(
    kind: Block.Kind, number: String? = nil, text: String, markup: String? = nil,
    source: SourcePlace? = nil
  ) {
    self.kind = kind
    self.number = number
    self.text = text
    self.markup = markup
    self.source = source
  }

  /// The draft of a block that has an identifier already.
  public init(_ block: Block) {
    self.init(
      kind: block.kind, number: block.number, text: block.text, markup: block.markup)
  }
}

/// A part of the source that is no text of the plan.
public struct Furniture: Sendable, Hashable {
  /// What it is.
  public enum Role: String, Sendable, Hashable, CaseIterable {
    /// The plan's title above its text.
    case title
    /// A line of a newspaper's head: date, page name, page number, editors.
    case masthead
    /// A mark that the text began on an earlier page.
    case continuedFrom = "continued-from"
    /// A mark that the text goes on on a later page.
    case continuedOn = "continued-on"
    /// A credit or date line, such as `新华社北京12月1日电`.
    case credit
    /// A page number or running head inside the text.
    case pageNumber = "page-number"
    /// A line of a table of contents that stands inside the text.
    case contents
    /// A part of a web page around the text: menus, links to other pages, buttons.
    case navigation
    /// What a web page says of the document apart from it: index number, issuer, dates.
    case catalogue
    /// A line of strokes between parts of the text, or around a table.
    case ruling
  }

  /// What it is.
  public var role: Role
  /// Its words, normalised in their spaces.
  public var text: String
  /// Where it stands in the source.
  public var source: SourcePlace

  /// Creates a part.
  public init(role: Role, text: String, source: SourcePlace) {
    self.role = role
    self.text = text
    self.source = source
  }
}

/// Characters of the source that were left out of a block's text, or changed in it.
public struct RemovedText: Sendable, Hashable {
  /// Why, in one word: `line-break`, `blank-line`, `indent`, `typesetting-space` and the like.
  public var rule: String
  /// The characters as they stood in the source.
  public var text: String
  /// What stands in the block's text for them: nothing, or one space.
  public var replacement: String
  /// Where they stood.
  public var source: SourcePlace

  /// Creates an entry.
  public init(rule: String, text: String, replacement: String = "", source: SourcePlace) {
    self.rule = rule
    self.text = text
    self.replacement = replacement
    self.source = source
  }
}
