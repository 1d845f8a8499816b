/// Every note, by kind, with what became of it in each version.
struct NotesPage: PageBody {
  let scope: PageScope

  var title: String { scope.text(.notesRegister) }
  var shownVersions: [EditionVersion] { scope.edition.versions }
  var part: SitePart { .notes }
  var className: String { "notes" }

  /// The kinds that have notes: first those that the site names, then others in the order of the
  /// notes.
  private var kinds: [String] {
    var kinds = scope.edition.site.kinds.map(\.id)
    for note in scope.edition.site.notes where !kinds.contains(note.kind) {
      kinds.append(note.kind)
    }
    return kinds.filter { kind in scope.edition.site.notes.contains { $0.kind == kind } }
  }

  private func notes(ofKind kind: String) -> [Site.Note] {
    scope.edition.site.notes.filter { $0.kind == kind }
  }

  var main: HTML {
    .element(
      .header, [.classes("page-head")],
      .element(.h1, [], .text(title)),
      .element(.p, [], scope.words(.notesExplained)), FileLinks(scope: scope).html)
      + facets + .newline + forReview + .sequence(kinds.map(section), separator: .newline)
  }

  private var facets: HTML {
    .element(
      .nav, [.classes("facets"), .ariaLabel(scope.text(.byKind))],
      .element(
        .ul, [],
        children: kinds.enumerated().map { index, kind in
          .element(
            .li, [],
            .element(
              .a, [.href(Reference(fragment: "kind-\(index + 1)"))],
              .text(scope.name(ofKind: kind)), " ",
              .element(.span, [.classes("count")], .text("\(notes(ofKind: kind).count)"))))
        }))
  }

  /// The notes that a person should look at, since the text under them changed.
  private var forReview: HTML {
    let notes = scope.edition.site.notes.filter { note in
      note.placements.contains { $0.outcome != .attached || $0.isForReview }
    }
    guard !notes.isEmpty else { return .empty }
    return .element(
      .section, [.ariaLabelledBy("for-review")],
      .element(.h2, [.id("for-review")], scope.words(.notesForReview)),
      .element(
        .ul, [.classes("brief")],
        children: notes.map { note in
          .element(
            .li, [],
            .element(
              .a, [.href(Reference(fragment: "note-" + note.id))],
              .text(excerpt(note.quote, length: 36))), " ",
            .element(
              .span, [],
              .sequence(
                note.placements.filter(\.isNews).map {
                  OutcomeBadge(scope: scope, placement: $0).html
                }, separator: " ")))
        }))
  }

  private func section(_ kind: String) -> HTML {
    let anchor = "kind-\((kinds.firstIndex(of: kind) ?? 0) + 1)"
    return .element(
      .section, [.ariaLabelledBy(anchor)],
      .element(.h2, [.id(anchor)], .text(scope.name(ofKind: kind))),
      .element(
        .ul, [.classes("register")],
        children: notes(ofKind: kind).map { note in
          .element(
            .li, [],
            NoteCard(scope: scope, note: note, version: nil).entry(withAnchor: "note-" + note.id))
            + .newline
        }))
  }
}
