internal import PlanModel

/// Clauses that were reworded so much, or moved and reworded, that their words alone don't find them.
extension Carrying {
  /// A clause must be so much like the lost one, by all of its words and by those that tell it apart.
  private static let leastLikeness = 0.54
  /// It must be so much more like it than any other.
  private static let clearly = 0.1
  /// A short clause that stands once in both versions, word for word, is told by its words from this
  /// weight on; see ``LostPassage/weight(of:)``.
  private static let lightestClause = 18

  /// The placement at the clauses of new text that are most like a passage of whole clauses.
  func clause(likest lost: LostPassage) -> Placement? {
    guard lost.isWholeClauses(in: oldTexts) else { return nil }
    let bounds = added.clauseBounds
    var found: [(likeness: Double, range: Range<Int>)] = []
    for candidate in added.candidates(for: lost.words, atLeast: 0.35) {
      let range = widened(
        bounds.start(
          before: candidate.range.lowerBound)..<bounds.end(behind: candidate.range.upperBound),
        for: lost.words)
      let likeness = likeness(of: lost.words, to: added.scalars[range])
      if !found.contains(where: { $0.range.overlaps(range) && $0.likeness >= likeness }) {
        found.append((likeness, range))
      }
    }
    found.sort { $0.likeness > $1.likeness }
    guard let best = found.first else { return nil }
    let next = found.dropFirst().first?.likeness ?? 0
    let isSame = added.scalars[best.range].elementsEqual(lost.words)
    if isSame {
      guard lost.weight >= Self.lightestClause, isOnlyOne(lost) else { return nil }
    } else {
      guard lost.isShort == false, best.likeness >= Self.leastLikeness,
        best.likeness >= next + Self.clearly, !continuesOther(best.range, lost, best.likeness)
      else { return nil }
    }
    let passage = added.passage(best.range)
    let differences = PassageValues(of: Array(added.scalars[best.range]), names: names)
      .differences(from: PassageValues(of: lost.words, names: names))
    return Placement(
      version: new.version, outcome: .attached, change: .moved,
      needsReview: !isSame || !differences.isEmpty,
      confidence: isSame ? 0.9 : 0.5 + 0.4 * best.likeness, method: "search", passage: passage,
      quote: passage.quote(in: new.plan.blocks),
      reason: differences.isEmpty ? nil : .changed(differences))
  }

  /// A range with the clause before it and that behind it, where they make it more like some words.
  private func widened(_ range: Range<Int>, for words: [Unicode.Scalar]) -> Range<Int> {
    let bounds = added.clauseBounds
    var (range, likeness) = (range, likeness(of: words, to: added.scalars[range]))
    var wider: [Range<Int>] = []
    if range.upperBound + 1 < added.scalars.count {
      wider.append(range.lowerBound..<bounds.end(behind: range.upperBound + 1))
    }
    if range.lowerBound > 1 {
      wider.append(bounds.start(before: range.lowerBound - 1)..<range.upperBound)
    }
    for one in wider {
      let more = self.likeness(of: words, to: added.scalars[one])
      if more > likeness { (range, likeness) = (one, more) }
    }
    return range
  }

  /// Whether some words stand once only in both versions, claimed text or not.
  private func isOnlyOne(_ lost: LostPassage) -> Bool {
    added.count(of: lost.words, upTo: 2) == 1 && removed.count(of: lost.words, upTo: 2) <= 1
  }

  /// Whether a place continues another lost passage better than this one.
  private func continuesOther(
    _ place: Range<Int>, _ lost: LostPassage, _ likeness: Double
  ) -> Bool {
    let words = Array(added.scalars[place])
    return removed.candidates(for: words, atLeast: 0.5).contains { rival in
      let isOther =
        rival.passage.end <= lost.passage.start || lost.passage.end <= rival.passage.start
      return isOther
        && self.likeness(of: words, to: removed.scalars[rival.range]) > likeness
    }
  }
}

extension LostPassage {
  /// Whether a passage begins where a clause begins and ends where one ends, in one block.
  fileprivate func isWholeClauses(in texts: [[Unicode.Scalar]]) -> Bool {
    guard passage.start.block == passage.end.block else { return false }
    let bounds = ClauseBounds(texts[passage.start.block])
    return bounds.start(before: passage.start.offset) == passage.start.offset
      && bounds.end(behind: passage.end.offset) == passage.end.offset
  }
}
