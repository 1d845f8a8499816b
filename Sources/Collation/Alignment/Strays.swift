/// Links between blocks that stand in other places.
extension Alignment {
  /// Links what moved for certain: the best candidate of each other, far more alike than anything in
  /// the gap, so that the programme for the gap cannot give it away.
  mutating func linkStrays(_ candidates: Candidates) {
    let gaps = gapNumbers()
    for block in candidates.ofOld.indices where !matching.isLinked(old: block) {
      guard let best = candidates.ofOld[block].first, best.similarity >= Self.strayThreshold,
        let back = candidates.ofNew[best.block].first, back.block == block,
        !matching.isLinked(new: best.block), !isRepeated(block, best.block),
        gaps.old[block] != gaps.new[best.block]
      else { continue }
      let rivals =
        candidates.ofOld[block].filter { gaps.new[$0.block] == gaps.old[block] }
        + candidates.ofNew[best.block].filter { gaps.old[$0.block] == gaps.new[best.block] }
      guard rivals.allSatisfy({ $0.similarity + Self.strayMargin <= best.similarity }) else {
        continue
      }
      matching.link(old: [block], new: [best.block], similarity: Double(best.similarity))
    }
  }

  private static let strayThreshold: Float = 0.72
  private static let strayMargin: Float = 0.15

  /// For each block of either side the number of the chain's gap in which it stands.
  private func gapNumbers() -> (old: [Int], new: [Int]) {
    var oldGaps = [Int](repeating: 0, count: old.count)
    var newGaps = [Int](repeating: 0, count: new.count)
    var (oldStart, newStart) = (0, 0)
    var gap = 0
    for bead in chain() {
      for index in oldStart..<max(oldStart, bead.old[0]) { oldGaps[index] = gap }
      for index in newStart..<max(newStart, bead.new[0]) { newGaps[index] = gap }
      (oldStart, newStart) = (bead.old[0], bead.new[0])
      gap += 1
    }
    for index in oldStart..<max(oldStart, old.count) { oldGaps[index] = gap }
    for index in newStart..<max(newStart, new.count) { newGaps[index] = gap }
    return (oldGaps, newGaps)
  }

  /// Links the rest wherever it stands, best first; beside a linked neighbour less is asked.
  mutating func linkOutOfOrder(_ candidates: Candidates) {
    var pairs: [(old: Int, new: Int, similarity: Float)] = []
    for block in candidates.ofOld.indices where !matching.isLinked(old: block) {
      for candidate in candidates.ofOld[block] where !matching.isLinked(new: candidate.block) {
        let needed = neededSimilarity(block, candidate.block)
        guard candidate.similarity >= needed else { continue }
        pairs.append((block, candidate.block, candidate.similarity))
      }
    }
    pairs.sort { ($1.similarity, $0.old, $0.new) < ($0.similarity, $1.old, $1.new) }
    for pair in pairs
    where !matching.isLinked(old: pair.old) && !matching.isLinked(new: pair.new) {
      matching.link(old: [pair.old], new: [pair.new], similarity: Double(pair.similarity))
    }
  }

  /// Whether two blocks are equal, and not they alone: where such a one went cannot be known from its
  /// text.
  private func isRepeated(_ oldIndex: Int, _ newIndex: Int) -> Bool {
    let body = old.entries[oldIndex].body
    return body == new.entries[newIndex].body && repetitions[body] > 2
  }

  private func neededSimilarity(_ oldIndex: Int, _ newIndex: Int) -> Float {
    let before = areNeighbours(oldIndex - 1, newIndex - 1)
    let after = areNeighbours(oldIndex + 1, newIndex + 1)
    let entry = old.entries[oldIndex]
    if !before, !after, isRepeated(oldIndex, newIndex) { return .infinity }
    if before && after { return entry.level > 0 || entry.mark != nil ? 0.12 : 0.22 }
    if before || after { return 0.34 }
    return min(entry.length, new.entries[newIndex].length) < 12 ? 0.75 : 0.55
  }
}

extension Alignment {
  /// Links repeated bodies of which one is left on each side: what remains over belongs together.
  ///
  /// That is only probable, so they are linked as if they were little alike, and carry nothing.
  mutating func linkLastOfRepeated() {
    var oldPlaces: [Int: [Int]] = [:]
    for (index, entry) in old.entries.enumerated() where !matching.isLinked(old: index) {
      oldPlaces[entry.body, default: []].append(index)
    }
    var newPlaces: [Int: [Int]] = [:]
    for (index, entry) in new.entries.enumerated() where !matching.isLinked(new: index) {
      newPlaces[entry.body, default: []].append(index)
    }
    for (index, entry) in old.entries.enumerated() where entry.length > 0 {
      guard oldPlaces[entry.body] == [index], let places = newPlaces[entry.body], places.count == 1
      else { continue }
      matching.link(old: [index], new: places, similarity: 0.3)
    }
  }
}
