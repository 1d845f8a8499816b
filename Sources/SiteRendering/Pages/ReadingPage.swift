import PlanModel

/// A version's text, with contents, paragraph links, notes and provenance.
struct ReadingPage: PageBody {
  let scope: PageScope
  let version: EditionVersion

  var title: String { version.label }
  var shownVersions: [EditionVersion] { [version] }
  var part: SitePart { .text }
  var className: String { "reading" }

  var main: HTML {
    .element(
      .div, [.classes("reading")],
      ContentsList(scope: scope, version: version).html, .newline,
      .element(
        .article, [.classes("plan")], header, .newline, text, unplaced, .newline,
        CitationBox(scope: scope, version: version).html))
  }

  private var header: HTML {
    .element(
      .header, [.classes("title-page")],
      .element(
        .h1, [.language(version.language)], .text(version.plan.metadata.title ?? version.label)),
      .element(.p, [.classes("edition")], scope.label(of: version)),
      VersionLinks(scope: scope, version: version).html,
      beginning)
  }

  /// Says where the text begins, if its first headings stood on a page that is not here.
  private var beginning: HTML {
    guard let start = version.plan.metadata.startsIn else { return .empty }
    return .element(
      .h2, [.classes("beginning")],
      scope.catalogue.html(.textBeginsIn, ["place": scope.quoted(start, in: version)]))
  }

  private var text: HTML {
    let top = version.outline.sections.map(\.level).min() ?? 1
    return .element(
      .div, [.classes("text"), .language(version.language)],
      children: version.plan.blocks.indices.map { index in
        Passage(scope: scope, version: version, index: index, topLevel: top).html + .newline
      })
  }
}

extension ReadingPage {
  /// The notes that have no place in this version: said openly, with the reason.
  private var unplaced: HTML {
    let notes = scope.edition.notes(in: version).unplaced
    guard !notes.isEmpty else { return .empty }
    return .element(
      .section, [.classes("unplaced"), .ariaLabelledBy("unplaced")],
      .element(.h2, [.id("unplaced")], scope.words(.unplacedNotes)),
      .element(.p, [], scope.words(.unplacedExplained)),
      .element(
        .ul, [.classes("register")],
        children: notes.map { index in
          let note = scope.edition.site.notes[index]
          return .element(
            .li, [],
            NoteCard(scope: scope, note: note, version: version).entry(
              withAnchor: "note-" + note.id))
        }))
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
