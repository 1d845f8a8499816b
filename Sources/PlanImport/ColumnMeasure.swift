/// Measures the column in which a line stands, and the room that the line leaves in it.
///
/// Columns change within a page, so a line is measured by those of its own paragraph or by those
/// behind it, and by the lines around where these are too few to tell.
struct ColumnMeasure {
  let text: ObservedLines
  let isHeading: [Bool]
  let layout: TextLayout

  /// So many lines are measured on one side.
  private static let reach = 7

  /// The width of the column in which a paragraph stands, from its own lines up to one.
  ///
  /// - Parameters:
  ///   - index: The line up to which it is measured.
  ///   - start: The first line of the paragraph.
  /// - Returns: The width in em.
  func column(behind index: Int, since start: Int) -> Double {
    let from = max(start + 1, index - Self.reach)
    let own = widths(max(from, 0)..<max(from, index))
    if own.count >= 3 { return Self.usual(own) }
    // A paragraph of few lines is measured by those around it too, if they agree with it.
    let ahead = widths(ahead: index + 2)
    let around = ahead.count >= 2 ? Self.usual(ahead) : layout.columns[index]
    guard !own.isEmpty else { return around }
    let mine = Self.usual(own)
    return abs(mine - around) <= 1.5 ? Self.usual(own + ahead) : mine
  }

  /// The width of the column from some line on.
  ///
  /// - Parameters:
  ///   - index: The first line that is measured.
  ///   - column: The width to assume where too few lines follow to tell.
  /// - Returns: The width in em.
  func column(ahead index: Int, unlessKnown column: Double? = nil) -> Double {
    let ahead = widths(ahead: index)
    let known = column ?? layout.columns[min(index, text.lines.count - 1)]
    if ahead.count < 2 { return known }
    let own = Self.usual(ahead)
    let agrees = ahead.count < 4 && column != nil && abs(own - known) <= 1.5
    return agrees ? (own + known) / 2 : own
  }

  /// The widest that a column can be in which the paragraph before ended, by the line that was broken
  /// before its last; it may have been a first line.
  func column(before start: Int) -> Double {
    guard start >= 2, text.closes[start - 1], !text.closes[start - 2], !isHeading[start - 2] else {
      return .infinity
    }
    return text.lines[start - 2].width + 2
  }

  /// The narrower of the columns before and behind a line, by the widest of some lines on each side.
  ///
  /// Where the column changes, the lines on the other side say nothing of this one.
  func narrowest(around index: Int) -> Double {
    let before = max(0, index - 6)..<index
    let behind = (index + 1)..<min(text.lines.count, index + 7)
    var narrowest = Double.infinity
    for side in [before, behind] where side.count >= 3 {
      narrowest = min(narrowest, side.reduce(0) { max($0, text.lines[$1].width) })
    }
    return narrowest
  }

  /// The room left in a line beyond what the next line's first word needs: below one em in a line
  /// that was broken because it was full.
  func room(in index: Int, of column: Double, isFirst: Bool) -> Double {
    // A first line has room for two em less, whether its indent was kept or lost.
    let indent: Double = isFirst ? 2 : 0
    return column - text.lines[index].width - indent - text.excess[index + 1]
  }

  /// How much shorter a line is than the lines after it, in em; `nil` for a line that ends a paragraph
  /// itself and so says nothing.
  ///
  /// A first line lost its indent and keeps its width.
  func shortness(ofStart index: Int, unlessKnown column: Double? = nil) -> Double? {
    if index + 1 >= text.lines.count || isHeading[index + 1] || text.closes[index] { return nil }
    return room(
      in: index, of: self.column(ahead: index + 1, unlessKnown: column), isFirst: false)
  }

  private func widths(_ range: Range<Int>) -> [Double] { range.map { text.lines[$0].width } }

  /// The widths of the lines from one on that belong to its paragraph and are not the last.
  private func widths(ahead index: Int) -> [Double] {
    var widths: [Double] = []
    var next = index
    while next < text.lines.count, widths.count < Self.reach, !isHeading[next], !text.closes[next] {
      widths.append(text.lines[next].width)
      next += 1
    }
    return widths
  }

  private static func usual(_ widths: [Double]) -> Double {
    let sorted = widths.sorted()
    return sorted[sorted.count / 2]
  }
}
