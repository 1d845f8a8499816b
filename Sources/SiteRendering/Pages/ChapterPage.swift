import PlanModel

/// A chapter of a version's text, with the contents of the chapter alone: the whole plan's contents in
/// each page would grow with the square of its length.
struct ChapterPage: PageBody {
  let scope: PageScope
  let version: EditionVersion
  let chapter: Int

  private var blocks: Range<Int> { version.chapters.ranges[chapter] }

  var title: String {
    "\(excerpt(version.chapterTitle(chapter), length: 60)) · \(version.label)"
  }
  var shownVersions: [EditionVersion] { [version] }
  var summary: String? { version.opening(of: blocks) }
  var part: SitePart { .text }
  var template: TemplateName { .chapter }
  var className: String { "reading" }

  static let names: [String: TemplateShape] = [
    "contents": .markup, "head": .markup, "text": .markup, "steps": .markup, "citation": .markup,
  ]

  var values: [String: TemplateValue] {
    [
      "contents": .markup(
        ContentsList(scope: scope, version: version, chapter: chapter).html),
      "head": .markup(header),
      "text": .markup(RunningText(scope: scope, version: version, blocks: blocks).html),
      "steps": .markup(steps.html),
      "citation": .markup(CitationBox(scope: scope, version: version).html),
    ]
  }

  private var header: HTML {
    .element(
      .header, [.classes("title-page")],
      .element(
        .p, [.classes("edition")],
        scope.link(
          scope.quoted(version.plan.metadata.title ?? version.label, in: version),
          to: .reading(version: version.name)),
        version.plan.metadata.title == nil ? .empty : " " + scope.label(of: version)),
      .element(
        .h1, [.classes("unseen"), .language(version.language)],
        .text(version.chapterTitle(chapter))),
      // The same ways stand below the text, where they are a landmark.
      .element(.div, [.classes("chapter-steps")], steps.list))
  }

  private var steps: ChapterSteps {
    ChapterSteps(
      scope: scope, previous: step(to: chapter - 1), next: step(to: chapter + 1),
      all: .reading(version: version.name))
  }

  private func step(to other: Int) -> ChapterSteps.Step? {
    guard version.chapters.ranges.indices.contains(other) else { return nil }
    return ChapterSteps.Step(
      address: version.address(ofChapter: other),
      title: scope.quoted(excerpt(version.chapterTitle(other), length: 30), in: version))
  }
}

extension EditionVersion {
  /// What a chapter is called: its first heading, or the beginning of its text.
  func chapterTitle(_ chapter: Int) -> String {
    let range = chapters.ranges[chapter]
    let block = range.first { plan.blocks[$0].kind.isHeading } ?? range.lowerBound
    return excerpt(plan.blocks[block].heading, length: 80)
  }
}
