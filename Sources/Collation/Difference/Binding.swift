import PlanModel

/// How firmly two neighbouring ideographs hold together, learnt from the documents at hand.
///
/// The logarithm of how much oftener the pair stands there than chance would have it (pointwise
/// mutual information; Church and Hanks, 1990). It finds most words of a plan without a dictionary,
/// and those of its field too.
struct Binding {
  private var singles: [UInt32: Int32] = [:]
  private var pairs: [UInt64: Int32] = [:]
  private var total: Float = 1

  /// As many scalars as are enough to learn from.
  private static let enough = 400_000

  /// Learns from the texts of some blocks; of a long document from blocks spread evenly over it.
  init(_ documents: [[Block]]) {
    let count = documents.reduce(0) { $0 + $1.count }
    var length = 0
    for blocks in documents { for block in blocks { length += block.text.utf8.count / 3 } }
    let step = max(1, length / Self.enough)
    for blocks in documents where count > 0 {
      for index in stride(from: 0, to: blocks.count, by: step) { learn(blocks[index].text) }
    }
  }

  private mutating func learn(_ text: String) {
    var last: Unicode.Scalar?
    for scalar in text.unicodeScalars {
      guard scalar.isHan else {
        last = nil
        continue
      }
      singles[scalar.value, default: 0] += 1
      total += 1
      if let last { pairs[Self.key(last, scalar), default: 0] += 1 }
      last = scalar
    }
  }

  private static func key(_ first: Unicode.Scalar, _ second: Unicode.Scalar) -> UInt64 {
    UInt64(first.value) << 32 | UInt64(second.value)
  }

  /// How firmly two scalars hold together, in natural logarithms; 0 for what has hardly ever met.
  ///
  /// Most of what stands in one version stands in the other too, so four occurrences are two; what is
  /// learnt from fewer is chance as often as a word.
  func strength(_ first: Unicode.Scalar, _ second: Unicode.Scalar) -> Float {
    guard first.isHan, second.isHan, let pair = pairs[Self.key(first, second)], pair > 4,
      let one = singles[first.value], let other = singles[second.value]
    else { return 0 }
    return 0.6931 * logarithm(Float(pair) * total / (Float(one) * Float(other)))
  }
}
