import Collation

/// The rules of the style sheet by which an address leaves out all changes but those of one value.
///
/// The theme has them for the values that Variorum knows. A plugin may find others, such as `water`, and
/// no rule can speak of all values at once.
struct FilterRules {
  let comparisons: [EditionComparison]

  /// The style sheet with rules for the values that it doesn't know.
  func added(to styleSheet: Page) -> Page {
    let words = String(decoding: styleSheet.bytes, as: UTF8.self)
    let rules = anchors.filter { !words.contains("#\($0.name):target") }.map(rule)
    var page = styleSheet
    page.bytes += rules.joined().utf8
    return page
  }

  private var anchors: [(name: String, token: String)] {
    let tags = Set(comparisons.flatMap(\.links).flatMap(\.tags))
    return tags.filter(Edition.isUsable).sorted().map {
      let facet = ChangeFacet.value($0)
      return (facet.anchor, facet.token)
    }
  }

  /// A usable name has no character that ends a string in CSS.
  private func rule(anchor: String, token: String) -> String {
    "\n.comparison:has([id=\"\(anchor)\"]:target) .change:not([data-facets~=\"\(token)\"]) { display: none; }"
  }
}
