/// A table for spreadsheets and programs: names of columns, and rows of texts.
public struct SpreadsheetTable: Sendable, Hashable {
  /// The names of the columns.
  public var columns: [String]
  /// The rows, each with a cell for every column.
  public var rows: [[String]]

  /// Creates a table.
  public init(columns: [String], rows: [[String]]) {
    self.columns = columns
    self.rows = rows
  }

  /// The table with its line of headings as comma-separated values (RFC 4180), in UTF-8 with the mark
  /// that spreadsheets look for.
  ///
  /// A cell that a spreadsheet would take for a formula gets an apostrophe before it: a plan's text
  /// comes from outside and must not run in an office.
  public var commaSeparated: [UInt8] {
    let lines = ([columns] + rows).map { row in
      row.map(Self.cell).joined(separator: ",") + "\r\n"
    }
    return [0xEF, 0xBB, 0xBF] + Array(lines.joined().utf8)
  }

  /// The rows as JSON objects, whose members are named as the columns.
  ///
  /// - Parameter schema: The form's name.
  /// - Returns: An object with `schema` and `rows`.
  public func json(schema: String) -> [UInt8] {
    JSONWriter.bytes { form in
      form.object { form in
        form.name("schema")
        form.value(schema)
        form.name("rows")
        form.array(rows) { form, row in
          form.object { form in
            for (column, cell) in zip(columns, row) {
              form.name(column)
              form.value(cell)
            }
          }
        }
      }
    } + [UInt8(ascii: "\n")]
  }

  /// Whether a spreadsheet would take a text for a formula.
  public static func startsFormula(_ text: some StringProtocol) -> Bool {
    text.unicodeScalars.first.map { "=+-@\t\r".unicodeScalars.contains($0) } ?? false
  }

  private static func cell(_ text: String) -> String {
    let shown = startsFormula(text.drop { $0 == "'" }) ? "'" + text : text
    let needsQuotes = shown.utf8.contains { byte in
      byte == UInt8(ascii: ",") || byte == UInt8(ascii: "\"") || byte < 0x20
    }
    return needsQuotes ? "\"" + shown.replacing("\"", with: "\"\"") + "\"" : shown
  }
}
