public import Annotations
internal import PlanModel
public import PluginKit

/// Reads notes out of a table: the one that ``TableExporter`` writes, or one of an office whose
/// headings are the fields' keys or labels (`lead`, 牵头).
public struct TableNoteImporter: NoteImporter {
  /// The importer's name.
  public let name = "table"
  /// The word for the form.
  public let format = "csv"

  /// Creates an importer.
  public init() {}

  /// The notes, one a line below the headings.
  public func notes(of source: ImportSource, kinds: [AnnotationKind]) throws -> ImportedNotes {
    guard let text = String(validating: source.bytes, as: UTF8.self) else {
      throw DocumentError(
        code: "malformed-text", "the table is not UTF-8", at: FilePlace(file: source.name),
        help: "save it as “CSV UTF-8”")
    }
    let table = SeparatedValues(text)
    if let line = table.openQuote {
      throw DocumentError(
        code: "open-quote", "a quotation mark opens here and nothing closes it",
        at: FilePlace(file: source.name, line: line))
    }
    guard let head = table.rows.first else { return ImportedNotes(drafts: []) }
    let known =
      ["id", "kind"] + TableColumns.passage + TableColumns.behind + TableColumns.shown
      + kinds.flatMap(\.fields).map(\.key)
    let columns = head.cells.map { column(Self.bare($0), kinds: kinds, known: known) }
    var result = ImportedNotes(drafts: [])
    for (name, column) in zip(head.cells, columns) where column == nil && !name.isEmpty {
      let near = nearestName(to: name, among: known)
      result.diagnostics.append(
        Diagnostic(
          .warning, code: "unknown-column", "the column ‘\(name)’ isn't read",
          at: FilePlace(file: source.name, line: head.line),
          help: near.map { "did you mean ‘\($0)’?" } ?? "a heading is a field's key or label"))
    }
    for row in table.rows.dropFirst() {
      var cells: [(key: String, text: String)] = []
      for (column, cell) in zip(columns, row.cells) {
        if let column, !cell.isEmpty { cells.append((column, Self.bare(cell))) }
      }
      result.drafts.append(draft(cells, kinds, at: FilePlace(file: source.name, line: row.line)))
    }
    return result
  }

  private func column(_ name: String, kinds: [AnnotationKind], known: [String]) -> String? {
    let stem = String(name.prefix { $0 != "." })
    if known.contains(name) || (known.contains(stem) && stem != name) { return name }
    let field = kinds.flatMap(\.fields).first { field in
      field.label.texts.contains { $0.text == name }
    }
    return field?.key
  }

  private func draft(
    _ cells: [(key: String, text: String)], _ kinds: [AnnotationKind], at place: FilePlace
  ) -> NoteDraft {
    func text(_ key: String) -> String? { cells.first { $0.key == key }?.text }
    let kind = kinds.first { $0.name == text("kind") ?? "comment" }
    let apart = Set(["id", "kind"] + TableColumns.passage + TableColumns.shown)
    var pairs = cells.filter { !apart.contains($0.key) && $0.key != "decisions" }
    if let history = pairs.firstIndex(where: { $0.key == "history" }) {
      pairs[history].key = "status"
    } else if let state = text("status"), let day = text("as of") {
      pairs.append(("status", day + " " + state))
    }
    pairs = pairs.flatMap { pair in
      kind?.field(pair.key)?.isRepeated == true
        ? FlatFields.lines(of: pair.text).map { (pair.key, $0) } : [pair]
    }
    var entries: [NoteValue.Entry] = []
    if let id = text("id") { entries.append(.init("id", id)) }
    entries.append(.init("kind", text("kind") ?? "comment"))
    let on = TableColumns.passage.compactMap { column in
      text(column).map { NoteValue.Entry(TableColumns.key(ofPassage: column), $0) }
    }
    if text("version") != nil, text("quote") != nil { entries.append(.init("on", .mapping(on))) }
    entries += FlatFields.entries(pairs, of: kind)
    if let decisions = text("decisions") {
      entries.append(.init("decisions", .list(FlatFields.lines(of: decisions).map(decision))))
    }
    return NoteDraft(
      .mapping(entries),
      on: PassageSelector(
        quote: text("quote"), prefix: text("prefix"), suffix: text("suffix"),
        paragraph: text("paragraph").flatMap { BlockID($0) },
        to: text("last paragraph").flatMap { BlockID($0) }), at: place)
  }

  private func decision(_ line: String) -> NoteValue {
    let words = line.split(separator: " ", maxSplits: 3, omittingEmptySubsequences: false)
      .map(String.init)
    let keys = ["version", "decision", "paragraph", "quote"]
    return .mapping(
      zip(keys, words).filter { !$0.1.isEmpty && !($0.0 == "paragraph" && $0.1 == "-") }
        .map { NoteValue.Entry($0.0, $0.1) })
  }

  /// A cell without the apostrophe that keeps it from being a formula.
  private static func bare(_ cell: String) -> String {
    let rest = cell.drop { $0 == "'" }
    return cell.hasPrefix("'") && SpreadsheetTable.startsFormula(rest)
      ? String(cell.dropFirst()) : cell
  }
}
