import Annotations
import PlanModel

/// What one agency leads and supports, what is due, and what changed for it.
struct AgencyPage: PageBody {
  let scope: PageScope
  let agency: Site.Agency

  var title: String { scope.text(agency.name) }
  var shownVersions: [EditionVersion] { scope.edition.versions }
  var part: SitePart { .agencies }
  var template: TemplateName { .agency }

  private var notes: [Site.Note] { scope.edition.notes(ofAgency: agency.id) }

  private var parts: [Site.Part] { scope.edition.parts(of: agency.id) }

  static let names: [String: TemplateShape] = [
    "title": .text, "names": .markup, "files": .markup, "changes": .markup, "due": .markup,
    "tasks": .markup,
  ]

  var values: [String: TemplateValue] {
    [
      "title": .text(title),
      "names": .markup(names),
      "files": .markup(FileLinks(scope: scope).html),
      "changes": .markup(news),
      "due": .markup(due),
      "tasks": .markup(.sequence(scope.roles(in: parts).map(section), separator: .newline)),
    ]
  }

  private var names: HTML {
    var lines: [HTML] = []
    let others = (agency.name.texts.map(\.text) + agency.otherNames).filter { $0 != title }
    if !others.isEmpty {
      lines.append(
        .element(
          .p, [],
          scope.words(
            .otherNames, ["names": others.joined(separator: scope.text(.and))])))
    }
    if let parent = agency.parent.flatMap({ scope.edition.agency($0) }) {
      let isBusy = scope.edition.busyAgencies.contains(parent)
      lines.append(
        .element(
          .p, [],
          scope.catalogue.html(
            .partOf,
            [
              "parent": isBusy
                ? scope.link(.text(scope.text(parent.name)), to: .agency(id: parent.id))
                : .text(scope.text(parent.name))
            ])))
    }
    return .sequence(lines)
  }

  /// What changed for the agency: where it is named now or no longer, and the notes whose text
  /// changed from version to version.
  private var news: HTML {
    let changed = notes.filter { $0.placements.contains(where: \.isNews) }
    let naming = NamedChanges(scope: scope, agency: agency).html
    guard !changed.isEmpty || !naming.isEmpty else { return .empty }
    let list: HTML =
      changed.isEmpty
      ? .empty : .element(.ul, [.classes("brief")], children: changed.map(newsLine))
    return .element(
      .section, [.ariaLabelledBy("changed")],
      .element(.h2, [.id("changed")], scope.words(.changedForAgency)), naming, list)
  }

  private func newsLine(_ note: Site.Note) -> HTML {
    let lines = note.placements.filter(\.isNews).compactMap { placement in
      scope.edition.version(placement.version).map {
        OutcomeLine(scope: scope, note: note, placement: placement, version: $0).html
      }
    }
    return .element(
      .li, [],
      scope.link(.text(excerpt(note.quote, length: 36)), to: .notes, "note-" + note.id), " ",
      .element(.span, [.classes("meta")], .sequence(lines, separator: " ")))
  }

  private var due: HTML {
    let dated = notes.filter { $0.deadline?.value != nil }
    guard !dated.isEmpty else { return .empty }
    return .element(
      .section, [.ariaLabelledBy("due")], .element(.h2, [.id("due")], scope.words(.due)),
      DeadlineTable(scope: scope, notes: dated).html)
  }

  private func section(_ role: String) -> HTML {
    let anchor = "role-\((scope.roles(in: parts).firstIndex(of: role) ?? 0) + 1)"
    let notes = notes.filter { note in
      note.parts.contains { $0.agency == agency.id && $0.role == role }
    }
    guard !notes.isEmpty else { return .empty }
    return .element(
      .section, [.ariaLabelledBy(anchor)],
      .element(.h2, [.id(anchor)], .text(scope.name(ofRole: role, in: parts))),
      .element(
        .ul, [.classes("register")],
        children: notes.map { note in
          .element(
            .li, [],
            NoteCard(scope: scope, note: note, version: nil)
              .entry(withAnchor: anchor + "-" + note.id))
        }))
  }
}
