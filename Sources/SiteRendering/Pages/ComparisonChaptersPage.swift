import Collation
import PlanModel

/// What became of a long version in another: the summary, and a way to each chapter that changed.
///
/// A link to a change names this page, as in a short comparison, and so the page holds the name of
/// every change at its chapter's entry; see ``ChaptersPage``.
struct ComparisonChaptersPage: PageBody {
  let scope: PageScope
  let comparison: EditionComparison
  let isSideBySide: Bool

  private var head: ComparisonHead {
    ComparisonHead(scope: scope, comparison: comparison, isSideBySide: isSideBySide)
  }

  var title: String {
    scope.text(.comparisonOf, ["old": comparison.old.label, "new": comparison.new.label])
  }
  var shownVersions: [EditionVersion] { [comparison.old, comparison.new] }
  var part: SitePart { .comparison }
  var template: TemplateName { .comparisonChapters }
  var className: String { "comparison" }

  static let names: [String: TemplateShape] = [
    "heading": .markup, "ways": .markup, "files": .markup, "summary": .markup,
    "changesLabel": .text, "chapters": .markup,
  ]

  var values: [String: TemplateValue] {
    [
      "heading": .markup(head.heading),
      "ways": .markup(head.ways),
      "files": .markup(FileLinks(scope: scope).html),
      "summary": .markup(
        ComparisonSummary(scope: scope, comparison: comparison, address: scope.address).html),
      "changesLabel": .text(scope.text(.changedChapters)),
      "chapters": .markup(chapters),
    ]
  }

  private var chapters: HTML {
    .element(
      .ol, [.language(comparison.new.language)],
      children: comparison.parts.indices.map { entry($0) + .newline })
      + unchanged
  }

  /// The chapters in which nothing changed, folded; they are read in the text itself.
  private var unchanged: HTML {
    let changed = Set(comparison.parts.map(\.chapter))
    let chapters = comparison.new.chapters.ranges.indices.filter { !changed.contains($0) }
    guard !chapters.isEmpty else { return .empty }
    return .newline
      + .element(
        .details, [.classes("unchanged")],
        .element(.summary, [], scope.words(.chaptersUnchanged, count: chapters.count)),
        .element(
          .ul, [.language(comparison.new.language)],
          children: chapters.map { chapter in
            .element(
              .li, [],
              scope.link(
                .text(comparison.new.chapterTitle(chapter)),
                to: comparison.new.address(ofChapter: chapter)))
          }))
  }

  private func entry(_ index: Int) -> HTML {
    let part = comparison.parts[index]
    let changes = part.links.filter { !comparison.links[$0].isUnchanged }
    let counts = ChangeSort.allCases.compactMap { sort -> HTML? in
      let count = changes.count { comparison.links[$0].sorts.contains(sort) }
      guard count > 0 else { return nil }
      return .element(
        .span, [.classes("sort", sort.rawValue)], scope.words(sort.phrase), " \(count)")
    }
    return .element(
      .li, [],
      .sequence(changes.map { .element(.span, [.id(comparison.anchor(of: $0))]) }),
      scope.link(
        .text(comparison.new.chapterTitle(part.chapter)),
        to: head.address(ofPart: index, isSideBySide: isSideBySide)), " ",
      .element(
        .span, [.classes("sorts"), .language(scope.catalogue.language)],
        .sequence(counts, separator: " ")))
  }
}
