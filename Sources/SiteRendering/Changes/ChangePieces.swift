package import Collation

/// A stretch of two texts under comparison: common to both, or changed.
package enum ChangePiece: Sendable, Hashable {
  /// The same scalars on both sides.
  case same(old: Range<Int>, new: Range<Int>)
  /// Other scalars; either side may be empty.
  case changed(Comparison.Span)
}

/// Cuts two texts into what they share and where they differ.
///
/// - Parameters:
///   - spans: The differences, ascending. A span that overlaps the one before it or lies outside
///     the texts is ignored, and a stretch between spans whose lengths differ becomes a change: what
///     is shown is always all of both texts.
///   - oldCount: The length of the old text.
///   - newCount: The length of the new text.
/// - Returns: Pieces that follow one another on both sides.
package func changePieces(
  spans: [Comparison.Span], oldCount: Int, newCount: Int
) -> [ChangePiece] {
  var pieces: [ChangePiece] = []
  var old = 0
  var new = 0
  func share(to oldEnd: Int, _ newEnd: Int) {
    guard oldEnd > old || newEnd > new else { return }
    if oldEnd - old == newEnd - new {
      pieces.append(.same(old: old..<oldEnd, new: new..<newEnd))
    } else {
      pieces.append(.changed(Comparison.Span(old: old..<oldEnd, new: new..<newEnd)))
    }
  }
  for span in spans {
    guard span.old.lowerBound >= old, span.new.lowerBound >= new,
      span.old.upperBound <= oldCount, span.new.upperBound <= newCount
    else { continue }
    share(to: span.old.lowerBound, span.new.lowerBound)
    pieces.append(.changed(span))
    old = span.old.upperBound
    new = span.new.upperBound
  }
  share(to: oldCount, newCount)
  return pieces
}
