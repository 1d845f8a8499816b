/// Parts of splits and merges that the programme for gaps left over.
extension Alignment {
  /// Gives an unlinked block to a link beside it if it covers what the link's other side has left
  /// over.
  ///
  /// A part may stand a few blocks off, where something was put between; then it must be covered
  /// almost whole.
  mutating func takeInParts(_ index: FeatureIndex) {
    var overlap = Overlap(weights: index.weights)
    for bead in matching.inNewOrder {
      if bead.old.count == 1 {
        let whole = bead.old[0]
        overlap.add(whole, of: index.old)
        for part in bead.new { _ = overlap.cover(by: part, of: index.new) }
        let parts = parts(
          beside: bead.new, in: index.new, index.newTotals, &overlap,
          isFree: { !matching.isLinked(new: $0) })
        overlap.clear(whole, of: index.old)
        matching.extend(linkOfOld: whole, new: parts)
        if bead.new.count + parts.count > 1 { continue }
      }
      if bead.new.count == 1 {
        let whole = bead.new[0]
        overlap.add(whole, of: index.new)
        for part in bead.old { _ = overlap.cover(by: part, of: index.old) }
        let parts = parts(
          beside: bead.old, in: index.old, index.oldTotals, &overlap,
          isFree: { !matching.isLinked(old: $0) })
        overlap.clear(whole, of: index.new)
        matching.extend(linkOfOld: bead.old[0], old: parts)
      }
    }
    takeInNumbers()
  }

  private static let mostParts = 5
  /// How far off a part may stand.
  private static let furthest = 4
  /// What of a part must be covered, beside the link and further off.
  private static let partCover: Float = 0.6
  private static let farPartCover: Float = 0.85

  /// The free blocks that cover what is left over.
  private func parts(
    beside found: [Int], in lists: FeatureLists, _ totals: [Float], _ overlap: inout Overlap,
    isFree: (Int) -> Bool
  ) -> [Int] {
    var parts: [Int] = []
    for step in [1, -1] {
      var edge = step > 0 ? found.max() ?? 0 : found.min() ?? 0
      var distance = 1
      while distance <= Self.furthest, found.count + parts.count < Self.mostParts {
        let place = edge + step * distance
        guard totals.indices.contains(place) else { break }
        let needed = distance == 1 ? Self.partCover : Self.farPartCover
        if isFree(place), totals[place] > 0,
          overlap.covered(by: place, of: lists) >= needed * totals[place],
          distance == 1 || lists.range(of: place).count >= 4
        {
          _ = overlap.cover(by: place, of: lists)
          parts.append(place)
          edge = place
          distance = 1
        } else {
          distance += 1
        }
      }
    }
    return parts
  }

  /// Gives a number that stands alone (`3.`) to the words behind it, where the two were one block.
  private mutating func takeInNumbers() {
    for bead in matching.inNewOrder where bead.old.count == 1 {
      let (whole, place) = (old.entries[bead.old[0]], bead.new[0] - 1)
      guard place >= 0, !matching.isLinked(new: place), whole.length > 0, let scheme = whole.scheme,
        new.entries[place].length == 0, new.entries[place].scheme == scheme,
        new.entries[bead.new[0]].mark == nil
      else { continue }
      matching.extend(linkOfOld: bead.old[0], new: [place])
    }
    for bead in matching.inNewOrder where bead.new.count == 1 {
      let (whole, place) = (new.entries[bead.new[0]], bead.old[0] - 1)
      guard place >= 0, !matching.isLinked(old: place), whole.length > 0, let scheme = whole.scheme,
        old.entries[place].length == 0, old.entries[place].scheme == scheme,
        old.entries[bead.old[0]].mark == nil
      else { continue }
      matching.extend(linkOfOld: bead.old[0], old: [place])
    }
  }
}
