import PlanModel

/// A version's text, with contents, paragraph links, notes and provenance.
struct ReadingPage: PageBody {
  let scope: PageScope
  let version: EditionVersion

  var title: String { version.label }
  var shownVersions: [EditionVersion] { [version] }
  var summary: String? { version.opening(of: version.plan.blocks.indices) }
  var part: SitePart { .text }
  var template: TemplateName { .reading }

  static let names: [String: TemplateShape] = [
    "contents": .markup, "text": .markup,
  ].merging(VersionParts.names) { own, _ in own }

  var values: [String: TemplateValue] {
    [
      "contents": .markup(ContentsList(scope: scope, version: version).html),
      "text": .markup(text),
    ].merging(VersionParts(scope: scope, version: version).values) { own, _ in own }
  }

  private var text: HTML {
    RunningText(scope: scope, version: version, blocks: version.plan.blocks.indices).html
  }
}

/// The ways from a version's text to its source, to other versions and to comparisons.
struct VersionLinks {
  let scope: PageScope
  let version: EditionVersion
  /// Whether the links stand outside the version, so that the first leads to the version itself.
  var isOutside = false

  var html: HTML {
    .element(
      .nav,
      [.classes("version-links"), .ariaLabel(scope.text(.waysFrom, ["version": version.label]))],
      .element(.ul, [], children: items))
  }

  private var items: [HTML] {
    var items: [HTML] = []
    for other in scope.edition.versions where (other.name == version.name) == isOutside {
      items.append(
        scope.link(
          scope.words(.readVersion, version: other),
          to: .reading(version: other.name)))
    }
    for comparison in scope.edition.comparisons {
      if comparison.new.name == version.name {
        items.append(
          scope.link(
            scope.words(.changesSince, version: comparison.old),
            to: .comparison(old: comparison.old.name, new: comparison.new.name)))
      } else if comparison.old.name == version.name {
        items.append(
          scope.link(
            scope.words(.changesUntil, version: comparison.new),
            to: .comparison(old: comparison.old.name, new: comparison.new.name)))
      }
    }
    if !version.version.sourceLines.isEmpty {
      items.append(scope.link(scope.words(.seeSource), to: .source(version: version.name)))
    }
    return items.map { .element(.li, [], $0) }
  }
}
