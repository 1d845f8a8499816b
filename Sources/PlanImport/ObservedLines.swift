internal import PlanModel

/// The lines of a text, with what is asked of each more than once.
struct ObservedLines {
  let lines: [SourceLine]
  let source: SourceText
  /// Whether the end of each line can be the end of a paragraph.
  let closes: [Bool]
  /// By how many em the first word of each line is wider than one Han character: a word of letters
  /// and the punctuation that clings to a character go to the next line whole, and leave a gap.
  let excess: [Double]
  /// The family of the mark that opens each line.
  let schemes: [NumberMark.Scheme?]
  /// Whether each line opens an article: `第一条`, with a space behind it.
  let opensArticle: [Bool]

  init(_ lines: [SourceLine], in source: SourceText) {
    self.lines = lines
    self.source = source
    let scalars = source.scalars
    closes = lines.map { Closing.ends(scalars[$0.content]) }
    excess = lines.map { Self.firstWordExcess(scalars[$0.content]) }
    let marks = lines.map { line -> (scheme: NumberMark.Scheme, isArticle: Bool)? in
      guard let mark = NumberMark(openingOf: scalars[line.content].prefix(40)) else { return nil }
      let next = scalars[line.content].dropFirst(mark.length).first
      // `제1조(목적)` has no space behind it.
      let isSetOff = mark.length > mark.text.unicodeScalars.count || next == "("
      return (mark.scheme, mark.scheme == .article && isSetOff)
    }
    schemes = marks.map { $0?.scheme }
    opensArticle = marks.map { $0?.isArticle ?? false }
  }

  /// The scalars of a line.
  func content(_ index: Int) -> ArraySlice<Unicode.Scalar> { source.scalars[lines[index].content] }

  /// Whether a line opens with the mark of an item, such as `（一）`.
  ///
  /// Behind the end of a sentence or clause an item begins there; inside a sentence
  /// (`第二十条第（一）项`) it doesn't.
  func opensItem(_ index: Int) -> Bool {
    switch schemes[index] {
    case .chineseComma, .chineseParenthesis, .arabicPoint, .arabicParenthesis, .circled, .letter:
      true
    default: false
    }
  }

  private static func firstWordExcess(_ line: ArraySlice<Unicode.Scalar>) -> Double {
    let line = line.prefix(24)
    var rest = line.drop { "（“《‘「『(".unicodeScalars.contains($0) }
    guard let first = rest.popFirst() else { return 0 }
    if first.isASCII { rest = rest.drop { $0.isASCII && !SourceLine.isSpace($0) } }
    rest = rest.drop { "，。、；：！？）”》’」』".unicodeScalars.contains($0) }
    let word = line[line.startIndex..<rest.startIndex]
    return max(0, word.reduce(0) { $0 + SourceLine.emWidth($1) } - 1)
  }
}
