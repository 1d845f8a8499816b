/// The features of some blocks, each once with its count.
struct FeatureLists {
  /// Where the features of a block begin; one more than there are blocks.
  private(set) var starts = [0]
  private(set) var features: [Int32] = []
  private(set) var counts: [UInt16] = []

  /// Creates lists for as many features as there may be at most.
  init(most: Int) {
    features.reserveCapacity(most)
    counts.reserveCapacity(most)
  }

  /// The places of a block's features in the lists.
  func range(of block: Int) -> Range<Int> { starts[block]..<starts[block + 1] }

  /// Adds the next block; `scratch` holds zeros for all features, before and after.
  mutating func append(_ occurrences: [Int32], scratch: inout [UInt16]) {
    for feature in occurrences where scratch[Int(feature)] < .max {
      if scratch[Int(feature)] == 0 { features.append(feature) }
      scratch[Int(feature)] += 1
    }
    for feature in features[(starts.last ?? 0)...] {
      counts.append(scratch[Int(feature)])
      scratch[Int(feature)] = 0
    }
    starts.append(features.count)
  }
}
