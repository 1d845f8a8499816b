/// Which entries hold each gram.
///
/// Grams are numbered as they come up, and an entry is noted once for each of its grams, as a pair of
/// numbers. In the end the pairs are put in order by counting, in a time that grows with their
/// number; a dictionary of lists took ten times as long for a thousand pages.
struct SearchPostings {
  /// The grams in ascending order.
  private(set) var grams: [SearchGram] = []
  /// The entries of all grams, one gram after another, ascending for each.
  private var entries: [UInt32] = []
  /// Where the entries of each gram begin, and at the end their number.
  private var starts: [Int] = [0]

  /// Collects the grams of texts.
  ///
  /// - Parameter texts: The texts of the entries, in their order.
  /// - Complexity: O(*n* + *g* log *g*) for *n* scalars with *g* different grams.
  init(of texts: some Sequence<String>) {
    var table = GramTable()
    var pairs: [(gram: UInt32, entry: UInt32)] = []
    var entry: UInt32 = 0
    for text in texts {
      SearchGram.each(in: SearchText(text)) { gram in
        let number = table.number(of: gram)
        guard table.lastEntry[number] != entry + 1 else { return }
        table.lastEntry[number] = entry + 1
        table.count[number] += 1
        pairs.append((UInt32(number), entry))
      }
      entry += 1
    }
    sort(pairs, of: table)
  }

  private mutating func sort(_ pairs: [(gram: UInt32, entry: UInt32)], of table: GramTable) {
    let order = table.grams.indices.sorted { table.grams[$0] < table.grams[$1] }
    grams = order.map { table.grams[$0] }
    var next = [Int](repeating: 0, count: order.count)
    var total = 0
    starts.reserveCapacity(order.count + 1)
    for number in order {
      next[number] = total
      total += table.count[number]
      starts.append(total)
    }
    entries = [UInt32](repeating: 0, count: total)
    for pair in pairs {
      entries[next[Int(pair.gram)]] = pair.entry
      next[Int(pair.gram)] += 1
    }
  }

  /// The entries that hold the gram at a place of ``grams``, ascending.
  func entries(at place: Int) -> ArraySlice<UInt32> { entries[starts[place]..<starts[place + 1]] }

  /// How many pairs of a gram and an entry there are.
  var count: Int { entries.count }
}

/// Numbers grams in the order in which they come up: a hash table with open addresses, since the
/// numbers are asked for millions of times.
private struct GramTable {
  private(set) var grams: [SearchGram] = []
  /// The entry in which each gram was seen last, counted from 1.
  var lastEntry: [UInt32] = []
  /// In how many entries each gram was seen.
  var count: [Int] = []
  /// The numbers of the grams, counted from 1, at the places that their keys hash to.
  private var slots = [UInt32](repeating: 0, count: 1 << 12)

  mutating func number(of gram: SearchGram) -> Int {
    var slot = place(of: gram)
    while slots[slot] > 0 {
      let number = Int(slots[slot]) - 1
      if grams[number] == gram { return number }
      slot = (slot + 1) & (slots.count - 1)
    }
    grams.append(gram)
    lastEntry.append(0)
    count.append(0)
    slots[slot] = UInt32(grams.count)
    if grams.count > slots.count / 2 { grow() }
    return grams.count - 1
  }

  /// Fibonacci hashing: the golden ratio spreads neighbouring keys.
  private func place(of gram: SearchGram) -> Int {
    let hash = gram.key &* 0x9E37_79B9_7F4A_7C15
    return Int(truncatingIfNeeded: hash >> UInt64(64 - slots.count.trailingZeroBitCount))
  }

  private mutating func grow() {
    slots = [UInt32](repeating: 0, count: slots.count * 2)
    for (number, gram) in grams.enumerated() {
      var slot = place(of: gram)
      while slots[slot] > 0 { slot = (slot + 1) & (slots.count - 1) }
      slots[slot] = UInt32(number + 1)
    }
  }
}
