/// Aligns two short lists of unlinked blocks in order, by dynamic programming over beads of one to
/// one, one to several and several to one (Gale and Church, 1993, with overlap of words in the place
/// of length).
///
/// A bead gains twice the weight that its sides share, less a share of all they hold; so nothing is
/// linked that is less alike than that share.
struct GapProgramme {
  /// Blocks of the two sides that belong together, as places in the lists given.
  struct Bead {
    var old: Range<Int>
    var new: Range<Int>
    var gain: Float
    var similarity: Float
  }

  let index: FeatureIndex
  private var overlap: Overlap
  private var sequence = CommonSequence()

  /// The most blocks that one can be split into here.
  private static let widest = 4
  /// What a part of a split must share with the whole, of its own weight.
  private static let partCover: Float = 0.6

  init(index: FeatureIndex) {
    self.index = index
    overlap = Overlap(weights: index.weights)
  }

  /// The beads that gain most together, ascending.
  ///
  /// - Complexity: O(*a* · *b* · *c*) for lists of *a* and *b* blocks with *c* features.
  mutating func beads(
    _ olds: [Int], _ news: [Int], threshold: Float, _ alignment: Alignment
  ) -> [Bead] {
    var ending: [[Bead]] = Array(repeating: [], count: (olds.count + 1) * (news.count + 1))
    let width = news.count + 1
    func add(_ bead: Bead) {
      if bead.gain > 0 { ending[bead.old.upperBound * width + bead.new.upperBound].append(bead) }
    }
    for place in olds.indices {
      for bead in oneToMany(olds, news, place, threshold, alignment) { add(bead) }
    }
    for place in news.indices {
      for bead in manyToOne(olds, news, place, threshold) { add(bead) }
    }
    return best(ending, olds.count, news.count)
  }

  private func best(_ ending: [[Bead]], _ oldCount: Int, _ newCount: Int) -> [Bead] {
    let width = newCount + 1
    var gains = [Float](repeating: 0, count: (oldCount + 1) * width)
    for place in 0...oldCount {
      for other in 0...newCount {
        let cell = place * width + other
        var gain: Float = 0
        if place > 0 { gain = max(gain, gains[cell - width]) }
        if other > 0 { gain = max(gain, gains[cell - 1]) }
        for bead in ending[cell] {
          gain = max(gain, gains[bead.old.lowerBound * width + bead.new.lowerBound] + bead.gain)
        }
        gains[cell] = gain
      }
    }
    var beads: [Bead] = []
    var (place, other) = (oldCount, newCount)
    while place > 0, other > 0 {
      let cell = place * width + other
      let bead = ending[cell].first {
        gains[$0.old.lowerBound * width + $0.new.lowerBound] + $0.gain >= gains[cell]
      }
      if let bead {
        beads.append(bead)
        (place, other) = (bead.old.lowerBound, bead.new.lowerBound)
      } else if gains[cell - width] >= gains[cell] {
        place -= 1
      } else {
        other -= 1
      }
    }
    return beads.reversed()
  }

  /// One old block against each new one, and against runs of them.
  private mutating func oneToMany(
    _ olds: [Int], _ news: [Int], _ place: Int, _ threshold: Float, _ alignment: Alignment
  ) -> [Bead] {
    var beads: [Bead] = []
    let block = olds[place]
    let weight = index.oldTotals[block]
    overlap.add(block, of: index.old)
    sequence.prepare(alignment.text(ofOld: block))
    for start in news.indices {
      let totals = weight + index.newTotals[news[start]]
      let similarity = alignment.similarity(
        block, news[start], common: overlap.covered(by: news[start], of: index.new),
        totals: totals, sequence)
      // Blocks without features, such as a line of dashes, count a little too.
      let gain = (similarity - threshold) * max(0.5, totals)
      beads.append(
        Bead(
          old: place..<place + 1, new: start..<start + 1, gain: gain, similarity: similarity))
      for run in runs(of: news, from: start, index.new, index.newTotals, whole: weight) {
        beads.append(
          Bead(
            old: place..<place + 1, new: run.places,
            gain: (run.similarity - threshold) * run.weight, similarity: run.similarity))
      }
      overlap.clear(block, of: index.old)
      overlap.add(block, of: index.old)
    }
    overlap.clear(block, of: index.old)
    return beads
  }

  /// One new block against runs of old ones.
  private mutating func manyToOne(
    _ olds: [Int], _ news: [Int], _ place: Int, _ threshold: Float
  ) -> [Bead] {
    var beads: [Bead] = []
    let block = news[place]
    let weight = index.newTotals[block]
    overlap.add(block, of: index.new)
    for start in olds.indices {
      for run in runs(of: olds, from: start, index.old, index.oldTotals, whole: weight) {
        beads.append(
          Bead(
            old: run.places, new: place..<place + 1,
            gain: (run.similarity - threshold) * run.weight, similarity: run.similarity))
      }
      overlap.clear(block, of: index.new)
      overlap.add(block, of: index.new)
    }
    overlap.clear(block, of: index.new)
    return beads
  }

  /// Some neighbouring blocks that may be the parts of one.
  private struct PartRun {
    var places: Range<Int>
    /// The weight of the parts and of the whole.
    var weight: Float
    var similarity: Float
  }

  /// The runs of two and more blocks each of which is mostly covered by what the blocks before it
  /// leave over of the whole.
  private mutating func runs(
    of blocks: [Int], from start: Int, _ lists: FeatureLists, _ totals: [Float], whole: Float
  ) -> [PartRun] {
    var runs: [PartRun] = []
    var common: Float = 0
    var weight = whole
    for end in start..<min(blocks.count, start + Self.widest) {
      let own = totals[blocks[end]]
      let part = overlap.cover(by: blocks[end], of: lists)
      guard own > 0, part >= Self.partCover * own else { break }
      common += part
      weight += own
      guard end > start else { continue }
      runs.append(
        PartRun(places: start..<end + 1, weight: weight, similarity: 2 * common / weight))
    }
    return runs
  }
}
