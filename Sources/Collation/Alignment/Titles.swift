import PlanModel

/// Headings go where most of their section went, whatever they say now.
extension Alignment {
  /// Links unlinked headings whose sections hold mostly the same blocks.
  mutating func linkTitles() {
    let oldTitles = TitleTree(old)
    let newTitles = TitleTree(new)
    var votes: [Vote: Int] = [:]
    var oldSums = [Int](repeating: 0, count: old.count)
    var newSums = [Int](repeating: 0, count: new.count)
    for bead in matching.inNewOrder {
      let weight = bead.old.reduce(0) { $0 + old.entries[$1].weight }
      let oldPath = oldTitles.path(to: bead.old[0])
      let newPath = newTitles.path(to: bead.new[0])
      for title in oldPath { oldSums[title] += weight }
      for title in newPath { newSums[title] += weight }
      for title in oldPath where !matching.isLinked(old: title) {
        for other in newPath where !matching.isLinked(new: other) {
          guard oldTitles.rank(title) == newTitles.rank(other) else { continue }
          votes[Vote(old: title, new: other), default: 0] += weight
        }
      }
    }
    let winners = votes.filter { vote, weight in
      2 * weight > oldSums[vote.old] && 2 * weight > newSums[vote.new]
    }
    for (vote, weight) in winners.sorted(by: { ($0.key.old, $0.key.new) < ($1.key.old, $1.key.new) }
    )
    where !matching.isLinked(old: vote.old) && !matching.isLinked(new: vote.new) {
      let share = Double(2 * weight) / Double(oldSums[vote.old] + newSums[vote.new])
      matching.link(old: [vote.old], new: [vote.new], similarity: 0.8 * share)
    }
  }

  private struct Vote: Hashable {
    var old: Int
    var new: Int
  }
}

/// Which headings stand above each block.
private struct TitleTree {
  private var parents: [Int] = []
  private let ranks: [Int]

  init(_ document: ComparedDocument) {
    ranks = document.entries.map(\.titleRank)
    var open: [Int] = []
    for (index, rank) in ranks.enumerated() {
      if rank < ComparedDocument.Entry.bodyRank {
        while let last = open.last, ranks[last] >= rank { open.removeLast() }
        parents.append(open.last ?? -1)
        open.append(index)
      } else {
        parents.append(open.last ?? -1)
      }
    }
  }

  func rank(_ index: Int) -> Int { ranks[index] }

  /// The headings above a block, from the closest upwards.
  func path(to index: Int) -> [Int] {
    var path: [Int] = []
    var title = parents[index]
    while title >= 0 {
      path.append(title)
      title = parents[title]
    }
    return path
  }
}

extension ComparedDocument.Entry {
  /// The rank of what is no heading.
  fileprivate static let bodyRank = 20

  /// How high a heading stands; 1 is the highest.
  fileprivate var titleRank: Int {
    if level > 0 { return level }
    guard isTitle else { return Self.bodyRank }
    switch scheme {
    case .part: return 7
    case .chapter: return 8
    default: return 9
    }
  }
}
