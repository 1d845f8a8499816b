import PlanModel

/// The sources of the chapters, each a link away.
struct ChapterSourcesPage: PageBody {
  let scope: PageScope
  let version: EditionVersion

  var title: String { scope.text(.sourceOf, ["version": version.label]) }
  var shownVersions: [EditionVersion] { [version] }
  var part: SitePart { .text }
  var className: String { "chapters" }

  var main: HTML {
    .element(
      .header, [.classes("page-head")],
      .element(.h1, [], .text(title)),
      .element(.p, [], scope.words(.sourceExplained)),
      version.version.sourceName.map {
        .element(.p, [.classes("file")], .element(.code, [], .text($0)))
      } ?? .empty)
      + .element(
        .nav, [.classes("chapters"), .ariaLabel(scope.text(.contents))],
        .element(
          .ol, [.language(version.language)],
          children: version.chapters.ranges.indices.map { chapter in
            let block = version.plan.blocks[version.chapters.ranges[chapter].lowerBound]
            return .element(
              .li, [],
              scope.link(
                .text(version.chapterTitle(chapter)),
                to: .chapterSource(version: version.name, start: block.id))) + .newline
          }))
  }
}
