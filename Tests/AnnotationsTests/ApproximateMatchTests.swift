import Annotations
import Testing

private func scalars(_ text: String) -> [Unicode.Scalar] { Array(text.unicodeScalars) }

/// Levenshtein's distance, by its definition.
private func distance(_ left: ArraySlice<Unicode.Scalar>, _ right: ArraySlice<Unicode.Scalar>)
  -> Int
{
  guard let first = left.first, let second = right.first else {
    return max(left.count, right.count)
  }
  if first == second { return distance(left.dropFirst(), right.dropFirst()) }
  return 1
    + min(
      distance(left.dropFirst(), right), distance(left, right.dropFirst()),
      distance(left.dropFirst(), right.dropFirst()))
}

/// Every text of some letters up to a length.
private func texts(upTo length: Int) -> [[Unicode.Scalar]] {
  var all: [[Unicode.Scalar]] = [[]]
  var last = all
  for _ in 0..<length {
    last = last.flatMap { text in ["a", "b"].map { text + [$0] } }
    all += last
  }
  return all
}

@Suite struct `An approximate match` {
  @Test func `is as near as any part of the text, for all short texts`() {
    for pattern in texts(upTo: 3) where !pattern.isEmpty {
      for text in texts(upTo: 5) where !text.isEmpty {
        let parts = text.indices.flatMap { start in
          (start + 1...text.count).map { text[start..<$0] }
        }
        // What is no nearer than nothing is no match.
        let least = parts.map { distance(pattern[...], $0) }.min().flatMap {
          $0 < pattern.count ? $0 : nil
        }
        let match = ApproximateMatch(of: pattern[...], in: text[...])
        #expect(match?.distance == least)
        #expect(match.map { distance(pattern[...], text[$0.range]) } == least)
      }
    }
  }

  @Test(arguments: [
    ("港口建设", "推进港口和建设。", 2..<7, 1), ("港口建设", "推进港口建设。", 2..<6, 0),
    ("建设。", "建设；", 0..<2, 1), ("都应提供证件", "调查提供证件", 2..<6, 2),
    ("港口", "港口，港口", 0..<2, 0),
  ])
  func `has its place and its distance`(
    pattern: String, text: String, range: Range<Int>, distance: Int
  ) throws {
    let match = try #require(ApproximateMatch(of: scalars(pattern)[...], in: scalars(text)[...]))
    #expect(match.distance == distance)
    #expect(match.range == range)
  }

  @Test func `is the shortest that ends first within any limit, for all short texts`() {
    for pattern in texts(upTo: 3) where !pattern.isEmpty {
      for text in texts(upTo: 5) where !text.isEmpty {
        // In the order in which equals are preferred.
        let parts = text.indices.flatMap { last in
          (0...last).reversed().map { start in
            (start..<last + 1, distance(pattern[...], text[start...last]))
          }
        }
        let least = parts.map(\.1).min()
        let first = parts.first { $0.1 == least && $0.1 < pattern.count }
        for limit in 0...pattern.count {
          let match = ApproximateMatch(of: pattern[...], in: text[...], within: limit)
          let expected = first.flatMap { $0.1 <= limit ? $0 : nil }
          #expect(match?.range == expected?.0)
          #expect(match?.distance == expected?.1)
        }
      }
    }
  }

  @Test func `is none of nothing`() {
    #expect(ApproximateMatch(of: scalars("建设")[...], in: scalars("完善湖泊")[...]) == nil)
    #expect(ApproximateMatch(of: [], in: scalars("a")[...]) == nil)
    #expect(ApproximateMatch(of: scalars("a")[...], in: []) == nil)
  }
}
