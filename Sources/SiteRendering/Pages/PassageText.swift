import PlanModel

/// The words of a block with the passages of notes marked, the opening sentence set off as a handle
/// for the eye, and the numbers of the notes behind their passages.
struct PassageText {
  let scope: PageScope
  let version: EditionVersion
  private let block: Block
  private let scalars: [Unicode.Scalar]
  private let marks: [EditionNotes.Mark]
  private let runs: [MarkedRun]

  init(scope: PageScope, version: EditionVersion, index: Int) {
    self.scope = scope
    self.version = version
    block = version.plan.blocks[index]
    scalars = Array(block.text.unicodeScalars)
    marks = scope.edition.notes(in: version).marks(ofBlock: index)
    let lead = block.kind == .row ? 0 : block.lead?.unicodeScalars.count ?? 0
    // The opening sentence is cut out like a mark, so that the two may overlap.
    runs = markedRuns(count: scalars.count, ranges: marks.map(\.range) + [0..<lead])
  }

  /// All of the words.
  var html: HTML { html(of: 0..<scalars.count) }

  /// The cells of a row of a table.
  var cells: [HTML] {
    var cells: [Range<Int>] = []
    var start = 0
    for index in scalars.indices where index >= start {
      guard scalars[index...].starts(with: Self.separator) else { continue }
      cells.append(start..<index)
      start = index + Self.separator.count
    }
    return (cells + [start..<scalars.count]).map(html)
  }

  private static let separator: [Unicode.Scalar] = [" ", "|", " "]

  /// A stretch of the words; a passage's number stands where its last run in the stretch ends.
  private func html(of range: Range<Int>) -> HTML {
    .sequence(
      runs.map { run in
        let part = run.range.clamped(to: range)
        guard !part.isEmpty else { return .empty }
        let isLead = run.marks.last == marks.count
        let covering = run.marks.filter { $0 < marks.count }.map { marks[$0] }
        let words = marked(.text(scalars[part]), by: covering)
        let ending =
          part.upperBound == run.range.upperBound
          ? run.endingMarks.filter { $0 < marks.count }.map { marks[$0] } : []
        return (isLead ? .element(.span, [.classes("lead")], words) : words)
          + .sequence(ending.filter(\.isLast).map(callout))
      })
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
}
