public import PlanModel

/// Renders a site: from a ``Site`` to its pages.
///
/// ```swift
/// let renderer = try SiteRenderer(site)
/// for portion in renderer.portions { renderer.pages(of: portion).forEach(write) }
/// ```
///
/// Each page depends on the site alone, so that one may be rendered without the others and any
/// number at the same time.
public struct SiteRenderer: Sendable {
  let edition: Edition
  private let layout: Layout
  let theme: Theme
  let search: SearchIndex

  /// Prepares a site.
  ///
  /// - Parameters:
  ///   - site: The site.
  ///   - theme: How it looks.
  ///   - sharing: How what must be known before the first page is found out.
  /// - Throws: A ``SiteFault`` if the site contradicts itself, a ``TemplateFault`` if a template of
  ///   the theme uses a name that there isn't.
  public init(_ site: Site, theme: Theme = .standard, sharing: WorkSharing = .inTurn) throws {
    edition = try Edition(site, sharing: sharing)
    layout = try Layout(theme)
    self.theme = theme
    search = SearchIndex(edition)
  }

  /// The pages in one language of the interface, in the order in which they are rendered.
  public var addresses: [Address] {
    var addresses: [Address] = [.home]
    for version in edition.versions { addresses += Self.addresses(of: version) }
    if !edition.comparisons.isEmpty { addresses.append(.comparisons) }
    for comparison in edition.comparisons {
      let (old, new) = (comparison.old.name, comparison.new.name)
      addresses += [.comparison(old: old, new: new), .sideBySide(old: old, new: new)]
      addresses += comparison.parts.flatMap { part -> [Address] in
        [
          .comparisonChapter(old: old, new: new, start: part.start),
          .sideBySideChapter(old: old, new: new, start: part.start),
        ]
      }
    }
    if !edition.storied.isEmpty { addresses.append(.histories) }
    addresses += edition.storied.map { .history(block: $0) }
    if !edition.site.notes.isEmpty { addresses += [.notes, .deadlines] }
    addresses += edition.facetedNotes.all.filter { $0.sort != .agency }.map { .notesOf($0) }
    let agencies = edition.busyAgencies
    if !agencies.isEmpty { addresses.append(.agencies) }
    addresses += agencies.map { .agency(id: $0.id) }
    return addresses + [.search, .method]
  }

  /// The pages of a version's text and source.
  private static func addresses(of version: EditionVersion) -> [Address] {
    var addresses: [Address] = [.reading(version: version.name)]
    let starts = version.chapters.ranges.map { version.plan.blocks[$0.lowerBound].id }
    addresses += starts.map { .chapter(version: version.name, start: $0) }
    guard !version.version.sourceLines.isEmpty else { return addresses }
    addresses.append(.source(version: version.name))
    return addresses + starts.map { .chapterSource(version: version.name, start: $0) }
  }

  /// Every file of the site, the theme's among them; the same for the same site, byte for byte.
  public func pages() -> [Page] { portions.flatMap { pages(of: $0) } }

  /// One page in one language of the interface.
  ///
  /// - Returns: `nil` if the site has no such page.
  public func page(at address: Address, in catalogue: Catalogue) -> Page? {
    let scope = PageScope(edition: edition, catalogue: catalogue, address: address)
    return body(in: scope).map { layout.page($0, in: scope) }
  }

  private func body(in scope: PageScope) -> (any PageBody)? {
    switch scope.address {
    case .home: HomePage(scope: scope)
    case .reading(let name): edition.version(name).map { reading($0, in: scope) }
    case .chapter(let name, let start):
      chapter(of: name, from: start).map {
        ChapterPage(scope: scope, version: $0.version, chapter: $0.chapter)
      }
    case .source(let name): edition.version(name).flatMap { source($0, in: scope) }
    case .chapterSource(let name, let start):
      chapter(of: name, from: start).flatMap { version, chapter in
        version.version.sourceLines.isEmpty
          ? nil : SourcePage(scope: scope, version: version, chapter: chapter)
      }
    case .comparison(let old, let new), .sideBySide(let old, let new):
      edition.comparison(old: old, new: new).map { comparison in
        let isSideBySide = scope.address == .sideBySide(old: old, new: new)
        return comparison.parts.isEmpty
          ? ComparisonPage(scope: scope, comparison: comparison, isSideBySide: isSideBySide)
          : ComparisonChaptersPage(
            scope: scope, comparison: comparison, isSideBySide: isSideBySide)
      }
    case .comparisonChapter(let old, let new, let start),
      .sideBySideChapter(let old, let new, let start):
      comparisonPart(old, new, start, in: scope)
    case .comparisons: ComparisonsPage(scope: scope)
    case .histories: HistoriesPage(scope: scope)
    case .history(let block): HistoryPage(scope: scope, block: block)
    case .search: SearchPage(scope: scope)
    case .method: MethodPage(scope: scope)
    case .notes: NotesPage(scope: scope, facet: nil)
    case .notesOf(let facet): NotesPage(scope: scope, facet: facet)
    case .agencies: AgenciesPage(scope: scope)
    case .agency(let id): edition.agency(id).map { AgencyPage(scope: scope, agency: $0) }
    case .deadlines: DeadlinesPage(scope: scope)
    }
  }

  private func comparisonPart(
    _ old: String, _ new: String, _ start: BlockID, in scope: PageScope
  ) -> (any PageBody)? {
    guard let comparison = edition.comparison(old: old, new: new),
      let index = comparison.part(from: start)
    else { return nil }
    let sideBySide = Address.sideBySideChapter(old: old, new: new, start: start)
    return ComparisonPage(
      scope: scope, comparison: comparison, isSideBySide: scope.address == sideBySide,
      partIndex: index)
  }

  private func reading(_ version: EditionVersion, in scope: PageScope) -> any PageBody {
    version.chapters.isSplit
      ? ChaptersPage(scope: scope, version: version) : ReadingPage(scope: scope, version: version)
  }

  private func source(_ version: EditionVersion, in scope: PageScope) -> (any PageBody)? {
    guard !version.version.sourceLines.isEmpty else { return nil }
    return version.chapters.isSplit
      ? ChapterSourcesPage(scope: scope, version: version)
      : SourcePage(scope: scope, version: version)
  }

  /// The chapter of a version that begins with a block.
  func chapter(
    of name: String, from start: BlockID
  ) -> (version: EditionVersion, chapter: Int)? {
    guard let version = edition.version(name), let block = version.index(of: start),
      let chapter = version.chapters.index(of: block),
      version.chapters.ranges[chapter].lowerBound == block
    else { return nil }
    return (version, chapter)
  }
}
