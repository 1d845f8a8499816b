internal import Collation
internal import PlanModel

/// Clauses that were rewritten where they stood.
extension Carrying {
  /// So much must a clause have of the words of both.
  private static let leastRewritten = 0.5
  /// So much of them suffices beside the same words, for a clause that was cut or spun out: it must have
  /// most of the words of the shorter of both.
  private static let leastInSamePlace = 0.4
  private static let mostOfShorter = 0.6
  /// It must be so much more like the passage than any other clause of its paragraph.
  private static let clearlyRewritten = 0.1
  /// Lighter passages stand in too many clauses; see ``LostPassage/weight(of:)``.
  private static let lightestRewritten = 18
  /// At most so many clauses more than the passage had are taken together.
  private static let mostMore = 1

  /// The placement at what a passage was rewritten to in the paragraph that its own one has become.
  ///
  /// That two paragraphs are linked is evidence: within them far fewer clauses compete than in the
  /// whole of the new text, so less likeness suffices. But each must be the other's likest: neither
  /// may another new clause be nearly as much like the passage, nor another old one as much like the
  /// place. A person is asked to look at it in any case.
  ///
  /// - Complexity: O(*c* · *m* · *n*) for *c* clauses of *n* words, and *m* words of the passage.
  func rewritten(_ lost: LostPassage, pieces: [Piece]) -> Placement? {
    guard pieces.count == 1, let piece = pieces.first, lost.weight >= Self.lightestRewritten,
      lost.passage.start.block == lost.passage.end.block
    else { return nil }
    let part = ClausePart(piece.range, of: piece.oldText)
    guard part.isWhole || !lost.needsContext else { return nil }
    let words = piece.oldText[piece.range].folded.wordsAndIdeographs
    let others = part.otherClauses.map { piece.oldText[$0].folded.wordsAndIdeographs }
    let places = places(rewrittenFrom: words, part, in: piece.newScalars, besides: others)
    guard let best = places.max(by: { $0.likeness < $1.likeness }),
      best.likeness >= Self.leastInSamePlace
    else { return nil }
    if best.likeness < Self.leastRewritten {
      let rewritten = piece.newScalars[best.range].folded.wordsAndIdeographs
      guard part.isWhole, part.stands(at: best.range, of: piece.newScalars),
        words.shareOfShorter(in: rewritten) >= Self.mostOfShorter
      else { return nil }
    }
    /// Whether another old clause is as much like a place.
    func isClaimed(_ place: (likeness: Double, range: Range<Int>)) -> Bool {
      let words = piece.newScalars[place.range].folded.wordsAndIdeographs
      return others.contains { words.likeness(to: $0) >= place.likeness }
    }
    let isRivalled = places.contains { place in
      !place.range.overlaps(best.range) && place.likeness > best.likeness - Self.clearlyRewritten
        && !isClaimed(place)
    }
    guard !isRivalled, !isClaimed(best), let passage = piece.newText.passage(best.range) else {
      return nil
    }
    let differences = PassageValues(of: piece.newScalars[best.range].folded, names: names)
      .differences(from: PassageValues(of: lost.words, names: names))
    return Placement(
      version: new.version, outcome: .attached, change: piece.link.isMoved ? .moved : .edited,
      needsReview: true, confidence: 0.55 + 0.3 * best.likeness, method: "rewritten-clause",
      passage: passage, quote: passage.quote(in: new.plan.blocks),
      reason: differences.isEmpty ? nil : .changed(differences))
  }

  /// The clauses of a new text, alone and together, with how much they are like some words.
  ///
  /// A clause that stands as another old one did has become of that one.
  private func places(
    rewrittenFrom words: [ArraySlice<Unicode.Scalar>], _ part: ClausePart,
    in text: [Unicode.Scalar], besides others: [[ArraySlice<Unicode.Scalar>]]
  ) -> [(likeness: Double, range: Range<Int>)] {
    let clauses = ClauseBounds(text).clauses
    let stays = clauses.map { others.contains(text[$0].folded.wordsAndIdeographs) }
    var places: [(likeness: Double, range: Range<Int>)] = []
    for first in clauses.indices {
      for last in first..<min(clauses.count, first + part.count + Self.mostMore) {
        let whole = clauses[first].lowerBound..<clauses[last].upperBound
        guard !stays[last], !text[whole].contains("\n") else { break }
        let range = part.range(in: whole, of: text)
        places.append((words.likeness(to: text[range].folded.wordsAndIdeographs), range))
      }
    }
    return places
  }
}
