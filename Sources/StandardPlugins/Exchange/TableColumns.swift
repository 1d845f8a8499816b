internal import Annotations
internal import PlanModel

/// The columns of a table of notes that say what the notes say, in the form of ``FlatFields``: what is
/// written can be read again.
///
/// | field | columns |
/// |---|---|
/// | date | `deadline`, `deadline.kind`, `deadline.text` |
/// | quantity | `target`, `target.comparator`, `target.unit`, `target.text` |
/// | any other | `lead` |
enum TableColumns {
  /// Columns that are the same in every table, before and behind those of the fields.
  static let passage = ["version", "paragraph", "last paragraph", "quote", "prefix", "suffix"]

  /// The key in a note's `on` of a column; `to` alone could be a field.
  static func key(ofPassage column: String) -> String {
    column == "last paragraph" ? "to" : column
  }
  static let behind = ["basis", "source", "continues", "history", "decisions", "note"]
  /// Columns that tell of a place or a state and are not read.
  static let shown = ["position", "outcome", "review", "now in", "words now", "status", "as of"]

  /// The columns of the fields, in the order in which notes use them.
  static func fields(of notes: [Annotation]) -> [String] {
    var columns: [String] = []
    var seen = Set<String>()
    for field in notes.flatMap(\.fields) {
      for (column, _) in cells(of: field) where seen.insert(column).inserted {
        columns.append(column)
      }
    }
    return columns
  }

  /// The cells of a note by their columns.
  static func cells(of note: Annotation) -> [String: String] {
    var cells = Dictionary(note.fields.flatMap(cells(of:))) { first, _ in first }
    cells["id"] = note.id
    cells["kind"] = note.kind
    let target = NoteValue(note.target)
    for column in passage { cells[column] = target[key(ofPassage: column)]?.text }
    cells["basis"] = note.basis.rawValue
    cells["source"] = note.source
    cells["continues"] = note.continues
    cells["note"] = note.note
    cells["history"] = FlatFields.text(
      ofLines: note.status.map { status in
        ([status.day.description, status.state.rawValue]
          + [status.evidence, status.note].compactMap(\.self))
          .joined(separator: " ")
      })
    cells["decisions"] = FlatFields.text(
      ofLines: note.decisions.map { decision in
        [
          decision.version, decision.verdict.rawValue, decision.paragraph?.rawValue ?? "-",
          decision.quote ?? "",
        ]
        .joined(separator: " ")
      })
    return cells
  }

  private static func cells(of field: Annotation.Field) -> [(String, String)] {
    let key = field.key
    switch field.value {
    case .text(let texts):
      return [(key, texts.count > 1 ? FlatFields.text(ofLines: texts) : texts.first ?? "")]
    case .choice(let word): return [(key, word)]
    case .agencies(let references):
      let names = references.map { $0.name + ($0.isOpen ? "等" : "") }
      return [(key, names.joined(separator: "、"))]
    case .date(let date):
      return [
        (key, date.value ?? ""), (key + ".kind", date.kind.rawValue),
        (key + ".text", date.words ?? ""),
      ]
    case .quantity(let quantity):
      return [
        (key, quantity.value ?? ""), (key + ".comparator", quantity.comparator.rawValue),
        (key + ".unit", quantity.unit ?? ""), (key + ".text", quantity.words ?? ""),
      ]
    }
  }
}
