extension RandomAccessCollection where Index == Int {
  /// The first index whose element satisfies a predicate that holds from some index on.
  ///
  /// - Parameter predicate: Holds for all elements after the first for which it holds.
  /// - Returns: The index, or `endIndex` if the predicate holds nowhere.
  /// - Complexity: O(log *n*).
  @inlinable package func partitioningIndex(where predicate: (Element) -> Bool) -> Int {
    var (low, high) = (startIndex, endIndex)
    while low < high {
      let middle = low + (high - low) / 2
      if predicate(self[middle]) { high = middle } else { low = middle + 1 }
    }
    return low
  }
}
