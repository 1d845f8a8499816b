import PlanModel

/// The sources of the chapters, each a link away.
struct ChapterSourcesPage: PageBody {
  let scope: PageScope
  let version: EditionVersion

  var title: String { scope.text(.sourceOf, ["version": version.label]) }
  var shownVersions: [EditionVersion] { [version] }
  var part: SitePart { .text }
  var template: TemplateName { .sources }
  var className: String { "chapters" }

  static let names: [String: TemplateShape] = [
    "title": .text, "explanation": .text, "hasFile": .flag, "file": .text, "contentsLabel": .text,
    "chapters": .markup,
  ]

  var values: [String: TemplateValue] {
    [
      "title": .text(title),
      "explanation": .text(scope.text(version.version.sourceExplanation)),
      "hasFile": .flag(version.version.sourceName != nil),
      "file": .text(version.version.sourceName ?? ""),
      "contentsLabel": .text(scope.text(.contents)),
      "chapters": .markup(chapters),
    ]
  }

  private var chapters: HTML {
    .element(
      .ol, [.language(version.language)],
      children: version.chapters.ranges.indices.map { chapter in
        let block = version.plan.blocks[version.chapters.ranges[chapter].lowerBound]
        return .element(
          .li, [],
          scope.link(
            .text(version.chapterTitle(chapter)),
            to: .chapterSource(version: version.name, start: block.id))) + .newline
      })
  }
}
