internal import PlanModel

extension ArraySlice<Unicode.Scalar> {
  /// The scalars as they are compared.
  var folded: [Unicode.Scalar] { FreeText.folded(Array(self)) }
}

extension [Unicode.Scalar] {
  /// The words of a text, in which each ideograph is one.
  var wordsAndIdeographs: [ArraySlice<Unicode.Scalar>] {
    var words: [ArraySlice<Unicode.Scalar>] = []
    var start = startIndex
    for index in indices {
      if self[index].isWordPart, !self[index].isUnspaced { continue }
      if start < index { words.append(self[start..<index]) }
      if self[index].isUnspaced, self[index].isWordPart { words.append(self[index...index]) }
      start = index + 1
    }
    if start < endIndex { words.append(self[start...]) }
    return words
  }
}

/// How alike two sequences are, of scalars or of words.
extension Array where Element: Equatable {
  /// The share of both that they have in common, in their order.
  func likeness(to other: Self) -> Double {
    guard !isEmpty, !other.isEmpty else { return 0 }
    return 2 * Double(commonCount(with: other)) / Double(count + other.count)
  }

  /// The share of the shorter of both that they have in common, in their order.
  func shareOfShorter(in other: Self) -> Double {
    guard !isEmpty, !other.isEmpty else { return 0 }
    return Double(commonCount(with: other)) / Double(Swift.min(count, other.count))
  }

  /// The length of the longest common subsequence.
  ///
  /// - Complexity: O(*m* · *n*).
  func commonCount(with other: [Element]) -> Int {
    var row = [Int](repeating: 0, count: other.count + 1)
    for element in self {
      var diagonal = 0
      for (place, found) in other.enumerated() {
        let above = row[place + 1]
        row[place + 1] = element == found ? diagonal + 1 : Swift.max(above, row[place])
        diagonal = above
      }
    }
    return row[other.count]
  }
}
