/// What is due when: a picture, and a table that says the same.
struct DeadlinesPage: PageBody {
  let scope: PageScope

  var title: String { scope.text(.deadlines) }
  var shownVersions: [EditionVersion] { [] }
  var summary: String? { scope.text(.deadlinesExplained) }
  var part: SitePart { .deadlines }
  var template: TemplateName { .deadlines }

  private var notes: [Site.Note] {
    scope.edition.site.notes.filter { $0.deadline?.value != nil }
  }

  private var undated: [Site.Note] {
    scope.edition.site.notes.filter { $0.deadline != nil && $0.deadline?.value == nil }
  }

  static let names: [String: TemplateShape] = [
    "title": .text, "explanation": .text, "files": .markup, "timeline": .markup, "table": .markup,
    "undated": .markup,
  ]

  var values: [String: TemplateValue] {
    [
      "title": .text(title),
      "explanation": .text(scope.text(.deadlinesExplained)),
      "files": .markup(FileLinks(scope: scope).html),
      "timeline": .markup(Timeline(scope: scope, notes: notes).html),
      "table": .markup(DeadlineTable(scope: scope, notes: notes).html),
      "undated": .markup(
        undated.isEmpty
          ? .empty
          : .element(.h2, [], scope.words(.withoutDate))
            + DeadlineTable(scope: scope, notes: undated).html),
    ]
  }
}

/// Deadlines in the order of time.
struct DeadlineTable {
  let scope: PageScope
  let notes: [Site.Note]

  var html: HTML {
    .element(
      .div, [.classes("table")],
      .element(
        .table, [],
        .element(
          .thead, [],
          .element(
            .tr, [],
            children: [Phrase.columnDate, .columnPassage, .columnAgencies, .columnKind].map {
              .element(.th, [.scope("col")], scope.words($0))
            })),
        .element(.tbody, [], children: scope.edition.inOrderOfTime(notes).map(row))))
  }

  private func row(_ note: Site.Note) -> HTML {
    let leaders = note.parts.filter(\.leads)
    return .element(
      .tr, [],
      .element(.th, [.scope("row")], note.deadline.map(when) ?? .empty),
      .element(
        .td, [],
        scope.link(
          .element(.span, [.classes("quote")], .text(excerpt(note.quote, length: 48))), to: .notes,
          "note-" + note.id)),
      .element(
        .td, [],
        .sequence(
          (leaders.isEmpty ? note.parts : leaders).map(scope.agencyLink),
          separator: scope.words(.and))),
      .element(.td, [], .text(scope.name(ofKind: note.kind)))) + .newline
  }

  private func when(_ deadline: Site.Deadline) -> HTML {
    guard let value = deadline.value else { return scope.date(deadline) }
    let words: HTML =
      deadline.words.map { " " + .element(.small, [], .text($0)) } ?? .empty
    return scope.date(Site.Deadline(value: value, manner: deadline.manner)) + words
  }
}
