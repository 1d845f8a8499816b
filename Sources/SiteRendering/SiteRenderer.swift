/// Renders a site: from a ``Site`` to its pages.
///
/// ```swift
/// let renderer = try SiteRenderer(site)
/// for page in renderer.pages() { write(page) }
/// ```
///
/// Each page depends on the site alone, so that one may be rendered without the others and any
/// number at the same time.
public struct SiteRenderer: Sendable {
  let edition: Edition
  private let layout: Layout
  private let theme: Theme

  /// Prepares a site.
  ///
  /// - Throws: A ``SiteFault`` if the site contradicts itself, a ``TemplateFault`` if a template of
  ///   the theme uses a name that there isn't.
  public init(_ site: Site, theme: Theme = .standard) throws {
    edition = try Edition(site)
    layout = try Layout(template: theme.layout, file: theme.layoutName, logo: theme.logo)
    self.theme = theme
  }

  /// The pages in one language of the interface, in the order in which they are rendered.
  public var addresses: [Address] {
    var addresses: [Address] = [.home]
    for version in edition.versions {
      addresses.append(.reading(version: version.name))
      if !version.version.sourceLines.isEmpty { addresses.append(.source(version: version.name)) }
    }
    if !edition.comparisons.isEmpty { addresses.append(.comparisons) }
    for comparison in edition.comparisons {
      let (old, new) = (comparison.old.name, comparison.new.name)
      addresses += [.comparison(old: old, new: new), .sideBySide(old: old, new: new)]
    }
    if !edition.storied.isEmpty { addresses.append(.histories) }
    addresses += edition.storied.map { .history(block: $0) }
    if !edition.site.notes.isEmpty { addresses += [.notes, .deadlines] }
    let agencies = edition.busyAgencies
    if !agencies.isEmpty { addresses.append(.agencies) }
    addresses += agencies.map { .agency(id: $0.id) }
    return addresses + [.search, .method]
  }

  /// Every file of the site, the theme's among them; the same for the same site, byte for byte.
  public func pages() -> [Page] {
    edition.site.catalogues.flatMap { catalogue in
      addresses.compactMap { page(at: $0, in: catalogue) }
    } + dataPages + edition.site.files + SearchIndex(edition).pages() + theme.files
  }

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
    case .reading(let name):
      edition.version(name).map { ReadingPage(scope: scope, version: $0) }
    case .source(let name):
      edition.version(name).map { SourcePage(scope: scope, version: $0) }
    case .comparison(let old, let new), .sideBySide(let old, let new):
      edition.comparison(old: old, new: new).map {
        ComparisonPage(
          scope: scope, comparison: $0,
          isSideBySide: scope.address == .sideBySide(old: old, new: new))
      }
    case .comparisons: ComparisonsPage(scope: scope)
    case .histories: HistoriesPage(scope: scope)
    case .history(let block): HistoryPage(scope: scope, block: block)
    case .search: SearchPage(scope: scope)
    case .method: MethodPage(scope: scope)
    case .notes: NotesPage(scope: scope)
    case .agencies: AgenciesPage(scope: scope)
    case .agency(let id): edition.agency(id).map { AgencyPage(scope: scope, agency: $0) }
    case .deadlines: DeadlinesPage(scope: scope)
    }
  }
}
