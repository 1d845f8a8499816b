internal import PlanModel

/// Lines that are read from top to bottom: a column, or what runs across all of them.
struct PageRegion {
  var left: Double
  var right: Double
  var lines: [PDFLine]
}

/// Finds the columns of pages, and the order in which their parts are read.
///
/// A gutter is a strip that hardly a line crosses, with lines on both sides that fill their columns;
/// the cells of a table don't. What crosses a gutter, such as a heading over both columns, ends what
/// stands above it.
struct PageColumns {
  private let size: Double
  /// Gutters by their middle, each with how many pages have it.
  private var known: [(middle: Double, pages: Int)] = []

  init(_ pages: [PDFPage], size: Double) {
    self.size = size
    for page in pages {
      for gutter in gutters(of: page.lines, candidates: nil) {
        let middle = (gutter.lowerBound + gutter.upperBound) / 2
        if let index = known.firstIndex(where: { abs($0.middle - middle) < size }) {
          known[index].pages += 1
        } else {
          known.append((middle, 1))
        }
      }
    }
  }

  /// The parts of a page in the order of reading.
  func regions(of page: PDFPage) -> [PageRegion] {
    guard let left = page.lines.map(\.left).min(), let right = page.lines.map(\.right).max() else {
      return []
    }
    let gutters = gutters(of: page.lines, candidates: known.map(\.middle))
    let edges = [left] + gutters.map { ($0.lowerBound + $0.upperBound) / 2 } + [right]
    var regions: [PageRegion] = []
    var band = [[PDFLine]](repeating: [], count: edges.count - 1)
    var across: [PDFLine] = []
    func flushBand() {
      for (index, lines) in band.enumerated() where !lines.isEmpty {
        regions.append(
          PageRegion(
            left: lines.map(\.left).min() ?? 0, right: edges[index + 1], lines: lines.inRows()))
        band[index] = []
      }
    }
    func flushAcross() {
      guard !across.isEmpty else { return }
      regions.append(PageRegion(left: left, right: right, lines: across.inRows()))
      across = []
    }
    for line in page.lines.inRows() {
      let crosses = gutters.contains {
        line.left < $0.lowerBound - 1 && line.right > $0.upperBound + 1
      }
      if crosses || gutters.isEmpty {
        flushBand()
        across.append(line)
      } else {
        flushAcross()
        let column = edges.dropFirst().dropLast().count { $0 < line.centre }
        band[column].append(line)
      }
    }
    flushBand()
    flushAcross()
    return regions
  }

  private func gutters(of lines: [PDFLine], candidates: [Double]?) -> [ClosedRange<Double>] {
    guard lines.count >= 4, let left = lines.map(\.left).min(),
      let right = lines.map(\.right).max(), right - left > size * 12, right - left < 1e5
    else { return [] }
    // How many lines lie over each strip of two points.
    var cover = [Int](repeating: 0, count: Int((right - left) / 2) + 2)
    for line in lines {
      for strip in Int((line.left - left) / 2)...Int((line.right - left) / 2) { cover[strip] += 1 }
    }
    let most = lines.count / 7
    var strips: [ClosedRange<Double>] = []
    var start: Int?
    for index in cover.indices {
      if cover[index] <= most {
        start = start ?? index
      } else if let from = start {
        let strip = left + Double(from) * 2...left + Double(index) * 2
        if from > 0, strip.upperBound - strip.lowerBound >= size * 0.7 { strips.append(strip) }
        start = nil
      }
    }
    return strips.filter { strip in
      let middle = (strip.lowerBound + strip.upperBound) / 2
      let isKnown = candidates?.contains { abs($0 - middle) < size * 2 } ?? false
      return isFilled(lines, between: left, strip.lowerBound, isKnown: isKnown, strips)
        && isFilled(lines, between: strip.upperBound, right, isKnown: isKnown, strips)
    }
  }

  /// Whether the lines beside a strip fill their column, as running text does.
  private func isFilled(
    _ lines: [PDFLine], between left: Double, _ right: Double, isKnown: Bool,
    _ strips: [ClosedRange<Double>]
  ) -> Bool {
    // The column reaches to the next strip.
    let bounds = strips.filter { $0.lowerBound >= left - 0.5 && $0.upperBound <= right + 0.5 }
    let inside = lines.filter { $0.left >= left - 1 && $0.right <= right + 1 }
    if isKnown { return !inside.isEmpty }
    let columns = bounds.count + 1
    let widths = inside.map(\.width).sorted()
    guard inside.count >= 4 * columns, let typical = widths.middle else { return false }
    return typical > (right - left) / Double(columns) * 0.6 && typical > size * 7
  }
}

extension [PDFLine] {
  /// The lines from top to bottom, and those at one height from left to right.
  func inRows() -> [PDFLine] {
    var rows: [[PDFLine]] = []
    for line in sorted(by: { ($0.middle, $0.left, $0.number) < ($1.middle, $1.left, $1.number) }) {
      if let last = rows.last, let first = last.first,
        line.middle - first.middle < Swift.min(first.size, line.size) * 0.45
      {
        rows[rows.count - 1].append(line)
      } else {
        rows.append([line])
      }
    }
    return rows.flatMap { $0.sorted { ($0.left, $0.number) < ($1.left, $1.number) } }
  }
}
