/// The templates of a theme: the frame of every page, and for each kind of page how its parts are
/// set.
///
/// Each stands in a file of its own, and a project may put another in its place.
public enum TemplateName: String, Sendable, Hashable, CaseIterable {
  /// The frame that all pages share.
  case layout
  /// What the plan is, its versions, what changed last.
  case home
  /// A version's text on one page.
  case reading
  /// The contents of a version whose text is cut into chapters.
  case chapters
  /// A chapter of such a text.
  case chapter
  /// A source beside the blocks made of it.
  case source
  /// The sources of the chapters.
  case sources
  /// What became of one version in another.
  case comparison
  /// What became of a long version in another, with a way to each chapter.
  case comparisonChapters = "comparison-chapters"
  /// The comparisons that there are.
  case comparisons
  /// One block through the versions.
  case history
  /// The blocks that have a page of their own history.
  case histories
  /// The notes, or those of one facet.
  case notes
  /// The agencies.
  case agencies
  /// One agency.
  case agency
  /// The deadlines.
  case deadlines
  /// Searching.
  case search
  /// How identifiers, comparisons and notes are made.
  case method

  /// The template's file.
  public var file: String { rawValue + ".mustache" }

  /// The names that the template may use.
  var names: [String: TemplateShape] {
    switch self {
    case .layout: Layout.names
    case .home: HomePage.names
    case .reading: ReadingPage.names
    case .chapters: ChaptersPage.names
    case .chapter: ChapterPage.names
    case .source: SourcePage.names
    case .sources: ChapterSourcesPage.names
    case .comparison: ComparisonPage.names
    case .comparisonChapters: ComparisonChaptersPage.names
    case .comparisons: ComparisonsPage.names
    case .history: HistoryPage.names
    case .histories: HistoriesPage.names
    case .notes: NotesPage.names
    case .agencies: AgenciesPage.names
    case .agency: AgencyPage.names
    case .deadlines: DeadlinesPage.names
    case .search: SearchPage.names
    case .method: MethodPage.names
    }
  }

  /// The template as it ships.
  var standard: [UInt8] {
    switch self {
    case .layout: PackageResources.layout_mustache
    case .home: PackageResources.home_mustache
    case .reading: PackageResources.reading_mustache
    case .chapters: PackageResources.chapters_mustache
    case .chapter: PackageResources.chapter_mustache
    case .source: PackageResources.source_mustache
    case .sources: PackageResources.sources_mustache
    case .comparison: PackageResources.comparison_mustache
    case .comparisonChapters: PackageResources.comparison_chapters_mustache
    case .comparisons: PackageResources.comparisons_mustache
    case .history: PackageResources.history_mustache
    case .histories: PackageResources.histories_mustache
    case .notes: PackageResources.notes_mustache
    case .agencies: PackageResources.agencies_mustache
    case .agency: PackageResources.agency_mustache
    case .deadlines: PackageResources.deadlines_mustache
    case .search: PackageResources.search_mustache
    case .method: PackageResources.method_mustache
    }
  }
}

/// The text of a template.
public struct TemplateText: Sendable, Hashable {
  /// The name of its file, for messages.
  public var file: String
  /// The template, in Mustache.
  public var text: String

  /// Names a text.
  public init(file: String, text: String) {
    self.file = file
    self.text = text
  }
}

/// The templates of a theme, read and checked.
struct TemplateSet: Sendable {
  private let templates: [TemplateName: Template]

  /// Reads the templates.
  ///
  /// - Throws: A ``TemplateFault`` if one is faulty, or uses a name that there isn't.
  init(_ theme: Theme) throws(TemplateFault) {
    var templates: [TemplateName: Template] = [:]
    for name in TemplateName.allCases {
      let source = theme.template(name)
      templates[name] = try Template(source.text, file: source.file, names: name.names)
    }
    self.templates = templates
  }

  /// The template with its holes filled.
  func filled(_ name: TemplateName, with values: [String: TemplateValue]) -> HTML {
    assert(
      Set(values.keys) == Set(name.names.keys), "\(name) is filled with what it doesn't name")
    return templates[name].map { .filled($0, with: values) } ?? .empty
  }
}
