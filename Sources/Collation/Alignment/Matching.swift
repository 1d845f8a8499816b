/// The links found so far; a block stands in at most one.
struct Matching {
  /// Blocks that belong together.
  struct Bead {
    /// Blocks of the old side, ascending.
    var old: [Int]
    /// Blocks of the new side, ascending.
    var new: [Int]
    /// How alike the sides are, from 0 to 1.
    var similarity: Double
  }

  /// The links in the order in which they were found.
  private(set) var beads: [Bead?] = []
  private var beadOfOld: [Int32]
  private var beadOfNew: [Int32]

  /// Nothing is linked yet.
  init(oldCount: Int, newCount: Int) {
    beadOfOld = Array(repeating: -1, count: oldCount)
    beadOfNew = Array(repeating: -1, count: newCount)
  }

  func isLinked(old index: Int) -> Bool { beadOfOld[index] >= 0 }
  func isLinked(new index: Int) -> Bool { beadOfNew[index] >= 0 }

  /// The link in which a block of the old side stands.
  func bead(ofOld index: Int) -> Bead? {
    beadOfOld[index] < 0 ? nil : beads[Int(beadOfOld[index])]
  }

  /// The link in which a block of the new side stands.
  func bead(ofNew index: Int) -> Bead? {
    beadOfNew[index] < 0 ? nil : beads[Int(beadOfNew[index])]
  }

  /// Links blocks none of which is linked yet.
  mutating func link(old: [Int], new: [Int], similarity: Double) {
    for index in old { beadOfOld[index] = Int32(beads.count) }
    for index in new { beadOfNew[index] = Int32(beads.count) }
    beads.append(Bead(old: old, new: new, similarity: similarity))
  }

  /// Takes a link back.
  mutating func unlink(old index: Int) {
    guard beadOfOld[index] >= 0 else { return }
    let number = Int(beadOfOld[index])
    if let bead = beads[number] {
      for index in bead.old { beadOfOld[index] = -1 }
      for index in bead.new { beadOfNew[index] = -1 }
    }
    beads[number] = nil
  }

  /// Adds unlinked blocks to the link of a block of the old side.
  mutating func extend(linkOfOld index: Int, old: [Int] = [], new: [Int] = []) {
    let number = beadOfOld[index]
    guard number >= 0, var bead = beads[Int(number)] else { return }
    for index in old { beadOfOld[index] = number }
    for index in new { beadOfNew[index] = number }
    bead.old = (bead.old + old).sorted()
    bead.new = (bead.new + new).sorted()
    beads[Int(number)] = bead
  }

  /// The links in the order of the new side.
  var inNewOrder: [Bead] {
    beadOfNew.indices.compactMap { index in
      bead(ofNew: index).flatMap { $0.new.first == index ? $0 : nil }
    }
  }
}
