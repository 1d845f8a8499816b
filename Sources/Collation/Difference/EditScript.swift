/// Which elements of two sequences are not common to them.
///
/// Myers's algorithm (*An O(ND) Difference Algorithm and Its Variations*, 1986) in linear space,
/// with a limit on the cost of one division, past which the furthest path found so far is taken, as
/// git does. So the time is O((*n* + *m*) · limit) for any input, and the outcome is minimal as long
/// as the limit is not met.
package struct EditScript {
  /// For each element of the old side whether it is gone.
  package private(set) var isRemoved: [Bool]
  /// For each element of the new side whether it is new.
  package private(set) var isAdded: [Bool]

  private let old: [UInt32]
  private let new: [UInt32]
  private let limit: Int
  /// The furthest paths by diagonal, from the front and from the back.
  private var forward: [Int]
  private var backward: [Int]

  /// A rectangle of the edit graph.
  private struct Box {
    var old: Range<Int>
    var new: Range<Int>
  }

  /// The limit at which a text of as many elements is done in about a fifth of a second, and for
  /// everything of an ordinary length one that no real revision meets.
  private static func limit(for count: Int) -> Int {
    max(32, min(1_000, 60_000_000 / max(1, count)))
  }

  /// Finds the script.
  ///
  /// - Parameters:
  ///   - old: The old elements.
  ///   - new: The new elements.
  ///   - limit: The most differences that one division looks for; by default what the length allows.
  package init(from old: [UInt32], to new: [UInt32], limit: Int? = nil) {
    self.old = old
    self.new = new
    self.limit = limit ?? Self.limit(for: old.count + new.count)
    isRemoved = Array(repeating: false, count: old.count)
    isAdded = Array(repeating: false, count: new.count)
    forward = Array(repeating: 0, count: old.count + new.count + 3)
    backward = forward
    var boxes = [Box(old: 0..<old.count, new: 0..<new.count)]
    while let box = boxes.popLast() {
      let rest = trimmed(box)
      if rest.old.isEmpty {
        for index in rest.new { isAdded[index] = true }
      } else if rest.new.isEmpty {
        for index in rest.old { isRemoved[index] = true }
      } else {
        let (oldCut, newCut) = division(of: rest)
        boxes.append(
          Box(old: oldCut..<rest.old.upperBound, new: newCut..<rest.new.upperBound))
        boxes.append(
          Box(old: rest.old.lowerBound..<oldCut, new: rest.new.lowerBound..<newCut))
      }
    }
  }

  private func trimmed(_ box: Box) -> Box {
    var (start, newStart) = (box.old.lowerBound, box.new.lowerBound)
    var (end, newEnd) = (box.old.upperBound, box.new.upperBound)
    while start < end, newStart < newEnd, old[start] == new[newStart] {
      start += 1
      newStart += 1
    }
    while start < end, newStart < newEnd, old[end - 1] == new[newEnd - 1] {
      end -= 1
      newEnd -= 1
    }
    return Box(old: start..<end, new: newStart..<newEnd)
  }

  /// A point on a shortest path through a box whose corners differ, or on a good one.
  private mutating func division(of box: Box) -> (Int, Int) {
    let lowest = box.old.lowerBound - box.new.upperBound
    let highest = box.old.upperBound - box.new.lowerBound
    let start = box.old.lowerBound - box.new.lowerBound
    let end = box.old.upperBound - box.new.upperBound
    let isOdd = !(start - end).isMultiple(of: 2)
    var front = Diagonals(at: start, in: lowest...highest)
    var back = Diagonals(at: end, in: lowest...highest)
    // Diagonals run from -m to n; the arrays have one more at either end.
    let zero = new.count + 1
    forward[zero + start] = box.old.lowerBound
    backward[zero + end] = box.old.upperBound
    var cost = 0
    while true {
      cost += 1
      front.widen(&forward, zero: zero, sentinel: -1)
      var diagonal = front.high
      while diagonal >= front.low {
        let reached = advance(diagonal, zero, box)
        if isOdd, (back.low...back.high).contains(diagonal), backward[zero + diagonal] <= reached {
          return (reached, reached - diagonal)
        }
        diagonal -= 2
      }
      back.widen(&backward, zero: zero, sentinel: Int.max / 2)
      diagonal = back.high
      while diagonal >= back.low {
        let reached = retreat(diagonal, zero, box)
        if !isOdd, (front.low...front.high).contains(diagonal), reached <= forward[zero + diagonal]
        {
          return (reached, reached - diagonal)
        }
        diagonal -= 2
      }
      if cost >= limit { return furthest(front, back, zero, box) }
    }
  }

  private mutating func advance(_ diagonal: Int, _ zero: Int, _ box: Box) -> Int {
    let (below, above) = (forward[zero + diagonal - 1], forward[zero + diagonal + 1])
    var index = below >= above ? below + 1 : above
    while index < box.old.upperBound, index - diagonal < box.new.upperBound,
      old[index] == new[index - diagonal]
    {
      index += 1
    }
    forward[zero + diagonal] = index
    return index
  }

  private mutating func retreat(_ diagonal: Int, _ zero: Int, _ box: Box) -> Int {
    let (below, above) = (backward[zero + diagonal - 1], backward[zero + diagonal + 1])
    var index = below < above ? below : above - 1
    while index > box.old.lowerBound, index - diagonal > box.new.lowerBound,
      old[index - 1] == new[index - diagonal - 1]
    {
      index -= 1
    }
    backward[zero + diagonal] = index
    return index
  }

  /// The end of the path that has come furthest from its corner.
  private func furthest(
    _ front: Diagonals, _ back: Diagonals, _ zero: Int, _ box: Box
  ) -> (Int, Int) {
    var best = (progress: -1, old: box.old.lowerBound, new: box.new.lowerBound)
    for diagonal in stride(from: front.high, through: front.low, by: -2) {
      let index = min(forward[zero + diagonal], box.old.upperBound, box.new.upperBound + diagonal)
      let progress = index - box.old.lowerBound + index - diagonal - box.new.lowerBound
      if progress > best.progress { best = (progress, index, index - diagonal) }
    }
    for diagonal in stride(from: back.high, through: back.low, by: -2) {
      let index = max(backward[zero + diagonal], box.old.lowerBound, box.new.lowerBound + diagonal)
      let progress = box.old.upperBound - index + box.new.upperBound - (index - diagonal)
      if progress > best.progress { best = (progress, index, index - diagonal) }
    }
    return (best.old, best.new)
  }
}

/// The diagonals that paths have come to.
private struct Diagonals {
  private(set) var low: Int
  private(set) var high: Int
  private let bounds: ClosedRange<Int>

  init(at diagonal: Int, in bounds: ClosedRange<Int>) {
    low = diagonal
    high = diagonal
    self.bounds = bounds
  }

  /// Goes one further on both sides, or one back where the box ends.
  mutating func widen(_ paths: inout [Int], zero: Int, sentinel: Int) {
    if low > bounds.lowerBound {
      low -= 1
      paths[zero + low - 1] = sentinel
    } else {
      low += 1
    }
    if high < bounds.upperBound {
      high += 1
      paths[zero + high + 1] = sentinel
    } else {
      high -= 1
    }
  }
}
