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
    let number: HTML =
      block.number.map { .element(.span, [.classes("number")], .text($0)) + " " } ?? .empty
    return .element(
      .div, [.classes("passage", item), .id(block.id.rawValue)],
      .element(.p, [.classes("words"), .ownDirection], number, text), apparatus, notes)
  }

  /// The classes of an item of a list; one without a number has a bullet.
  private var item: String {
    guard case .item(let depth) = block.kind else { return "" }
    let isBare = block.number == nil && NumberMark(openingOf: block.text) == nil
    return "item item-\(min(depth, 4))" + (isBare ? " bullet" : "")
  }

  private var marks: [EditionNotes.Mark] {
    scope.edition.notes(in: version).marks(ofBlock: index)
  }

  private var text: HTML {
    block.markup == nil && marks.isEmpty
      ? plainText : PassageText(scope: scope, version: version, index: index).html
  }

  /// The words of a block without markup that no note is about, as most are.
  private var plainText: HTML {
    guard let lead = block.lead?.unicodeScalars.count, lead > 0 else { return .text(block.text) }
    let scalars = block.text.unicodeScalars
    let end = scalars.index(scalars.startIndex, offsetBy: lead, limitedBy: scalars.endIndex)
    return .element(.span, [.classes("lead")], .text(block.text[..<(end ?? scalars.endIndex)]))
      + .text(block.text[(end ?? scalars.endIndex)...])
  }

  /// What notes make of the block: its words with their passages and numbers, and their cards.
  var annotated: HTML {
    PassageText(scope: scope, version: version, index: index).html + notes
  }

  /// The cards of the notes whose passages begin here.
  var notes: HTML {
    let first = marks.filter(\.isFirst)
    guard !first.isEmpty else { return .empty }
    return .element(
      .aside,
      [
        // More cards than a paragraph has room for stay folded.
        .classes("notes", first.count > 6 ? "many" : ""), .language(scope.catalogue.language),
        .ariaLabel(scope.text(.notesOn, ["place": version.position(of: index).text])),
      ],
      children: first.map { mark in
        NoteCard(scope: scope, note: scope.edition.site.notes[mark.note], version: version)
          .folded(number: mark.number)
      })
  }

  /// The small print beside a block: its number with its permanent link, its lines in the source.
  var apparatus: HTML {
    let position = version.position(of: index)
    let place = position.text
    let mark = position.paragraph.map { "¶\($0)" } ?? "§"
    var parts = [
      HTML.element(
        .a,
        [
          .classes("permalink"), .href(Reference(fragment: block.id.rawValue)),
          .ariaLabel(scope.text(.permanentLinkTo, ["place": place])),
        ], .text(mark))
    ]
    if let lines = sourceLines { parts.append(lines) }
    if scope.edition.hasHistory(block.id) {
      parts.append(
        scope.link(
          scope.words(.history), to: .history(block: block.id), nil,
          [.classes("past"), .ariaLabel(scope.text(.historyAt, ["place": place]))]))
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
