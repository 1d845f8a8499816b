import PlanModel

/// The contents of a version whose text is cut into chapters.
///
/// A link to a paragraph names the version's page: it must lead there for ever, however the text was
/// cut when the link was made. The part after `#` never reaches a server, so the page itself holds
/// the name of every block, at its chapter's entry: without script a reader stands at the entry and
/// follows it; with script the page of the chapter comes up at once.
struct ChaptersPage: PageBody {
  let scope: PageScope
  let version: EditionVersion

  /// The headings below chapters are listed too if there are no more of them all than this.
  private static let mostHeadings = 1_000

  var title: String { version.label }
  var shownVersions: [EditionVersion] { [version] }
  var summary: String? { version.opening(of: version.plan.blocks.indices) }
  var part: SitePart { .text }
  var template: TemplateName { .chapters }

  static let names: [String: TemplateShape] = [
    "contentsLabel": .text, "chapters": .markup,
  ].merging(VersionParts.names) { own, _ in own }

  var values: [String: TemplateValue] {
    [
      "contentsLabel": .text(scope.text(.contents)),
      "chapters": .markup(chapters),
    ].merging(VersionParts(scope: scope, version: version).values) { own, _ in own }
  }

  private var chapters: HTML {
    .element(
      .ol, [.language(version.language)],
      children: version.chapters.ranges.indices.map { entry($0) + .newline })
  }

  private func entry(_ chapter: Int) -> HTML {
    let range = version.chapters.ranges[chapter]
    let notes = scope.edition.notes(in: version)
    let names = range.flatMap { block in
      [version.plan.blocks[block].id.rawValue]
        + notes.marks(ofBlock: block).filter(\.isFirst).map {
          "note-" + scope.edition.site.notes[$0.note].id
        }
    }
    let hasSections = version.outline.sections.count <= Self.mostHeadings
    return .element(
      .li, [],
      .sequence(names.map { .element(.span, [.id($0)]) }),
      scope.link(.text(version.chapterTitle(chapter)), to: version.address(ofChapter: chapter)),
      hasSections ? sections(of: chapter) : .empty)
  }

  /// The sections of a chapter that begins with its heading.
  private func sections(of chapter: Int) -> HTML {
    let range = version.chapters.ranges[chapter]
    let headings = range.dropFirst().filter { version.plan.blocks[$0].kind.isHeading }
    guard !headings.isEmpty else { return .empty }
    return .element(
      .ol, [],
      children: headings.map { heading in
        let block = version.plan.blocks[heading]
        return .element(
          .li, [],
          scope.link(
            headingParts(number: block.number, words: .text(block.text)),
            to: .reading(version: version.name), block.id.rawValue))
      })
  }
}
