/// Parts of splits and merges that the programme for gaps left over.
extension Alignment {
  /// Gives an unlinked block to the link beside it if it covers what the link's other side has left
  /// over.
  mutating func takeInParts(_ index: FeatureIndex) {
    var overlap = Overlap(weights: index.weights)
    for bead in matching.inNewOrder where bead.old.count == 1 || bead.new.count == 1 {
      takeIn(bead, index, &overlap)
    }
  }

  private static let partCover: Float = 0.6
  private static let mostParts = 5

  private mutating func takeIn(
    _ bead: Matching.Bead, _ index: FeatureIndex, _ overlap: inout Overlap
  ) {
    if bead.old.count == 1, !index.old.range(of: bead.old[0]).isEmpty {
      overlap.add(bead.old[0], of: index.old)
      for part in bead.new { _ = overlap.cover(by: part, of: index.new) }
      var parts = bead.new
      for step in [1, -1] {
        while parts.count < Self.mostParts, let edge = step > 0 ? parts.max() : parts.min(),
          new.entries.indices.contains(edge + step), !matching.isLinked(new: edge + step),
          index.newTotals[edge + step] > 0,
          overlap.covered(by: edge + step, of: index.new)
            >= Self.partCover * index.newTotals[edge + step]
        {
          _ = overlap.cover(by: edge + step, of: index.new)
          parts.append(edge + step)
          matching.extend(linkOfOld: bead.old[0], new: [edge + step])
        }
      }
      overlap.clear(bead.old[0], of: index.old)
      if parts.count > 1 { return }
    }
    guard bead.new.count == 1, !index.new.range(of: bead.new[0]).isEmpty else { return }
    overlap.add(bead.new[0], of: index.new)
    for part in bead.old { _ = overlap.cover(by: part, of: index.old) }
    var parts = bead.old
    for step in [1, -1] {
      while parts.count < Self.mostParts, let edge = step > 0 ? parts.max() : parts.min(),
        old.entries.indices.contains(edge + step), !matching.isLinked(old: edge + step),
        index.oldTotals[edge + step] > 0,
        overlap.covered(by: edge + step, of: index.old)
          >= Self.partCover * index.oldTotals[edge + step]
      {
        _ = overlap.cover(by: edge + step, of: index.old)
        parts.append(edge + step)
        matching.extend(linkOfOld: bead.old[0], old: [edge + step])
      }
    }
    overlap.clear(bead.new[0], of: index.new)
  }
}
