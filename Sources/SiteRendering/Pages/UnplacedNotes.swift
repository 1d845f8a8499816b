/// The notes that have no place in a version: said openly, with the reason.
struct UnplacedNotes {
  let scope: PageScope
  let version: EditionVersion

  var html: HTML {
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
