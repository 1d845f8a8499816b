/// A piece of a text under the same marks from end to end.
package struct MarkedRun: Sendable, Hashable {
  /// The scalars it covers; never empty.
  package var range: Range<Int>
  /// The marks over it by index, ascending.
  package var marks: [Int]
  /// The marks that end with it, ascending.
  package var endingMarks: [Int]
}

/// Cuts a text into runs at every end of a mark, so that marks may overlap and elements needn't.
///
/// - Parameters:
///   - count: The length of the text.
///   - ranges: The marks; what lies outside the text is cut off, and an empty mark ignored.
/// - Returns: Runs that follow one another and cover the text.
/// - Complexity: O((*m* + *o*) log *m*) for *m* marks, where *o* counts the marks over each run.
package func markedRuns(count: Int, ranges: [Range<Int>]) -> [MarkedRun] {
  let clamped = ranges.map { $0.clamped(to: 0..<count) }
  var cuts: Set<Int> = [0, count]
  for range in clamped where !range.isEmpty {
    cuts.insert(range.lowerBound)
    cuts.insert(range.upperBound)
  }
  let ends = cuts.sorted()
  let byStart = clamped.indices.filter { !clamped[$0].isEmpty }.sorted {
    (clamped[$0].lowerBound, $0) < (clamped[$1].lowerBound, $1)
  }
  var runs: [MarkedRun] = []
  var active: [Int] = []
  var next = 0
  for (start, end) in zip(ends, ends.dropFirst()) {
    active.removeAll { clamped[$0].upperBound <= start }
    while next < byStart.count, clamped[byStart[next]].lowerBound == start {
      active.append(byStart[next])
      next += 1
    }
    let marks = active.sorted()
    runs.append(
      MarkedRun(
        range: start..<end, marks: marks,
        endingMarks: marks.filter { clamped[$0].upperBound == end }))
  }
  return runs
}
