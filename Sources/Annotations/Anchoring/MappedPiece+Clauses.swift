internal import Collation
internal import PlanModel

/// A passage of whole clauses stays one.
///
/// The changes between two texts are told by words: one that meets the first or last word of a clause
/// may leave a passage half a clause, or take it over the end of a sentence that was put in.
extension MappedPiece {
  /// Of a passage that went over the end of a sentence the part with at least this share of its words
  /// is taken.
  private static let leastOfPart = 0.5
  /// Words of this weight at the edge of a passage are as good as any before them; see
  /// ``LostPassage/weight(of:)``.
  private static let mostWords = 2

  /// Fits the range to the clauses of the new text, where the piece fits those of the old one.
  ///
  /// - Parameters:
  ///   - piece: The piece in the old text.
  ///   - oldText: The old text.
  ///   - newText: The new text.
  ///   - spans: The changes from one into the other.
  /// - Complexity: O(*n*) in the length of the texts, and O(*m*²) where a sentence was put in.
  mutating func fitClauses(
    of piece: Range<Int>, oldText: [Unicode.Scalar], newText: [Unicode.Scalar],
    spans: [Comparison.Span]
  ) {
    guard !range.isEmpty, piece.upperBound <= oldText.count, !spans.isEmpty else { return }
    let gaps = ClauseGaps(oldText: oldText, newText: newText, piece: piece, spans: spans)
    let isWhereItWas =
      touched.isEmpty && !gaps.beforeIsOpen(range.lowerBound)
      && !gaps.behindIsOpen(range.upperBound)
    guard !isWhereItWas else { return }
    let (old, new) = (ClauseBounds(oldText), ClauseBounds(newText))
    let words = Array(oldText[piece])
    leaveSentences(of: words, old.sentences(in: piece).count, newText, new)
    if old.start(before: piece.lowerBound) != piece.lowerBound {
      takeFirstWord(of: piece, oldText, newText, spans)
    } else if gaps.beforeIsOpen(range.lowerBound) {
      let start = new.start(before: range.lowerBound)
      if gaps.isOwn(start..<range.lowerBound, isFirst: true) {
        range = start..<range.upperBound
      }
    }
    if old.end(behind: piece.upperBound) == piece.upperBound, gaps.behindIsOpen(range.upperBound) {
      let end = new.end(behind: range.upperBound)
      if gaps.isOwn(range.upperBound..<end, isFirst: false) { range = range.lowerBound..<end }
    }
  }

  /// Leaves the sentences that were put into the middle of the words.
  private mutating func leaveSentences(
    of words: [Unicode.Scalar], _ count: Int, _ newText: [Unicode.Scalar], _ new: ClauseBounds
  ) {
    let parts = new.sentences(in: range)
    guard count == 1, parts.count > 1 else { return }
    let shared = parts.map { words.commonCount(with: Array(newText[$0])) }
    guard let best = shared.indices.max(by: { shared[$0] < shared[$1] }) else { return }
    guard Double(shared[best]) >= Self.leastOfPart * Double(words.count) else {
      // Scattered over sentences it is no passage any longer.
      kept = 0
      return
    }
    range = parts[best]
    kept = min(kept, shared[best])
  }

  /// Takes in the word that stands for a first one that was replaced with words before it.
  private mutating func takeFirstWord(
    of piece: Range<Int>, _ oldText: [Unicode.Scalar], _ newText: [Unicode.Scalar],
    _ spans: [Comparison.Span]
  ) {
    let span = spans.first {
      $0.old.lowerBound < piece.lowerBound && piece.lowerBound < $0.old.upperBound
        && $0.new.upperBound == range.lowerBound
    }
    guard let span else { return }
    let lost = oldText[piece.lowerBound..<span.old.upperBound].split(whereSeparator: \.isSpace)
    guard lost.count <= Self.mostWords, !lost.joined().contains(where: \.isUnspaced) else { return }
    var start = range.lowerBound
    for _ in lost {
      var place = start
      while place > span.new.lowerBound, newText[place - 1].isSpace { place -= 1 }
      let end = place
      while place > span.new.lowerBound, newText[place - 1].isWordPart { place -= 1 }
      guard place < end else { break }
      start = place
    }
    range = start..<range.upperBound
  }
}

/// What lies between the edge of a mapped passage and the edge of its clause.
private struct ClauseGaps {
  let oldText: [Unicode.Scalar]
  let newText: [Unicode.Scalar]
  let piece: Range<Int>
  let spans: [Comparison.Span]

  /// Beside a first or last word that stands as it was no more than this is taken in; see
  /// ``LostPassage/weight(of:)``.
  private static let mostBesideKept = 15
  /// Beside a word that was replaced at most this share of the passage's own weight.
  private static let mostBesideReplaced = 1.0 / 3

  /// Whether what stood before the passage doesn't stand before this place.
  func beforeIsOpen(_ place: Int) -> Bool {
    let old = oldText[..<piece.lowerBound].last { !$0.isSpace }
    return old?.foldedPunctuation != newText[..<place].last { !$0.isSpace }?.foldedPunctuation
      || place == 0
  }

  /// Whether what stood behind the passage doesn't stand behind this place.
  func behindIsOpen(_ place: Int) -> Bool {
    let old = oldText[piece.upperBound...].first { !$0.isSpace }
    return old?.foldedPunctuation != newText[place...].first { !$0.isSpace }?.foldedPunctuation
  }

  /// Whether the words between the edges belong to the passage: they are its own, or new, and few.
  func isOwn(_ gap: Range<Int>, isFirst: Bool) -> Bool {
    let words = newText[gap]
    if isFirst, oldText[piece].starts(with: words) { return true }
    let edge = isFirst ? piece.lowerBound : piece.upperBound - 1
    let isReplaced = spans.contains { $0.old.contains(edge) }
    let weight = LostPassage.weight(of: oldText[piece])
    let most =
      isReplaced ? Int(Self.mostBesideReplaced * Double(weight)) : Self.mostBesideKept
    return LostPassage.weight(of: words) <= most
      && gap.allSatisfy { index in
        !newText[index].isWordPart || spans.contains { $0.new.contains(index) }
      }
  }
}
