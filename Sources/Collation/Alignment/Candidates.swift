import PlanModel

/// For each unlinked block those of the other side that share its rarest features.
///
/// Each block probes its 20 rarest features that stand in at most 64 blocks of the other side; the
/// 10 blocks that share most are measured in full. That finds 95–97 % of the true partners at a
/// cost that does not grow with the document.
struct Candidates {
  /// A block of the other side and how alike it is.
  struct Candidate: Sendable {
    var block: Int
    var similarity: Float
  }

  /// The candidates of each block of the old side, best first.
  private(set) var ofOld: [[Candidate]]
  /// The candidates of each block of the new side, best first.
  private(set) var ofNew: [[Candidate]]

  /// No candidates.
  init() {
    ofOld = []
    ofNew = []
  }

  init(_ alignment: Alignment, _ index: FeatureIndex, _ sharing: WorkSharing) {
    let postings = Postings(index.new, frequencies: index.newFrequencies)
    let stretches = sharing.map(alignment.old.entries.indices, by: 4_096) { blocks in
      Self.found(for: blocks, alignment, index, postings)
    }
    ofOld = Array(stretches.joined())
    ofNew = Array(repeating: [], count: alignment.new.count)
    for (block, found) in ofOld.enumerated() {
      for candidate in found {
        ofNew[candidate.block].append(
          Candidate(block: block, similarity: candidate.similarity))
      }
    }
    for block in ofNew.indices { ofNew[block].sort(by: Self.isBetter) }
  }

  /// The candidates of some blocks of the old side, best first.
  private static func found(
    for blocks: Range<Int>, _ alignment: Alignment, _ index: FeatureIndex, _ postings: Postings
  ) -> [[Candidate]] {
    var overlap = Overlap(weights: index.weights)
    var sequence = CommonSequence()
    var votes = [Float](repeating: 0, count: alignment.new.count)
    return blocks.map { block in
      guard !index.old.range(of: block).isEmpty else { return [] }
      let probed = probe(block, index.old, index.weights, postings, &votes)
      guard !probed.isEmpty else { return [] }
      overlap.add(block, of: index.old)
      sequence.prepare(alignment.text(ofOld: block))
      var found: [Candidate] = []
      for other in probed {
        let common = overlap.covered(by: other, of: index.new)
        let similarity = alignment.similarity(
          block, other, common: common, totals: index.oldTotals[block] + index.newTotals[other],
          sequence)
        guard similarity >= leastSimilarity else { continue }
        found.append(Candidate(block: other, similarity: similarity))
      }
      overlap.clear(block, of: index.old)
      return found.sorted(by: isBetter)
    }
  }

  private static let leastSimilarity: Float = 0.1

  private static func isBetter(_ left: Candidate, _ right: Candidate) -> Bool {
    (right.similarity, left.block) < (left.similarity, right.block)
  }

  /// The blocks that share most of a block's rarest features.
  private static func probe(
    _ block: Int, _ lists: FeatureLists, _ weights: [Float], _ postings: Postings,
    _ votes: inout [Float]
  ) -> [Int] {
    let rare = lists.range(of: block).map { lists.features[$0] }
      .filter { postings.isProbed($0) }
      .sorted { (postings.frequency($0), $0) < (postings.frequency($1), $1) }
    var touched: [Int] = []
    for feature in rare.prefix(20) {
      for other in postings.blocks(of: feature) {
        if votes[Int(other)] == 0 { touched.append(Int(other)) }
        votes[Int(other)] += weights[Int(feature)]
      }
    }
    let best = touched.sorted { (votes[$1], $0) < (votes[$0], $1) }.prefix(10)
    for other in touched { votes[other] = 0 }
    return Array(best)
  }
}

/// For each feature that is rare enough the blocks that hold it.
private struct Postings {
  private static let longest: Int32 = 64
  private var starts: [Int]
  private var held: [Int32]
  private let frequencies: [Int32]

  init(_ lists: FeatureLists, frequencies: [Int32]) {
    self.frequencies = frequencies
    starts = [0]
    starts.reserveCapacity(frequencies.count + 1)
    var end = 0
    for frequency in frequencies {
      if frequency <= Self.longest { end += Int(frequency) }
      starts.append(end)
    }
    held = Array(repeating: 0, count: end)
    var next = starts
    for block in 0..<lists.starts.count - 1 {
      for place in lists.range(of: block) {
        let feature = Int(lists.features[place])
        guard frequencies[feature] <= Self.longest else { continue }
        held[next[feature]] = Int32(block)
        next[feature] += 1
      }
    }
  }

  func isProbed(_ feature: Int32) -> Bool {
    (1...Self.longest).contains(frequencies[Int(feature)])
  }

  func frequency(_ feature: Int32) -> Int32 { frequencies[Int(feature)] }

  func blocks(of feature: Int32) -> ArraySlice<Int32> {
    held[starts[Int(feature)]..<starts[Int(feature) + 1]]
  }
}
