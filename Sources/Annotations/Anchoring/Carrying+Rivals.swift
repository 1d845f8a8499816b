internal import Collation
internal import PlanModel

/// Edited passages beside which there is a likelier place.
extension Carrying {
  /// A clause must be so much more like the passage than what the alignment says.
  private static let likelier = 0.1
  /// Text that was put in between a passage and its neighbour, and is so much like the passage, may be
  /// what became of it.
  private static let likeEnough = 0.45
  /// What is more alike than this is the passage.
  private static let almostSame = 0.9

  /// A place in the same paragraph that may be what became of an edited passage, where the alignment
  /// took another one for it: clauses change their order, and those of a list look alike.
  ///
  /// - Complexity: O(*n* · *m*) for *m* scalars of the passage and *n* of the paragraph.
  func rival(of piece: Piece) -> Passage? {
    let mapped = piece.mapped
    guard Double(mapped.kept) < Self.almostSame * Double(mapped.telling) else { return nil }
    let words = piece.oldText[piece.range].folded
    let range = mapped.range
    let own = likeness(of: words, to: piece.newScalars[range])
    guard own < Self.almostSame else { return nil }
    let kept = piece.keptInNew
    var best: (likeness: Double, range: Range<Int>)?
    for clause in ClauseBounds(piece.newScalars).clauses
    where !clause.overlaps(range) && !kept.contains(where: { $0.contains(clause) }) {
      let likeness = likeness(of: words, to: piece.newScalars[clause])
      if likeness > best?.likeness ?? 0 { best = (likeness, clause) }
    }
    guard let best, best.likeness >= Self.likeEnough, best.likeness >= own + Self.likelier else {
      return nil
    }
    return piece.newText.passage(best.range)
  }

  /// How alike folded words are, from 0 to 1: by what they have in common of both, and by the words
  /// that tell the passage from others.
  func likeness(
    of words: [Unicode.Scalar], to place: ArraySlice<Unicode.Scalar>
  ) -> Double {
    let other = place.folded
    guard !words.isEmpty, !other.isEmpty else { return 0 }
    return (words.likeness(to: other) + added.tellingShare(of: words, in: other[...])) / 2
  }
}

extension Carrying.Piece {
  /// The parts of the new text that were in the old one.
  fileprivate var keptInNew: [Range<Int>] {
    var parts: [Range<Int>] = []
    var start = 0
    for span in link.spans {
      if start < span.new.lowerBound { parts.append(start..<span.new.lowerBound) }
      start = max(start, span.new.upperBound)
    }
    if start < newScalars.count { parts.append(start..<newScalars.count) }
    return parts
  }
}
