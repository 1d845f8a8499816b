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
  /// The same for scripts that take two letters where Han takes one.
  private static let longestLatinHeading = 120

  /// The heading that a line is.
  ///
  /// - Parameters:
  ///   - line: The line.
  ///   - previous: The line before it: in the middle of a sentence a line may open with a reference,
  ///     `Article 5 of this Regulation`.
  ///   - source: The source.
  /// - Returns: `nil` if the line is none.
  static func heading(
    _ line: SourceLine, after previous: SourceLine?, in source: SourceText
  ) -> RecognizedHeading? {
    let scalars = source.scalars[line.content]
    let isLatin = scalars.first?.isOfAlphabet ?? false
    guard scalars.count <= (isLatin ? longestLatinHeading : longestHeading),
      let mark = NumberMark(openingOf: scalars),
      isHeading(mark, scalars)
    else { return nil }
    if isLatin {
      let title = scalars.dropFirst(mark.length).first
      let isSentence = title?.properties.isLowercase ?? false
      let goesOn = previous.map { line.blankBefore == 0 && goesOnBehind($0, in: source) } ?? false
      if isSentence || goesOn { return nil }
    }
    let end = line.content.lowerBound + mark.length
    return RecognizedHeading(
      scheme: mark.scheme, number: mark.text, mark: line.content.lowerBound..<end)
  }

  /// Whether a sentence goes on behind a line: it ends in a small letter or a comma, and is itself no
  /// short title.
  private static func goesOnBehind(_ line: SourceLine, in source: SourceText) -> Bool {
    let scalars = source.scalars[line.content]
    guard let last = scalars.last, scalars.count > 50 else { return false }
    return last.properties.isLowercase || last == ","
  }

  private static func isHeading(_ mark: NumberMark, _ line: ArraySlice<Unicode.Scalar>) -> Bool {
    let markLength = mark.text.unicodeScalars.count
    let isSetOff = mark.length > markLength || mark.length == line.count || mark.hasSeparator
    switch mark.scheme {
    case .part, .chapter, .section:
      return isSetOff && !Closing.ends(line)
    case .chineseComma, .decimal:
      return mark.length < line.count && line.count <= 40 && isOneClause(line)
    case .chineseParenthesis:
      return mark.length < line.count && line.count <= 30 && isOneClause(line)
    case .article:
      // 第一条 opens a paragraph; “Article 1 Scope” is a heading.
      let opensParagraph = line.first == "第" || line.first == "제"
      return !opensParagraph && isSetOff && !Closing.ends(line)
    case .annex:
      // `附件：` announces a list; `附件1` alone opens the annex.
      let isWhole = mark.length == line.count && line.last != "：" && line.last != ":"
      // `附表1　重点工程` and `附录A` stand over what they name; of `附件1　清单` lists are made too.
      let isLatin = line.first?.isOfAlphabet ?? false
      let isTable = line.first == "附" && line.dropFirst().first != "件" && !mark.value.isEmpty
      return isWhole || isSetOff && (isLatin || isTable) && !Closing.ends(line)
    case .box:
      return isSetOff && mark.length < line.count && !endsSentence(line)
    case .arabicPoint, .arabicParenthesis, .circled, .letter:
      return false
    }
  }

  private static func isOneClause(_ line: ArraySlice<Unicode.Scalar>) -> Bool {
    !endsSentence(line) && !line.contains { "。；！？".unicodeScalars.contains($0) }
  }

  private static func endsSentence(_ line: ArraySlice<Unicode.Scalar>) -> Bool {
    guard let last = line.last else { return false }
    return Closing.ends(line) || last == "，" || last == "、" || last == ","
  }
}
