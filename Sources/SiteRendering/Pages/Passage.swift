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
    case .paragraph, .item: paragraph
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
      .element(tag, [], headingParts(number: block.number, title: block.text)),
      apparatus)
  }

  private var paragraph: HTML {
    let depth: String =
      if case .item(let depth) = block.kind { "item item-\(min(depth, 4))" } else { "" }
    return .element(
      .div, [.classes("passage", depth), .id(block.id.rawValue)],
      .element(.p, [.classes("words")], text), apparatus)
  }

  /// The words, the opening sentence set off as a handle for the eye.
  private var text: HTML {
    let scalars = Array(block.text.unicodeScalars)
    let lead = block.lead?.unicodeScalars.count ?? 0
    guard lead > 0 else { return .text(scalars[...]) }
    return .element(.span, [.classes("lead")], .text(scalars[..<lead])) + .text(scalars[lead...])
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
    return .element(
      .div, [.classes("apparatus"), .language(scope.catalogue.language)], children: parts)
  }

  private var sourceLines: HTML? {
    guard !version.version.sourceLines.isEmpty, let place = version.version.places[block.id] else {
      return nil
    }
    let lines = lineRange(place.lines)
    return scope.link(
      .text(lines), to: .source(version: version.name), "b-" + block.id.rawValue,
      [.classes("lines"), .ariaLabel(scope.text(.linesOfSource, ["lines": lines]))])
  }
}

/// Some lines as a person cites them: `5–28`, or `5`.
func lineRange(_ lines: ClosedRange<Int>) -> String {
  lines.count == 1 ? "\(lines.lowerBound)" : "\(lines.lowerBound)–\(lines.upperBound)"
}
