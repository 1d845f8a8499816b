internal import Annotations
internal import PlanModel
public import PluginKit

/// Writes the notes as a table for a spreadsheet (RFC 4180, in UTF-8 with the mark that spreadsheets
/// look for); ``TableNoteImporter`` reads it again.
///
/// A cell that a spreadsheet would take for a formula gets an apostrophe before it: a plan's text
/// comes from outside and must not run in an office.
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
    let lines = ([columns] + rows).map { $0.map(Self.cell).joined(separator: ",") + "\r\n" }
    return [0xEF, 0xBB, 0xBF] + Array(lines.joined().utf8)
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

  private static func cell(_ text: String) -> String {
    let shown = startsFormula(text.drop { $0 == "'" }) ? "'" + text : text
    let needsQuotes = shown.utf8.contains { byte in
      byte == UInt8(ascii: ",") || byte == UInt8(ascii: "\"") || byte < 0x20
    }
    return needsQuotes ? "\"" + shown.replacing("\"", with: "\"\"") + "\"" : shown
  }

  /// Whether a spreadsheet would take a text for a formula.
  static func startsFormula(_ text: some StringProtocol) -> Bool {
    text.unicodeScalars.first.map { "=+-@\t\r".unicodeScalars.contains($0) } ?? false
  }
}
