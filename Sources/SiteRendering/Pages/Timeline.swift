/// A picture of the deadlines: a line of years with a ring for each note, stacked.
///
/// It says no more than the table below it, which is its text alternative.
struct Timeline {
  let scope: PageScope
  let notes: [Site.Note]

  private static let width = 960
  private static let margin = 40
  private static let step = 20

  private struct Column {
    var year: Int
    var count: Int
  }

  private var columns: [Column] {
    var counts: [Int: Int] = [:]
    for note in notes { if let year = note.deadline?.year { counts[year, default: 0] += 1 } }
    return counts.keys.sorted().map { Column(year: $0, count: counts[$0, default: 0]) }
  }

  var html: HTML {
    let columns = columns
    guard let first = columns.first?.year, let last = columns.last?.year else { return .empty }
    let rows = min(columns.map(\.count).max() ?? 1, 12)
    let base = 30 + rows * Self.step
    let text = columns.map { "\($0.year): \($0.count)" }.joined(separator: ", ")
    return .element(
      .svg,
      [
        .classes("timeline"), .role("img"), .ariaLabel(scope.text(.timelineOf, ["years": text])),
        .viewBox(width: Self.width, height: base + 40),
      ],
      .element(
        .line,
        [
          .classes("axis"), .drawing("x1", Self.margin), .drawing("x2", Self.width - Self.margin),
          .drawing("y1", base), .drawing("y2", base),
        ]),
      children: columns.flatMap { column in
        drawing(column, at: position(of: column.year, from: first, to: last), base: base)
      })
  }

  /// The place of a year on the line; the line is true to time.
  private func position(of year: Int, from first: Int, to last: Int) -> Int {
    guard last > first else { return Self.width / 2 }
    let room = Self.width - 2 * Self.margin - 60
    return Self.margin + 30 + (year - first) * room / (last - first)
  }

  private func drawing(_ column: Column, at x: Int, base: Int) -> [HTML] {
    let rings = (0..<min(column.count, 12)).map { row in
      HTML.element(
        .circle,
        [.drawing("cx", x), .drawing("cy", base - 16 - row * Self.step), .drawing("r", 6)])
    }
    let year = HTML.element(
      .label, [.classes("year"), .drawing("x", x - 17), .drawing("y", base + 24)],
      .text("\(column.year)"))
    // Few rings count themselves.
    guard column.count > 3 else { return rings + [year] }
    let count = HTML.element(
      .label, [.drawing("x", x + 12), .drawing("y", base - 11)], .text("\(column.count)"))
    return rings + [year, count]
  }
}
