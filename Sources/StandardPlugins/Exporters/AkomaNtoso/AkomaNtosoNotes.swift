internal import Annotations
internal import PlanModel
internal import PluginKit

/// The notes that have a place in the version, as notes of the standard, and where they are called.
struct AkomaNtosoNotes {
  /// A sign in the text behind the passage of a note.
  struct Call {
    /// Where in the block's text it stands, in scalars.
    var offset: Int
    /// The note's number.
    var number: Int
  }

  /// The notes in the order of reading.
  private(set) var elements: [XMLElement] = []
  /// The agencies that they name, each once, in that order.
  private(set) var agencies: [String] = []
  private var calls: [Int: [Call]] = [:]

  init(_ register: NoteRegister) {
    let placed = register.entries.enumerated().compactMap { index, entry in
      entry.placement?.passage.map { (passage: $0, index: index, note: entry.note) }
    }.sorted { left, right in
      (left.passage.end, left.index) < (right.passage.end, right.index)
    }
    for (passage, _, note) in placed {
      let number = elements.count + 1
      for (_, agency) in note.agencies where !agencies.contains(agency.name) {
        agencies.append(agency.name)
      }
      elements.append(Self.element(of: note, number: number))
      calls[passage.end.block, default: []].append(
        Call(offset: passage.end.offset, number: number))
    }
  }

  /// The calls in a block, in the order of the text.
  func calls(in block: Int) -> [Call] { calls[block] ?? [] }

  private static func element(of note: Annotation, number: Int) -> XMLElement {
    var lines = ["\(note.kind) \(note.id)"]
    for field in note.fields { lines.append("\(field.key): \(words(of: field.value))") }
    lines.append("basis: \(note.basis.rawValue)")
    if let source = note.source { lines.append("source: \(source)") }
    for entry in note.status {
      lines.append("status: \(entry.day) \(entry.state.rawValue) \(entry.evidence ?? "")")
    }
    lines += note.note.map { $0.split(separator: "\n").map(String.init) } ?? []
    return XMLElement(
      "note", [("eId", "note_\(number)"), ("class", note.kind), ("placement", "side")],
      lines.map { XMLElement("p", text: $0) })
  }

  private static func words(of value: Annotation.Value) -> String {
    switch value {
    case .text(let texts): texts.joined(separator: "; ")
    case .agencies(let references):
      references.map { $0.name + ($0.isOpen ? "等" : "") }.joined(separator: "、")
    case .date(let date):
      [date.kind.rawValue, date.value, date.words.map { "(\($0))" }].compactMap(\.self)
        .joined(separator: " ")
    case .quantity(let quantity): quantity.words ?? "\(quantity)"
    case .choice(let word): word
    }
  }
}
