internal import Collation
internal import PlanModel

/// Passages whose block is said to have moved, while its edited text stands where it was.
extension Carrying {
  /// How much of the words must be left in the old place.
  private static let leastInPlace = 0.6
  /// So many blocks from where its neighbours have come to is its old place.
  private static let reach = 2

  /// The placement in the old place of a passage whose block is linked to another one.
  ///
  /// Where a paragraph is edited and a verbatim copy of it put in elsewhere, a copy looks more like
  /// the original than the original does. It isn't: what stands between the same neighbours is.
  func placementInPlace(of lost: LostPassage, pieces: [Piece]) -> Placement? {
    guard pieces.contains(where: \.link.isMoved) else { return nil }
    let places = newPlaces(besides: lost.passage)
    func isBeside(_ block: Int) -> Bool { places.contains { abs($0 - block) <= Self.reach } }
    let isElsewhere = !pieces.flatMap(\.link.new).contains(where: isBeside)
    guard isElsewhere else { return nil }
    let least = lost.isShort ? lost.leastSimilarity : Self.leastInPlace
    let found = added.candidates(for: lost.words, atLeast: least).first {
      isBeside($0.passage.start.block)
        && added.tellingShare(of: lost.words, in: added.scalars[$0.range]) >= Self.leastTelling
    }
    guard let found, !lost.needsContext || isInContext(found, of: lost) else { return nil }
    return Placement(
      version: new.version, outcome: .attached, change: .edited, needsReview: true,
      confidence: 0.5 + 0.4 * found.similarity, method: "search", passage: found.passage,
      quote: found.passage.quote(in: new.plan.blocks))
  }

  /// The new blocks that those directly before and behind a passage have become.
  private func newPlaces(besides passage: Passage) -> [Int] {
    [passage.start.block - 1, passage.end.block + 1].flatMap { block in
      linkOfBlock[block].map { index -> [Int] in
        let link = comparison.links[index]
        return link.kind == .counterpart ? [] : link.new
      } ?? []
    }
  }
}
