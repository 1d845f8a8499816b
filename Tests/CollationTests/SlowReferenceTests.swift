import Collation
import Fuzzing
import Testing

/// The fast algorithms against slow ones, on all small inputs.
@Suite struct `Against a slow reference` {
  /// All sequences over an alphabet, up to a length.
  private func sequences(of letters: ClosedRange<UInt32>, upTo length: Int) -> [[UInt32]] {
    var all: [[UInt32]] = [[]]
    var last: [[UInt32]] = [[]]
    for _ in 0..<length {
      last = last.flatMap { sequence in letters.map { sequence + [$0] } }
      all += last
    }
    return all
  }

  private func commonLength(_ old: [UInt32], _ new: [UInt32]) -> Int {
    var row = [Int](repeating: 0, count: new.count + 1)
    for element in old {
      var diagonal = 0
      for (place, other) in new.enumerated() {
        let above = row[place + 1]
        row[place + 1] = element == other ? diagonal + 1 : max(above, row[place])
        diagonal = above
      }
    }
    return row[new.count]
  }

  private func common(_ sequence: [UInt32], _ isChanged: [Bool]) -> [UInt32] {
    zip(sequence, isChanged).filter { !$0.1 }.map(\.0)
  }

  @Test func `an edit script is minimal`() {
    let all = sequences(of: 0...2, upTo: 5)
    for old in all {
      for new in all {
        let script = EditScript(from: old, to: new)
        let kept = common(old, script.isRemoved)
        #expect(kept == common(new, script.isAdded))
        #expect(kept.count == commonLength(old, new), "\(old) \(new)")
      }
    }
  }

  @Test(arguments: [1, 2, 5]) func `an edit script is right whatever its limit`(limit: Int) {
    var random = SplitMix64(seed: UInt64(limit))
    for _ in 0..<500 {
      let old = (0..<Int(random.next() % 60)).map { _ in UInt32(random.next() % 6) }
      let new = (0..<Int(random.next() % 60)).map { _ in UInt32(random.next() % 6) }
      let script = EditScript(from: old, to: new, limit: limit)
      #expect(common(old, script.isRemoved) == common(new, script.isAdded))
    }
  }

  @Test func `an edit script of unlike texts takes no quadratic time`() {
    var random = SplitMix64(seed: 1)
    let old = (0..<200_000).map { _ in UInt32(random.next() % 1_000_000) }
    let new = (0..<200_000).map { _ in UInt32(random.next() % 1_000_000) }
    let script = EditScript(from: old, to: new, limit: 20)
    #expect(common(old, script.isRemoved) == common(new, script.isAdded))
  }

  @Test(arguments: 0...7) func `a chain is the heaviest`(count: Int) {
    var random = SplitMix64(seed: UInt64(count))
    for _ in 0..<120 {
      let olds = (0..<count).map { _ in Int(random.next() % 8) }
      let weights = (0..<count).map { _ in 1 + Int(random.next() % 9) }
      let chain = heaviestChain(olds: olds, weights: weights)
      #expect(zip(chain, chain.dropFirst()).allSatisfy { $0 < $1 && olds[$0] < olds[$1] })
      var best = 0
      for subset in 0..<(1 << count) {
        let members = (0..<count).filter { subset >> $0 & 1 == 1 }
        guard zip(members, members.dropFirst()).allSatisfy({ olds[$0] < olds[$1] }) else {
          continue
        }
        best = max(best, members.reduce(0) { $0 + weights[$1] })
      }
      #expect(chain.reduce(0) { $0 + weights[$1] } == best)
    }
  }
}
