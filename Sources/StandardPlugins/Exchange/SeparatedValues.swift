/// The rows of a table as spreadsheets write it: RFC 4180, and what they do instead.
///
/// Cells may be parted by commas, semicolons or tabs, whichever stands most in the first line; lines
/// may end in any way; a byte order mark is left out.
struct SeparatedValues {
  /// A row with the line in which it begins, counted from 1.
  struct Row {
    var line: Int
    var cells: [String]
  }

  private(set) var rows: [Row] = []
  /// The line in which a quotation mark opens that nothing closes.
  private(set) var openQuote: Int?

  init(_ text: String) {
    var scalars = Array(text.unicodeScalars)[...]
    if scalars.first == "\u{FEFF}" { scalars.removeFirst() }
    let separator = Self.separator(of: scalars)
    var (line, start) = (1, 1)
    var cells: [String] = []
    var cell = String.UnicodeScalarView()
    var isQuoted = false
    func isEmpty(_ cells: [String]) -> Bool { cells.allSatisfy(\.isEmpty) }
    while let scalar = scalars.popFirst() {
      let isEnd = scalar == "\n" || scalar == "\r"
      if isEnd {
        if scalar == "\r", scalars.first == "\n" { scalars.removeFirst() }
        line += 1
      }
      if isQuoted {
        if scalar == "\"", scalars.first == "\"" {
          scalars.removeFirst()
          cell.append("\"")
        } else if scalar == "\"" {
          (isQuoted, openQuote) = (false, nil)
        } else {
          cell.append(isEnd ? "\n" : scalar)
        }
      } else if scalar == "\"", cell.isEmpty {
        (isQuoted, openQuote) = (true, line)
      } else if scalar == separator || isEnd {
        cells.append(String(cell))
        cell = .init()
        guard isEnd else { continue }
        if !isEmpty(cells) { rows.append(Row(line: start, cells: cells)) }
        (cells, start) = ([], line)
      } else {
        cell.append(scalar)
      }
    }
    cells.append(String(cell))
    if !isEmpty(cells) { rows.append(Row(line: start, cells: cells)) }
  }

  private static func separator(of scalars: ArraySlice<Unicode.Scalar>) -> Unicode.Scalar {
    let line = scalars.prefix { $0 != "\n" && $0 != "\r" }
    let counts = [",", ";", "\t"].map { (separator: Unicode.Scalar) in
      (separator, line.count { $0 == separator })
    }
    return counts.max { $0.1 < $1.1 }.map { $0.1 > 0 ? $0.0 : "," } ?? ","
  }
}
