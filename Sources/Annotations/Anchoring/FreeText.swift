internal import PlanModel

/// The text of one side of a comparison that the other side hasn't got: the only text in which a
/// lost passage is looked for.
///
/// Blocks that have such text are folded, so that widths, quotation marks and spaces don't count,
/// and set one behind the other with line feeds between them.
struct FreeText {
  /// A place at which a passage may stand.
  struct Candidate {
    /// The place in the side's blocks.
    var passage: Passage
    /// How alike the folded words are, from 0 to 1.
    var similarity: Double
    /// The place in the folded text.
    var range: Range<Int>
  }

  /// The folded text.
  let scalars: [Unicode.Scalar]
  /// Where the clauses of the folded text begin and end.
  let clauseBounds: ClauseBounds
  /// For each folded scalar its block and its offset there.
  private let places: [Passage.Place]
  /// For each folded scalar the offset behind it.
  private let ends: [Int]
  /// How many free scalars stand before each place.
  private let freeBefore: [Int]
  /// Where each pair of scalars stands, where it is free.
  private let pairs: [UInt64: [Int]]
  /// How often each pair of scalars stands, free or not.
  private let occurrences: [UInt64: Int]

  /// At most this share of a candidate may be claimed by other text.
  private static let mostClaimed = 1.0 / 3
  /// So many of the places with the most pairs in common are looked at closely.
  private static let mostLookedAt = 6

  /// Gathers the free text of some blocks.
  ///
  /// - Complexity: O(*n*) in the length of the blocks that have free text.
  init(_ blocks: [Block], claims: ClaimedText) {
    var scalars: [Unicode.Scalar] = []
    var places: [Passage.Place] = []
    var ends: [Int] = []
    var free = [0]
    for (index, block) in blocks.enumerated() {
      let source = Array(block.text.unicodeScalars)
      let claimed = claims.claimed[index]
      guard claimed.reduce(0, { $0 + $1.count }) < source.count else { continue }
      let folded = FoldedText(source)
      var part = 0
      for (place, scalar) in folded.scalars.enumerated() {
        let origin = folded.origins[place]
        while part < claimed.count, claimed[part].upperBound <= origin { part += 1 }
        let isClaimed = part < claimed.count && claimed[part].contains(origin)
        var end = max(origin + 1, folded.origins[place + 1])
        while end > origin + 1, source[end - 1].isSpace { end -= 1 }
        scalars.append(scalar.plainPunctuation)
        places.append(.init(block: index, offset: origin))
        ends.append(end)
        free.append(free[free.count - 1] + (isClaimed ? 0 : 1))
      }
      scalars.append("\n")
      places.append(.init(block: index, offset: source.count))
      ends.append(source.count)
      free.append(free[free.count - 1])
    }
    var pairs: [UInt64: [Int]] = [:]
    var occurrences: [UInt64: Int] = [:]
    for place in scalars.indices.dropLast() {
      let pair = Self.pair(scalars[place], scalars[place + 1])
      occurrences[pair, default: 0] += 1
      if free[place + 1] > free[place] { pairs[pair, default: []].append(place) }
    }
    (self.scalars, self.places, self.ends) = (scalars, places, ends)
    clauseBounds = ClauseBounds(scalars)
    (freeBefore, self.pairs, self.occurrences) = (free, pairs, occurrences)
  }

  /// Folds a text as the free text is folded: full stops and list commas of both widths are one too.
  static func folded(_ text: [Unicode.Scalar]) -> [Unicode.Scalar] {
    FoldedText(text).scalars.map(\.plainPunctuation)
  }

  /// The places most like some folded words, the most alike first and then in the order of reading.
  ///
  /// - Parameters:
  ///   - quote: The folded words.
  ///   - least: How alike they must be.
  /// - Returns: Places that don't overlap.
  /// - Complexity: O(*h* + *m*²) for *h* pairs in common and *m* scalars.
  func candidates(for quote: [Unicode.Scalar], atLeast least: Double) -> [Candidate] {
    guard quote.count > 1 else { return [] }
    let slack = quote.count / 3 + 6
    let limit = ApproximateMatch.greatestDistance(similarity: least, patternOf: quote.count)
    var found: [Candidate] = []
    for start in likelyStarts(of: quote, atLeast: least) {
      let window = max(0, start - slack)..<min(scalars.count, start + quote.count + slack)
      guard let match = ApproximateMatch(of: quote[...], in: scalars[window], within: limit)
      else { continue }
      let similarity = match.similarity(toPatternOf: quote.count)
      guard similarity >= least, isFree(match.range) else { continue }
      if found.contains(where: { $0.range.overlaps(match.range) && $0.similarity >= similarity }) {
        continue
      }
      found.removeAll { $0.range.overlaps(match.range) }
      found.append(
        Candidate(passage: passage(match.range), similarity: similarity, range: match.range))
    }
    return found.sorted {
      ($1.similarity, $0.range.lowerBound) < ($0.similarity, $1.range.lowerBound)
    }
  }

  /// How many scalars before and behind a place agree with those before and behind the quote.
  func context(
    of candidate: Candidate, before: [Unicode.Scalar], behind: [Unicode.Scalar]
  ) -> (before: Int, behind: Int) {
    let left = zip(before.reversed(), scalars[..<candidate.range.lowerBound].reversed())
    let right = zip(behind, scalars[candidate.range.upperBound...])
    return (left.prefix { $0 == $1 }.count, right.prefix { $0 == $1 }.count)
  }

  /// How much of what tells some words from others a place has, from 0 to 1.
  ///
  /// Each pair of scalars counts the less the oftener it stands in the text: the name of an agency
  /// that stands in every other paragraph tells nothing (*Keyword Anchoring*, Brush and Bargeron,
  /// MSR-TR-2001-107, anchors by the rarest words for the same reason).
  ///
  /// - Parameters:
  ///   - words: The folded words.
  ///   - place: The folded words at the place.
  /// - Returns: The share.
  /// - Complexity: O(*m*) in the length of both.
  func tellingShare(of words: [Unicode.Scalar], in place: ArraySlice<Unicode.Scalar>) -> Double {
    let present = Set(zip(place, place.dropFirst()).map(Self.pair))
    var (shared, whole) = (0.0, 0.0)
    for place in words.indices.dropLast() {
      let pair = Self.pair(words[place], words[place + 1])
      let weight = 1 / Double(max(1, occurrences[pair] ?? 0))
      whole += weight
      if present.contains(pair) { shared += weight }
    }
    return whole == 0 ? 0 : shared / whole
  }

  /// How often some words stand in the text, claimed or not; counted no further than a limit.
  func count(of words: [Unicode.Scalar], upTo limit: Int) -> Int {
    guard let first = words.first, words.count <= scalars.count else { return 0 }
    var count = 0
    for start in 0...scalars.count - words.count where scalars[start] == first {
      guard scalars[start..<start + words.count].elementsEqual(words) else { continue }
      count += 1
      if count == limit { break }
    }
    return count
  }

  /// The last scalar before a place and the first behind it that are no spaces, if there are any.
  func neighbours(of candidate: Candidate) -> (before: Unicode.Scalar?, behind: Unicode.Scalar?) {
    (
      scalars[..<candidate.range.lowerBound].last { $0 != " " },
      scalars[candidate.range.upperBound...].first { $0 != " " }
    )
  }

  /// Where the quote would begin so that many of its pairs stand in place, the most first.
  ///
  /// Each pair that both have says where the quote would begin; places at which many agree, give or
  /// take a quarter of the quote, are likely.
  private func likelyStarts(of quote: [Unicode.Scalar], atLeast least: Double) -> [Int] {
    let hits = quote.indices.dropLast().map { pairs[Self.pair(quote[$0], quote[$0 + 1])] ?? [] }
    // What stands everywhere tells nothing, as long as something else is left.
    let commonest = max(Self.commonPair, 4 * (hits.map(\.count).filter { $0 > 0 }.min() ?? 0))
    let telling = hits.count { (1...commonest).contains($0.count) }
    let starts = zip(hits.indices, hits).flatMap { place, hits in
      hits.count <= commonest ? hits.map { $0 - place } : []
    }.sorted()
    // An edit of one scalar breaks two pairs.
    let fewest = max(1, Int(Double(telling) * max(0.15, 2 * least - 1.2)))
    let width = max(4, quote.count / 4)
    var windows: [(count: Int, start: Int)] = []
    var next = 0
    for (index, start) in starts.enumerated() {
      while next < starts.count, starts[next] <= start + width { next += 1 }
      guard next - index >= fewest else { continue }
      if let last = windows.last, start <= last.start + width {
        if next - index > last.count { windows[windows.count - 1] = (next - index, start) }
      } else {
        windows.append((next - index, start))
      }
    }
    return windows.sorted { ($1.count, $0.start) < ($0.count, $1.start) }
      .prefix(Self.mostLookedAt).map(\.start)
  }

  /// A pair that stands more often than this, and four times as often as the rarest, tells little.
  private static let commonPair = 64

  private func isFree(_ range: Range<Int>) -> Bool {
    let free = freeBefore[range.upperBound] - freeBefore[range.lowerBound]
    return Double(free) >= (1 - Self.mostClaimed) * Double(range.count)
  }

  /// A range of the folded text as a passage of the side's blocks, without line feeds at its ends.
  func passage(_ range: Range<Int>) -> Passage {
    var range = range
    while range.count > 1, scalars[range.upperBound - 1] == "\n" {
      range = range.lowerBound..<range.upperBound - 1
    }
    while range.count > 1, scalars[range.lowerBound] == "\n" {
      range = range.lowerBound + 1..<range.upperBound
    }
    let last = range.upperBound - 1
    return Passage(
      start: places[range.lowerBound], end: .init(block: places[last].block, offset: ends[last]))
  }

  private static func pair(_ left: Unicode.Scalar, _ right: Unicode.Scalar) -> UInt64 {
    UInt64(left.value) << 32 | UInt64(right.value)
  }
}

extension Unicode.Scalar {
  /// `.` for `。` and `,` for `、`; anything else itself.
  fileprivate var plainPunctuation: Unicode.Scalar {
    switch self {
    case "。": "."
    case "、": ","
    default: self
    }
  }
}
