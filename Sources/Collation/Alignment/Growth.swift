extension Alignment {
  /// Walks from every link to equal neighbours, both ways, and links them.
  ///
  /// That settles repeated blocks by their context (as in Heckel's algorithm, 1978, and in git's
  /// histogram).
  mutating func grow() {
    // The ends of both texts stand by themselves in the same order.
    walk(from: (-1, -1), by: 1)
    walk(from: (old.count, new.count), by: -1)
    // In the chain first: what stands in order has the better claim to a repeated block.
    for bead in chain() + matching.inNewOrder {
      guard let lastOld = bead.old.last, let lastNew = bead.new.last,
        let firstOld = bead.old.first, let firstNew = bead.new.first
      else { continue }
      walk(from: (lastOld, lastNew), by: 1)
      walk(from: (firstOld, firstNew), by: -1)
    }
  }

  private mutating func walk(from start: (old: Int, new: Int), by step: Int) {
    var (oldIndex, newIndex) = (start.old + step, start.new + step)
    while old.entries.indices.contains(oldIndex), new.entries.indices.contains(newIndex),
      !matching.isLinked(old: oldIndex), !matching.isLinked(new: newIndex),
      isEqual(oldIndex, newIndex, step)
    {
      matching.link(old: [oldIndex], new: [newIndex], similarity: 1)
      oldIndex += step
      newIndex += step
    }
  }

  /// Whether two blocks are equal for a walk.
  ///
  /// A number that stands alone belongs to what stands under it: coming from above, it must be the
  /// same number.
  private func isEqual(_ oldIndex: Int, _ newIndex: Int, _ step: Int) -> Bool {
    let (entry, other) = (old.entries[oldIndex], new.entries[newIndex])
    guard entry.body == other.body, entry.length == 0 else { return entry.body == other.body }
    return entry.mark == other.mark || step < 0 && entry.scheme == other.scheme
  }
}
