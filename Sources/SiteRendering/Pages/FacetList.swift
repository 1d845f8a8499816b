/// The ways to pick from a list: without script each leads to a page or a place where the rest is left
/// out; with script they can be put together, and the choice stands in the address.
struct FacetList {
  /// One way, with how many entries it leads to.
  struct Choice {
    var label: HTML
    var count: Int
    /// The choice as it stands in the address: `year=2025`.
    var token: String
    var link: Reference
    var isCurrent = false
  }

  let scope: PageScope
  /// The choices by the names of what they choose.
  let groups: [(name: HTML, choices: [Choice])]

  var html: HTML {
    guard !groups.isEmpty else { return .empty }
    return .element(
      .nav,
      [
        .classes("facets"), .ariaLabel(scope.text(.facets)),
        .data(.found, scope.text(.searchFound, ["count": "%"])),
        .data(.all, scope.text(.facetsAll)),
      ],
      .element(.dl, [], children: groups.map(group)))
  }

  private func group(_ group: (name: HTML, choices: [Choice])) -> HTML {
    .element(
      .div, [], .element(.dt, [], group.name),
      .element(
        .dd, [],
        .element(
          .ul, [],
          children: group.choices.map { choice in
            let current: [Attribute] = choice.isCurrent ? [.ariaCurrent("page")] : []
            return .element(
              .li, [],
              .element(
                .a, [.href(choice.link), .data(.facet, choice.token)] + current, choice.label, " ",
                .element(.span, [.classes("count")], .text("\(choice.count)"))))
          })))
  }
}
