internal import Annotations
internal import PlanModel
public import PluginKit

/// Writes the notes as a table for a spreadsheet; ``TableNoteImporter`` reads it again.
public struct TableExporter: Exporter {
  /// The exporter's name.
  public let name = "table"
  /// The word for the form.
  public let format = "csv"
  /// What the file is called.
  public let fileName = "notes.csv"
  /// What it is.
  public let mediaType = "text/csv; charset=utf-8"

  /// Creates an exporter.
  public init() {}

  /// The notes as a table with a line of headings.
  public func bytes(of register: NoteRegister) -> [UInt8] {
    let positions = Outline(of: register.plan).positions
    let columns =
      ["id", "kind"] + TableColumns.passage
      + TableColumns.fields(of: register.entries.map(\.note)) + TableColumns.shown
      + TableColumns.behind
    let rows = register.entries.map { entry in
      let cells = TableColumns.cells(of: entry.note)
        .merging(shown(entry, register, positions)) { own, _ in own }
      return columns.map { cells[$0] ?? "" }
    }
    return SpreadsheetTable(columns: columns, rows: rows).commaSeparated
  }

  /// Where the note stands in the version, and what was known last.
  private func shown(
    _ entry: NoteRegister.Entry, _ register: NoteRegister, _ positions: [Outline.Position]
  ) -> [String: String] {
    let placement = entry.placement
    let block = placement?.passage?.start.block
    let status = entry.note.status.last
    return [
      "position": block.map { positions[$0].text } ?? "",
      "outcome": placement?.outcome.rawValue ?? "",
      "review": placement?.needsReview == true ? "yes" : "",
      "now in": block.map { register.version + "#" + register.plan.blocks[$0].id.rawValue } ?? "",
      "words now": placement?.quote ?? "",
      "status": status?.state.rawValue ?? "",
      "as of": status?.day.description ?? "",
    ]
  }
}
