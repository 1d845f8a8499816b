import Collation
import PlanModel

/// Blocks that the version before does not have, and another version has.
extension Lineage {
  /// Gives back the identifiers of blocks that stand in other versions and here again.
  ///
  /// First to those that say the same, then to those that are linked firmly: torn out of its
  /// surroundings a block must be much alike.
  mutating func bringBack(_ elsewhere: [Block], _ new: [DraftBlock]) {
    guard !elsewhere.isEmpty else { return }
    var free = elsewhere.filter { CanonicalText($0.text).count >= Self.shortestReturn }
    var places: [CanonicalText: [Int]] = [:]
    for (place, block) in free.enumerated() {
      places[CanonicalText(block.text), default: []].append(place)
    }
    var returned = Set<BlockID>()
    for place in decisions.indices where decisions[place].isNew {
      let found = places[CanonicalText(new[place].text)]?.first {
        !returned.contains(free[$0].id)
      }
      guard let found else { continue }
      returned.insert(free[found].id)
      bringBack(free[found].id, to: place, confidence: 1)
    }
    free.removeAll { returned.contains($0.id) }
    let rest = decisions.indices.filter { decisions[$0].isNew }
    guard !free.isEmpty, !rest.isEmpty else { return }
    let comparison = Comparison(linking: free, with: rest.map { new[$0] })
    for link in comparison.links where link.old.count == 1 && link.new.count == 1 {
      guard link.confidence >= Self.returnBar else { continue }
      bringBack(free[link.old[0]].id, to: rest[link.new[0]], confidence: link.confidence)
    }
  }

  private mutating func bringBack(_ id: BlockID, to place: Int, confidence: Double) {
    decisions[place].identifier = id
    decisions[place].confidence = confidence
    decisions[place].doubt = Doubt(reason: .returned, runnerUp: nil)
  }

  /// Shorter texts, such as `附则`, come back by chance; counted in bytes of the canonical text.
  private static let shortestReturn = 24

  /// What is linked with less confidence does not come back.
  private static let returnBar = 0.5
}
