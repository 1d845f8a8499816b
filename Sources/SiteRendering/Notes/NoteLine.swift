/// A note in one line: its kind, who and by when, the words, and what became of it in a version.
struct NoteLine {
  let scope: PageScope
  let note: Site.Note
  let version: EditionVersion

  var html: HTML {
    let placement = note.placements.first { $0.version == version.name }
    let time = note.deadline.flatMap { $0.words ?? $0.value }
    let gist = note.parts.filter(\.leads).map(scope.name(of:)) + [time].compactMap(\.self)
    return .sequence(
      [
        scope.link(.text(scope.name(ofKind: note.kind)), to: .notes, "note-" + note.id),
        .text(gist.joined(separator: " · ")),
        scope.quoted("“" + excerpt(placement?.quote ?? note.quote, length: 32) + "”", in: version),
        placement.map { OutcomeBadge(scope: scope, placement: $0).html } ?? .empty,
      ], separator: " ")
  }
}
