extension Comparison {
  /// The links that moved together, as ranges of ``links``: their blocks follow each other on both
  /// sides, as those of a section do that was put elsewhere as a whole.
  ///
  /// A link that moved alone is a range of one.
  ///
  /// - Complexity: O(*n*) for *n* links.
  public var movedPassages: [Range<Int>] {
    var passages: [Range<Int>] = []
    for index in links.indices where links[index].isMoved {
      if let last = passages.last, last.upperBound == index, follows(index, on: index - 1) {
        passages[passages.count - 1] = last.lowerBound..<index + 1
      } else {
        passages.append(index..<index + 1)
      }
    }
    return passages
  }

  private func follows(_ index: Int, on previous: Int) -> Bool {
    guard let last = links[previous].old.last, let first = links[index].old.first else {
      return false
    }
    return first == last + 1
  }
}
