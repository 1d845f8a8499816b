internal import Collation
internal import PlanModel

/// Clauses that were rewritten where they stood.
extension Carrying {
  /// So much must a clause have of the words of both.
  private static let leastRewritten = 0.5
  /// It must be so much more like the passage than any other clause of its paragraph.
  private static let clearlyRewritten = 0.1
  /// Lighter passages stand in too many clauses; see ``LostPassage/weight(of:)``.
  private static let lightestRewritten = 18
  /// At most so many clauses more than the passage had are taken together.
  private static let mostMore = 1

  /// The placement at what a passage of whole clauses was rewritten to in the paragraph that its own
  /// one has become.
  ///
  /// That two paragraphs are linked is evidence: within them far fewer clauses compete than in the
  /// whole of the new text, so less likeness suffices. But each must be the other's likest: neither
  /// may another new clause be nearly as much like the passage, nor another old one as much like the
  /// place. A person is asked to look at it in any case.
  ///
  /// - Complexity: O(*c* · *m* · *n*) for *c* clauses of *n* words, and *m* words of the passage.
  func rewritten(_ lost: LostPassage, pieces: [Piece]) -> Placement? {
    guard pieces.count == 1, let piece = pieces.first, lost.weight >= Self.lightestRewritten,
      lost.isWholeClauses(in: oldTexts)
    else { return nil }
    let words = piece.oldText[piece.range].folded.wordsAndIdeographs
    let oldClauses = ClauseBounds(piece.oldText).clauses
    let clauses = ClauseBounds(piece.newScalars).clauses
    let most = oldClauses.count { $0.overlaps(piece.range) } + Self.mostMore
    var found: [(likeness: Double, range: Range<Int>)] = []
    for first in clauses.indices {
      for last in first..<min(clauses.count, first + most) {
        let range = clauses[first].lowerBound..<clauses[last].upperBound
        guard !piece.newScalars[range].contains("\n") else { break }
        found.append((words.likeness(to: piece.newScalars[range].folded.wordsAndIdeographs), range))
      }
    }
    guard let best = found.max(by: { $0.likeness < $1.likeness }),
      best.likeness >= Self.leastRewritten
    else { return nil }
    let place = piece.newScalars[best.range].folded.wordsAndIdeographs
    let isRivalled =
      found.contains {
        !$0.range.overlaps(best.range) && $0.likeness > best.likeness - Self.clearlyRewritten
      }
      || oldClauses.contains { clause in
        !clause.overlaps(piece.range)
          && place.likeness(to: piece.oldText[clause].folded.wordsAndIdeographs) >= best.likeness
      }
    guard !isRivalled, let passage = piece.newText.passage(best.range) else { return nil }
    let differences = PassageValues(of: piece.newScalars[best.range].folded, names: names)
      .differences(from: PassageValues(of: lost.words, names: names))
    return Placement(
      version: new.version, outcome: .attached, change: piece.link.isMoved ? .moved : .edited,
      needsReview: true, confidence: 0.55 + 0.3 * best.likeness, method: "rewritten-clause",
      passage: passage, quote: passage.quote(in: new.plan.blocks),
      reason: differences.isEmpty ? nil : .changed(differences))
  }
}

extension ArraySlice<Unicode.Scalar> {
  fileprivate var folded: [Unicode.Scalar] { FreeText.folded(Array(self)) }
}

extension [Unicode.Scalar] {
  /// The words of a text, in which each ideograph is one.
  fileprivate var wordsAndIdeographs: [ArraySlice<Unicode.Scalar>] {
    var words: [ArraySlice<Unicode.Scalar>] = []
    var start = startIndex
    for index in indices {
      if self[index].isWordPart, !self[index].isUnspaced { continue }
      if start < index { words.append(self[start..<index]) }
      if self[index].isUnspaced, self[index].isWordPart { words.append(self[index...index]) }
      start = index + 1
    }
    if start < endIndex { words.append(self[start...]) }
    return words
  }
}

extension [ArraySlice<Unicode.Scalar>] {
  /// The share of the words of both that they have in common, in their order.
  fileprivate func likeness(to other: Self) -> Double {
    guard !isEmpty, !other.isEmpty else { return 0 }
    return 2 * Double(commonCount(with: other)) / Double(count + other.count)
  }
}
