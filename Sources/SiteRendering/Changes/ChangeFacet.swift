import Collation

/// One thing by which a reader picks changes.
enum ChangeFacet: Hashable {
  /// What the change is worth.
  case weight(Comparison.Substance)
  /// What sort of value changed, such as `number`.
  case value(String)
  /// What sort of change it is.
  case sort(ChangeSort)

  /// The facet as it stands in an address.
  var token: String {
    switch self {
    case .weight(let substance): "weight=" + substance.rawValue
    case .value(let tag): "value=" + tag
    case .sort(let sort): "sort=" + sort.rawValue
    }
  }

  /// The name of the place in the page that makes the style sheet leave out the other changes.
  var anchor: String { "only-" + token.replacing("=", with: "-") }
}

extension Comparison.Link {
  /// The facets under which the change is found.
  var facets: [ChangeFacet] {
    [substance].compactMap(\.self).map { .weight($0) }
      + tags.filter(Edition.isUsable).map { .value($0) } + sorts.map { .sort($0) }
  }
}

/// The ways to pick changes of a comparison.
///
/// Without script a way leads to a place at the head of the list; as that is the target of the
/// address, the style sheet leaves out the other changes.
struct ChangeFilters {
  let scope: PageScope
  let comparison: EditionComparison
  /// The part that is shown; `nil` for all.
  var part: ComparisonPart?

  var html: HTML {
    let groups = groups
    let places = groups.flatMap(\.facets).map {
      HTML.element(.span, [.classes("only"), .id($0.anchor)])
    }
    let choices = groups.map { group in
      (name: scope.words(group.name), choices: group.facets.map(choice))
    }
    return .sequence(places) + FacetList(scope: scope, groups: choices).html
      + .element(
        .p, [.classes("unfilter")],
        .element(.a, [.href(Reference(fragment: "changes"))], scope.words(.facetsAll)))
  }

  private var all: [ChangeFacet] {
    comparison.links[part?.links ?? comparison.links.indices].filter { !$0.isUnchanged }
      .flatMap(\.facets)
  }

  /// The facets that some change has; where all changes have the same, there is nothing to pick.
  private var groups: [(name: Phrase, facets: [ChangeFacet])] {
    let used = Set(all)
    let values = used.compactMap { if case .value(let tag) = $0 { tag } else { nil } }.sorted()
    return [
      (Phrase.facetWeight, Comparison.Substance.allCases.reversed().map { .weight($0) }),
      (.facetValue, values.map { .value($0) }),
      (.facetSort, ChangeSort.allCases.map { .sort($0) }),
    ].map { (name: $0, facets: $1.filter(used.contains)) }.filter { $0.facets.count > 1 }
  }

  private func choice(_ facet: ChangeFacet) -> FacetList.Choice {
    FacetList.Choice(
      label: .text(name(of: facet)), count: all.count { $0 == facet }, token: facet.token,
      link: Reference(fragment: facet.anchor))
  }

  private func name(of facet: ChangeFacet) -> String {
    switch facet {
    case .weight(let substance): scope.text(substance.phrase)
    case .value(let tag): scope.name(ofTag: tag)
    case .sort(let sort): scope.text(sort.phrase)
    }
  }
}
