internal import PlanModel

/// A line of a source, without its ends.
struct SourceLine {
  /// The line's number in the source, from 1.
  var number: Int
  /// The line's scalars without white space at both ends.
  var content: Range<Int>
  /// How many blank lines stand before it.
  var blankBefore: Int
  /// Whether white space that indents a paragraph stands before the content.
  var isIndented: Bool
  /// Whether furniture was taken out between this line and the one before.
  var followsFurniture = false
  /// Whether a ruling is drawn between this line and the one before.
  var followsRuling = false
  /// The width of the content in em.
  var width: Double

  /// The lines of a source that have content, in order.
  ///
  /// A line ends at LF, CR, CRLF, form feed, U+0085, U+2028 or U+2029.
  static func lines(of source: SourceText) -> [SourceLine] {
    let scalars = source.scalars
    var lines: [SourceLine] = []
    var number = 1
    var blank = 0
    var start = 0
    while start < scalars.count {
      var end = start
      while end < scalars.count, !isLineEnd(scalars[end]) { end += 1 }
      if let line = line(number, in: source, start..<end, blankBefore: blank) {
        lines.append(line)
        blank = 0
      } else {
        blank += 1
      }
      if end + 1 < scalars.count, scalars[end] == "\r", scalars[end + 1] == "\n" { end += 1 }
      start = end + 1
      number += 1
    }
    return lines
  }

  static func isLineEnd(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "\n", "\r", "\u{0B}", "\u{0C}", "\u{85}", "\u{2028}", "\u{2029}": true
    default: false
    }
  }

  private static func line(
    _ number: Int, in source: SourceText, _ range: Range<Int>, blankBefore: Int
  ) -> SourceLine? {
    let content = source.trimmed(range)
    guard !content.isEmpty else { return nil }
    let scalars = source.scalars
    let indent = scalars[range.lowerBound..<content.lowerBound].reduce(0) { $0 + emWidth($1) }
    return SourceLine(
      number: number, content: content, blankBefore: blankBefore, isIndented: indent >= 1,
      width: scalars[content].reduce(0) { $0 + emWidth($1) })
  }

  /// White space and what takes no room.
  static func isSpace(_ scalar: Unicode.Scalar) -> Bool {
    scalar.isSpace || scalar == "\u{FEFF}" || scalar == "\u{200B}"
  }

  /// The width of a scalar in em: 1 for East Asian characters, ½ for the rest.
  ///
  /// Curly quotes, dashes and the ellipsis take a full em in Chinese print.
  static func emWidth(_ scalar: Unicode.Scalar) -> Double {
    switch scalar.value {
    case 0..<0x20: scalar == "\t" ? 1 : 0
    case 0x20..<0x2010: 0.5
    case 0x2010...0x2027: 1
    case 0x2028..<0x2160: 0.5
    default: 1
    }
  }
}

extension SourceText {
  /// Where a line begins, with the white space before its content.
  func indentStart(of line: SourceLine) -> Int {
    var start = line.content.lowerBound
    while start > 0, SourceLine.isSpace(scalars[start - 1]),
      !SourceLine.isLineEnd(scalars[start - 1])
    {
      start -= 1
    }
    return start
  }

  /// A range without white space at its ends; empty where there is nothing else.
  func trimmed(_ range: Range<Int>) -> Range<Int> {
    var (start, end) = (range.lowerBound, range.upperBound)
    while start < end, SourceLine.isSpace(scalars[start]) { start += 1 }
    while end > start, SourceLine.isSpace(scalars[end - 1]) { end -= 1 }
    return start..<end
  }
}
