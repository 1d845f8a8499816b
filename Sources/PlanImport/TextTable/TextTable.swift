/// A table in a plain text: lines that are rows of cells.
///
/// Pages, spreadsheets and word processors copy a table as cells with tabs between them; programs that
/// print one set its cells under one another with wide spaces or bars between.
struct TextTable {
  struct Row {
    /// The lines of the row, as indices among the lines of the text.
    var lines: Range<Int>
    /// The scalars of each cell: none where it is empty, several ranges where it takes several lines.
    var cells: [[Range<Int>]]
  }

  /// The rows, at least two, one behind the other.
  let rows: [Row]

  var lines: Range<Int> { rows[0].lines.lowerBound..<rows[rows.count - 1].lines.upperBound }

  /// Longer lines are no rows: no table is printed so wide, and none needs to be looked at.
  static let longestLine = 1_500
}

/// The tables of a text, and the columns of running text that look like some.
struct TextTables {
  private(set) var tables: [TextTable] = []
  /// Lines in which running text stands in columns side by side, read across.
  private(set) var columns: [Range<Int>] = []

  /// Finds the tables.
  ///
  /// - Complexity: O(*n*) in the number of scalars.
  init(in lines: [SourceLine], of source: SourceText) {
    let hasGap = lines.map { line in
      line.content.count <= TextTable.longestLine && Self.hasGap(source.scalars[line.content])
    }
    var index = 0
    while index < lines.count {
      guard hasGap[index] else {
        index += 1
        continue
      }
      if let separated = SeparatedRows(from: index, of: lines, in: source) {
        if let table = separated.table { tables.append(table) }
        index = separated.end
      } else {
        let aligned = AlignedRows(from: index, of: lines, in: source)
        if aligned.isRunningText {
          columns.append(index..<aligned.end)
        } else if let table = aligned.table {
          tables.append(table)
        }
        index = max(aligned.end, index + 1)
      }
    }
  }

  /// Whether there is anything in a line that can part cells.
  private static func hasGap(_ line: ArraySlice<Unicode.Scalar>) -> Bool {
    var wasSpace = false
    for scalar in line {
      if scalar == "\t" || scalar == "|" || SeparatedRows.isBar(scalar) { return true }
      let isSpace = scalar == " " || scalar == "\u{3000}" || scalar == "\u{A0}"
      if isSpace, wasSpace { return true }
      wasSpace = isSpace
    }
    return false
  }
}
