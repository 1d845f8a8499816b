/// Which shelves hold each gram, where a shelf is a run of entries whose texts are loaded together.
///
/// Grams are numbered as they come up, and a shelf is noted once for each of its grams, as a pair of
/// numbers. In the end the pairs are put in order by counting, in a time that grows with their
/// number; a dictionary of lists took ten times as long for a thousand pages.
struct SearchPostings {
  /// The grams in ascending order.
  private(set) var grams: [SearchGram] = []
  /// The shelves of all grams, one gram after another, ascending for each.
  private var shelves: [UInt32] = []
  /// Where the shelves of each gram begin, and at the end their number.
  private var starts: [Int] = [0]

  /// Collects the grams of texts.
  ///
  /// - Parameters:
  ///   - entries: What is searched.
  ///   - shelves: The entries of each shelf.
  /// - Complexity: O(*n* + *g* log *g*) for *n* scalars with *g* different grams.
  init(of entries: [SearchEntry], on shelves: [Range<Int>]) {
    var table = GramTable()
    var pairs: [(gram: UInt32, shelf: UInt32)] = []
    for (shelf, range) in shelves.enumerated() {
      let shelf = UInt32(shelf)
      for entry in entries[range] {
        SearchGram.each(in: SearchText(entry.text)) { gram in
          let number = table.number(of: gram)
          guard table.lastShelf[number] != shelf + 1 else { return }
          table.lastShelf[number] = shelf + 1
          table.count[number] += 1
          pairs.append((UInt32(number), shelf))
        }
      }
    }
    sort(pairs, of: table)
  }

  private mutating func sort(_ pairs: [(gram: UInt32, shelf: UInt32)], of table: GramTable) {
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
    shelves = [UInt32](repeating: 0, count: total)
    for pair in pairs {
      shelves[next[Int(pair.gram)]] = pair.shelf
      next[Int(pair.gram)] += 1
    }
  }

  /// The shelves that hold the gram at a place of ``grams``, ascending.
  func shelves(at place: Int) -> ArraySlice<UInt32> { shelves[starts[place]..<starts[place + 1]] }

  /// How many pairs of a gram and a shelf there are.
  var count: Int { shelves.count }
}

/// Numbers grams in the order in which they come up: a hash table with open addresses, since the
/// numbers are asked for millions of times.
private struct GramTable {
  private(set) var grams: [SearchGram] = []
  /// The shelf on which each gram was seen last, counted from 1.
  var lastShelf: [UInt32] = []
  /// On how many shelves each gram was seen.
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
    lastShelf.append(0)
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
