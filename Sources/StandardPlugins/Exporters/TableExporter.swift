internal import Annotations
internal import PlanModel
public import PluginKit

/// Writes the notes as a table for a spreadsheet (RFC 4180, in UTF-8 with the mark that spreadsheets
/// look for).
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

  private static let roles = ["lead", "responsible", "support", "collating", "by-duty", "local"]

  /// The notes as a table with a line of headings.
  public func bytes(of register: NoteRegister) -> [UInt8] {
    let positions = Outline(of: register.plan).positions
    var rows = [
      ["id", "kind", "version", "position", "block", "quote", "outcome", "review"] + Self.roles
        + ["time", "value", "words", "basis", "source", "status", "as of", "note"]
    ]
    rows += register.entries.map { entry in row(entry, register, positions) }
    let lines = rows.map { $0.map(Self.cell).joined(separator: ",") + "\r\n" }
    return [0xEF, 0xBB, 0xBF] + Array(lines.joined().utf8)
  }

  private func row(
    _ entry: NoteRegister.Entry, _ register: NoteRegister, _ positions: [Outline.Position]
  ) -> [String] {
    let (note, placement) = (entry.note, entry.placement)
    let block = placement?.passage?.start.block
    let deadline = note.dates.first?.date
    let status = note.status.last
    var row = [
      note.id, note.kind, register.version, block.map { positions[$0].text } ?? "",
      block.map { register.plan.blocks[$0].id.rawValue } ?? "",
      placement?.quote ?? note.target.quote, placement?.outcome.rawValue ?? "",
      placement?.needsReview == true ? "yes" : "",
    ]
    row += Self.roles.map { role in
      note.agencies.filter { $0.role == role }
        .map { $0.reference.name + ($0.reference.isOpen ? "等" : "") }.joined(separator: "、")
    }
    row += [deadline?.kind.rawValue ?? "", deadline?.value ?? "", deadline?.words ?? ""]
    row += [note.basis.rawValue, note.source ?? ""]
    row += [status?.state.rawValue ?? "", status?.day.description ?? "", note.note ?? ""]
    return row
  }

  private static func cell(_ text: String) -> String {
    let isFormula = text.first.map { "=+-@\t\r".contains($0) } ?? false
    let shown = isFormula ? "'" + text : text
    let needsQuotes = shown.utf8.contains { byte in
      byte == UInt8(ascii: ",") || byte == UInt8(ascii: "\"") || byte < 0x20
    }
    return needsQuotes ? "\"" + shown.replacing("\"", with: "\"\"") + "\"" : shown
  }
}
