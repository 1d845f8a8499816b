import PlanModel

/// One block of the reading view with what belongs to it: its permanent link, its place in the
/// source, its notes.
struct Passage {
  let scope: PageScope
  let version: EditionVersion
  let index: Int
  /// The level of the plan's highest headings, which become the page's second level.
  let topLevel: Int

  private var block: Block { version.plan.blocks[index] }

  var html: HTML {
    switch block.kind {
    case .heading(let level): heading(level: level)
    case .paragraph, .item, .row: paragraph
    }
  }

  private func heading(level: Int) -> HTML {
    let tag: Tag =
      switch level - topLevel {
      case ...0: .h2
      case 1: .h3
      default: .h4
      }
    return .element(
      .div, [.classes("passage", "heading"), .id(block.id.rawValue)],
      .element(tag, [], headingParts(number: block.number, words: text)),
      apparatus, notes)
  }

  private var paragraph: HTML {
    let depth: String =
      if case .item(let depth) = block.kind { "item item-\(min(depth, 4))" } else { "" }
    return .element(
      .div, [.classes("passage", depth), .id(block.id.rawValue)],
      .element(.p, [.classes("words")], text), apparatus, notes)
  }

  private var marks: [EditionNotes.Mark] {
    scope.edition.notes(in: version).marks(ofBlock: index)
  }

  /// The words with the notes' passages marked, the opening sentence set off as a handle for the
  /// eye.
  private var text: HTML {
    if marks.isEmpty { return unmarkedText }
    let scalars = Array(block.text.unicodeScalars)
    let lead = block.lead?.unicodeScalars.count ?? 0
    let marks = marks
    // The opening sentence is cut out like a mark, so that the two may overlap.
    let runs = markedRuns(count: scalars.count, ranges: marks.map(\.range) + [0..<lead])
    return .sequence(
      runs.map { run in
        let isLead = run.marks.last == marks.count
        let covering = run.marks.filter { $0 < marks.count }.map { marks[$0] }
        let ending = run.endingMarks.filter { $0 < marks.count }.map { marks[$0] }
        let words = marked(.text(scalars[run.range]), by: covering)
        return (isLead ? .element(.span, [.classes("lead")], words) : words)
          + .sequence(ending.filter(\.isLast).map(callout))
      })
  }

  /// The words of a block that no note is about, as most are.
  private var unmarkedText: HTML {
    guard let lead = block.lead?.unicodeScalars.count, lead > 0 else { return .text(block.text) }
    let scalars = block.text.unicodeScalars
    let end = scalars.index(scalars.startIndex, offsetBy: lead, limitedBy: scalars.endIndex)
    return .element(.span, [.classes("lead")], .text(block.text[..<(end ?? scalars.endIndex)]))
      + .text(block.text[(end ?? scalars.endIndex)...])
  }

  private func marked(_ words: HTML, by marks: [EditionNotes.Mark]) -> HTML {
    guard let last = marks.last else { return words }
    let kind = scope.edition.site.notes[last.note].kind
    return .element(
      .mark,
      [
        .classes(NoteCard.className(ofKind: kind), marks.count > 1 ? "deep" : ""),
        .notes(marks.map(\.number)),
      ], words)
  }

  /// The number behind a passage, which leads to the note.
  private func callout(_ mark: EditionNotes.Mark) -> HTML {
    let note = scope.edition.site.notes[mark.note]
    return .element(
      .a,
      [
        .classes("callout"), .id("at-" + note.id),
        .href(scope.reference(.reading(version: version.name), "note-" + note.id)),
        .ariaLabel(scope.text(.noteNumber, ["number": String(mark.number)])),
      ], .text("\(mark.number)"))
  }

  /// The cards of the notes whose passages begin here.
  private var notes: HTML {
    let first = marks.filter(\.isFirst)
    guard !first.isEmpty else { return .empty }
    return .element(
      .aside,
      [
        .classes("notes"), .language(scope.catalogue.language),
        .ariaLabel(scope.text(.notesOn, ["place": version.position(of: index).text])),
      ],
      children: first.map { mark in
        NoteCard(scope: scope, note: scope.edition.site.notes[mark.note], version: version)
          .folded(number: mark.number)
      })
  }

  /// The small print beside a block: its number with its permanent link, its lines in the source.
  private var apparatus: HTML {
    let position = version.position(of: index)
    let mark = position.paragraph.map { "¶\($0)" } ?? "§"
    var parts = [
      HTML.element(
        .a,
        [
          .classes("permalink"), .href(Reference(fragment: block.id.rawValue)),
          .ariaLabel(scope.text(.permanentLinkTo, ["place": position.text])),
        ], .text(mark))
    ]
    if let lines = sourceLines { parts.append(lines) }
    if scope.edition.hasHistory(block.id) {
      parts.append(
        scope.link(
          scope.words(.history), to: .history(block: block.id), nil,
          [.classes("past"), .ariaLabel(scope.text(.historyAt, ["place": position.text]))]))
    }
    return .element(
      .div, [.classes("apparatus"), .language(scope.catalogue.language)], children: parts)
  }

  private var sourceLines: HTML? {
    guard !version.version.sourceLines.isEmpty, let place = version.version.places[block.id] else {
      return nil
    }
    let lines = lineRange(place.lines)
    return scope.link(
      .text(lines), to: version.sourceAddress(ofBlock: index), "b-" + block.id.rawValue,
      [.classes("lines"), .ariaLabel(scope.text(.linesOfSource, ["lines": lines]))])
  }
}

/// Some lines as a person cites them: `5–28`, or `5`.
func lineRange(_ lines: ClosedRange<Int>) -> String {
  lines.count == 1 ? "\(lines.lowerBound)" : "\(lines.lowerBound)–\(lines.upperBound)"
}
