package import Collation
import PlanModel

/// A comparison in the order of reading: changes, the headings above them, unchanged stretches to
/// fold away, and the places that moved blocks have left.
package enum ChangeItem: Sendable, Hashable {
  /// Links without a change, by index.
  case unchanged([Int])
  /// An unchanged heading that says where the changes after it stand.
  case landmark(Int)
  /// A change, by its link's index.
  case change(Int)
  /// The place in the old version that a moved link has left.
  case departure(Int)
}

/// Puts the links of a comparison, or of a part of it, in the order in which a person reads them.
package func changeSequence(
  of comparison: EditionComparison, in part: ComparisonPart? = nil
) -> [ChangeItem] {
  let links = comparison.links
  let departures = comparison.departures
  let range = part?.links ?? links.indices
  var items: [ChangeItem] = []
  var quiet: [Int] = []

  func flush(beforeChange: Bool) {
    var landmarks: [Int] = []
    while beforeChange, let last = quiet.last, let block = links[last].new.first,
      comparison.new.plan.blocks[block].kind.isHeading
    {
      landmarks.append(quiet.removeLast())
    }
    if !quiet.isEmpty { items.append(.unchanged(quiet)) }
    quiet = []
    items += landmarks.reversed().map(ChangeItem.landmark)
  }

  if range.lowerBound == 0 { items += departures[-1, default: []].map(ChangeItem.departure) }
  for index in range {
    if links[index].isUnchanged {
      quiet.append(index)
    } else {
      flush(beforeChange: true)
      items.append(.change(index))
    }
    if let left = departures[index] {
      flush(beforeChange: false)
      items += left.map(ChangeItem.departure)
    }
  }
  flush(beforeChange: false)
  return items
}

extension Comparison.Link {
  /// Whether a reader has nothing to look at: same words, same number, same place.
  package var isUnchanged: Bool { kind == .equal && !isMoved && !isRenumbered }
}

extension EditionComparison {
  /// For each moved link, the link after which its old place is shown: the one that holds the nearest
  /// block before it that has stayed; -1 for the start.
  static func departures(of links: [Comparison.Link]) -> [Int: [Int]] {
    var stayed: [(block: Int, link: Int)] = []
    for (index, link) in links.enumerated() where !link.isMoved {
      stayed += link.old.map { ($0, index) }
    }
    stayed.sort { $0.block < $1.block }
    var result: [Int: [Int]] = [:]
    let moved = links.indices.filter { links[$0].isMoved && !links[$0].old.isEmpty }
    for index in moved.sorted(by: { (links[$0].old[0], $0) < (links[$1].old[0], $1) }) {
      let next = stayed.partitioningIndex { $0.block >= links[index].old[0] }
      result[next == 0 ? -1 : stayed[next - 1].link, default: []].append(index)
    }
    return result
  }
}
