internal import Collation
internal import PlanModel

/// A text with what is gone and what is new in it, as runs.
struct MarkedText {
  /// What became of some words.
  enum Mark {
    case kept
    case removed
    case added
  }

  /// Some words with one fate.
  struct Run {
    var scalars: [Unicode.Scalar]
    var mark: Mark
  }

  private(set) var runs: [Run] = []

  /// What a text of a link shows.
  enum Side {
    case old
    case new
    /// The new text, with what is gone standing before what has come.
    case both
  }

  /// The text of a link; changes below a substance stand as if there were none.
  ///
  /// The number mark of a heading stands before its words; a paragraph's end shows as `¶`.
  init(
    _ link: Comparison.Link, of compared: ComparedVersions, side: Side,
    least: Comparison.Substance
  ) {
    if link.old.isEmpty || link.new.isEmpty {
      if side != .new { append(Self.headings(link.old, compared.old), .removed) }
      if side != .old { append(Self.headings(link.new, compared.new), .added) }
      return
    }
    appendMarks(link, compared, side)
    let (old, new) = (
      link.oldText(in: compared.old.blocks), link.newText(in: compared.new.blocks)
    )
    let shown = side == .old ? old : new
    var place = 0
    for span in link.spans where span.substance >= least {
      let range = side == .old ? span.old : span.new
      append(shown[place..<range.lowerBound], .kept)
      if side != .new { append(old[span.old], .removed) }
      if side != .old { append(new[span.new], .added) }
      place = range.upperBound
    }
    append(shown[place...], .kept)
  }

  private mutating func appendMarks(
    _ link: Comparison.Link, _ compared: ComparedVersions, _ side: Side
  ) {
    guard let old = link.old.first.flatMap({ compared.old.blocks[$0].number }),
      let new = link.new.first.flatMap({ compared.new.blocks[$0].number })
    else { return }
    if old == new {
      append(new.unicodeScalars, .kept)
    } else {
      if side != .new { append(old.unicodeScalars, .removed) }
      if side != .old { append(new.unicodeScalars, .added) }
    }
    append(CollectionOfOne(" "), .kept)
  }

  private static func headings(_ places: [Int], _ plan: Plan) -> String.UnicodeScalarView {
    places.map { plan.blocks[$0].heading }.joined(separator: "\n").unicodeScalars
  }

  private mutating func append(_ scalars: some Sequence<Unicode.Scalar>, _ mark: Mark) {
    let scalars = Array(scalars)
    if !scalars.isEmpty { runs.append(Run(scalars: scalars, mark: mark)) }
  }
}
