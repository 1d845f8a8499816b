import PlanModel

/// The features of the blocks that are not linked yet, with what a shared one is worth.
struct FeatureIndex {
  private(set) var old: FeatureLists
  private(set) var new: FeatureLists
  /// What one occurrence of a feature is worth: 1 if it stands in one block of each side, .15 if it
  /// stands everywhere.
  private(set) var weights: [Float] = []
  /// The weight of all features of each block.
  private(set) var oldTotals: [Float] = []
  private(set) var newTotals: [Float] = []
  /// How many blocks of either side hold a feature.
  private(set) var oldFrequencies: [Int32] = []
  private(set) var newFrequencies: [Int32] = []

  init(_ alignment: Alignment) {
    var reader = FeatureReader()
    var scratch: [UInt16] = []
    func lists(_ document: ComparedDocument, _ isLinked: (Int) -> Bool) -> FeatureLists {
      let most = document.entries.indices.reduce(0) {
        $0 + (isLinked($1) ? 0 : document.entries[$1].length)
      }
      var lists = FeatureLists(most: most)
      var occurrences: [Int32] = []
      for (index, entry) in document.entries.enumerated() {
        occurrences.removeAll(keepingCapacity: true)
        if !isLinked(index) {
          reader.read(alignment.bodies[entry.body]) { occurrences.append($0) }
          while scratch.count < reader.table.count { scratch.append(0) }
        }
        lists.append(occurrences, scratch: &scratch)
      }
      return lists
    }
    old = lists(alignment.old) { alignment.matching.isLinked(old: $0) }
    new = lists(alignment.new) { alignment.matching.isLinked(new: $0) }
    weigh(count: reader.table.count)
  }

  private mutating func weigh(count: Int) {
    oldFrequencies = Self.frequencies(old, count: count)
    newFrequencies = Self.frequencies(new, count: count)
    let blocks = Float(max(8, old.starts.count + new.starts.count)) / 2
    weights = zip(oldFrequencies, newFrequencies).map { old, new in
      let frequency = max(1, Float(old + new) / 2)
      return max(0.15, 1 - logarithm(frequency) / logarithm(blocks))
    }
    oldTotals = totals(old)
    newTotals = totals(new)
  }

  private static func frequencies(_ lists: FeatureLists, count: Int) -> [Int32] {
    var frequencies = [Int32](repeating: 0, count: count)
    for feature in lists.features { frequencies[Int(feature)] += 1 }
    return frequencies
  }

  private func totals(_ lists: FeatureLists) -> [Float] {
    (0..<lists.starts.count - 1).map { block in
      lists.range(of: block).reduce(0) {
        $0 + weights[Int(lists.features[$1])] * Float(lists.counts[$1])
      }
    }
  }
}

/// The binary logarithm, to a hundredth: `log` is not in the standard library.
func logarithm(_ value: Float) -> Float {
  // log2(m) for 1 ≤ m < 2 by a parabola through its ends and its middle (error below .01).
  let part = value.significand - 1
  return Float(value.exponent) + part * (1.3398 - 0.3398 * part)
}
