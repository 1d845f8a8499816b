import PlanModel

/// What stands at the head of the pages of a comparison.
struct ComparisonHead {
  let scope: PageScope
  let comparison: EditionComparison
  let isSideBySide: Bool
  /// The part that the page shows, by index; `nil` if it shows all, or lists the parts.
  var partIndex: Int?

  var heading: HTML {
    .element(
      .h1, [],
      .element(.span, [.classes("old")], scope.label(of: comparison.old)),
      .element(.span, [.classes("arrow"), .ariaLabel(scope.text(.becomes)), .role("img")], "→"),
      .element(.span, [.classes("new")], scope.label(of: comparison.new)))
  }

  /// The ways to the other setting of the same and to both texts.
  var ways: HTML {
    guard !scope.isStandalone else { return .empty }
    return .element(
      .p, [.classes("ways")],
      scope.link(
        scope.words(isSideBySide ? .showInOneColumn : .showSideBySide),
        to: address(ofPart: partIndex, isSideBySide: !isSideBySide)),
      scope.link(
        scope.words(.readVersion, version: comparison.old),
        to: .reading(version: comparison.old.name)),
      scope.link(
        scope.words(.readVersion, version: comparison.new),
        to: .reading(version: comparison.new.name)))
  }

  /// The ways to the parts before and after this one, and to all of them.
  var steps: HTML {
    guard let partIndex else { return .empty }
    return ChapterSteps(
      scope: scope, previous: step(to: partIndex - 1), next: step(to: partIndex + 1),
      all: address(ofPart: nil, isSideBySide: isSideBySide)
    ).html
  }

  private func step(to other: Int) -> ChapterSteps.Step? {
    guard comparison.parts.indices.contains(other) else { return nil }
    let title = comparison.new.chapterTitle(comparison.parts[other].chapter)
    return ChapterSteps.Step(
      address: address(ofPart: other, isSideBySide: isSideBySide),
      title: scope.quoted(excerpt(title, length: 30), in: comparison.new))
  }

  /// The page of a part, or of all.
  func address(ofPart index: Int?, isSideBySide: Bool) -> Address {
    let (old, new) = (comparison.old.name, comparison.new.name)
    guard let index else {
      return isSideBySide ? .sideBySide(old: old, new: new) : .comparison(old: old, new: new)
    }
    let start = comparison.parts[index].start
    return isSideBySide
      ? .sideBySideChapter(old: old, new: new, start: start)
      : .comparisonChapter(old: old, new: new, start: start)
  }
}
