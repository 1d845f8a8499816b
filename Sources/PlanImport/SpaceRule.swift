/// The one rule by which white space inside a text is kept or removed.
///
/// White space stands, as one space, between two words of a script that separates its words by
/// spaces. Beside a Han or kana character or full-width punctuation typesetting left it, and it is
/// removed (`5G 网络` → `5G网络`); so it is after an opening and before a closing bracket of such a
/// text, and where it tears a decimal point from its digits (`PM2 . 5` → `PM2.5`). The end of a line
/// counts as white space.
///
/// Removing, and not keeping, is the rule because sources aren't consistent: in the sample
/// `IPv6规模部署` has no space, and where a Latin word ends a line there is none to see.
struct SpaceRule {
  /// Whether the text is mostly Han; then curly quotes, dashes and the ellipsis are full-width.
  let isEastAsian: Bool

  /// Reads from the whole text which sort it is: a third of its letters are Han or kana.
  init(for scalars: some Sequence<Unicode.Scalar>) {
    var wide = 0
    var letters = 0
    for scalar in scalars {
      if Self.isWide(scalar) {
        wide += 1
        letters += 1
      } else if Self.isLetter(scalar) {
        letters += 1
      }
    }
    isEastAsian = wide * 3 >= letters && wide > 0
  }

  /// Whether a scalar is alphabetic; the commonest are told without looking them up.
  private static func isLetter(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x41...0x5A, 0x61...0x7A: true
    case 0..<0x80, 0x2010...0x2027: false
    default: scalar.properties.isAlphabetic
    }
  }

  /// What stands for a run of white space: one space or nothing.
  ///
  /// - Parameters:
  ///   - run: The white space.
  ///   - scalars: The text around it, in which the run lies.
  /// - Returns: What is to stand there.
  func replacement(for run: Range<Int>, in scalars: ArraySlice<Unicode.Scalar>) -> String {
    guard run.lowerBound > scalars.startIndex, run.upperBound < scalars.endIndex else { return "" }
    let left = scalars[run.lowerBound - 1]
    let right = scalars[run.upperBound]
    if joins(left) || joins(right) { return "" }
    if tearsDecimalPoint(run, in: scalars) { return "" }
    // A hyphen at the end of a line belongs to the word that goes on in the next.
    return breaksWord(run, in: scalars) ? "" : " "
  }

  /// Whether a run of white space is a line's end behind a hyphen, with a small letter beyond.
  func breaksWord(_ run: Range<Int>, in scalars: ArraySlice<Unicode.Scalar>) -> Bool {
    guard run.lowerBound > scalars.startIndex, run.upperBound < scalars.endIndex else {
      return false
    }
    switch scalars[run.lowerBound - 1] {
    case "-", "\u{AD}", "\u{2010}", "\u{2011}", "\u{2212}":
      return scalars[run.upperBound].properties.isLowercase
        && scalars[run].contains(where: SourceLine.isLineEnd)
    default: return false
    }
  }

  /// What stands between a mark and its text: the space as it is, but no tab and no end of a line.
  static func separator(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
    scalar == "\t" || SourceLine.isLineEnd(scalar) ? " " : scalar
  }

  /// Two parts of one text, with a space between where words need one.
  func joined(_ left: String, _ right: String) -> String {
    let scalars = Array((left + " " + right).unicodeScalars)
    let space = left.unicodeScalars.count
    return left + replacement(for: space..<space + 1, in: scalars[...]) + right
  }

  private func joins(_ scalar: Unicode.Scalar) -> Bool {
    if Self.isWide(scalar) { return true }
    guard isEastAsian else { return false }
    switch scalar {
    case "“", "”", "‘", "’", "—", "–", "…", "·", "／", "(", ")", "[", "]": return true
    default: return false
    }
  }

  /// `2 . 5`: the point has white space on both sides and digits beyond.
  private func tearsDecimalPoint(
    _ run: Range<Int>, in scalars: ArraySlice<Unicode.Scalar>
  ) -> Bool {
    let left = scalars[run.lowerBound - 1]
    let right = scalars[run.upperBound]
    if isDigit(left), right == "." {
      var next = run.upperBound + 1
      guard next < scalars.endIndex, SourceLine.isSpace(scalars[next]) else { return false }
      while next < scalars.endIndex, SourceLine.isSpace(scalars[next]) { next += 1 }
      return next < scalars.endIndex && isDigit(scalars[next])
    }
    if left == ".", isDigit(right) {
      var previous = run.lowerBound - 2
      guard previous > scalars.startIndex, SourceLine.isSpace(scalars[previous]) else {
        return false
      }
      while previous > scalars.startIndex, SourceLine.isSpace(scalars[previous]) { previous -= 1 }
      return isDigit(scalars[previous])
    }
    return false
  }

  private func isDigit(_ scalar: Unicode.Scalar) -> Bool { ("0"..."9").contains(scalar) }

  /// Whether a scalar is Han, kana, or punctuation of their width.
  ///
  /// Hangul is none: it separates its words by spaces.
  static func isWide(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x2E80...0x30FF, 0x3190...0x31FF, 0x3400...0x9FFF, 0xF900...0xFAFF, 0xFE30...0xFE4F,
      0xFF00...0xFF9F, 0xFFE0...0xFFEF, 0x20000...0x3FFFF:
      true
    default: false
    }
  }

  /// The words of a line of furniture: letter-spacing is closed, a space between two Han characters
  /// otherwise separates two fields and stays.
  func furnitureText(_ line: ArraySlice<Unicode.Scalar>) -> String {
    let isLetterSpaced = MastheadLine.isLetterSpaced(line)
    var text = String.UnicodeScalarView()
    var index = line.startIndex
    while index < line.endIndex {
      guard SourceLine.isSpace(line[index]) else {
        text.append(line[index])
        index += 1
        continue
      }
      let start = index
      while index < line.endIndex, SourceLine.isSpace(line[index]) { index += 1 }
      guard start > line.startIndex, index < line.endIndex, !isLetterSpaced else { continue }
      let separatesFields = line[start - 1].isHan && line[index].isHan
      if separatesFields || replacement(for: start..<index, in: line) == " " { text.append(" ") }
    }
    return String(text)
  }
}
