public import PlanModel

extension Site {
  /// Where a page begins among the lines that were read from a source.
  public struct PageStart: Sendable, Hashable {
    /// The first line of the page, counted from 1.
    public var line: Int
    /// The page in the source's file, counted from 1.
    public var page: Int

    /// Creates the beginning of a page.
    public init(line: Int, page: Int) {
      self.line = line
      self.page = page
    }
  }

  /// One version of the plan and where its text came from.
  public struct Version: Sendable {
    /// Its name, which is also its folder: letters, digits, `-`, `_` and `.`.
    public var name: String

    /// What a reader sees for the name; the name itself if there is nothing better.
    public var label: String

    /// The text.
    public var plan: Plan

    /// The name of the file that the text came from, if it is known.
    public var sourceName: String?

    /// The source, line by line, without line ends; empty if it isn't shown.
    public var sourceLines: TextLines

    /// Where in the source each block came from.
    public var places: [BlockID: SourcePlace]

    /// Whether ``sourceLines`` are what an importer read from a source that is no text itself.
    public var isSourceRead = false

    /// Where the source's pages begin among ``sourceLines``, in the order of the lines.
    public var pageStarts: [PageStart] = []

    /// What explains the source beside the paragraphs.
    var sourceExplanation: Phrase { isSourceRead ? .sourceReadExplained : .sourceExplained }

    /// Creates a version.
    public init(
      name: String, label: String? = nil, plan: Plan, sourceName: String? = nil,
      sourceLines: TextLines = [], places: [BlockID: SourcePlace] = [:]
    ) {
      self.name = name
      self.label = label ?? name
      self.plan = plan
      self.sourceName = sourceName
      self.sourceLines = sourceLines
      self.places = places
    }
  }
}
