internal import PlanModel

/// How a source sets its paragraphs: over how many lines, how wide, and what parts them.
///
/// Nothing is assumed of the column's width: it is measured around each line, since justified print
/// squeezes punctuation (±1.5 em) and columns change inside one page (18 to 24 em in the sample).
struct TextLayout {
  /// Whether paragraphs run over several lines of one width, as in newspaper columns and e-mails.
  let isWrapped: Bool
  /// Whether a paragraph's last line, where it is plain to see, always has a blank line behind it;
  /// then a gap without one is no end.
  let separatesByBlankLines: Bool
  /// Whether paragraphs begin with an indent.
  let indentsParagraphs: Bool
  /// Whether the first lines of paragraphs are indented, on lines of their own or in a column.
  let hasIndents: Bool
  /// Whether the first line after a heading stands with the heading, with a blank line behind it
  /// that ends nothing.
  let detachesFirstLines: Bool
  /// Whether blank lines stand inside sentences more than once in a while.
  let breaksSentencesByBlankLines: Bool
  /// The width of the column around each line, in em.
  let columns: [Double]
  /// The width of the widest columns, in em: nine in ten are no wider.
  let widest: Double
  /// From how much room on, in em, a line is no full one: one em where all lines are set to the
  /// same width, more where justified print squeezes and stretches them.
  let doubt: Double

  /// How far lines that are full differ in width, in em.
  let deviation: Double
  /// By how many em first lines are shorter than others, since their indent was lost.
  let indent: Double
  /// Which share of the lines that end a sentence end a paragraph too: those that are plainly short do,
  /// and most others don't.
  let shareOfEnds: Double

  init(of text: ObservedLines, isHeading: [Bool]) {
    let lines = text.lines
    let closes = text.closes
    let inner = lines.indices.filter { !closes[$0] && !isHeading[$0] }
    let measured = Self.columns(of: lines, inner: inner)
    columns = measured
    let unevenness = Unevenness(of: text, inner: inner, isHeading: isHeading)
    doubt = unevenness.isPlain ? 1.5 : 1
    deviation = unevenness.deviation
    shareOfEnds = Self.shareOfEnds(of: text, isHeading: isHeading, columns: measured)
    breaksSentencesByBlankLines = Self.breaksSentencesByBlankLines(
      text, isHeading: isHeading, columns: measured)
    indent = Self.indent(of: text, isHeading: isHeading, columns: measured)
    widest = measured.sorted().dropLast(measured.count / 10).last ?? 0
    isWrapped = Self.isWrapped(lines, inner: inner, isHeading: isHeading, columns: measured)
    indentsParagraphs = Self.indentsParagraphs(
      lines, isHeading: isHeading, closes: closes, isWrapped: isWrapped)

    hasIndents =
      indentsParagraphs
      || !isWrapped && lines.count { $0.isIndented } * 5 >= isHeading.count { !$0 } * 2
    separatesByBlankLines = Self.separatesByBlankLines(
      lines, isHeading: isHeading, closes: closes, columns: measured)
    detachesFirstLines = Self.detachesFirstLines(
      lines, isHeading: isHeading, closes: closes, columns: measured)
  }

  /// Looks at the lines that are plainly the last of a paragraph, being short: nine in ten have a
  /// blank line behind them.
  private static func separatesByBlankLines(
    _ lines: [SourceLine], isHeading: [Bool], closes: [Bool], columns: [Double]
  ) -> Bool {
    let ends = lines.indices.dropLast().filter { index in
      closes[index] && lines[index].width <= columns[index] - 3 && !isHeading[index]
        && !isHeading[index + 1] && !lines[index + 1].followsFurniture
    }
    let withBlank = ends.count { lines[$0 + 1].blankBefore > 0 }
    return ends.count >= 2 && withBlank * 10 >= ends.count * 9
  }

  /// Looks at the first lines under headings that end in the middle of a sentence: six in ten of
  /// all first lines have a blank line behind them.
  private static func detachesFirstLines(
    _ lines: [SourceLine], isHeading: [Bool], closes: [Bool], columns: [Double]
  ) -> Bool {
    var firstLines = 0
    var detached = 0
    for heading in lines.indices.dropLast(2) where isHeading[heading] {
      var index = heading + 1
      // The rest of a heading of two lines.
      while index + 2 < lines.count, !closes[index], lines[index].width < columns[index] * 0.6,
        lines[index].blankBefore == 0, lines[index + 1].blankBefore == 0
      {
        index += 1
      }
      guard lines[index].blankBefore == 0, !isHeading[index], !isHeading[index + 1],
        !closes[index]
      else { continue }
      firstLines += 1
      if lines[index + 1].blankBefore > 0 { detached += 1 }
    }
    return detached >= 2 && detached * 10 >= firstLines * 6
  }

  /// The width around each line: the median of the nearest lines in the middle of a paragraph, which
  /// follow another that ends none; where hardly any are near, of all lines that end no paragraph one
  /// of the wider ones.
  ///
  /// First lines are two em shorter where the indent was lost.
  private static func columns(of lines: [SourceLine], inner: [Int]) -> [Double] {
    let reach = 9
    let middle = inner.indices.dropFirst().filter { inner[$0 - 1] == inner[$0] - 1 }
      .map { inner[$0] }
    var result: [Double] = []
    result.reserveCapacity(lines.count)
    var next = 0
    var nextMiddle = 0
    for index in lines.indices {
      while next < inner.count, inner[next] < index { next += 1 }
      while nextMiddle < middle.count, middle[nextMiddle] < index { nextMiddle += 1 }
      let near = middle[max(0, nextMiddle - 6)..<min(middle.count, nextMiddle + 6)]
        .filter { abs($0 - index) <= 2 * reach }
      let isTold = near.count >= 3
      let window = isTold ? near[...] : inner[max(0, next - reach)..<min(inner.count, next + reach)]
      let widths = window.map { lines[$0].width }.sorted()
      result.append(
        widths.isEmpty ? lines[index].width : widths[(widths.count - 1) * (isTold ? 50 : 70) / 100])
    }
    return result
  }

  /// Looks at the blank lines: one in twenty stands behind a full line that ends no sentence.
  private static func breaksSentencesByBlankLines(
    _ text: ObservedLines, isHeading: [Bool], columns: [Double]
  ) -> Bool {
    var blank = 0
    var broken = 0
    for index in text.lines.indices.dropLast() where text.lines[index + 1].blankBefore > 0 {
      blank += 1
      let isFull = text.lines[index].width >= columns[index] - 5
      if isFull, !text.closes[index], !isHeading[index] { broken += 1 }
    }
    return broken * 20 > blank
  }

  private static func shareOfEnds(
    of text: ObservedLines, isHeading: [Bool], columns: [Double]
  ) -> Double {
    var short = 0
    var all = 0
    for index in text.lines.indices.dropLast() {
      guard text.closes[index], !isHeading[index], !isHeading[index + 1],
        !text.opensArticle[index + 1], !text.opensItem(index + 1)
      else { continue }
      all += 1
      if columns[index] - text.lines[index].width >= 3 { short += 1 }
    }
    // Two of each are assumed, so that a short text says little.
    return Double(short + 2) / Double(all + 4)
  }

  /// The indent that first lines lost: two em in Chinese print, none where first lines under headings
  /// and behind plainly short ones are as wide as others.
  private static func indent(
    of text: ObservedLines, isHeading: [Bool], columns: [Double]
  ) -> Double {
    var short = 0
    var full = 0
    for index in text.lines.indices.dropFirst().dropLast(2) {
      let isStart =
        isHeading[index - 1]
        || text.closes[index - 1] && text.lines[index - 1].width <= columns[index - 1] * 0.6
      guard isStart, !isHeading[index], !text.closes[index], !text.closes[index + 1],
        !isHeading[index + 1]
      else { continue }
      let room = text.lines[index + 1].width - text.lines[index].width - text.excess[index + 1]
      if room >= 1 { short += 1 } else { full += 1 }
    }
    return full > 3 && short * 2 < full ? 0 : 2
  }

  /// Lines are wrapped if at least a quarter of them end in the middle of a sentence, most of those
  /// are about as wide as the column, and hardly any line is wider.
  private static func isWrapped(
    _ lines: [SourceLine], inner: [Int], isHeading: [Bool], columns: [Double]
  ) -> Bool {
    let body = isHeading.count { !$0 }
    guard inner.count >= 2, inner.count * 4 >= body else { return false }
    // Where the column changes a line is as wide as those beside it.
    func isAsWide(_ index: Int, as width: Double) -> Bool {
      abs(lines[index].width - width) <= max(2.5, width * 0.15)
    }
    func hasEqual(_ index: Int) -> Bool {
      index > 0 && isAsWide(index, as: lines[index - 1].width)
        || index + 1 < lines.count && isAsWide(index, as: lines[index + 1].width)
    }
    let full = inner.count { isAsWide($0, as: columns[$0]) || hasEqual($0) }
    // Hardly a line is wider than a column; a paragraph on one line is wider than headings are.
    let wide = lines.indices.count { index in
      !isHeading[index] && lines[index].width > columns[index]
        && !isAsWide(index, as: columns[index]) && !hasEqual(index)
    }
    return full * 2 >= inner.count && wide * 10 <= body
  }

  /// An indent means something where some lines have one and others don't; where each line is a
  /// paragraph it decides nothing.
  private static func indentsParagraphs(
    _ lines: [SourceLine], isHeading: [Bool], closes: [Bool], isWrapped: Bool
  ) -> Bool {
    guard isWrapped else { return false }
    let body = lines.indices.filter { !isHeading[$0] }
    let indented = body.filter { lines[$0].isIndented }
    // Items whose second lines hang under their words indent what goes on, and not what begins.
    let hanging = indented.count {
      $0 > 0 && lines[$0].blankBefore == 0 && !isHeading[$0 - 1] && !closes[$0 - 1]
    }
    return indented.count > 0 && indented.count * 10 <= body.count * 7
      && hanging * 2 < indented.count
  }
}
