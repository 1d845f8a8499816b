public import Collation
internal import PlanModel

/// Carries notes from one version into the next.
///
/// A passage goes through the alignment first: the link of its block and the spans of change say
/// where its ends have come to. Only when little of it is left are its words looked for, and then
/// only in text that no other old text has become; for a lookalike that was in the old version is
/// claimed by its own old passage. That is why a note is never put in a wrong place in silence.
public struct Carrying: Sendable {
  private let old: NamedPlan
  private let new: NamedPlan
  private let comparison: Comparison
  private let linkOfBlock: [Int: Int]
  private let oldLengths: [Int]
  private let newLengths: [Int]
  private let claims: ClaimedText
  private let search: QuoteSearch

  /// Of a passage of which this share is left the rest is taken for edited.
  ///
  /// The bars are those found on generated and real revisions of laws and plans.
  static let surelyKept = 0.75
  /// Of a passage of which less than this is left nothing is taken for granted.
  static let barelyKept = 0.42

  /// An alignment that is less sure than this is checked against other places of the words.
  static let sureAlignment = 0.5

  /// Prepares to carry from one version into another.
  ///
  /// - Parameters:
  ///   - old: The version from which is carried.
  ///   - new: The version into which is carried.
  ///   - comparison: The comparison of the two.
  public init(from old: NamedPlan, to new: NamedPlan, by comparison: Comparison) {
    self.old = old
    self.new = new
    self.comparison = comparison
    var links: [Int: Int] = [:]
    for (index, link) in comparison.links.enumerated() {
      for block in link.old { links[block] = index }
    }
    linkOfBlock = links
    oldLengths = old.plan.blocks.map { $0.text.unicodeScalars.count }
    newLengths = new.plan.blocks.map { $0.text.unicodeScalars.count }
    claims = ClaimedText(comparison, newLengths: newLengths)
    search = QuoteSearch(new.plan.blocks)
  }

  /// The placement of a passage in the new version.
  ///
  /// - Complexity: O(*s*) in the number of changes in the passage's blocks, and O(*n*) in the length
  ///   of the new text where the words have to be looked for.
  public func placement(of passage: Passage) -> Placement {
    let quote = passage.quote(in: old.plan.blocks)
    let pieces = mapped(passage)
    let total = passage.blocks.reduce(0) { $0 + piece($1, of: passage).count }
    let kept = pieces.reduce(0) { $0 + $1.mapped.kept }
    let share = total == 0 ? 0 : Double(kept) / Double(total)
    if share >= Self.barelyKept, let target = target(of: pieces) {
      let placement = attached(target, pieces: pieces, share: share)
      return doubted(placement, target: target, quote: quote, pieces: pieces)
    }
    return lost(passage, quote: quote, pieces: pieces, share: share)
  }

  private struct Piece {
    var link: Comparison.Link
    var mapped: MappedPiece
    var newText: JoinedText
  }

  private func piece(_ block: Int, of passage: Passage) -> Range<Int> {
    passage.range(in: block, length: oldLengths[block])
  }

  private func mapped(_ passage: Passage) -> [Piece] {
    passage.blocks.compactMap { block in
      guard let index = linkOfBlock[block] else { return nil }
      let link = comparison.links[index]
      guard !link.new.isEmpty, link.kind != .counterpart else { return nil }
      let oldText = JoinedText(link.old, lengths: oldLengths)
      let newText = JoinedText(link.new, lengths: newLengths)
      guard let range = oldText.joined(piece(block, of: passage), of: block) else { return nil }
      let mapped = MappedPiece(
        range, through: link, newLength: newText.length)
      return Piece(link: link, mapped: mapped, newText: newText)
    }
  }

  /// The passage that the pieces make, if they still lie together.
  private func target(of pieces: [Piece]) -> Passage? {
    let passages = pieces.compactMap { $0.newText.passage($0.mapped.range) }
    guard var target = passages.first else { return nil }
    for passage in passages.dropFirst() {
      let isNext =
        passage.start.block <= target.end.block + 1 && passage.start >= target.start
      guard isNext else { return nil }
      target.end = max(target.end, passage.end)
    }
    return target
  }

  private func attached(_ target: Passage, pieces: [Piece], share: Double) -> Placement {
    let spans = pieces.flatMap(\.mapped.spans).filter { $0.substance > .typographic }
    let isEdited = !spans.isEmpty
    let sureness = pieces.map(\.link.confidence).min() ?? 1
    let touched = Set(spans.flatMap(\.tags)).subtracting([Comparison.markTag])
    let isFaint = share < Self.surelyKept
    var confidence = isEdited ? 0.6 + 0.38 * share : 0.99
    if isFaint { confidence -= 0.15 }
    return Placement(
      version: new.version, outcome: .attached, change: change(pieces, isEdited: isEdited),
      needsReview: !touched.isEmpty || isFaint,
      confidence: confidence * (0.8 + 0.2 * sureness), method: "alignment", passage: target,
      quote: target.quote(in: new.plan.blocks),
      reason: touched.isEmpty ? nil : .changed(touched.sorted()))
  }

  /// Where the alignment itself is in doubt, and the words stand in another new place as well, a
  /// person is to choose.
  private func doubted(
    _ placement: Placement, target: Passage, quote: String, pieces: [Piece]
  ) -> Placement {
    guard (pieces.map(\.link.confidence).min() ?? 1) < Self.sureAlignment else { return placement }
    let others = search.passages(of: quote).filter {
      $0 != target && claims.share(of: $0) <= 1.0 / 3
    }
    guard !others.isEmpty else { return placement }
    return Placement(
      version: new.version, outcome: .ambiguous, confidence: 0.5, method: "alignment",
      candidates: [target] + others, reason: .severalPlaces(others.count + 1))
  }

  private func change(_ pieces: [Piece], isEdited: Bool) -> Placement.Change {
    if pieces.contains(where: { $0.link.kind == .split }) { return .split }
    if pieces.contains(where: { $0.link.kind == .merged }) { return .merged }
    if pieces.contains(where: \.link.isMoved) { return .moved }
    return isEdited ? .edited : .same
  }
}

extension Carrying {
  /// A short passage replaced whole between unchanged neighbours is a changed value.
  private static let longestValue = 26

  /// Places a passage of which little is left.
  private func lost(
    _ passage: Passage, quote: String, pieces: [Piece], share: Double
  ) -> Placement {
    let found = search.passages(of: quote).filter { claims.share(of: $0) <= 1.0 / 3 }
    if found.count == 1 {
      return Placement(
        version: new.version, outcome: .attached, change: .moved, confidence: 0.9,
        method: "search", passage: found[0], quote: quote)
    }
    if found.count > 1 {
      return Placement(
        version: new.version, outcome: .ambiguous, confidence: 0.5, method: "search",
        candidates: found, reason: .severalPlaces(found.count))
    }
    if let replaced = replacedValue(passage, quote: quote, pieces: pieces) { return replaced }
    let isGone = pieces.isEmpty
    return Placement(
      version: new.version, outcome: .orphaned, confidence: isGone ? 0.97 : 0.85,
      method: "alignment",
      reason: isGone ? .deleted : .rewritten,
      nearest: search.nearest(to: quote, count: 3))
  }

  private func replacedValue(_ passage: Passage, quote: String, pieces: [Piece]) -> Placement? {
    guard pieces.count == 1, let piece = pieces.first, piece.mapped.hasFirmNeighbours,
      piece.link.kind != .split, piece.link.kind != .merged,
      quote.unicodeScalars.count <= Self.longestValue, !quote.contains("。"),
      let target = piece.newText.passage(piece.mapped.range), isMostlyKept(piece.link)
    else { return nil }
    return Placement(
      version: new.version, outcome: .attached, change: .edited, needsReview: true,
      confidence: 0.7, method: "replaced-value", passage: target,
      quote: target.quote(in: new.plan.blocks), reason: .replaced)
  }

  private func isMostlyKept(_ link: Comparison.Link) -> Bool {
    let length = link.old.reduce(0) { $0 + oldLengths[$1] }
    let gone = link.spans.reduce(0) { $0 + $1.old.count }
    return Double(length - gone) >= 0.6 * Double(length)
  }
}

/// Which parts of the new text come from old text.
private struct ClaimedText {
  private let claimed: [[Range<Int>]]

  init(_ comparison: Comparison, newLengths: [Int]) {
    var claimed = [[Range<Int>]](repeating: [], count: newLengths.count)
    for link in comparison.links where !link.old.isEmpty && link.kind != .counterpart {
      let text = JoinedText(link.new, lengths: newLengths)
      var start = 0
      for span in link.spans + [Comparison.Span(old: 0..<0, new: text.length..<text.length)] {
        if let passage = text.passage(start..<max(start, span.new.lowerBound)) {
          for block in passage.blocks {
            claimed[block].append(passage.range(in: block, length: newLengths[block]))
          }
        }
        start = span.new.upperBound
      }
    }
    self.claimed = claimed
  }

  /// The share of a passage that comes from old text.
  func share(of passage: Passage) -> Double {
    var total = 0
    var common = 0
    for block in passage.blocks {
      let range = passage.range(in: block, length: Int.max)
      let length = block == passage.end.block ? range.count : 1
      total += length
      common += claimed[block].reduce(0) { $0 + $1.clamped(to: range).count }
    }
    return total == 0 ? 0 : min(1, Double(common) / Double(total))
  }
}
