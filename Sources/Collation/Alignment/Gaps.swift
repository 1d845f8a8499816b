/// Where a programme for gaps is run: between links that follow each other on both sides, in the
/// gaps of the chain, and beside single links.
extension Alignment {
  /// What is less alike than this is not linked inside a gap.
  private static let closedThreshold: Float = 0.30
  private static let chainThreshold: Float = 0.36
  private static let openThreshold: Float = 0.42
  /// The most cells of a table.
  private static let mostCells = 40_000

  /// Fills the runs of unlinked blocks that stand between the same two links on both sides.
  mutating func fillClosedRuns(_ programme: inout GapProgramme, _ candidates: Candidates) {
    for run in unlinkedRuns() where areNeighboursAcross(run) {
      fill(run.old, run.new, threshold: Self.closedThreshold, &programme, candidates)
    }
  }

  private func areNeighboursAcross(_ run: Run) -> Bool {
    let (end, newEnd) = (run.old.upperBound, run.new.upperBound)
    if end == old.count || newEnd == new.count { return end == old.count && newEnd == new.count }
    return areNeighbours(end, newEnd)
  }

  /// A run of unlinked blocks on each side, behind the same link.
  private struct Run {
    var old: Range<Int>
    var new: Range<Int>
  }

  private func unlinkedRuns() -> [Run] {
    var runs = [Run(old: unlinked(old: 0), new: unlinked(new: 0))]
    for bead in matching.inNewOrder {
      guard let lastOld = bead.old.last, let lastNew = bead.new.last else { continue }
      runs.append(
        Run(old: unlinked(old: lastOld + 1), new: unlinked(new: lastNew + 1)))
    }
    return runs.filter { !$0.old.isEmpty && !$0.new.isEmpty }
  }

  private func unlinked(old start: Int) -> Range<Int> {
    var end = start
    while end < old.count, !matching.isLinked(old: end) { end += 1 }
    return start..<end
  }

  private func unlinked(new start: Int) -> Range<Int> {
    var end = start
    while end < new.count, !matching.isLinked(new: end) { end += 1 }
    return start..<end
  }

  /// Fills the gaps between neighbours in the heaviest in-order chain.
  mutating func fillChainGaps(_ programme: inout GapProgramme, _ candidates: Candidates) {
    var (oldStart, newStart) = (0, 0)
    for bead in chain() {
      fill(
        oldStart..<max(oldStart, bead.old[0]), newStart..<max(newStart, bead.new[0]),
        threshold: Self.chainThreshold, &programme, candidates)
      oldStart = (bead.old.last ?? oldStart) + 1
      newStart = (bead.new.last ?? newStart) + 1
    }
    fill(
      min(oldStart, old.count)..<old.count, min(newStart, new.count)..<new.count,
      threshold: Self.chainThreshold, &programme, candidates)
  }

  /// Fills the runs behind and before single links, whatever stands on their far sides.
  mutating func fillOpenRuns(_ programme: inout GapProgramme, _ candidates: Candidates) {
    for run in unlinkedRuns() {
      fill(run.old, run.new, threshold: Self.openThreshold, &programme, candidates)
    }
    for bead in matching.inNewOrder {
      var (oldStart, newStart) = (bead.old[0], bead.new[0])
      while oldStart > 0, !matching.isLinked(old: oldStart - 1) { oldStart -= 1 }
      while newStart > 0, !matching.isLinked(new: newStart - 1) { newStart -= 1 }
      fill(
        oldStart..<bead.old[0], newStart..<bead.new[0], threshold: Self.openThreshold, &programme,
        candidates)
    }
  }

  private mutating func fill(
    _ oldRange: Range<Int>, _ newRange: Range<Int>, threshold: Float,
    _ programme: inout GapProgramme, _ candidates: Candidates
  ) {
    let olds = oldRange.filter { !matching.isLinked(old: $0) }
    let news = newRange.filter { !matching.isLinked(new: $0) }
    guard !olds.isEmpty, !news.isEmpty else { return }
    if olds.count == 1, news.count == 1,
      let known = candidates.ofOld[olds[0]].first(where: { $0.block == news[0] })
    {
      // The commonest gap by far, and it has been measured.
      guard known.similarity > threshold else { return }
      matching.link(old: olds, new: news, similarity: Double(known.similarity))
      return
    }
    guard olds.count * news.count > Self.mostCells else {
      return link(
        programme.beads(olds, news, threshold: threshold, self), olds, news)
    }
    linkEqualInOrder(olds, news)
    let (restOld, restNew) = (
      olds.filter { !matching.isLinked(old: $0) }, news.filter { !matching.isLinked(new: $0) }
    )
    link(sparseBeads(restOld, restNew, threshold: threshold, candidates), restOld, restNew)
  }

  private mutating func link(_ beads: [GapProgramme.Bead], _ olds: [Int], _ news: [Int]) {
    for bead in beads {
      matching.link(
        old: bead.old.map { olds[$0] }, new: bead.new.map { news[$0] },
        similarity: Double(bead.similarity))
    }
  }

  /// Links the repeated blocks of a large gap that are common in the sense of a difference of lines.
  private mutating func linkEqualInOrder(_ olds: [Int], _ news: [Int]) {
    let script = EditScript(
      from: olds.map { UInt32(old.entries[$0].body) },
      to: news.map { UInt32(new.entries[$0].body) })
    let pairs = zip(
      olds.indices.filter { !script.isRemoved[$0] }, news.indices.filter { !script.isAdded[$0] })
    for (place, other) in pairs where old.entries[olds[place]].length > 0 {
      matching.link(old: [olds[place]], new: [news[other]], similarity: 1)
    }
  }

  /// The heaviest in-order chain of candidates, for a gap too large for a table.
  private func sparseBeads(
    _ olds: [Int], _ news: [Int], threshold: Float, _ candidates: Candidates
  ) -> [GapProgramme.Bead] {
    var places: [Int: Int] = [:]
    for (place, block) in olds.enumerated() { places[block] = place }
    var beads: [GapProgramme.Bead] = []
    for (other, block) in news.enumerated() {
      // From the last old place to the first, so that a chain takes one candidate of a block.
      let found = candidates.ofNew[block].compactMap { candidate in
        places[candidate.block].map { ($0, candidate.similarity) }
      }.sorted { $0.0 > $1.0 }
      for (place, similarity) in found where similarity > threshold {
        beads.append(
          GapProgramme.Bead(
            old: place..<place + 1, new: other..<other + 1, gain: similarity - threshold,
            similarity: similarity))
      }
    }
    let chain = heaviestChain(
      olds: beads.map(\.old.lowerBound), weights: beads.map { 1 + Int($0.gain * 1000) })
    return chain.map { beads[$0] }
  }
}
