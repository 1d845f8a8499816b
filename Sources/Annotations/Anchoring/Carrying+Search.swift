internal import Collation
internal import PlanModel

/// What becomes of a passage of which the alignment leaves little.
extension Carrying {
  /// A candidate must be by so much more alike than the next.
  private static let margin = 0.08
  /// Words around a short passage of which so much agrees make up for its shortness; see
  /// ``LostPassage/weight(of:)``.
  private static let enoughContext = 9
  /// A candidate must have so much of what tells the passage from others.
  static let leastTelling = 0.5
  /// A sentence of its own is told by its words alone from this weight on.
  private static let shortestSentence = 15

  /// Looks for a passage of which little is left where its block has come to.
  func found(_ lost: LostPassage, pieces: [Piece]) -> Placement {
    let candidates = candidates(for: lost)
    if let best = candidates.first, let placement = placement(lost, candidates) {
      // Of another old passage that is gone as well the place may be the better continuation.
      guard isRivalled(best, of: lost) else { return placement }
      return rewritten(lost, pieces: pieces) ?? orphaned(lost, pieces: pieces)
    }
    if let replaced = replacedValue(lost, pieces: pieces) { return replaced }
    if let inSentence = placementInSentence(of: lost) { return inSentence }
    if let clause = clause(likest: lost) { return clause }
    if let rewritten = rewritten(lost, pieces: pieces) { return rewritten }
    return orphaned(lost, pieces: pieces)
  }

  /// Where only half of a passage is left in its place, or the alignment of its block is in doubt,
  /// the whole of it may stand elsewhere.
  func weighed(_ placement: Placement, against lost: LostPassage) -> Placement {
    guard !lost.needsContext, let copy = candidates(for: lost).first, copy.similarity >= 0.97,
      copy.passage != placement.passage
    else { return placement }
    return ambiguous([copy.passage] + [placement.passage].compactMap(\.self))
  }

  private func candidates(for lost: LostPassage) -> [FreeText.Candidate] {
    let found = added.candidates(for: lost.words, atLeast: lost.leastSimilarity - Self.margin)
      .filter {
        added.tellingShare(of: lost.words, in: added.scalars[$0.range]) >= Self.leastTelling
      }
    guard lost.needsContext else { return found }
    return found.filter { isInContext($0, of: lost) }
  }

  /// Whether enough of the words around a passage stand around the place too.
  func isInContext(_ candidate: FreeText.Candidate, of lost: LostPassage) -> Bool {
    let context = added.context(of: candidate, before: lost.before, behind: lost.behind)
    let weight =
      LostPassage.weight(of: lost.before.suffix(context.before))
      + LostPassage.weight(of: lost.behind.prefix(context.behind))
    guard isOnlyOne(lost, with: context) else { return false }
    return weight >= Self.enoughContext || isSentence(candidate, as: lost)
  }

  /// Whether the words with those around them that agree stand once only in the old text that is
  /// gone; what stands often, such as the beginning of an address, tells nothing.
  private func isOnlyOne(_ lost: LostPassage, with context: (before: Int, behind: Int)) -> Bool {
    let words =
      Array(lost.before.suffix(context.before)) + lost.words
      + Array(lost.behind.prefix(context.behind))
    return removed.count(of: words, upTo: 2) < 2
  }

  /// Whether a passage that is a sentence of its own is one at the place too.
  private func isSentence(_ candidate: FreeText.Candidate, as lost: LostPassage) -> Bool {
    guard lost.weight >= Self.shortestSentence else { return false }
    let (before, behind) = added.neighbours(of: candidate)
    let last = (lost.words.last, candidate.range.last.map { added.scalars[$0] })
    func ends(_ scalar: Unicode.Scalar?) -> Bool { scalar?.endsSentence ?? true }
    return ends(lost.before.last) && ends(before)
      && (ends(last.0) && ends(last.1) || ends(lost.behind.first) && ends(behind))
  }

  /// The place of a passage that is alike enough, better than the next, and no better continuation
  /// of another.
  func onlyCandidate(for lost: LostPassage) -> FreeText.Candidate? {
    let all = candidates(for: lost)
    guard let best = all.first, best.similarity >= lost.leastSimilarity,
      all.count == 1 || all[1].similarity <= best.similarity - Self.margin,
      !isRivalled(best, of: lost)
    else { return nil }
    return best
  }

  private func placement(_ lost: LostPassage, _ all: [FreeText.Candidate]) -> Placement? {
    guard let best = all.first, best.similarity >= lost.leastSimilarity else { return nil }
    let close = all.filter { $0.similarity > best.similarity - Self.margin }
    let context = added.context(of: best, before: lost.before, behind: lost.behind)
    if close.count > 1 || !isOnlyOne(lost, with: context) {
      return ambiguous(close.map(\.passage))
    }
    let differences = values(of: best).differences(
      from: PassageValues(of: lost.words, names: names))
    if !differences.isEmpty {
      var placement = ambiguous([best.passage])
      placement.reason = .changed(differences)
      return placement
    }
    return Placement(
      version: new.version, outcome: .attached, change: .moved,
      needsReview: best.similarity < Self.surelyKept,
      confidence: 0.5 + 0.4 * best.similarity, method: "search", passage: best.passage,
      quote: best.passage.quote(in: new.plan.blocks))
  }

  private func values(of candidate: FreeText.Candidate) -> PassageValues {
    PassageValues(of: Array(added.scalars[candidate.range]), names: names)
  }

  /// Whether a place continues another lost passage better than this one.
  private func isRivalled(_ candidate: FreeText.Candidate, of lost: LostPassage) -> Bool {
    let words = Array(added.scalars[candidate.range])
    guard
      let rival = removed.candidates(for: words, atLeast: candidate.similarity).first,
      rival.similarity > candidate.similarity
    else { return false }
    let (mine, other) = (lost.passage, rival.passage)
    return other.end <= mine.start || mine.end <= other.start
  }

  func ambiguous(_ candidates: [Passage]) -> Placement {
    Placement(
      version: new.version, outcome: .ambiguous, confidence: 0.5, method: "search",
      candidates: candidates, reason: .severalPlaces(candidates.count))
  }

  private func orphaned(_ lost: LostPassage, pieces: [Piece]) -> Placement {
    let isGone = pieces.isEmpty
    return Placement(
      version: new.version, outcome: .orphaned, confidence: isGone ? 0.97 : 0.85,
      method: "alignment", reason: isGone ? .deleted : .rewritten, nearest: nearest(to: lost))
  }

  /// The passages that a person will want to look at: the most alike in new text.
  private func nearest(to lost: LostPassage) -> [Passage] {
    added.candidates(for: lost.words, atLeast: 0.3).prefix(3).map(\.passage)
  }
}

/// Values that were exchanged.
extension Carrying {
  /// A heavier passage, of more than 26 ideographs, is a statement and no value in one; see
  /// ``LostPassage/weight(of:)``.
  private static let heaviestValue = 78

  /// A short passage that was replaced whole inside a sentence that otherwise stands: another agency
  /// is to do it, or by another day.
  private func replacedValue(_ lost: LostPassage, pieces: [Piece]) -> Placement? {
    guard pieces.count == 1, let piece = pieces.first, piece.mapped.hasFirmNeighbours,
      piece.link.kind != .split, piece.link.kind != .merged,
      let target = piece.newText.passage(piece.mapped.range), isMostlyKept(piece.link),
      target.start.block == target.end.block
    else { return nil }
    let quote = target.quote(in: new.plan.blocks)
    let words = FoldedText(quote).scalars
    guard max(LostPassage.weight(of: words), lost.weight) <= Self.heaviestValue,
      !(lost.words + words).contains(where: \.endsClause),
      words.count <= 3 * lost.words.count, lost.words.count <= 3 * words.count,
      isInsideClause(lost) || isName(lost.words) && isName(words)
    else { return nil }
    return Placement(
      version: new.version, outcome: .attached, change: .edited, needsReview: true,
      confidence: 0.7, method: "replaced-value", passage: target, quote: quote,
      reason: .replaced)
  }

  /// Whether words of the same clause stand beside the passage: a clause replaced whole is no value.
  private func isInsideClause(_ lost: LostPassage) -> Bool {
    func isWord(_ scalar: Unicode.Scalar?) -> Bool {
      scalar.map { !$0.endsClause && !$0.isSpace } ?? false
    }
    let left = lost.before.last { !$0.isSpace }
    let right = lost.behind.first { !$0.isSpace }
    return isWord(left) || isWord(right)
  }

  /// Whether some words are a name by their look: capitals in English, the word for a body or a
  /// place at the end in Chinese, or an agency's.
  private func isName(_ words: [Unicode.Scalar]) -> Bool {
    if names.contains(words) { return true }
    if let last = words.last, last.isHan {
      return "部委局办院厅署行会府省市县区州司".unicodeScalars.contains(last)
    }
    let parts = words.split(separator: " ")
    return parts.allSatisfy { $0.first?.properties.isUppercase ?? false || $0.count <= 3 }
      && parts.contains { $0.first?.properties.isUppercase ?? false }
  }

  private func isMostlyKept(_ link: Comparison.Link) -> Bool {
    let length = link.old.reduce(0) { $0 + oldLengths[$1] }
    let gone = link.spans.reduce(0) { $0 + $1.old.count }
    return Double(length - gone) >= 0.6 * Double(length)
  }
}
