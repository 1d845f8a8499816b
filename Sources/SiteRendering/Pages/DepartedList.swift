import PlanModel

/// The blocks of earlier versions that a version doesn't have: an address that still names one here
/// leads to this list, which says what became of it.
struct DepartedList {
  let scope: PageScope
  let version: EditionVersion

  var html: HTML {
    let departed = scope.edition.departed(from: version)
    guard !departed.isEmpty else { return .empty }
    return .element(
      .section, [.classes("departed"), .ariaLabelledBy("departed")],
      .element(.h2, [.id("departed")], scope.words(.departed)),
      .element(.p, [.classes("meta")], scope.words(.departedExplained)),
      .element(
        .details, [], .element(.summary, [], scope.words(.departedCount, count: departed.count)),
        .element(
          .ul, [.classes("histories")],
          children: departed.map { block in
            .element(
              .li, [.id(block.rawValue)],
              scope.link(.element(.code, [], .text(block.rawValue)), to: .history(block: block)),
              " ", HistoriesPage.words(of: block, in: scope))
          })))
  }
}
