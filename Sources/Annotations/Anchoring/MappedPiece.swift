internal import Collation
internal import PlanModel

/// What becomes of a piece of one block when it goes through the link of its block.
struct MappedPiece {
  /// The piece in the new side's joined text; empty if nothing is left of it.
  var range: Range<Int>
  /// How many scalars of the piece tell where it is: all but those of a number mark, as long as there
  /// are others.
  var telling: Int
  /// How many of them live on.
  var kept: Int
  /// The spans of change that touch the piece.
  var touched: [Comparison.Span]
  /// Whether what stands before and behind the piece is unchanged.
  var hasFirmNeighbours: Bool
  /// The change with which the piece begins, if its first words were replaced.
  var firstChange: Comparison.Span?
  /// The change with which the piece ends, if its last words were replaced.
  var lastChange: Comparison.Span?

  /// Maps a range of the old side's joined text through a link's spans.
  ///
  /// Words put in at an edge stay outside; a replaced edge that lies in the piece whole is taken in.
  init(_ piece: Range<Int>, through spans: [Comparison.Span], newLength: Int) {
    var start: Int?
    var end: Int?
    let marked = spans.first.map {
      $0.tags == [Comparison.markTag] ? $0.old.clamped(to: piece).count : 0
    }
    telling = piece.count > marked ?? 0 ? piece.count - (marked ?? 0) : piece.count
    var kept = telling
    var shift = 0
    (touched, firstChange, lastChange) = ([], nil, nil)
    for span in spans {
      if span.old.upperBound <= piece.lowerBound,
        !(span.old.isEmpty && span.old.lowerBound == piece.lowerBound)
      {
        shift = span.new.upperBound - span.old.upperBound
        continue
      }
      if span.old.lowerBound >= piece.upperBound { break }
      if span.old.isEmpty, span.old.lowerBound == piece.lowerBound {
        // Put in just before the piece.
        shift = span.new.upperBound - span.old.upperBound
        continue
      }
      touched.append(span)
      // Other quotation marks or another width take nothing from a passage.
      if span.substance > .typographic { kept -= span.old.clamped(to: piece).count }
      if start == nil {
        if span.old.lowerBound > piece.lowerBound {
          start = piece.lowerBound + shift
        } else {
          let isWhole = span.old.lowerBound == piece.lowerBound
          start = isWhole ? span.new.lowerBound : span.new.upperBound
          if isWhole { firstChange = span }
        }
      }
      if span.old.upperBound >= piece.upperBound {
        let isWhole = span.old.upperBound == piece.upperBound
        end = isWhole ? span.new.upperBound : span.new.lowerBound
        if isWhole { lastChange = span }
      }
      shift = span.new.upperBound - span.old.upperBound
    }
    let from = start ?? piece.lowerBound + shift
    let to = end ?? piece.upperBound + shift
    let lower = min(max(0, from), newLength)
    range = lower..<max(lower, min(to, newLength))
    self.kept = kept
    hasFirmNeighbours = !spans.contains { span in
      !span.old.isEmpty
        && (span.old.lowerBound < piece.lowerBound && span.old.upperBound >= piece.lowerBound
          || span.old.upperBound > piece.upperBound && span.old.lowerBound <= piece.upperBound)
    }
  }
}
