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
  /// - Returns: `nil` if no part of the text is nearer to the pattern than nothing at all is.
  /// - Complexity: O(*m* · *n*) in time and O(*m*) in space.
  package init?(of pattern: ArraySlice<Unicode.Scalar>, in text: ArraySlice<Unicode.Scalar>) {
    guard !pattern.isEmpty, !text.isEmpty else { return nil }
    let words = Array(pattern)
    // For each length of the pattern's beginning the least distance to a part of the text that ends
    // here, and where the shortest such part begins: one number, so that the least of three is taken
    // at a stroke. The beginning is counted from the end of the text, so that a later one is less.
    let edit = 1 << 32
    let end = text.endIndex
    var costs = (0...words.count).map { $0 * edit + text.count }
    var best = (cost: Int.max, end: text.startIndex)
    for (index, scalar) in zip(text.indices, text) {
      var diagonal = costs[0]
      var left = end - (index + 1)
      costs[0] = left
      for place in words.indices {
        let above = costs[place + 1]
        let exchanged = words[place] == scalar ? diagonal : diagonal + edit
        left = min(exchanged, min(above, left) + edit)
        costs[place + 1] = left
        diagonal = above
      }
      let isText = end - left % edit <= index
      if left / edit < best.cost / edit, isText { best = (left, index + 1) }
    }
    guard best.cost < Int.max else { return nil }
    (range, distance) = (end - best.cost % edit..<best.end, best.cost / edit)
  }

  /// How alike they are, from 0 to 1.
  func similarity(toPatternOf length: Int) -> Double {
    max(0, 1 - Double(distance) / Double(max(length, range.count)))
  }
}
