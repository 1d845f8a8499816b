internal import PlanModel

/// Lines that follow one another and whose cells tabs or bars part.
struct SeparatedRows {
  /// The line behind the last one of the run.
  private(set) var end: Int
  /// The table, if the lines are one.
  private(set) var table: TextTable?

  /// A group's name alone on its line is no longer than that.
  private static let longestName = 40

  /// Looks at the lines from one on.
  ///
  /// It fails if nothing in the first line is such a cell.
  init?(from start: Int, of lines: [SourceLine], in source: SourceText) {
    guard let separator = Self.separator(of: source.scalars[lines[start].content]) else {
      return nil
    }
    let reader = CellReader(separator: separator, lines: lines, source: source)
    guard reader.isRow(start) else { return nil }
    end = start + 1
    while end < lines.count {
      let blank = lines[end].blankBefore
      if reader.isRow(end), blank == 0 || blank == 1 && reader.hasSameCount(end, end - 1) {
        end += 1
      } else if blank == 0, end + 1 < lines.count, lines[end + 1].blankBefore == 0,
        reader.isRow(end - 1), reader.isRow(end + 1), reader.isName(end, atMost: Self.longestName)
      {
        end += 2
      } else {
        break
      }
    }
    table = Self.table(of: start..<end, reader)
  }

  /// A table has two rows or more, of as many cells or of three and more.
  private static func table(of run: Range<Int>, _ reader: CellReader) -> TextTable? {
    var rows = run.map { (line: $0, cells: reader.cells($0)) }
    let counts = Set(rows.lazy.map(\.cells.count).filter { $0 >= 2 })
    if counts.count > 1 {
      // Several tabs may stand for one gap.
      let filled = rows.map { $0.cells.filter { !$0.isEmpty } }
      if Set(filled.lazy.map(\.count).filter { $0 >= 2 }).count == 1 {
        for index in rows.indices { rows[index].cells = filled[index] }
      } else if rows.count(where: { $0.cells.count >= 3 }) * 2 < rows.count {
        return nil
      }
    }
    guard rows.count >= 2 else { return nil }
    let indent = rows.lazy.map { $0.cells.prefix { $0.isEmpty }.count }.min() ?? 0
    return TextTable(
      rows: rows.map { line, cells in
        TextTable.Row(
          lines: line..<line + 1, cells: cells.dropFirst(indent).map { $0.isEmpty ? [] : [$0] })
      })
  }

  /// What parts the cells of a line: bars at both its ends, or else tabs inside it.
  private static func separator(of line: ArraySlice<Unicode.Scalar>) -> CellReader.Separator? {
    if let first = line.first, let last = line.last, first == "|" || isBar(first), first == last,
      line.count >= 5
    {
      return .bar(first)
    }
    return line.contains("\t") ? .tab : nil
  }

  /// The bars that programs draw between cells; `|` is one too, where it stands at a line's ends.
  static func isBar(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "│", "┃", "║", "｜": true
    default: false
    }
  }
}

/// Cuts lines into cells at separators.
private struct CellReader {
  enum Separator: Equatable {
    case tab
    case bar(Unicode.Scalar)
  }

  let separator: Separator
  let lines: [SourceLine]
  let source: SourceText

  /// Whether a line has cells; a number mark with a tab behind it opens an item.
  func isRow(_ index: Int) -> Bool {
    let line = source.scalars[lines[index].content]
    guard line.count <= TextTable.longestLine else { return false }
    switch separator {
    case .bar(let bar): return line.first == bar && line.last == bar && line.count >= 3
    case .tab:
      guard let tab = line.firstIndex(of: "\t") else { return false }
      let isOnly = !line[(tab + 1)...].drop { $0 == "\t" }.contains("\t")
      return !(isOnly && Self.isMark(line[..<tab]))
    }
  }

  /// Whether a line may be the name of a group of rows.
  func isName(_ index: Int, atMost length: Int) -> Bool {
    let line = source.scalars[lines[index].content]
    return line.count <= length && !Closing.ends(line) && cells(index - 1).count >= 3
      && hasSameCount(index - 1, index + 1)
  }

  func hasSameCount(_ one: Int, _ other: Int) -> Bool { cells(one).count == cells(other).count }

  /// The cells of a line, without white space at their ends.
  func cells(_ index: Int) -> [Range<Int>] {
    var range = lines[index].content
    let mark: Unicode.Scalar
    switch separator {
    case .bar(let bar):
      mark = bar
      if source.scalars[range.lowerBound] == bar, range.count >= 2 {
        range = range.lowerBound + 1..<range.upperBound - 1
      }
    case .tab:
      mark = "\t"
      // Tabs before the first words are empty cells.
      range = source.indentStart(of: lines[index])..<range.upperBound
    }
    var cells: [Range<Int>] = []
    var start = range.lowerBound
    for end in range where source.scalars[end] == mark {
      cells.append(source.trimmed(start..<end))
      start = end + 1
    }
    return cells + [source.trimmed(start..<range.upperBound)]
  }

  /// Whether a cell holds a number mark or a bullet and nothing else.
  private static func isMark(_ cell: ArraySlice<Unicode.Scalar>) -> Bool {
    let text = Array(cell).filter { !SourceLine.isSpace($0) }
    return text.isItemMark || text.isMark || text.count == 1 && !text[0].properties.isAlphabetic
  }
}
