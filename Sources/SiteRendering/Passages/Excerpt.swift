import PlanModel

/// The beginning of a text, whole if it is short; it doesn't end within a word.
///
/// - Parameters:
///   - text: The text.
///   - length: How many ideographs have room; a letter of most other scripts takes half of one's.
/// - Returns: The beginning with an ellipsis, or the text.
func excerpt(_ text: String, length: Int) -> String {
  let scalars = Array(text.unicodeScalars)
  let end = scalars.end(of: 2 * length, columnsFrom: 0)
  guard end < scalars.count else { return text }
  var cut = end
  while cut > 0, scalars.isWithinWord(cut) { cut -= 1 }
  // A word as long as that is an address or a formula; it may be cut.
  if cut < end / 2 { cut = end }
  let words = scalars[..<cut]
  let last = words.lastIndex { !$0.properties.isWhitespace } ?? words.startIndex - 1
  return String(String.UnicodeScalarView(words[...last])) + "…"
}

/// Some words around a place in a text, of the same clause.
struct Surroundings {
  /// The words before.
  let before: ArraySlice<Unicode.Scalar>
  /// The words after.
  let after: ArraySlice<Unicode.Scalar>

  /// How much of a clause is shown, in columns: twelve ideographs before, eight after.
  private static let columns = (before: 24, after: 16)

  /// Looks around a stretch of a text.
  init(of range: Range<Int>, in text: [Unicode.Scalar]) {
    let range = range.clamped(to: text.indices)
    let room = Self.columns
    var start = text.start(of: room.before, columnsTo: range.lowerBound)
    // Whole words, unless they are as long as all the rest.
    let first = max(0, start - room.before)
    while start > first, text.isWithinWord(start) { start -= 1 }
    var end = text.end(of: room.after, columnsFrom: range.upperBound)
    let last = min(text.count, end + room.after)
    while end < last, text.isWithinWord(end) { end += 1 }
    let (left, right) = (text[start..<range.lowerBound], text[range.upperBound..<end])
    before = left.lastIndex(where: Self.endsClause).map { left[($0 + 1)...] } ?? left
    after = right.firstIndex(where: Self.endsClause).map { right[..<$0] } ?? right
  }

  private static func endsClause(_ scalar: Unicode.Scalar) -> Bool {
    ["，", "。", "；", "、", "：", "\n", ",", ";", "."].contains(scalar)
  }
}

extension [Unicode.Scalar] {
  /// Whether a place stands between two letters of one word, in a script that parts its words.
  fileprivate func isWithinWord(_ place: Int) -> Bool {
    guard place > 0, place < count else { return false }
    return [self[place - 1], self[place]].allSatisfy { $0.isWordPart && !$0.isUnspaced }
  }

  /// Where so many columns end that begin at a place.
  fileprivate func end(of columns: Int, columnsFrom start: Int) -> Int {
    var (rest, place) = (columns, start)
    while place < count, self[place].columns <= rest {
      rest -= self[place].columns
      place += 1
    }
    return place
  }

  /// Where so many columns begin that end at a place.
  fileprivate func start(of columns: Int, columnsTo end: Int) -> Int {
    var (rest, place) = (columns, end)
    while place > 0, self[place - 1].columns <= rest {
      rest -= self[place - 1].columns
      place -= 1
    }
    return place
  }
}

extension Unicode.Scalar {
  /// How many columns the character takes: two in scripts of wide characters.
  fileprivate var columns: Int {
    isWide || (0xAC00...0xD7A3).contains(value) || (0xFF01...0xFF60).contains(value) ? 2 : 1
  }
}
