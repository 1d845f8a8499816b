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

/// Why a decision about a gap is doubtful; a person should look.
enum Doubt {
  case joinedOverBlank
  case joinedSentenceEnd
  case splitInsideSentence
  case splitByWidth
  case headingGoesOn
}

/// Decides for each gap between two lines whether a paragraph ends there.
///
/// The rules reconstruct the sample exactly, and were measured on pages with and without blank
/// lines: a paragraph ends only behind closing punctuation, and there only if a blank line, an
/// indent or a short line says so.
struct BlockBoundaries {
  let lines: [SourceLine]
  let isHeading: [Bool]
  let layout: TextLayout
  let source: SourceText

  /// The gap between a line of text and the next line of text.
  ///
  /// - Parameters:
  ///   - index: The line before the gap.
  ///   - start: The first line of the paragraph to which it belongs.
  ///   - isUnderHeading: Whether the paragraph follows a heading.
  /// - Returns: Whether the lines belong together, and what is doubtful about it.
  func gap(after index: Int, since start: Int, isUnderHeading: Bool) -> Gap {
    let closes = Closing.ends(source.scalars[lines[index].content])
    let next = lines[index + 1]
    guard layout.isWrapped else { return unwrappedGap(after: index, closes: closes) }
    if layout.indentsParagraphs, next.isIndented { return .split(.indent) }
    if opensArticle(next) { return .split(.articleMark) }
    if opensItem(next), closes || next.blankBefore > 0 { return .split(.itemMark) }
    let hasBlank = next.blankBefore > 0 && !next.followsFurniture
    if layout.indentsParagraphs, !(hasBlank && closes) { return .join(.noIndent) }
    let isFirstLine = isUnderHeading && index == start && lines[index].blankBefore == 0
    if hasBlank, closes { return blankBehindSentence(index, isUnderHeading: isFirstLine) }
    if hasBlank { return blankInsideSentence(index) }
    return closes ? sentenceEnd(index, since: start) : insideSentence(index, since: start)
  }

  /// Where each line is a paragraph only a page break can have cut one in two.
  private func unwrappedGap(after index: Int, closes: Bool) -> Gap {
    let last = source.scalars[lines[index].content].last
    let endsInComma = last.map { "，、,".unicodeScalars.contains($0) } ?? false
    let goesOn = lines[index + 1].followsFurniture && !closes && endsInComma
    return goesOn ? .join(.pageBreak, .joinedOverBlank) : .split(.lineIsParagraph)
  }

  private func opensArticle(_ line: SourceLine) -> Bool {
    let mark = NumberMark(openingOf: source.scalars[line.content].prefix(40))
    guard let mark, mark.scheme == .article else { return false }
    return mark.length > mark.text.unicodeScalars.count
  }

  /// Whether a line opens with the mark of an item, such as `（一）`.
  ///
  /// Behind the end of a sentence or clause an item begins there; inside a sentence
  /// (`第二十条第（一）项`) it doesn't.
  private func opensItem(_ line: SourceLine) -> Bool {
    switch NumberMark(openingOf: source.scalars[line.content].prefix(40))?.scheme {
    case .chineseComma, .chineseParenthesis, .arabicPoint, .arabicParenthesis, .circled, .letter:
      true
    default: false
    }
  }

  /// Whether a line that opens with a weak mark is a heading: where each line is a paragraph its form
  /// says so; in columns it must not be full, or go on in one more short line and end there.
  ///
  /// A line with little room may have been broken where the words in larger type or the next word
  /// wanted it: then a first line or a blank line must follow.
  func isHeadingLine(_ index: Int) -> Bool {
    guard layout.isWrapped, index + 1 < lines.count else { return true }
    let column = min(
      column(ahead: index + 1, unlessKnown: layout.columns[index]), narrowest(around: index))
    let room = room(in: index, of: column, isFirst: true)
    let isFollowedByStart =
      lines[index + 1].blankBefore > 0 || shortness(ofStart: index + 1) >= layout.doubt
    if room >= (isFollowedByStart ? layout.doubt : 4) || opensInnerItem(index + 1, under: index) {
      return true
    }
    let next = source.scalars[lines[index + 1].content]
    let isTitle = !Closing.ends(next) && !next.contains { "。！？；，".unicodeScalars.contains($0) }
    return isTitle && lines[index + 1].blankBefore == 0
      && shortness(ofStart: index + 1) >= layout.doubt + 2
  }

  /// Whether a line opens with a mark further in than that of the line above, such as `（一）` under
  /// `一、`, which doesn't break off in a reference such as `第二十条第`.
  private func opensInnerItem(_ index: Int, under above: Int) -> Bool {
    let line = source.scalars[lines[above].content]
    guard let last = line.last, last.isHan || last == "”", !"第条款及和或".unicodeScalars.contains(last),
      let outer = NumberMark(openingOf: line.prefix(40)),
      let inner = NumberMark(openingOf: source.scalars[lines[index].content].prefix(40))
    else { return false }
    return HeadingForm(outer).rank < HeadingForm(inner).rank
  }

  private func blankBehindSentence(_ index: Int, isUnderHeading: Bool) -> Gap {
    // The first line under a heading, cut off by a blank line as all of them are here: a lead
    // sentence that fills the line to its end cannot be told from a paragraph of one line.
    if layout.detachesFirstLines, isUnderHeading,
      room(in: index, of: column(ahead: index + 1), isFirst: true) < layout.doubt
    {
      return .join(.detachedFirstLine, .joinedSentenceEnd)
    }
    return .split(.blankLine)
  }

  private func blankInsideSentence(_ index: Int) -> Gap {
    // A line far too short for the column, without punctuation, stands alone: a title, a signature.
    let column = min(layout.columns[index], column(ahead: index + 1))
    let isAlone = lines[index].width <= column - 5 || lines[index].width < column * 0.6
    return isAlone
      ? .split(.standsAlone, .splitInsideSentence) : .join(.sentenceOverBlank, .joinedOverBlank)
  }

  private func sentenceEnd(_ index: Int, since start: Int) -> Gap {
    let column = column(behind: index, since: start)
    let end = room(in: index, of: column, isFirst: index == start)
    let first = shortness(ofStart: index + 1, unlessKnown: column)
    if layout.separatesByBlankLines {
      let isPlain = end >= column * 0.4 && first >= layout.doubt
      return isPlain ? .split(.shortLine, .splitByWidth) : .join(.noBlankLine)
    }
    if PaperParts.isSalutation(lines[start...index].lazy.map { source.scalars[$0.content] }) {
      return .split(.salutation)
    }
    let closing = Closing.isWeak(source.scalars[lines[index].content]) ? 1.5 : 0
    if end >= layout.doubt + closing || first >= layout.doubt + closing {
      let isPlain = end >= 2.5 || first >= layout.doubt && end >= -0.5
      return .split(.shortLine, isPlain ? nil : .splitByWidth)
    }
    if min(end, first) > 0, end + first >= layout.doubt + 1 + closing {
      return .split(.shortLine, .splitByWidth)
    }
    return .join(.fullLine, end + first >= 1.5 ? .joinedSentenceEnd : nil)
  }

  /// How much shorter a line is than the lines after it, in em.
  ///
  /// A first line lost its indent and keeps its width. A line that ends a paragraph itself says
  /// nothing.
  func shortness(ofStart index: Int, unlessKnown column: Double? = nil) -> Double {
    let isLast = index + 1 >= lines.count || isHeading[index + 1]
    let closes = Closing.ends(source.scalars[lines[index].content])
    if isLast || closes { return 0 }
    return room(
      in: index, of: self.column(ahead: index + 1, unlessKnown: column), isFirst: false)
  }

  /// The room left in a line beyond what the next line's first word needs: below one em in a line
  /// that was broken because it was full.
  private func room(in index: Int, of column: Double, isFirst: Bool) -> Double {
    // A first line has room for two em less, whether its indent was kept or lost.
    let indent: Double = isFirst ? 2 : 0
    return column - lines[index].width - indent
      - TextLayout.firstWordExcess(lines[index + 1], in: source)
  }

  /// A line without closing punctuation stands alone, such as a title or a line of a law's history, if
  /// it leaves far more room than the next word needs; where all lines are set to one width less room
  /// is enough, if the next line is a first line too.
  private func insideSentence(_ index: Int, since start: Int) -> Gap {
    // Where the column changes the measures differ; the narrowest shows the least room.
    var column = min(
      layout.columns[index], narrowest(around: index), column(behind: index, since: start),
      column(ahead: index + 1, unlessKnown: layout.columns[index]))
    // A line is not short beside those before it in its own paragraph that were broken.
    if let own = lines[max(start, index - 8)..<index].map(\.width).max() {
      column = min(column, own)
    }
    let room = room(in: index, of: column, isFirst: index == start)
    let isFirstNext = shortness(ofStart: index + 1, unlessKnown: column) >= layout.doubt
    let bar: Double = index == start ? 4 : 2
    let isAlone =
      room >= min(6, column * 0.4) || layout.doubt == 1 && room >= bar && isFirstNext
    return isAlone ? .split(.standsAlone, .splitInsideSentence) : .join(.sentenceGoesOn)
  }
}

extension BlockBoundaries {
  /// The width of the column in which a paragraph stands, from its own lines up to one; a paragraph
  /// of few lines is measured by those around it.
  private func column(behind index: Int, since start: Int) -> Double {
    let own = (max(start + 1, index - 7)..<max(start + 1, index)).map { lines[$0].width }
    return own.count >= 2 ? Self.usual(own) : column(ahead: index + 2)
  }

  /// The width of the column from some line on: columns change within a page.
  ///
  /// - Parameters:
  ///   - index: The first line that is measured.
  ///   - column: The width to assume where too few lines follow to tell.
  /// - Returns: The width in em.
  func column(ahead index: Int, unlessKnown column: Double? = nil) -> Double {
    var widths: [Double] = []
    var next = index
    while next < lines.count, widths.count < 7, !isHeading[next] {
      if Closing.ends(source.scalars[lines[next].content]) { break }
      widths.append(lines[next].width)
      next += 1
    }
    if widths.count >= 2 { return Self.usual(widths) }
    return column ?? layout.columns[min(index, lines.count - 1)]
  }

  /// The narrower of the columns before and behind a line, by the widest of some lines on each side.
  ///
  /// Where the column changes, the lines on the other side say nothing of this one.
  private func narrowest(around index: Int) -> Double {
    let before = lines[max(0, index - 6)..<index]
    let behind = lines[(index + 1)..<min(lines.count, index + 7)]
    return [before, behind].filter { $0.count >= 3 }.compactMap { $0.map(\.width).max() }.min()
      ?? .infinity
  }

  private static func usual(_ widths: [Double]) -> Double {
    let sorted = widths.sorted()
    return sorted[sorted.count / 2]
  }
}
