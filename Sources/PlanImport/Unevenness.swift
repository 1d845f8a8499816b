/// How far the full lines of a text differ in width: not at all where all are set to one width, by up
/// to an em and a half where justified print squeezes and stretches them.
struct Unevenness {
  /// Whether it is plain to see: more than one line in eight inside paragraphs is wider than the
  /// width that is commonest around it, or leaves room for the first word of the next.
  let isPlain: Bool
  /// The usual difference of a line from those around it, in em.
  let deviation: Double

  /// So many lines on each side are looked at.
  private static let reach = 9

  /// Measures the lines of a text.
  ///
  /// - Parameters:
  ///   - text: The lines.
  ///   - inner: Those that end no paragraph and are no headings.
  ///   - isHeading: Which lines are headings.
  init(of text: ObservedLines, inner: [Int], isHeading: [Bool]) {
    var uneven = 0
    var total = 0
    var differences: [Double] = []
    for position in inner.indices.dropFirst().dropLast() {
      let index = inner[position]
      // A first line follows no inner line; it is shorter by its indent.
      guard inner[position - 1] == index - 1, !isHeading[index + 1] else { continue }
      let window = inner[max(0, position - Self.reach)..<min(inner.count, position + Self.reach)]
      let room = Self.commonest(window.map { text.lines[$0].width }) - text.lines[index].width
      let rest = room - text.excess[index + 1]
      total += 1
      if room < 0 || rest >= 1 { uneven += 1 }
      differences.append(room < 0 ? -room : max(0, rest - 0.5))
    }
    isPlain = uneven * 8 > total
    // Of lines that differ as chance has it 85 in 100 do so by less than 1.44 deviations. The largest
    // are no differences of width: there the column changes.
    let sorted = differences.sorted()
    deviation = sorted.isEmpty ? 0 : sorted[sorted.count * 85 / 100] / 1.44
  }

  /// The commonest of some widths; of two the wider one.
  private static func commonest(_ widths: [Double]) -> Double {
    var best = (count: 0, width: 0.0)
    var run = (count: 0, width: -1.0)
    for width in widths.sorted() {
      run = width == run.width ? (run.count + 1, width) : (1, width)
      if run.count >= best.count { best = run }
    }
    return best.width
  }
}
