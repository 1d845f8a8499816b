internal import PlanModel

/// A heading found among the lines: its mark and the lines it takes.
struct RecognizedHeading {
  var scheme: NumberMark.Scheme
  /// The mark as printed.
  var number: String
  /// The scalars of the mark and of the space behind it.
  var mark: Range<Int>

  /// Whether the mark stands before paragraphs as often as before headings: `一、`, `（一）`, `1.2`.
  ///
  /// In columns a line that opens with such a mark and is full is the first of a paragraph.
  var isWeak: Bool {
    switch scheme {
    case .chineseComma, .chineseParenthesis, .decimal: true
    default: false
    }
  }
}

/// Finds the lines that are headings by their number marks.
///
/// A heading needs no blank line on either side. `第十九届` at a line's start is none: the unit must
/// be 编, 篇, 章 or 节, with a space or the line's end behind it.
enum HeadingRecognition {
  /// Longer lines are paragraphs that open with a mark.
  private static let longestHeading = 60

  static func heading(_ line: SourceLine, in source: SourceText) -> RecognizedHeading? {
    let scalars = source.scalars[line.content]
    guard scalars.count <= longestHeading, let mark = NumberMark(openingOf: scalars),
      isHeading(mark, scalars)
    else { return nil }
    let end = line.content.lowerBound + mark.length
    return RecognizedHeading(
      scheme: mark.scheme, number: mark.text, mark: line.content.lowerBound..<end)
  }

  private static func isHeading(_ mark: NumberMark, _ line: ArraySlice<Unicode.Scalar>) -> Bool {
    let markLength = mark.text.unicodeScalars.count
    let isSetOff = mark.length > markLength || mark.length == line.count
    switch mark.scheme {
    case .part, .chapter, .section:
      return isSetOff && !Closing.ends(line)
    case .chineseComma, .decimal:
      return mark.length < line.count && line.count <= 40 && !endsSentence(line)
    case .chineseParenthesis:
      return mark.length < line.count && line.count <= 30 && !endsSentence(line)
    case .article:
      // 第一条 opens a paragraph; “Article 1 Scope” is a heading.
      return line.first?.isASCII == true && isSetOff && !Closing.ends(line)
    case .arabicPoint, .arabicParenthesis, .circled, .letter, .box, .annex:
      return false
    }
  }

  private static func endsSentence(_ line: ArraySlice<Unicode.Scalar>) -> Bool {
    guard let last = line.last else { return false }
    return Closing.ends(line) || last == "，" || last == "、" || last == ","
  }

  /// The level of each scheme: schemes in the order of rank, those that occur counted from 1.
  static func levels(of schemes: Set<NumberMark.Scheme>) -> [NumberMark.Scheme: Int] {
    var levels: [NumberMark.Scheme: Int] = [:]
    for scheme in rank where schemes.contains(scheme) { levels[scheme] = min(6, levels.count + 1) }
    return levels
  }

  private static let rank: [NumberMark.Scheme] = [
    .part, .chapter, .section, .article, .chineseComma, .decimal, .chineseParenthesis,
  ]
}
