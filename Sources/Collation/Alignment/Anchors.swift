extension Alignment {
  /// Links the bodies that stand once on each side, in any order.
  ///
  /// An empty body (`Article 16` alone on its line) is none: it follows what stands under it.
  mutating func linkAnchors() {
    var oldPlace = [Int32](repeating: Self.absent, count: bodies.count)
    var newPlace = oldPlace
    for (index, entry) in old.entries.enumerated() { Self.note(index, at: &oldPlace[entry.body]) }
    for (index, entry) in new.entries.enumerated() { Self.note(index, at: &newPlace[entry.body]) }
    for (index, entry) in old.entries.enumerated() where entry.length > 0 {
      guard oldPlace[entry.body] >= 0, newPlace[entry.body] >= 0 else { continue }
      matching.link(old: [index], new: [Int(newPlace[entry.body])], similarity: 1)
    }
  }

  private static let absent: Int32 = -1
  private static let several: Int32 = -2

  private static func note(_ index: Int, at place: inout Int32) {
    place = place == absent ? Int32(index) : several
  }

  /// Takes back the anchors that are short, out of order and without a neighbour: `专栏` or `（四）`
  /// may stand once on either side and have nothing to do with each other.
  mutating func dropLoneAnchors() {
    let inChain = Set(chain().flatMap(\.old))
    for (index, entry) in old.entries.enumerated() where entry.length < Self.loneAnchorLength {
      guard !inChain.contains(index), let place = matching.bead(ofOld: index)?.new.first,
        !areNeighbours(index - 1, place - 1), !areNeighbours(index + 1, place + 1)
      else { continue }
      matching.unlink(old: index)
    }
  }

  private static let loneAnchorLength = 12

  /// Whether two blocks are linked to each other.
  func areNeighbours(_ oldIndex: Int, _ newIndex: Int) -> Bool {
    guard old.entries.indices.contains(oldIndex), new.entries.indices.contains(newIndex),
      let bead = matching.bead(ofOld: oldIndex)
    else { return false }
    return bead.new.contains(newIndex)
  }
}
