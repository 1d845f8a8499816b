internal import PlanModel

/// Lines that follow one another and whose cells stand under one another, with wide spaces between.
///
/// A place is a table's gap if it is blank in every line. In running text set to one width wide spaces
/// stand here and there, and hardly ever in the same place of three lines.
struct AlignedRows {
  /// The line behind the last one of the run.
  private(set) var end: Int
  /// The table, if the lines are one.
  private(set) var table: TextTable?
  /// Whether the lines are columns of running text side by side.
  private(set) var isRunningText = false

  private let start: Int
  private var printed: [PrintedLine] = []
  /// The places that are blank in all lines, in columns of a terminal.
  private var gaps: [Range<Int>]

  init(from start: Int, of lines: [SourceLine], in source: SourceText) {
    self.start = start
    end = start + 1
    let first = PrintedLine(lines[start], in: source)
    printed = [first]
    gaps = first.gaps
    guard !gaps.isEmpty else { return }
    var names = 0
    while end < lines.count, lines[end].content.count <= TextTable.longestLine {
      let line = PrintedLine(lines[end], in: source)
      let blank = lines[end].blankBefore
      if line.gaps.isEmpty {
        // A group's name, or the rest of a cell: where it ends says nothing of the columns.
        names += 1
        guard blank == 0, line.width <= Self.longestName, names <= Self.mostNames,
          line.left > 0 || !Closing.ends(source.scalars[lines[end].content])
        else { break }
      } else {
        names = 0
        let common = Self.common(gaps, line.blanks)
        guard !common.isEmpty, blank <= 1, line.parts(at: common) else { break }
        gaps = common
      }
      printed.append(line)
      end += 1
    }
    while let last = printed.last, printed.count > 1, !last.parts(at: gaps),
      last.left < gaps[0].upperBound
    {
      printed.removeLast()
      end -= 1
    }
    dropSides()
    guard isTable else { return }
    if isRunning {
      isRunningText = true
    } else {
      table = TextTable(rows: rows())
    }
  }

  /// The name of a group of rows takes no more columns of a terminal.
  private static let longestName = 60
  /// So many lines without a gap of their own stand between two rows.
  private static let mostNames = 6

  private static func common(_ one: [Range<Int>], _ other: [Range<Int>]) -> [Range<Int>] {
    var result: [Range<Int>] = []
    var next = 0
    for gap in one {
      while next < other.count, other[next].upperBound <= gap.lowerBound { next += 1 }
      var index = next
      while index < other.count, other[index].lowerBound < gap.upperBound {
        let both = gap.clamped(to: other[index])
        if !both.isEmpty { result.append(both) }
        index += 1
      }
    }
    return result
  }

  /// Leaves out the gaps on one side of which hardly a line has words.
  private mutating func dropSides() {
    gaps.removeAll { gap in
      let both = printed.count { $0.left < gap.lowerBound && $0.right >= gap.upperBound }
      return both * 2 < printed.count || both < 2
    }
  }

  /// Three rows, or two of three cells and more.
  private var isTable: Bool {
    let count = printed.count { $0.parts(at: gaps) }
    return !gaps.isEmpty && (count >= 3 || count >= 2 && gaps.count >= 2)
  }

  private func rows() -> [TextTable.Row] {
    var rows: [TextTable.Row] = []
    for (offset, line) in printed.enumerated() {
      let index = start + offset
      let cells = line.cells(parted: gaps)
      let filled = cells.count { !$0.isEmpty }
      // A cell's words go on under it, the first cell staying empty; those of the first cell itself
      // are known by a small letter.
      let goesOn =
        cells[0].isEmpty
        ? filled == 1 || filled * 2 < cells.count : filled == 1 && line.opensWithSmallLetter
      if var last = rows.last, goesOn {
        last.lines = last.lines.lowerBound..<index + 1
        for (column, cell) in cells.enumerated() { last.cells[column] += cell }
        rows[rows.count - 1] = last
      } else {
        rows.append(TextTable.Row(lines: index..<index + 1, cells: cells))
      }
    }
    return rows
  }

  /// Whether nearly all cells of each column are as wide as the widest, and wide enough for sentences.
  private var isRunning: Bool {
    guard printed.count >= 4, gaps.count <= 5 else { return false }
    var widths = [[Int]](repeating: [], count: gaps.count + 1)
    for line in printed {
      for (column, cell) in line.widths(parted: gaps).enumerated() { widths[column].append(cell) }
    }
    return widths.allSatisfy { column in
      let widest = column.max() ?? 0
      return widest >= 24 && column.count { $0 * 10 >= widest * 8 } * 10 >= column.count * 6
    }
  }
}

/// A line as a terminal prints it: which of its columns are blank.
private struct PrintedLine {
  /// The column of the first character that is no space, and the one behind the last.
  private(set) var left = 0
  private(set) var right = 0
  /// Whether its words go on from another line, as far as their first letter tells.
  private(set) var opensWithSmallLetter = false
  /// The wide spaces between words.
  private(set) var gaps: [Range<Int>] = []
  /// The same with the room before and behind the words.
  var blanks: [Range<Int>] { [0..<left] + gaps + [right..<Int.max] }
  var width: Int { right - left }
  /// The runs of characters between wide spaces, with the columns they take.
  private var runs: [(columns: Range<Int>, scalars: Range<Int>)] = []

  init(_ line: SourceLine, in source: SourceText) {
    let scalars = source.scalars
    var column = 0
    var index = source.indentStart(of: line)
    var word: (column: Int, index: Int)?
    while index < line.content.upperBound {
      let space = index
      let before = column
      while index < line.content.upperBound, SourceLine.isSpace(scalars[index]) {
        column = Self.column(behind: scalars[index], at: column)
        index += 1
      }
      if let begun = word, Self.isWide(space..<index, before..<column, in: scalars) {
        runs.append((begun.column..<before, begun.index..<space))
        gaps.append(before..<column)
        word = nil
      }
      if word == nil { word = (column, index) }
      while index < line.content.upperBound, !SourceLine.isSpace(scalars[index]) {
        column = Self.column(behind: scalars[index], at: column)
        index += 1
      }
    }
    if let word { runs.append((word.column..<column, word.index..<index)) }
    left = runs.first?.columns.lowerBound ?? 0
    right = column
    opensWithSmallLetter = scalars[line.content.lowerBound].properties.isLowercase
    let first = Array(scalars[runs[0].scalars])
    if gaps.count == 1, first.isItemMark || first.isMark { gaps = [] }
  }

  /// Two columns, but not one wide space inside letter-spaced words, nor those behind a sentence.
  private static func isWide(
    _ run: Range<Int>, _ columns: Range<Int>, in scalars: [Unicode.Scalar]
  ) -> Bool {
    guard columns.count >= 2, run.count >= 2 || scalars[run.lowerBound] == "\t" else {
      return false
    }
    return columns.count > 2 || !".?!:".unicodeScalars.contains(scalars[run.lowerBound - 1])
  }

  /// Whether a wide space of the line lies at one of some places.
  func parts(at places: [Range<Int>]) -> Bool {
    places.contains { place in gaps.contains { $0.overlaps(place) } }
  }

  private static func column(behind scalar: Unicode.Scalar, at column: Int) -> Int {
    scalar == "\t" ? (column / 8 + 1) * 8 : column + Int(SourceLine.emWidth(scalar) * 2)
  }

  /// The words of each cell, the gaps of the table between them.
  func cells(parted gaps: [Range<Int>]) -> [[Range<Int>]] {
    var cells = [[Range<Int>]](repeating: [], count: gaps.count + 1)
    for run in runs {
      let cell = gaps.count { $0.lowerBound < run.columns.lowerBound }
      if let last = cells[cell].last {
        cells[cell] = [last.lowerBound..<run.scalars.upperBound]
      } else {
        cells[cell] = [run.scalars]
      }
    }
    return cells
  }

  /// How many columns of a terminal the words of each cell take.
  func widths(parted gaps: [Range<Int>]) -> [Int] {
    var widths = [Int](repeating: 0, count: gaps.count + 1)
    for run in runs {
      widths[gaps.count { $0.lowerBound < run.columns.lowerBound }] += run.columns.count
    }
    return widths
  }
}
