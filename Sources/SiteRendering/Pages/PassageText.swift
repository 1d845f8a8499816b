import PlanMarkdown
import PlanModel

/// The words of a block with what lies over them: the passages of notes, with the notes' numbers
/// behind them; the styles of the block's markup; the opening sentence, a handle for the eye.
struct PassageText {
  let scope: PageScope
  let version: EditionVersion
  private let scalars: [Unicode.Scalar]
  private let layers: [Layer]
  private let runs: [MarkedRun]

  /// What a stretch of the words is.
  fileprivate enum Layer {
    case passage(EditionNotes.Mark)
    case styled(InlineStyle)
    case opening
  }

  init(scope: PageScope, version: EditionVersion, index: Int) {
    self.scope = scope
    self.version = version
    let block = version.plan.blocks[index]
    scalars = Array(block.text.unicodeScalars)
    var layers: [(layer: Layer, range: Range<Int>)] = []
    for mark in scope.edition.notes(in: version).marks(ofBlock: index) {
      layers.append((.passage(mark), mark.range))
    }
    for (style, range) in block.styles { layers.append((.styled(style), range)) }
    if let lead = block.lead { layers.append((.opening, 0..<lead.unicodeScalars.count)) }
    self.layers = layers.map(\.layer)
    // All are cut into runs together, so that any of them may overlap any other.
    runs = markedRuns(count: scalars.count, ranges: layers.map(\.range))
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
    var html = HTML.empty
    // The runs of one link make one element, unless a note's number, itself a link, parts them.
    var link: Reference?
    var words = HTML.empty
    func close() {
      guard !words.isEmpty else { return }
      html += link.map { linked(words, to: $0) } ?? words
      words = .empty
    }
    for run in runs {
      let part = run.range.clamped(to: range)
      guard !part.isEmpty else { continue }
      let over = run.marks.map { layers[$0] }
      let reference = over.lazy.compactMap(\.reference).first
      if reference != link {
        close()
        link = reference
      }
      words += laid(over, over: .text(scalars[part]))
      guard part.upperBound == run.range.upperBound else { continue }
      let ending = run.endingMarks.compactMap { layers[$0].mark }.filter(\.isLast)
      if !ending.isEmpty {
        close()
        html += .sequence(ending.map(callout))
      }
    }
    close()
    return html
  }

  /// A run's words in the elements of what lies over them, those of the markup innermost.
  private func laid(_ layers: [Layer], over words: HTML) -> HTML {
    var words = words
    for style in layers.compactMap(\.style) { words = words.styled(style) }
    words = marked(words, by: layers.compactMap(\.mark))
    let isOpening = layers.contains { if case .opening = $0 { true } else { false } }
    return isOpening ? .element(.span, [.classes("lead")], words) : words
  }

  private func linked(_ words: HTML, to reference: Reference) -> HTML {
    .element(.a, [.href(reference), .relation("noopener noreferrer")], words)
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

extension PassageText.Layer {
  fileprivate var mark: EditionNotes.Mark? {
    if case .passage(let mark) = self { mark } else { nil }
  }

  fileprivate var style: InlineStyle? {
    if case .styled(let style) = self { style } else { nil }
  }

  /// Where a link into the web leads; any other address stays the text that it is.
  fileprivate var reference: Reference? {
    if case .styled(.link(let destination)) = self { Reference(web: destination) } else { nil }
  }
}
