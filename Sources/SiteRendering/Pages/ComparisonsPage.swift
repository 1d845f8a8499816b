import PlanModel

/// The list of the comparisons that the site holds.
struct ComparisonsPage: PageBody {
  let scope: PageScope

  var title: String { scope.text(.comparisons) }
  var shownVersions: [EditionVersion] { [] }
  var summary: String? { scope.text(.comparisonsExplained) }
  var part: SitePart { .comparison }
  var template: TemplateName { .comparisons }

  static let names: [String: TemplateShape] = [
    "title": .text, "explanation": .text, "entries": .markup, "histories": .markup,
  ]

  var values: [String: TemplateValue] {
    [
      "title": .text(title),
      "explanation": .text(scope.text(.comparisonsExplained)),
      "entries": .markup(.sequence(scope.edition.comparisons.map(entry), separator: .newline)),
      "histories": .markup(histories),
    ]
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

  private var histories: HTML {
    guard !scope.edition.storied.isEmpty else { return .empty }
    return .element(.p, [], scope.link(scope.words(.historiesLink), to: .histories))
  }
}
