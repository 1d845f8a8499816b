import PlanModel

/// Reads the features by which paragraphs are found alike: pairs of neighbouring ideographs (and of
/// the letters of other scripts that are written without spaces or inflect by syllables), words of
/// the rest, and numbers.
struct FeatureReader {
  /// Distinct features get distinct integers, in the order of first appearance.
  private(set) var table = FeatureTable()

  /// Calls `body` with every feature of a folded text, as often as it stands there.
  ///
  /// - Complexity: O(*n*)
  mutating func read(_ text: ArraySlice<Unicode.Scalar>, _ body: (Int32) -> Void) {
    var index = text.startIndex
    while index < text.endIndex {
      let scalar = text[index]
      if !scalar.isWordPart {
        index += 1
      } else if scalar.isReadInPairs {
        let start = index
        while index < text.endIndex, text[index].isReadInPairs, text[index].isWordPart {
          if index > start { body(table.id(Self.pair(text[index - 1], text[index]))) }
          index += 1
        }
        if index - start == 1 { body(table.id(UInt64(scalar.value))) }
      } else {
        var word: UInt64 = 0xCBF2_9CE4_8422_2325
        while index < text.endIndex, text[index].isWordPart, !text[index].isReadInPairs {
          word = (word ^ UInt64(text[index].lowered)) &* 0x100_0000_01B3
          index += 1
        }
        // The top bit keeps words apart from pairs.
        body(table.id(word | 1 << 63))
      }
    }
  }

  private static func pair(_ first: Unicode.Scalar, _ second: Unicode.Scalar) -> UInt64 {
    UInt64(first.value) << 21 | UInt64(second.value)
  }
}

extension Unicode.Scalar {
  /// Scripts from Thai upwards: South-East and East Asian.
  var isReadInPairs: Bool { value >= 0xE00 && !(0x1E00...0x2FFF).contains(value) }

  /// The small letter of a capital, in the scripts where the two are 32 apart.
  var lowered: UInt32 {
    switch value {
    case 0x41...0x5A, 0xC0...0xDE, 0x391...0x3A9, 0x410...0x42F: value + 0x20
    default: value
    }
  }
}

/// Gives every key a small integer.
struct FeatureTable {
  private var keys: [UInt64] = []
  /// One more than the integer, or 0; the count is a power of two.
  private var slots = [Int32](repeating: 0, count: 4096)

  var count: Int { keys.count }

  mutating func id(_ key: UInt64) -> Int32 {
    var slot = Self.slot(key, slots.count)
    while slots[slot] != 0 {
      if keys[Int(slots[slot]) - 1] == key { return slots[slot] - 1 }
      slot = (slot + 1) & (slots.count - 1)
    }
    keys.append(key)
    slots[slot] = Int32(keys.count)
    if keys.count * 2 > slots.count { grow() }
    return Int32(keys.count - 1)
  }

  private mutating func grow() {
    slots = Array(repeating: 0, count: slots.count * 4)
    for (id, key) in keys.enumerated() {
      var slot = Self.slot(key, slots.count)
      while slots[slot] != 0 { slot = (slot + 1) & (slots.count - 1) }
      slots[slot] = Int32(id + 1)
    }
  }

  /// Fibonacci hashing.
  private static func slot(_ key: UInt64, _ count: Int) -> Int {
    let mixed = (key ^ key >> 32) &* 0x9E37_79B9_7F4A_7C15
    return Int(truncatingIfNeeded: mixed >> 20) & (count - 1)
  }
}
