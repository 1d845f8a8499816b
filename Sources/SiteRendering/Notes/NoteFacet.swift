/// One thing by which a reader picks notes out of the register: a kind, an agency, a year, a state, or
/// that a person should look at them.
public struct NoteFacet: Sendable, Hashable {
  /// What sort of thing it is, in the order in which a reader meets them.
  public enum Sort: String, Sendable, Hashable, CaseIterable {
    /// The kind of a note.
    case kind
    /// An agency that has a part in it.
    case agency
    /// The year of its deadline.
    case year
    /// What was known of it last.
    case state
    /// Whether a person should look at it, since the text under it changed.
    case review
  }

  /// What sort of thing it is.
  public let sort: Sort
  /// The thing: an identifier, a year or a word.
  public let value: String

  /// Creates a facet.
  ///
  /// It fails if the value can't name a folder, so that there is no page for it.
  init?(_ sort: Sort, _ value: String) {
    guard Edition.isUsable(value) else { return nil }
    self.sort = sort
    self.value = value
  }

  /// The facet as it stands in an address.
  var token: String { sort.rawValue + "=" + value }
}

extension Site.Note {
  /// Whether a person should look at the note in some version.
  var isForReview: Bool { placements.contains { $0.outcome != .attached || $0.isForReview } }

  /// The facets under which the note is found, each once.
  var facets: [NoteFacet] {
    var facets = [NoteFacet(.kind, kind)]
    facets += parts.compactMap(\.agency).map { NoteFacet(.agency, $0) }
    facets.append(deadline?.year.flatMap { NoteFacet(.year, String($0)) })
    facets.append(progress.last.flatMap { NoteFacet(.state, $0.state) })
    facets.append(isForReview ? NoteFacet(.review, "yes") : nil)
    var seen: Set<NoteFacet> = []
    return facets.compactMap(\.self).filter { seen.insert($0).inserted }
  }
}

extension PageScope {
  /// The name of a facet.
  func name(of facet: NoteFacet) -> String {
    switch facet.sort {
    case .kind: name(ofKind: facet.value)
    case .agency: edition.agency(facet.value).map { text($0.name) } ?? facet.value
    case .year: facet.value
    case .state: name(ofState: facet.value)
    case .review: text(.outcomeReview)
    }
  }

  /// The page on which the notes of a facet stand together.
  func address(of facet: NoteFacet) -> Address {
    facet.sort == .agency ? .agency(id: facet.value) : .notesOf(facet)
  }
}

extension NoteFacet.Sort {
  /// The name of the sort.
  var phrase: Phrase {
    switch self {
    case .kind: .columnKind
    case .agency: .columnAgencies
    case .year: .columnDate
    case .state: .columnState
    case .review: .columnReview
    }
  }
}
