/// The part of a text that is most like a pattern.
package struct ApproximateMatch: Equatable {
  /// Where it stands in the text.
  package var range: Range<Int>
  /// How many scalars must be put in, left out or exchanged to make one of the other.
  package var distance: Int

  /// Finds it by Sellers's dynamic programme.
  ///
  /// That is Levenshtein's with a free start and a free end in the text (*The theory and computation
  /// of evolutionary distances: pattern recognition*, 1980). Of equals the first that
  /// ends is taken, and of those that end there the shortest: what is exchanged at an edge belongs
  /// to what stands beside it.
  ///
  /// Only beginnings of the pattern that can still become the match are looked at, as in Ukkonen's
  /// *Finding approximate patterns in strings* (1985): whatever is further away than the limit, or
  /// no nearer than what has been found, leads to nothing better.
  ///
  /// It is `nil` if no part of the text is nearer to the pattern than nothing at all is, or none is
  /// within the limit.
  ///
  /// - Parameters:
  ///   - pattern: The pattern.
  ///   - text: The text.
  ///   - limit: The greatest distance that is of use.
  /// - Complexity: O(*d* · *n*) in time for a limit *d*, mostly, and O(*m*) in space.
  package init?(
    of pattern: ArraySlice<Unicode.Scalar>, in text: ArraySlice<Unicode.Scalar>,
    within limit: Int = .max
  ) {
    guard !pattern.isEmpty, !text.isEmpty, limit >= 0 else { return nil }
    let words = Array(pattern)
    // For each length of the pattern's beginning the least distance to a part of the text that ends
    // here, and where the shortest such part begins: one number, so that the least of three is taken
    // at a stroke. The beginning is counted from the end of the text, so that a later one is less.
    let edit = 1 << 32
    let end = text.endIndex
    var costs = (0...words.count).map { $0 * edit + text.count }
    let tooMuch = (words.count + 1) * edit
    var best = (cost: Int.max, end: text.startIndex)
    // Nothing at all is as far from the pattern as the pattern is long.
    var most = min(limit, words.count - 1)
    // The longest beginning that is near enough, and everything behind it is not.
    var longest = most
    for (index, scalar) in zip(text.indices, text) {
      var diagonal = costs[0]
      var left = end - (index + 1)
      costs[0] = left
      // A distance grows by one scalar at most from one place to the next.
      let last = min(longest + 1, words.count)
      if last > longest { costs[last] = tooMuch }
      for place in 0..<last {
        let above = costs[place + 1]
        let exchanged = words[place] == scalar ? diagonal : diagonal + edit
        left = min(exchanged, min(above, left) + edit)
        costs[place + 1] = left
        diagonal = above
      }
      longest = last
      if last == words.count, left / edit <= most {
        best = (left, index + 1)
        most = left / edit - 1
        if most < 0 { break }
      }
      while costs[longest] / edit > most { longest -= 1 }
    }
    guard best.cost < Int.max else { return nil }
    (range, distance) = (end - best.cost % edit..<best.end, best.cost / edit)
  }

  /// The greatest distance from a pattern of some length at which they can be so much alike.
  ///
  /// The part of the text is longer than the pattern by no more than the distance.
  static func greatestDistance(similarity: Double, patternOf length: Int) -> Int {
    guard similarity > 0.01 else { return .max }
    // One more than is needed, since the numbers are rounded.
    return Int(Double(length) * (1 - similarity) / similarity) + 1
  }

  /// How alike they are, from 0 to 1.
  func similarity(toPatternOf length: Int) -> Double {
    max(0, 1 - Double(distance) / Double(max(length, range.count)))
  }
}
