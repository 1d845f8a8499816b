import PlanModel

/// Which shelves hold each gram, where a shelf is a run of entries whose texts are loaded together.
///
/// Grams are numbered as they come up, and a shelf is noted once for each of its grams, as a pair of
/// numbers. In the end the pairs are put in order by counting, in a time that grows with their
/// number; a dictionary of lists took ten times as long for a thousand pages.
struct SearchPostings: Sendable {
  /// The grams in ascending order.
  private(set) var grams: [SearchGram] = []
  /// The shelves of all grams, one gram after another, ascending for each.
  private var shelves: [UInt32] = []
  /// Where the shelves of each gram begin, and at the end their number.
  private var starts: [Int] = [0]

  /// Collects the grams of some shelves.
  ///
  /// - Parameters:
  ///   - range: The shelves.
  ///   - texts: The texts on a shelf.
  /// - Complexity: O(*n* + *g* log *g*) for *n* scalars with *g* different grams.
  init(of range: Range<Int>, texts: (Int) -> some Sequence<String>) {
    var table = GramTable()
    var pairs: [(gram: UInt32, shelf: UInt32)] = []
    for index in range {
      let shelf = UInt32(index)
      for text in texts(index) {
        SearchGram.each(in: SearchText(text)) { gram in
          if let number = table.number(of: gram, newOn: shelf) { pairs.append((number, shelf)) }
        }
      }
    }
    let order = table.sorted
    grams = order.map(\.gram)
    var counts = [Int](repeating: 0, count: order.count)
    for pair in pairs { counts[Int(pair.gram)] += 1 }
    var next = counts
    starts.reserveCapacity(order.count + 1)
    for (_, number) in order {
      let start = starts[starts.count - 1]
      next[Int(number)] = start
      starts.append(start + counts[Int(number)])
    }
    shelves = [UInt32](repeating: 0, count: pairs.count)
    for pair in pairs {
      shelves[next[Int(pair.gram)]] = pair.shelf
      next[Int(pair.gram)] += 1
    }
  }

  /// Puts together what was collected of neighbouring shelves.
  ///
  /// - Parameter later: The postings of shelves behind those of this one.
  /// - Returns: What would have been collected of both at once.
  /// - Complexity: O(*n*) in the number of grams and shelves of both.
  func joined(with later: SearchPostings) -> SearchPostings {
    var joined = self
    joined.grams.removeAll(keepingCapacity: true)
    joined.shelves = []
    joined.shelves.reserveCapacity(count + later.count)
    joined.starts = [0]
    var (left, right) = (0, 0)
    while left < grams.count || right < later.grams.count {
      let isLeft =
        right == later.grams.count || left < grams.count && grams[left] <= later.grams[right]
      let isRight =
        left == grams.count || right < later.grams.count && later.grams[right] <= grams[left]
      joined.grams.append(isLeft ? grams[left] : later.grams[right])
      if isLeft {
        joined.shelves += shelves(at: left)
        left += 1
      }
      if isRight {
        joined.shelves += later.shelves(at: right)
        right += 1
      }
      joined.starts.append(joined.shelves.count)
    }
    return joined
  }

  /// The shelves that hold the gram at a place of ``grams``, ascending.
  func shelves(at place: Int) -> ArraySlice<UInt32> { shelves[starts[place]..<starts[place + 1]] }

  /// How many pairs of a gram and a shelf there are.
  var count: Int { shelves.count }
}

/// Numbers grams in the order in which they come up: a hash table with open addresses, since the
/// numbers are asked for millions of times.
///
/// All that is asked of a gram stands in one place, which the processor fetches at once.
private struct GramTable {
  private struct Cell {
    /// The gram; 0, which none is, if the cell is free.
    var key: UInt64 = 0
    var number: UInt32 = 0
    /// The shelf on which the gram was seen last.
    var shelf: UInt32 = 0
  }

  private var cells = [Cell](repeating: Cell(), count: 1 << 12)
  private var count = 0

  /// The grams in ascending order, each with its number.
  var sorted: [(gram: SearchGram, number: UInt32)] {
    cells.filter { $0.key > 0 }.sorted { $0.key < $1.key }
      .map { (SearchGram(key: $0.key), $0.number) }
  }

  /// The number of a gram, unless it was seen on this shelf before.
  mutating func number(of gram: SearchGram, newOn shelf: UInt32) -> UInt32? {
    var place = place(of: gram.key)
    while cells[place].key > 0 {
      if cells[place].key == gram.key {
        guard cells[place].shelf != shelf else { return nil }
        cells[place].shelf = shelf
        return cells[place].number
      }
      place = (place + 1) & (cells.count - 1)
    }
    let number = UInt32(count)
    cells[place] = Cell(key: gram.key, number: number, shelf: shelf)
    count += 1
    if count > cells.count / 2 { grow() }
    return number
  }

  /// Fibonacci hashing: the golden ratio spreads neighbouring keys.
  private func place(of key: UInt64) -> Int {
    let hash = key &* 0x9E37_79B9_7F4A_7C15
    return Int(truncatingIfNeeded: hash >> UInt64(64 - cells.count.trailingZeroBitCount))
  }

  private mutating func grow() {
    let old = cells
    cells = [Cell](repeating: Cell(), count: old.count * 2)
    for cell in old where cell.key > 0 {
      var place = place(of: cell.key)
      while cells[place].key > 0 { place = (place + 1) & (cells.count - 1) }
      cells[place] = cell
    }
  }
}
