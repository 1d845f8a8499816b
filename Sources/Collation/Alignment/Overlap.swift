/// The features of one side of a link, against which blocks of the other are held.
///
/// What one block covers is gone for the next, so that the second part of a split counts only by
/// what the first has left over.
struct Overlap {
  private let weights: [Float]
  private var left: [UInt16]

  init(weights: [Float]) {
    self.weights = weights
    left = Array(repeating: 0, count: weights.count)
  }

  /// Adds the features of a block to what can be covered.
  mutating func add(_ block: Int, of lists: FeatureLists) {
    for place in lists.range(of: block) {
      left[Int(lists.features[place])] &+= lists.counts[place]
    }
  }

  /// Forgets the features of a block that was added, covered or not.
  mutating func clear(_ block: Int, of lists: FeatureLists) {
    for place in lists.range(of: block) { left[Int(lists.features[place])] = 0 }
  }

  /// The weight of what a block covers.
  func covered(by block: Int, of lists: FeatureLists) -> Float {
    var sum: Float = 0
    for place in lists.range(of: block) {
      let feature = Int(lists.features[place])
      let common = min(left[feature], lists.counts[place])
      if common > 0 { sum += weights[feature] * Float(common) }
    }
    return sum
  }

  /// Takes away what a block covers, and returns its weight.
  mutating func cover(by block: Int, of lists: FeatureLists) -> Float {
    var sum: Float = 0
    for place in lists.range(of: block) {
      let feature = Int(lists.features[place])
      let common = min(left[feature], lists.counts[place])
      if common > 0 {
        sum += weights[feature] * Float(common)
        left[feature] -= common
      }
    }
    return sum
  }
}
