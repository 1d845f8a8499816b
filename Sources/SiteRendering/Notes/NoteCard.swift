import PlanModel

/// A note as it stands beside its passage, or as an entry of a register.
struct NoteCard {
  let scope: PageScope
  let note: Site.Note
  /// The version beside whose text the card stands; `nil` in a register of all versions.
  let version: EditionVersion?

  /// The class of a kind in the theme; kinds that a project adds look like comments.
  static func className(ofKind kind: String) -> String {
    ["task", "indicator", "definition", "reference"].contains(kind) ? kind : "comment"
  }

  private var placement: Site.Placement? {
    version.flatMap { version in note.placements.first { $0.version == version.name } }
  }

  /// The card beside a paragraph: its head says what a hurried reader wants to know; the rest is
  /// open in the margin, and unfolds under the paragraph on a narrow screen.
  func folded(number: Int) -> HTML {
    .element(
      .details,
      [
        .classes(
          "note", Self.className(ofKind: note.kind),
          placement?.isForReview == true ? "review" : ""),
        .id("note-" + note.id),
      ],
      .element(
        .summary, [],
        .element(.span, [.classes("mark")], .text("\(number)")),
        .element(.span, [.classes("kind")], .text(scope.name(ofKind: note.kind))), " ",
        .element(.span, [.classes("gist")], gist)),
      .element(
        .div, [.classes("body")], parts, facts, text, progress, reading, whence(ways))) + .newline
  }

  /// An entry of a register.
  func entry(withAnchor anchor: String) -> HTML {
    .element(
      .article, [.id(anchor), .classes("entry")],
      .element(
        .h3, [], .element(.span, [.classes("quote")], quote)),
      .element(.div, [.classes("body")], parts, deadline, facts, text, progress, whence([])),
      outcomes)
  }

  /// Who and when, in one line.
  private var gist: HTML {
    let leaders = note.parts.filter(\.leads).map(scope.name(of:))
    var pieces: [HTML] = []
    if !leaders.isEmpty {
      pieces.append(
        .element(.span, [.classes("who")], .text(leaders.joined(separator: scope.text(.and)))))
    }
    if let deadline = note.deadline, let words = deadline.words ?? deadline.value {
      pieces.append(.element(.span, [.classes("when")], .text(words)))
    }
    return .sequence(pieces, separator: " ")
  }

  private var quote: HTML {
    guard let newest = scope.edition.versions.first else { return .text(note.quote) }
    return scope.quoted("“" + excerpt(note.quote, length: 80) + "”", in: version ?? newest)
  }

  private var parts: HTML {
    let roles = scope.roles(in: note.parts)
    guard !roles.isEmpty else { return .empty }
    return .element(
      .dl, [.classes("parts-of")],
      children: roles.flatMap { role in
        [
          HTML.element(.dt, [], .text(scope.name(ofRole: role, in: note.parts))),
          .element(
            .dd, [],
            .sequence(
              note.parts.filter { $0.role == role }.map(scope.agencyLink),
              separator: scope.words(.and))),
        ]
      })
  }

  private var deadline: HTML {
    guard let deadline = note.deadline else { return .empty }
    return .element(
      .p, [.classes("when")], scope.words(.deadline), " ", scope.date(deadline))
  }

  private var facts: HTML {
    guard !note.facts.isEmpty else { return .empty }
    return .element(
      .dl, [],
      children: note.facts.flatMap { fact in
        [
          HTML.element(.dt, [], .text(scope.text(fact.label))),
          .element(.dd, [], scope.value(of: fact, in: version)),
        ]
      })
  }

  /// What the editors say.
  private var text: HTML {
    guard !note.text.isEmpty else { return .empty }
    return .element(
      .div, [.classes("says")], MarkdownBody(scope: scope, version: version, text: note.text).html)
  }

  private var progress: HTML {
    .sequence(
      note.progress.map { entry in
        let state = HTML.text(scope.name(ofState: entry.state))
        let evidence = entry.evidence.flatMap(Reference.init(web:)).map {
          " "
            + HTML.element(
              .a, [.href($0), .relation("noopener noreferrer")], scope.words(.evidence))
        }
        return .element(
          .p, [.classes("progress")],
          .element(.time, [.dateTime(entry.on)], .text(entry.on)), " ", state, evidence ?? .empty)
      })
  }

  /// What the note rests on and what became of it, with the ways from here.
  private func whence(_ ways: [HTML]) -> HTML {
    var pieces: [HTML] = []
    if let placement, placement.isNews {
      pieces.append(OutcomeBadge(scope: scope, placement: placement).html)
    }
    if let basis = note.basis {
      pieces.append(
        .element(
          .span, [.classes("basis", "basis-" + basis.rawValue)], scope.words(basis.phrase)))
    }
    if let source = note.source {
      let address = Reference(web: source)
      pieces.append(
        address.map {
          .element(.a, [.href($0), .relation("noopener noreferrer")], .text(source))
        } ?? .text(source))
    }
    let all = pieces + ways
    return all.isEmpty ? .empty : .element(.p, [.classes("whence")], .sequence(all, separator: " "))
  }

  /// How the passage reads here, if the note was written on other words.
  private var reading: HTML {
    guard let version, let quote = placement?.quote, quote != note.quote else { return .empty }
    return .element(
      .p, [], scope.words(.wroteOn), " ",
      scope.quoted("“" + excerpt(note.quote, length: 60) + "”", in: version))
  }

  private var ways: [HTML] {
    [
      scope.link(scope.words(.inRegister), to: .notes, "note-" + note.id),
      .element(.a, [.href(wayToPassage)], scope.words(.toPassage)),
    ]
  }

  /// The number behind the passage: in this page, unless the passage ends in a later chapter.
  private var wayToPassage: Reference {
    let place = "at-" + note.id
    return version.map { scope.reference(.reading(version: $0.name), place) }
      ?? Reference(fragment: place)
  }

  /// What became of the note in each version, with the way to its place.
  private var outcomes: HTML {
    .element(
      .ul, [.classes("meta", "outcomes")],
      children: scope.edition.versions.compactMap { version in
        guard let placement = note.placements.first(where: { $0.version == version.name }) else {
          return nil
        }
        return .element(
          .li, [],
          OutcomeLine(scope: scope, note: note, placement: placement, version: version).html)
      })
  }
}
