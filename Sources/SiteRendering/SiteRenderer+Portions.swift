extension SiteRenderer {
  /// Some files of the site that are rendered in one go, with no need of any other.
  ///
  /// A site is rendered portion by portion, on several threads if there are any, and no more of it
  /// stands in memory than is being written.
  public struct Portion: Sendable, Hashable {
    enum Content: Sendable, Hashable {
      case page(Address, catalogue: Int)
      case data(DataFile)
      case searchIndex
      case siteFiles
      case themeFiles
    }

    let content: Content
  }

  /// The portions that make up the site.
  ///
  /// The two that take most memory, the search index and the texts as JSON, stand at the ends, so that they are not made at the same time.
  public var portions: [Portion] {
    let addresses = addresses
    let pages = edition.site.catalogues.indices.flatMap { catalogue in
      addresses.map { Portion.Content.page($0, catalogue: catalogue) }
    }
    return ([.searchIndex] + pages + dataFiles.map { .data($0) } + [.siteFiles, .themeFiles])
      .map(Portion.init)
  }

  /// The files of a portion.
  public func pages(of portion: Portion) -> [Page] {
    switch portion.content {
    case .page(let address, let catalogue):
      page(at: address, in: edition.site.catalogues[catalogue]).map { [$0] } ?? []
    case .data(let file): [page(of: file)]
    case .searchIndex: SearchIndex(edition).pages()
    case .siteFiles: edition.site.files
    case .themeFiles:
      theme.files.map {
        $0.path == ThemeFile.styleSheet.path
          ? FilterRules(comparisons: edition.comparisons).added(to: $0) : $0
      }
    }
  }
}
