/// The ways from a chapter to the ones before and after it, and to all of them.
struct ChapterSteps {
  /// A neighbouring chapter.
  struct Step {
    var address: Address
    /// What the chapter is called; the way alone is named if it is `nil`.
    var title: HTML?
  }

  let scope: PageScope
  let previous: Step?
  let next: Step?
  /// The page that lists all chapters, if the steps lead there.
  var all: Address?

  /// The list in a landmark of its own.
  var html: HTML {
    .element(.nav, [.classes("chapter-steps"), .ariaLabel(scope.text(.otherChapters))], list)
  }

  /// The list alone.
  var list: HTML {
    .element(
      .ul, [],
      item(previous, .previousChapter, "prev"),
      all.map { .element(.li, [], scope.link(scope.words(.allChapters), to: $0)) } ?? .empty,
      item(next, .nextChapter, "next"))
  }

  private func item(_ step: Step?, _ phrase: Phrase, _ relation: String) -> HTML {
    guard let step else { return .empty }
    return .element(
      .li, [],
      scope.link(scope.words(phrase), to: step.address, nil, [.relation(relation)]),
      step.title.map { " " + $0 } ?? .empty)
  }
}
