internal import PlanModel

/// What a gap between two lines is: whether they belong to one block, and by which rule.
struct Gap {
  var isJoined: Bool
  var rule: LineDecision.Rule
  var doubt: Doubt?

  /// The lines belong to one block.
  static func join(_ rule: LineDecision.Rule, _ doubt: Doubt? = nil) -> Gap {
    Gap(isJoined: true, rule: rule, doubt: doubt)
  }

  /// A block ends.
  static func split(_ rule: LineDecision.Rule, _ doubt: Doubt? = nil) -> Gap {
    Gap(isJoined: false, rule: rule, doubt: doubt)
  }
}

/// Decides for each gap between two lines whether a paragraph ends there.
///
/// The rules reconstruct the sample exactly, and were measured on pages with and without blank
/// lines: a paragraph ends only behind closing punctuation, and there only if a blank line, an
/// indent or the lines' widths say so.
struct BlockBoundaries {
  private let text: ObservedLines
  private let layout: TextLayout
  private let measure: ColumnMeasure
  private let odds: WidthOdds

  init(_ text: ObservedLines, isHeading: [Bool], layout: TextLayout) {
    self.text = text
    self.layout = layout
    measure = ColumnMeasure(text: text, isHeading: isHeading, layout: layout)
    odds = WidthOdds(layout)
  }

  /// The gap between a line of text and the next line of text.
  ///
  /// - Parameters:
  ///   - index: The line before the gap.
  ///   - start: The first line of the paragraph to which it belongs.
  ///   - isUnderHeading: Whether the paragraph follows a heading.
  /// - Returns: Whether the lines belong together, and what is doubtful about it.
  func gap(after index: Int, since start: Int, isUnderHeading: Bool) -> Gap {
    let closes = text.closes[index]
    let next = text.lines[index + 1]
    if next.followsRuling { return .split(.ruling) }
    if ContentsTable.hasLeader(text.content(index)) { return .split(.contentsEntry) }
    guard layout.isWrapped else { return unwrappedGap(after: index, closes: closes) }
    if layout.indentsParagraphs, next.isIndented { return .split(.indent) }
    if text.opensArticle[index + 1] { return .split(.articleMark) }
    if closes || next.blankBefore > 0, text.opensItem(index + 1) { return .split(.itemMark) }
    let hasBlank = next.blankBefore > 0 && !next.followsFurniture
    if layout.indentsParagraphs, !(hasBlank && closes) { return .join(.noIndent) }
    let isFirstLine = isUnderHeading && index == start && text.lines[index].blankBefore == 0
    if hasBlank, closes { return blankBehindSentence(index, isUnderHeading: isFirstLine) }
    if hasBlank { return blankInsideSentence(index) }
    return closes ? sentenceEnd(index, since: start) : insideSentence(index, since: start)
  }

  /// Where each line is a paragraph a page break can have cut one in two; and in a short text with few
  /// broken lines a long one without an end goes on with a small letter.
  private func unwrappedGap(after index: Int, closes: Bool) -> Gap {
    let opening = text.content(index + 1).first
    if !closes, text.lines[index + 1].blankBefore == 0, text.lines[index].width >= 20,
      opening?.properties.isLowercase ?? false
    {
      return .join(.sentenceGoesOn)
    }
    let last = text.content(index).last
    let endsInComma = last.map { "，、,".unicodeScalars.contains($0) } ?? false
    let goesOn = text.lines[index + 1].followsFurniture && !closes && endsInComma
    return goesOn ? .join(.pageBreak, .joinedOverBlank) : .split(.lineIsParagraph)
  }

  private func blankBehindSentence(_ index: Int, isUnderHeading: Bool) -> Gap {
    // The first line under a heading, cut off by a blank line as all of them are here: a lead
    // sentence that fills the line to its end cannot be told from a paragraph of one line.
    if layout.detachesFirstLines, isUnderHeading,
      measure.room(in: index, of: measure.column(ahead: index + 1), isFirst: true) < layout.doubt
    {
      return .join(.detachedFirstLine, .joinedSentenceEnd)
    }
    return .split(.blankLine)
  }

  private func blankInsideSentence(_ index: Int) -> Gap {
    // A line far too short for the column, without punctuation, stands alone: a title, a signature.
    let column = min(layout.columns[index], measure.column(ahead: index + 1))
    let width = text.lines[index].width
    let isAlone = width <= column - 5 || width < column * 0.6
    return isAlone
      ? .split(.standsAlone, .splitInsideSentence) : .join(.sentenceOverBlank, .joinedOverBlank)
  }

  private func sentenceEnd(_ index: Int, since start: Int) -> Gap {
    let column = measure.column(behind: index, since: start)
    let end = measure.room(in: index, of: column, isFirst: index == start)
    let first = measure.shortness(ofStart: index + 1, unlessKnown: column)
    if layout.separatesByBlankLines {
      let isPlain = end >= column * 0.4 && first.map { $0 >= layout.doubt } ?? false
      return isPlain ? .split(.shortLine, .splitByWidth) : .join(.noBlankLine)
    }
    if PaperParts.isSalutation((start...index).lazy.map { text.content($0) }) {
      return .split(.salutation)
    }
    var total = odds.prior(isWeak: Closing.isWeak(text.content(index)))
    total += odds.end(
      WidthOdds.Room(width: end + text.excess[index + 1], excess: text.excess[index + 1]),
      column: column)
    if let first {
      let excess = text.excess[index + 2]
      total += odds.start(WidthOdds.Room(width: first + excess, excess: excess))
    } else {
      total += odds.only(room: column - text.lines[index + 1].width)
    }
    if total > 0 { return .split(.shortLine, total < 2 ? .splitByWidth : nil) }
    return .join(.fullLine, total > -1.5 ? .joinedSentenceEnd : nil)
  }

  /// A line without closing punctuation stands alone, such as a title or a line of a law's history, if
  /// it leaves far more room than the next word needs; where all lines are set to one width less room
  /// is enough, if the next line is a first line too.
  private func insideSentence(_ index: Int, since start: Int) -> Gap {
    let indent: Double = index == start ? 2 : 0
    let most = layout.columns[index] - text.lines[index].width - indent
    // Hardly a line leaves so much room by any measure, and none that is looked at is wider.
    if most < 2, most * 3 < (layout.columns[index] - most) * 2 { return .join(.sentenceGoesOn) }
    // Where the column changes the measures differ; the narrowest shows the least room.
    var column = min(
      measure.column(before: start),
      layout.columns[index], measure.narrowest(around: index),
      measure.column(behind: index, since: start),
      measure.column(ahead: index + 1, unlessKnown: layout.columns[index]))
    // A line is not short beside those before it in its own paragraph that were broken.
    if let own = text.lines[max(start, index - 8)..<index].lazy.map(\.width).max() {
      column = min(column, own)
    }
    let room = measure.room(in: index, of: column, isFirst: index == start)
    let first = measure.shortness(ofStart: index + 1, unlessKnown: column)
    let isFirstNext = first.map { $0 >= layout.doubt } ?? false
    let bar: Double = index == start ? 4 : 2
    let isAlone =
      room >= min(6, column * 0.4) || layout.doubt == 1 && room >= bar && isFirstNext
    return isAlone ? .split(.standsAlone, .splitInsideSentence) : .join(.sentenceGoesOn)
  }
}
