internal import PlanModel

/// Two marked texts in columns beside each other, wrapped.
struct SideBySide {
  /// The columns of the terminal, or what there is room for at least.
  private let width: Int
  private let style: TextStyle

  private static let gutter = " │ "

  /// Prepares two columns of equal width.
  init(columns: Int, style: TextStyle) {
    width = max(8, (columns - Self.gutter.count) / 2)
    self.style = style
  }

  /// The lines of both texts, the left one filled up with spaces.
  func lines(_ left: MarkedText, _ right: MarkedText) -> [String] {
    let (left, right) = (wrapped(left), wrapped(right))
    return (0..<max(left.count, right.count)).map { index in
      let cells = index < left.count ? left[index] : []
      let filled = String(repeating: " ", count: width - Self.columns(of: cells))
      let other = index < right.count ? right[index] : []
      let line = rendered(cells) + filled + Self.gutter + rendered(other)
      return other.isEmpty ? String(line.trimmingTrailingSpaces) : line
    }
  }

  /// One scalar with its fate.
  private struct Cell {
    var scalar: Unicode.Scalar
    var mark: MarkedText.Mark
  }

  private static func columns(of cells: some Sequence<Cell>) -> Int {
    cells.reduce(0) { $0 + $1.scalar.columns }
  }

  /// The cells of a text; signs take room, colours take none.
  private func cells(of text: MarkedText) -> [Cell] {
    text.runs.flatMap { run in
      var scalars = run.scalars.map(\.shownOnTerminal)
      if !style.isColoured {
        scalars = Array(style.opening(run.mark).unicodeScalars) + scalars
        scalars += Array(style.closing(run.mark).unicodeScalars)
      }
      return scalars.map { Cell(scalar: $0, mark: run.mark) }
    }
  }

  private func wrapped(_ text: MarkedText) -> [ArraySlice<Cell>] {
    let cells = cells(of: text)
    var lines: [ArraySlice<Cell>] = []
    var start = 0
    while start < cells.count {
      var end = start
      var used = 0
      while end < cells.count, used + cells[end].scalar.columns <= width {
        used += cells[end].scalar.columns
        end += 1
      }
      let cut = end < cells.count ? lineEnd(in: cells, from: start, upTo: max(end, start + 1)) : end
      lines.append(cells[start..<cut])
      start = cut
      while start < cells.count, cells[start].scalar == " " { start += 1 }
    }
    return lines
  }

  /// The last place up to a limit where a line may end; the limit if there is none.
  private func lineEnd(in cells: [Cell], from start: Int, upTo limit: Int) -> Int {
    var place = limit
    while place > start + 1 {
      if mayBreak(cells[place - 1].scalar, cells[place].scalar) { return place }
      place -= 1
    }
    return limit
  }

  /// After a space, and between ideographs; never before what closes or ends a clause.
  private func mayBreak(_ left: Unicode.Scalar, _ right: Unicode.Scalar) -> Bool {
    if right.columns == 0 { return false }
    if left == " " || right == " " { return true }
    guard left.isWide || right.isWide else { return false }
    return !right.closes && !left.opens
  }

  private func rendered(_ cells: ArraySlice<Cell>) -> String {
    guard style.isColoured else {
      return String(String.UnicodeScalarView(cells.map(\.scalar)))
    }
    var text = ""
    var mark = MarkedText.Mark.kept
    for cell in cells {
      if cell.mark != mark {
        text += style.closing(mark) + style.opening(cell.mark)
        mark = cell.mark
      }
      text.unicodeScalars.append(cell.scalar)
    }
    return text + style.closing(mark)
  }
}

extension Unicode.Scalar {
  fileprivate var closes: Bool {
    "，。、；：！？）》〉」』】〕”’,.;:!?)]}-+¶".unicodeScalars.contains(self)
  }

  fileprivate var opens: Bool { "（《〈「『【〔“‘([{-+".unicodeScalars.contains(self) }
}

extension String {
  fileprivate var trimmingTrailingSpaces: Substring {
    var end = endIndex
    while end > startIndex, self[index(before: end)] == " " { end = index(before: end) }
    return self[..<end]
  }
}
