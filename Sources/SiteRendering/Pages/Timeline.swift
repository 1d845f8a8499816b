/// A picture of the deadlines: a line of years, over each a cluster of rings, one for each note.
///
/// It says no more than the table below it, which is its text alternative.
struct Timeline {
  let scope: PageScope
  let notes: [Site.Note]

  private static let width = 960
  private static let margin = 40
  private static let step = 20
  /// How many rings stand over one another.
  private static let rows = 4

  private struct Cluster {
    var year: Int
    var count: Int
    /// The middle of the cluster on the line.
    var place: Int
  }

  private var clusters: [Cluster] {
    var counts: [Int: Int] = [:]
    for note in notes { if let year = note.deadline?.year { counts[year, default: 0] += 1 } }
    let years = counts.keys.sorted()
    guard let first = years.first, let last = years.last else { return [] }
    let room = Self.width - 2 * Self.margin - 120
    return years.map { year in
      // The line is true to time.
      let place =
        last > first
        ? Self.margin + 60 + (year - first) * room / (last - first) : Self.width / 2
      return Cluster(year: year, count: counts[year, default: 0], place: place)
    }
  }

  /// How many rings fit beside one another before two clusters touch.
  private func widest(_ clusters: [Cluster]) -> Int {
    let gaps = zip(clusters, clusters.dropFirst()).map { $1.place - $0.place }
    return max(1, (gaps.min() ?? Self.width / 2) / Self.step - 1)
  }

  var html: HTML {
    let clusters = clusters
    guard !clusters.isEmpty else { return .empty }
    let columns = widest(clusters)
    let most = clusters.map(\.count).max() ?? 1
    let rows = min(max(Self.rows, (most + columns - 1) / columns), 12)
    let base = 20 + min(rows, most) * Self.step
    let text = clusters.map { "\($0.year): \($0.count)" }.joined(separator: ", ")
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
      children: clusters.flatMap { drawing($0, rows: rows, columns: columns, base: base) })
  }

  private func drawing(_ cluster: Cluster, rows: Int, columns: Int, base: Int) -> [HTML] {
    let shown = min(cluster.count, rows * columns)
    let width = (shown + rows - 1) / rows
    let left = cluster.place - (width - 1) * Self.step / 2
    let rings = (0..<shown).map { index in
      HTML.element(
        .circle,
        [
          .drawing("cx", left + index / rows * Self.step),
          .drawing("cy", base - 16 - index % rows * Self.step), .drawing("r", 6),
        ])
    }
    let year = HTML.element(
      .label, [.classes("year"), .drawing("x", cluster.place - 17), .drawing("y", base + 24)],
      .text("\(cluster.year)"))
    // Few rings count themselves.
    guard cluster.count > 5 else { return rings + [year] }
    let count = HTML.element(
      .label, [.drawing("x", left + width * Self.step - 6), .drawing("y", base - 11)],
      .text("\(cluster.count)"))
    return rings + [year, count]
  }
}
