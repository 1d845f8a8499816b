import PlanModel

/// The list of the comparisons that the site holds.
struct ComparisonsPage: PageBody {
  let scope: PageScope

  var title: String { scope.text(.comparisons) }
  var shownVersions: [EditionVersion] { [] }
  var summary: String? { scope.text(.comparisonsExplained) }
  var part: SitePart { .comparison }
  var className: String { "comparisons" }

  var main: HTML {
    .element(
      .header, [.classes("page-head")],
      .element(.h1, [], .text(title)),
      .element(.p, [], scope.words(.comparisonsExplained)))
      + .sequence(scope.edition.comparisons.map(entry), separator: .newline)
      + retired
  }

  private func entry(_ comparison: EditionComparison) -> HTML {
    let address = Address.comparison(old: comparison.old.name, new: comparison.new.name)
    let name = scope.name(of: comparison)
    let fictitious = [comparison.old, comparison.new].compactMap(\.plan.metadata.notice)
    return .element(
      .section, [.classes("comparison-entry")],
      .element(.h2, [], scope.link(name, to: address)),
      .sequence(
        fictitious.map { .element(.p, [.classes("notice-line")], .text($0)) }),
      ComparisonSummary(scope: scope, comparison: comparison, address: address).figures,
      .element(
        .p, [.classes("ways")],
        scope.link(scope.words(.showInOneColumn), to: address),
        scope.link(
          scope.words(.showSideBySide),
          to: .sideBySide(old: comparison.old.name, new: comparison.new.name))))
  }

  private var retired: HTML {
    guard !scope.edition.storied.isEmpty else { return .empty }
    return .element(.p, [], scope.link(scope.words(.historiesLink), to: .histories))
  }
}
