import PlanModel

/// Gives equal runs of scalars the same small integer, so that everything after works on integers.
///
/// Exact: two runs share an integer only if they are equal, whatever their hashes. The integers
/// follow the order of first appearance and depend on nothing else.
struct TextInterner {
  /// Where a distinct run stands.
  private struct Place {
    var storage: Int32
    var start: Int32
    var end: Int32
  }

  /// The texts in which the runs stand; the first holds what was copied here.
  private var storages: [[Unicode.Scalar]] = [[]]
  private var places: [Place] = []
  private var hashes: [UInt64] = []
  /// Open addressing: one more than the integer, or 0; the count is a power of two.
  private var slots = [Int32](repeating: 0, count: 1024)

  /// How many distinct runs there are.
  var count: Int { hashes.count }

  /// The scalars of a run.
  subscript(id: Int) -> ArraySlice<Unicode.Scalar> {
    let place = places[id]
    return storages[Int(place.storage)][Int(place.start)..<Int(place.end)]
  }

  /// The integer of a run, which is copied if it is new.
  mutating func intern(_ run: ArraySlice<Unicode.Scalar>) -> Int {
    let (slot, id, hash) = find(run)
    if let id { return id }
    let start = storages[0].count
    storages[0] += run
    return add(Place(storage: 0, start: Int32(start), end: Int32(storages[0].count)), slot, hash)
  }

  /// Keeps a text, so that its parts need not be copied.
  ///
  /// - Returns: What names the text in ``intern(_:of:)``.
  mutating func keep(_ text: [Unicode.Scalar]) -> Int {
    storages.append(text)
    return storages.count - 1
  }

  /// The integer of a part of a text that is kept.
  mutating func intern(_ range: Range<Int>, of storage: Int) -> Int {
    let (slot, id, hash) = find(storages[storage][range])
    if let id { return id }
    return add(
      Place(
        storage: Int32(storage), start: Int32(range.lowerBound), end: Int32(range.upperBound)),
      slot, hash)
  }

  private func find(_ run: ArraySlice<Unicode.Scalar>) -> (slot: Int, id: Int?, hash: UInt64) {
    let hash = Self.hash(run)
    var slot = Int(truncatingIfNeeded: hash) & (slots.count - 1)
    while slots[slot] != 0 {
      let id = Int(slots[slot]) - 1
      if hashes[id] == hash, self[id] == run { return (slot, id, hash) }
      slot = (slot + 1) & (slots.count - 1)
    }
    return (slot, nil, hash)
  }

  private mutating func add(_ place: Place, _ slot: Int, _ hash: UInt64) -> Int {
    slots[slot] = Int32(hashes.count + 1)
    places.append(place)
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
