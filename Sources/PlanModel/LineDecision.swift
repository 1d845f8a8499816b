/// Why a line of a source was joined to the line before it, or begins a block of its own.
public struct LineDecision: Sendable, Hashable {
  /// The rule that decided.
  public enum Rule: String, Sendable, Hashable, CaseIterable {
    /// A number mark makes the line a heading.
    case headingMark = "heading-mark"
    /// The heading above is complete.
    case headingEnds = "heading-ends"
    /// The line is the rest of a heading that is broken in two.
    case headingGoesOn = "heading-goes-on"
    /// The mark above stands alone on its line, and this is its title.
    case titleOfMark = "title-of-mark"
    /// The source sets each paragraph on one line.
    case lineIsParagraph = "line-is-paragraph"
    /// A page's end cut the paragraph in the middle of a sentence.
    case pageBreak = "page-break"
    /// The line is indented as the first lines of paragraphs are.
    case indent = "indent"
    /// First lines are indented, and this one isn't.
    case noIndent = "no-indent"
    /// The line opens with the mark of an article.
    case articleMark = "article-mark"
    /// The line opens with the mark of an item.
    case itemMark = "item-mark"
    /// A blank line stands behind the end of a sentence.
    case blankLine = "blank-line"
    /// The first lines under headings are set apart here, and the one above is full.
    case detachedFirstLine = "detached-first-line"
    /// The sentence goes on behind a blank line.
    case sentenceOverBlank = "sentence-over-blank"
    /// A ruling is drawn above the line.
    case ruling
    /// The line above is far too short to have been broken, and ends no sentence.
    case standsAlone = "stands-alone"
    /// Paragraphs are parted by blank lines, and there is none.
    case noBlankLine = "no-blank-line"
    /// The words above say to whom the paper goes.
    case salutation
    /// A sentence ends in the line above, and that line or this one is short.
    case shortLine = "short-line"
    /// A sentence ends in the line above, but both lines are full.
    case fullLine = "full-line"
    /// The sentence goes on.
    case sentenceGoesOn = "sentence-goes-on"
    /// The line is set in another size than the one above.
    case typeSize = "type-size"
    /// More room stands above the line than between the lines of a paragraph.
    case roomAbove = "room-above"
    /// The line's first word would have had room in the line above.
    case roomForWord = "room-for-word"
    /// The line above had no room for this one's first word.
    case noRoomForWord = "no-room-for-word"
    /// A column or a page begins, and what stood before it is complete.
    case newColumn = "new-column"
    /// The words of a row stand beside one another as those of the rows around do.
    case tableRow = "table-row"
    /// The line above is an entry of a contents table, with its leader.
    case contentsEntry = "contents-entry"
    /// The line is short and stands apart over text: a heading without a number.
    case standsApart = "stands-apart"
    /// Bold type, or a place in the middle, makes the line a heading.
    case headingType = "heading-type"
    /// The markup breaks the line in the middle of an element.
    case lineBreak = "line-break"

    /// Whether it joins a line to the one before it; the others begin a block.
    public var isJoin: Bool {
      switch self {
      case .headingGoesOn, .titleOfMark, .pageBreak, .noIndent, .detachedFirstLine,
        .sentenceOverBlank, .noBlankLine, .fullLine, .sentenceGoesOn, .noRoomForWord:
        true
      default: false
      }
    }

    /// The reason in words, as it is told beside the lines.
    public var reason: String {
      switch self {
      case .headingMark: "a number mark makes it a heading"
      case .headingEnds: "the heading above is complete"
      case .headingGoesOn: "the heading above goes on"
      case .titleOfMark: "the title of the mark above"
      case .lineIsParagraph: "each line is a paragraph here"
      case .pageBreak: "the page's end cut the sentence"
      case .indent: "it is indented"
      case .noIndent: "it is not indented, as first lines are"
      case .articleMark: "it opens an article"
      case .itemMark: "it opens an item"
      case .blankLine: "a blank line behind a sentence"
      case .detachedFirstLine: "a first line under a heading, cut off by a blank line"
      case .sentenceOverBlank: "the sentence goes on over the blank line"
      case .ruling: "a ruling is drawn above it"
      case .standsAlone: "the line above stands alone"
      case .noBlankLine: "no blank line, as part paragraphs here"
      case .salutation: "those to whom the paper goes stand above"
      case .shortLine: "a sentence ended, and a line is short"
      case .fullLine: "a sentence ended, but the lines are full"
      case .sentenceGoesOn: "the sentence goes on"
      case .typeSize: "it is set in another size"
      case .roomAbove: "more room stands above it than between lines"
      case .roomForWord: "its first word had room in the line above"
      case .noRoomForWord: "its first word had no room in the line above"
      case .newColumn: "a column or page begins, and the text before it is complete"
      case .tableRow: "its words stand in the places of a table's cells"
      case .contentsEntry: "the line above is an entry of a contents table"
      case .standsApart: "it is short and stands apart over text"
      case .headingType: "its type makes it a heading"
      case .lineBreak: "the line is broken there in its element"
      }
    }
  }

  /// The line about which was decided, counted from 1.
  public var line: Int
  /// Whether the line was joined to the one before it.
  public var isJoined: Bool
  /// The rule that decided.
  public var rule: Rule
  /// Whether a person should look; then a diagnostic says so too.
  public var isDoubtful: Bool

  /// Creates a decision.
  public init(line: Int, isJoined: Bool, rule: Rule, isDoubtful: Bool = false) {
    self.line = line
    self.isJoined = isJoined
    self.rule = rule
    self.isDoubtful = isDoubtful
  }
}
