public import PlanModel

extension SiteRenderer {
  /// Some files of the site that are rendered in one go, with no need of any other.
  ///
  /// A site is rendered portion by portion, on several threads if there are any, and no more of it
  /// stands in memory than is being written.
  public struct Portion: Sendable, Hashable {
    enum Content: Sendable, Hashable {
      case page(Address, catalogue: Int)
      /// A chapter's text and source, in every language.
      case chapter(version: String, start: BlockID)
      case data(DataFile)
      /// The texts that a search looks through, by shelf.
      case searchTexts(shelf: Int)
      /// Which shelves hold what.
      case searchLists
      case siteFiles
      case themeFiles
    }

    let content: Content

    /// Whether the portion falls into parts itself, so that it is best rendered before the others,
    /// by as many threads as there are.
    public var isDivisible: Bool { content == .searchLists }
  }

  /// The portions that make up the site.
  ///
  /// The largest come first, so that at the end no thread waits long for another.
  public var portions: [Portion] {
    var contents: [Portion.Content] = [.searchLists]
    contents += dataFiles.map { .data($0) }
    contents += search.shelves.indices.map { .searchTexts(shelf: $0) }
    let addresses = addresses
    for address in addresses {
      guard case .chapter(let version, let start) = address else { continue }
      contents.append(.chapter(version: version, start: start))
    }
    for catalogue in edition.site.catalogues.indices {
      for address in addresses where !address.isOfChapter {
        contents.append(.page(address, catalogue: catalogue))
      }
    }
    return (contents + [.siteFiles, .themeFiles]).map(Portion.init)
  }

  /// The files of a portion.
  ///
  /// - Parameters:
  ///   - portion: The portion.
  ///   - sharing: How it is rendered if it falls into parts.
  /// - Returns: The files, in an order that is always the same.
  public func pages(of portion: Portion, sharing: WorkSharing = .inTurn) -> [Page] {
    switch portion.content {
    case .page(let address, let catalogue):
      page(at: address, in: edition.site.catalogues[catalogue]).map { [$0] } ?? []
    case .chapter(let version, let start):
      edition.site.catalogues.flatMap { catalogue in
        [
          .chapter(version: version, start: start),
          .chapterSource(version: version, start: start),
        ].compactMap { page(at: $0, in: catalogue) }
      }
    case .data(let file): [page(of: file)]
    case .searchTexts(let shelf): [search.texts(onShelf: shelf)]
    case .searchLists: search.lists(sharing: sharing)
    case .siteFiles: edition.site.files
    case .themeFiles:
      theme.files.map {
        $0.path == ThemeFile.styleSheet.path
          ? FilterRules(comparisons: edition.comparisons).added(to: $0) : $0
      }
    }
  }
}

extension Address {
  /// Whether it is the page of a chapter's text or source.
  fileprivate var isOfChapter: Bool {
    switch self {
    case .chapter, .chapterSource: true
    default: false
    }
  }
}
