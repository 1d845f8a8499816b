import SiteRendering
import Testing

@Suite struct MarkedRunsTests {
  /// Every pair of ranges over a short text, against a look at each scalar by itself.
  @Test func `runs cover the text and carry the marks of each scalar`() {
    let count = 5
    let ranges = (0...count).flatMap { low in (low...count).map { low..<$0 } }
    for first in ranges {
      for second in ranges { check(count: count, [first, second, 1..<4]) }
    }
  }

  @Test func `a mark outside the text is cut off`() {
    check(count: 3, [0..<9, 7..<9])
    check(count: 0, [0..<2])
  }

  private func check(count: Int, _ ranges: [Range<Int>]) {
    let runs = markedRuns(count: count, ranges: ranges)
    #expect(runs.flatMap { Array($0.range) } == Array(0..<count))
    for run in runs {
      #expect(!run.range.isEmpty)
      for place in run.range {
        let expected = ranges.indices.filter { ranges[$0].contains(place) }
        #expect(run.marks == expected)
      }
      let ending = ranges.indices.filter { index in
        let range = ranges[index].clamped(to: 0..<count)
        return !range.isEmpty && range.upperBound == run.range.upperBound
      }
      #expect(run.endingMarks == ending)
    }
    // No cut where nothing begins or ends.
    for (left, right) in zip(runs, runs.dropFirst()) where left.marks == right.marks {
      #expect(
        ranges.contains {
          $0.lowerBound == right.range.lowerBound || $0.upperBound == right.range.lowerBound
        })
    }
  }
}
