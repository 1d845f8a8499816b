internal import PlanModel

/// A table as far as the places of its words tell: rows of cells that stand beside one another.
struct PageTable {
  /// The rows, each with its cells in columns.
  private(set) var rows: [[[PDFLine]]] = []

  /// The rows of a region that stand in tables, and the rest in between.
  enum Part {
    case lines([PDFLine])
    case table(PageTable)
  }

  /// Cuts a region into tables and what is none.
  ///
  /// A table begins and ends with two lines or more side by side, has at least two such rows, and
  /// between them no row that is as wide as running text.
  static func parts(of region: PageRegion) -> [Part] {
    var rows: [[PDFLine]] = []
    for line in TableGaps.split(region.lines) {
      if let first = rows.last?.first,
        abs(line.middle - first.middle) < min(first.size, line.size) * 0.45
      {
        rows[rows.count - 1].append(line)
      } else {
        rows.append([line])
      }
    }
    rows = rows.map(joiningMark)
    var parts: [Part] = []
    var index = 0
    while index < rows.count {
      guard rows[index].count >= 2, let end = end(of: rows, from: index, region) else {
        parts.append(.lines(rows[index]))
        index += 1
        continue
      }
      parts.append(.table(PageTable(Array(rows[index..<end]))))
      index = end
    }
    return parts
  }

  /// A row whose first part is nothing but a mark is a line: `a.` and `Art. 18` hang before their text.
  private static func joiningMark(_ row: [PDFLine]) -> [PDFLine] {
    guard row.count == 2, TableGaps.lengthOfMark(row[0].text) == row[0].text.count,
      row[0].right <= row[1].left
    else { return row }
    return [
      PDFLine(row[0].words + row[1].words, size: row[1].size, number: row[0].number)
    ]
  }

  private static func end(
    of rows: [[PDFLine]], from start: Int, _ region: PageRegion
  ) -> Int? {
    var end = start + 1
    var single = 0
    var several = 1
    var index = start + 1
    while index < rows.count, single <= 4 {
      if rows[index].count >= 2 {
        several += 1
        single = 0
        end = index + 1
      } else {
        guard rows[index][0].width < (region.right - region.left) * 0.6 else { break }
        single += 1
      }
      index += 1
    }
    guard several >= 2 else { return nil }
    // Lines under the last row that begin right of the first column go on in their cells.
    let first = rows[start..<end].compactMap { $0.count >= 2 ? $0[0].right : nil }.max() ?? 0
    while end < rows.count, rows[end].count == 1, rows[end][0].left > first,
      rows[end][0].middle - rows[end - 1][0].middle < rows[end][0].size * 2,
      rows[end][0].width < (region.right - region.left) * 0.6
    {
      end += 1
    }
    return end
  }

  private init(_ lines: [[PDFLine]]) {
    let columns = Self.columns(of: lines)
    for line in lines {
      var cells = [[PDFLine]](repeating: [], count: columns.count)
      for part in line {
        let column = columns.lastIndex { part.centre >= $0.lowerBound } ?? 0
        cells[column].append(part)
      }
      // A line without a first cell goes on in the cells of the row above, if it stands close.
      let isClose =
        rows.last.flatMap { $0.flatMap(\.self).map(\.middle).max() }
        .map { line[0].middle - $0 < line[0].size * 1.9 } ?? false
      if cells[0].isEmpty, isClose, !rows.isEmpty {
        for column in columns.indices { rows[rows.count - 1][column] += cells[column] }
      } else {
        rows.append(cells)
      }
    }
  }

  /// The columns from left to right: what the cells of the fullest rows cover.
  private static func columns(of rows: [[PDFLine]]) -> [ClosedRange<Double>] {
    let counts = rows.map(\.count).filter { $0 >= 2 }.sorted()
    let typical = counts.middle ?? 2
    let cells = rows.filter { $0.count >= typical }.flatMap(\.self)
      .sorted { ($0.left, $0.right) < ($1.left, $1.right) }
    var columns: [ClosedRange<Double>] = []
    for cell in cells {
      if let last = columns.last, cell.left < last.upperBound {
        columns[columns.count - 1] = last.lowerBound...max(last.upperBound, cell.right)
      } else {
        columns.append(cell.left...max(cell.left, cell.right))
      }
    }
    return columns
  }
}
