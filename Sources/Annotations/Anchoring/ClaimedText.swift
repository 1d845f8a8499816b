internal import Collation

/// Which parts of a side's text the other side has as well.
///
/// New text that comes from old text is claimed by it: a lookalike of a lost passage that was there
/// before belongs to its own old passage, and cannot attract the lost one.
struct ClaimedText {
  /// For each block the parts that both sides have, ascending.
  let claimed: [[Range<Int>]]

  /// Creates it for blocks of which nothing is claimed.
  init(nothingOf count: Int) { claimed = Array(repeating: [], count: count) }

  /// Creates it for the new side of a comparison.
  init(newSideOf comparison: Comparison, lengths: [Int]) {
    self.init(comparison, lengths: lengths, blocks: \.new, range: \.new)
  }

  /// Creates it for the old side of a comparison.
  init(oldSideOf comparison: Comparison, lengths: [Int]) {
    self.init(comparison, lengths: lengths, blocks: \.old, range: \.old)
  }

  private init(
    _ comparison: Comparison, lengths: [Int], blocks: (Comparison.Link) -> [Int],
    range: (Comparison.Span) -> Range<Int>
  ) {
    var claimed = [[Range<Int>]](repeating: [], count: lengths.count)
    for link in comparison.links where !link.old.isEmpty && !link.new.isEmpty {
      guard link.kind != .counterpart else { continue }
      let text = JoinedText(blocks(link), lengths: lengths)
      var start = 0
      for gap in link.spans.map(range) + [text.length..<text.length] {
        if let passage = text.passage(start..<max(start, gap.lowerBound)) {
          for block in passage.blocks {
            let part = passage.range(in: block, length: lengths[block])
            if !part.isEmpty { claimed[block].append(part) }
          }
        }
        start = gap.upperBound
      }
    }
    self.claimed = claimed
  }
}
