import PlanModel

/// Gives equal runs of scalars the same small integer, so that everything after works on integers.
///
/// Exact: two runs share an integer only if they are equal, whatever their hashes. The integers
/// follow the order of first appearance and depend on nothing else.
struct TextInterner {
  /// The distinct runs, one after the other.
  private(set) var scalars: [Unicode.Scalar] = []
  private var starts = [0]
  private var hashes: [UInt64] = []
  /// Open addressing: one more than the integer, or 0; the count is a power of two.
  private var slots = [Int32](repeating: 0, count: 1024)

  /// How many distinct runs there are.
  var count: Int { hashes.count }

  /// The scalars of a run.
  func range(of id: Int) -> Range<Int> { starts[id]..<starts[id + 1] }

  /// The integer of a run.
  mutating func intern(_ run: ArraySlice<Unicode.Scalar>) -> Int {
    let hash = Self.hash(run)
    var slot = Int(truncatingIfNeeded: hash) & (slots.count - 1)
    while slots[slot] != 0 {
      let id = Int(slots[slot]) - 1
      if hashes[id] == hash, scalars[range(of: id)] == run { return id }
      slot = (slot + 1) & (slots.count - 1)
    }
    slots[slot] = Int32(hashes.count + 1)
    scalars += run
    starts.append(scalars.count)
    hashes.append(hash)
    if hashes.count * 2 > slots.count { grow() }
    return hashes.count - 1
  }

  private mutating func grow() {
    slots = Array(repeating: 0, count: slots.count * 4)
    for (id, hash) in hashes.enumerated() {
      var slot = Int(truncatingIfNeeded: hash) & (slots.count - 1)
      while slots[slot] != 0 { slot = (slot + 1) & (slots.count - 1) }
      slots[slot] = Int32(id + 1)
    }
  }

  /// FNV-1a over scalars with a final mix; seeded by nothing.
  private static func hash(_ run: ArraySlice<Unicode.Scalar>) -> UInt64 {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for scalar in run { hash = (hash ^ UInt64(scalar.value)) &* 0x100_0000_01B3 }
    return hash ^ hash >> 32
  }
}
