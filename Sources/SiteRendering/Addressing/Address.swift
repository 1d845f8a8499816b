public import PlanModel

/// The pages of a site, by what they show.
///
/// The one place that knows how pages are laid out in folders is ``path(under:)``.
public enum Address: Sendable, Hashable {
  /// What the plan is, its versions, what changed last.
  case home
  /// A version's text; if it is cut into chapters, its contents.
  case reading(version: String)
  /// A chapter of a version's text, by its first block.
  case chapter(version: String, start: BlockID)
  /// A version's source beside the blocks made of it.
  case source(version: String)
  /// The source of a chapter, by its first block.
  case chapterSource(version: String, start: BlockID)
  /// What became of one version in another, in one column.
  case comparison(old: String, new: String)
  /// The same, the versions side by side.
  case sideBySide(old: String, new: String)
  /// What became of a chapter of the new version, by the chapter's first block.
  case comparisonChapter(old: String, new: String, start: BlockID)
  /// The same, the versions side by side.
  case sideBySideChapter(old: String, new: String, start: BlockID)
  /// The comparisons that there are.
  case comparisons
  /// Every note.
  case notes
  /// The notes of one facet, such as a kind or a year.
  case notesOf(NoteFacet)
  /// Every agency.
  case agencies
  /// What one agency has to do.
  case agency(id: String)
  /// Every deadline.
  case deadlines
  /// One block through the versions.
  case history(block: BlockID)
  /// The blocks that have a page of their own history.
  case histories
  /// Searching text and notes.
  case search
  /// How identifiers, comparisons and notes are made.
  case method

  /// The page's file, relative to the site's folder.
  ///
  /// - Parameter prefix: The folder of the interface's language; empty for the site's first.
  /// - Returns: A path whose parts are folders and a file: `index.html`, or for a chapter, of which
  ///   there may be thousands, a file of its name.
  public func path(under prefix: String) -> String {
    var path = ""
    if !prefix.isEmpty { path = prefix + "/" }
    for folder in folders {
      path += folder
      path += "/"
    }
    return path + file
  }

  private var file: String {
    switch self {
    case .chapter(_, let start), .chapterSource(_, let start),
      .comparisonChapter(_, _, let start), .sideBySideChapter(_, _, let start):
      start.rawValue + ".html"
    default: "index.html"
    }
  }

  private var folders: [String] {
    switch self {
    case .home: []
    case .reading(let version): [version]
    case .chapter(let version, _): [version]
    case .source(let version): [version, "source"]
    case .chapterSource(let version, _): [version, "source"]
    case .comparison(let old, let new), .comparisonChapter(let old, let new, _):
      ["compare", old + ".." + new]
    case .sideBySide(let old, let new), .sideBySideChapter(let old, let new, _):
      ["compare", old + ".." + new, "side-by-side"]
    case .comparisons: ["compare"]
    case .notes: ["notes"]
    case .notesOf(let facet): ["notes", facet.sort.rawValue, facet.value]
    case .agencies: ["agencies"]
    case .agency(let id): ["agencies", id]
    case .deadlines: ["deadlines"]
    case .history(let block): ["history", block.rawValue]
    case .histories: ["history"]
    case .search: ["search"]
    case .method: ["method"]
    }
  }
}
