internal import Collation
internal import PlanModel

/// What becomes of a piece of one block when it goes through the link of its block.
struct MappedPiece {
  /// The piece in the new side's joined text; empty if nothing is left of it.
  var range: Range<Int>
  /// How many scalars of the piece live on.
  var kept: Int
  /// The spans of change that touch the piece.
  var spans: [Comparison.Span]
  /// Whether what stands before and behind the piece is unchanged.
  var hasFirmNeighbours: Bool

  /// Maps a range of the old side's joined text through a link's spans.
  ///
  /// Words put in at an edge stay outside; a replaced edge that lies in the piece whole is taken in.
  init(_ piece: Range<Int>, through link: Comparison.Link, newLength: Int) {
    var start: Int?
    var end: Int?
    var kept = piece.count
    var shift = 0
    spans = []
    for span in link.spans {
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
      spans.append(span)
      // Other quotation marks or another width take nothing from a passage.
      if span.substance > .typographic { kept -= span.old.clamped(to: piece).count }
      if start == nil {
        if span.old.lowerBound > piece.lowerBound {
          start = piece.lowerBound + shift
        } else {
          let isWhole = span.old.lowerBound == piece.lowerBound
          start = isWhole ? span.new.lowerBound : span.new.upperBound
        }
      }
      if span.old.upperBound >= piece.upperBound {
        let isWhole = span.old.upperBound == piece.upperBound
        end = isWhole ? span.new.upperBound : span.new.lowerBound
      }
      shift = span.new.upperBound - span.old.upperBound
    }
    let from = start ?? piece.lowerBound + shift
    let to = end ?? piece.upperBound + shift
    let lower = min(max(0, from), newLength)
    range = lower..<max(lower, min(to, newLength))
    self.kept = kept
    hasFirmNeighbours = !link.spans.contains { span in
      !span.old.isEmpty
        && (span.old.lowerBound < piece.lowerBound && span.old.upperBound >= piece.lowerBound
          || span.old.upperBound > piece.upperBound && span.old.lowerBound <= piece.upperBound)
    }
  }
}

/// The blocks of one side of a link, joined by line feeds.
struct JoinedText {
  let blocks: [Int]
  private let starts: [Int]
  private let lengths: [Int]
  /// The length of the joined text.
  let length: Int

  init(_ blocks: [Int], lengths all: [Int]) {
    self.blocks = blocks
    lengths = blocks.map { all[$0] }
    var starts: [Int] = []
    var next = 0
    for length in lengths {
      starts.append(next)
      next += length + 1
    }
    self.starts = starts
    length = max(0, next - 1)
  }

  /// A range of a block in the joined text.
  func joined(_ range: Range<Int>, of block: Int) -> Range<Int>? {
    guard let place = blocks.firstIndex(of: block) else { return nil }
    return range.lowerBound + starts[place]..<range.upperBound + starts[place]
  }

  /// A range of the joined text as a passage; it neither begins nor ends on a line feed.
  func passage(_ range: Range<Int>) -> Passage? {
    guard !range.isEmpty, !blocks.isEmpty else { return nil }
    let start = place(of: range.lowerBound, isEnd: false)
    let end = place(of: range.upperBound, isEnd: true)
    return start < end ? Passage(start: start, end: end) : nil
  }

  private func place(of offset: Int, isEnd: Bool) -> Passage.Place {
    var place = (starts.firstIndex { $0 > offset } ?? starts.count) - 1
    if isEnd, place > 0, starts[place] == offset { place -= 1 }
    var inside = offset - starts[place]
    if !isEnd, inside >= lengths[place], place + 1 < blocks.count {
      place += 1
      inside = 0
    }
    return .init(block: blocks[place], offset: min(inside, lengths[place]))
  }
}
