internal import PlanModel

/// A passage as a part of the clauses that it touches.
struct ClausePart {
  /// The words of its first clause that stand before it.
  private let before: ArraySlice<Unicode.Scalar>
  /// The words of its last clause that stand behind it.
  private let behind: ArraySlice<Unicode.Scalar>
  /// All that stands before and behind those clauses.
  private let outside: (before: ArraySlice<Unicode.Scalar>, behind: ArraySlice<Unicode.Scalar>)
  /// How many clauses it touches.
  let count: Int
  /// The clauses of its text that it doesn't touch.
  let otherClauses: [Range<Int>]

  /// Words of this weight tell a place; see ``LostPassage/weight(of:)``.
  private static let telling = 12
  /// So many scalars at least are looked for to find where a part begins or ends.
  private static let fewest = 2
  /// So many at most, which bounds the time that a long clause takes.
  private static let most = 24

  init(_ range: Range<Int>, of text: [Unicode.Scalar]) {
    let bounds = ClauseBounds(text)
    var end = range.upperBound
    while end > range.lowerBound, bounds.isBreak(end - 1) { end -= 1 }
    let whole = bounds.start(before: range.lowerBound)..<bounds.end(behind: end)
    before = text[whole.lowerBound..<max(whole.lowerBound, range.lowerBound)]
    behind = text[end..<whole.upperBound]
    outside = (text[..<whole.lowerBound], text[whole.upperBound...])
    let clauses = bounds.clauses
    otherClauses = clauses.filter { !$0.overlaps(range) }
    count = clauses.count - otherClauses.count
  }

  /// Whether it is all of its clauses.
  var isWhole: Bool { before.isEmpty && behind.isEmpty }

  /// The part of some new clauses that stands between the words between which it stood.
  func range(in clauses: Range<Int>, of text: [Unicode.Scalar]) -> Range<Int> {
    var (start, end) = (clauses.lowerBound, clauses.upperBound)
    var length = min(before.count, Self.most)
    while length >= Self.fewest {
      if let found = text[start..<end].onlyRange(of: before.suffix(length)), found.upperBound < end
      {
        start = found.upperBound
        break
      }
      length -= 1
    }
    length = min(behind.count, Self.most)
    while length >= Self.fewest {
      if let found = text[start..<end].onlyRange(of: behind.prefix(length)),
        found.lowerBound > start
      {
        end = found.lowerBound
        break
      }
      length -= 1
    }
    return start..<end
  }

  /// Whether a place in a new text is beside the same words, or all of its line as the passage was.
  func stands(at place: Range<Int>, of text: [Unicode.Scalar]) -> Bool {
    let (first, last) = (text[..<place.lowerBound], text[place.upperBound...])
    if let own = outside.before.lastWords(Self.telling),
      own == first.lastWords(Self.telling)
    {
      return true
    }
    if let own = outside.behind.firstWords(Self.telling), own == last.firstWords(Self.telling) {
      return true
    }
    return outside.before.isLineStart && first.isLineStart && outside.behind.isLineEnd
      && last.isLineEnd
  }
}

extension ArraySlice<Unicode.Scalar> {
  /// Where some scalars stand, if they do so once.
  fileprivate func onlyRange(of words: Self) -> Range<Int>? {
    guard !words.isEmpty, words.count <= count else { return nil }
    var found: Range<Int>?
    for start in startIndex...(endIndex - words.count)
    where self[start..<start + words.count].elementsEqual(words) {
      guard found == nil else { return nil }
      found = start..<start + words.count
    }
    return found
  }

  /// The last words of a line that weigh enough, without signs and spaces.
  fileprivate func lastWords(_ weight: Int) -> [Unicode.Scalar]? {
    Self.words(reversed(), weighing: weight).map { $0.reversed() }
  }

  /// The first words of a line that weigh enough, without signs and spaces.
  fileprivate func firstWords(_ weight: Int) -> [Unicode.Scalar]? {
    Self.words(self, weighing: weight)
  }

  private static func words(
    _ scalars: some Sequence<Unicode.Scalar>, weighing weight: Int
  ) -> [Unicode.Scalar]? {
    var words: [Unicode.Scalar] = []
    var sum = 0
    for scalar in scalars {
      guard sum < weight, scalar != "\n" else { break }
      guard scalar.isWordPart else { continue }
      words.append(scalar)
      sum += scalar.isUnspaced ? 3 : 1
    }
    return sum < weight ? nil : words
  }

  /// Whether nothing but a number mark stands in the last line.
  fileprivate var isLineStart: Bool {
    let line = self[(lastIndex(of: "\n").map { $0 + 1 } ?? startIndex)...]
    let mark = NumberMark(openingOf: line)?.length ?? 0
    return !line.dropFirst(mark).contains(where: \.isWordPart)
  }

  /// Whether no word stands in the first line.
  fileprivate var isLineEnd: Bool { !prefix { $0 != "\n" }.contains(where: \.isWordPart) }
}
