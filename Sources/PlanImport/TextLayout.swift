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
  /// Whether the first line after a heading stands with the heading, with a blank line behind it
  /// that ends nothing.
  let detachesFirstLines: Bool
  /// The width of the column around each line, in em.
  let columns: [Double]
  /// The width of the widest columns, in em: nine in ten are no wider.
  let widest: Double
  /// From how much room on, in em, a line is no full one: one em where all lines are set to the
  /// same width, more where justified print squeezes and stretches them.
  let doubt: Double

  init(of lines: [SourceLine], isHeading: [Bool], in source: SourceText) {
    let closes = lines.map { Closing.ends(source.scalars[$0.content]) }
    let inner = lines.indices.filter { !closes[$0] && !isHeading[$0] }
    let measured = Self.columns(of: lines, inner: inner)
    columns = measured
    doubt = Self.isUneven(lines, inner: inner, isHeading: isHeading, in: source) ? 1.5 : 1
    widest = measured.sorted().dropLast(measured.count / 10).last ?? 0
    isWrapped = Self.isWrapped(lines, inner: inner, isHeading: isHeading, columns: measured)
    indentsParagraphs = Self.indentsParagraphs(lines, isHeading: isHeading, isWrapped: isWrapped)

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

  /// The width around each line: the 65th percentile of the nearest lines that end no paragraph.
  ///
  /// The percentile leaves out the first lines, which are two em shorter where the indent was lost.
  private static func columns(of lines: [SourceLine], inner: [Int]) -> [Double] {
    let reach = 9
    var result: [Double] = []
    result.reserveCapacity(lines.count)
    var next = 0
    for index in lines.indices {
      while next < inner.count, inner[next] < index { next += 1 }
      let window = inner[max(0, next - reach)..<min(inner.count, next + reach)]
      let widths = window.map { lines[$0].width }.sorted()
      result.append(
        widths.isEmpty ? lines[index].width : widths[(widths.count - 1) * 65 / 100])
    }
    return result
  }

  /// Whether lines are squeezed and stretched: where they are all set to one width, hardly any line
  /// inside a paragraph is wider than the width that is commonest around it, or leaves room for the
  /// first word of the next.
  private static func isUneven(
    _ lines: [SourceLine], inner: [Int], isHeading: [Bool], in source: SourceText
  ) -> Bool {
    let reach = 9
    var uneven = 0
    var total = 0
    for position in inner.indices.dropFirst().dropLast() {
      let index = inner[position]
      // A first line follows no inner line; it is shorter by its indent.
      guard inner[position - 1] == index - 1, !isHeading[index + 1] else { continue }
      let window = inner[max(0, position - reach)..<min(inner.count, position + reach)]
      let room = commonest(window.map { lines[$0].width }) - lines[index].width
      total += 1
      if room < 0 || room - firstWordExcess(lines[index + 1], in: source) >= 1 { uneven += 1 }
    }
    return uneven * 8 > total
  }

  /// By how many em the first word of a line is wider than one Han character: a word of letters and
  /// the punctuation that clings to a character go to the next line whole, and leave a gap.
  static func firstWordExcess(_ line: SourceLine, in source: SourceText) -> Double {
    let line = source.scalars[line.content].prefix(24)
    var rest = line.drop { "（“《‘「『(".unicodeScalars.contains($0) }
    guard let first = rest.popFirst() else { return 0 }
    if first.isASCII { rest = rest.drop { $0.isASCII && !SourceLine.isSpace($0) } }
    rest = rest.drop { "，。、；：！？）”》’」』".unicodeScalars.contains($0) }
    let word = line[line.startIndex..<rest.startIndex]
    return max(0, word.reduce(0) { $0 + SourceLine.emWidth($1) } - 1)
  }

  /// The commonest of some widths; of two the wider one.
  private static func commonest(_ widths: [Double]) -> Double {
    var best = (count: 0, width: 0.0)
    var run = (count: 0, width: -1.0)
    for width in widths.sorted() {
      run = width == run.width ? (run.count + 1, width) : (1, width)
      if run.count >= best.count { best = run }
    }
    return best.width
  }

  /// Lines are wrapped if at least a quarter of them end in the middle of a sentence, most of those
  /// are about as wide as the column, and hardly any line is wider.
  private static func isWrapped(
    _ lines: [SourceLine], inner: [Int], isHeading: [Bool], columns: [Double]
  ) -> Bool {
    let body = isHeading.count { !$0 }
    guard inner.count >= 2, inner.count * 4 >= body else { return false }
    let full = inner.count { abs(lines[$0].width - columns[$0]) <= max(2.5, columns[$0] * 0.15) }
    // Hardly a line is wider than a column; a paragraph on one line is wider than headings are.
    let wide = lines.indices.count {
      !isHeading[$0] && lines[$0].width > columns[$0] + max(2.5, columns[$0] * 0.15)
    }
    return full * 2 >= inner.count && wide * 10 <= body
  }

  /// An indent means something where some lines have one and others don't; where each line is a
  /// paragraph it decides nothing.
  private static func indentsParagraphs(
    _ lines: [SourceLine], isHeading: [Bool], isWrapped: Bool
  ) -> Bool {
    guard isWrapped else { return false }
    let body = lines.indices.filter { !isHeading[$0] }
    let indented = body.count { lines[$0].isIndented }
    return indented > 0 && indented * 10 <= body.count * 7
  }
}

/// Whether a line's end can be the end of a paragraph.
enum Closing {
  /// A line closes if its last character, closing quotes and brackets left aside, ends a sentence
  /// or a clause of a list; a bracket alone closes too, since half of the paragraphs of a task plan
  /// end in `（…负责）`.
  static func ends(_ line: ArraySlice<Unicode.Scalar>) -> Bool {
    guard let last = line.last else { return false }
    if isStrong(last) || last == "）" || last == ")" { return true }
    return isClosingMark(last) && line.count > 1 && isStrong(line[line.endIndex - 2])
  }

  /// Whether a line closes only by a bracket or a colon, which stand inside sentences too.
  static func isWeak(_ line: ArraySlice<Unicode.Scalar>) -> Bool {
    guard let last = line.last else { return true }
    if last == "：" || last == ":" { return true }
    return (last == "）" || last == ")") && !isStrong(line.dropLast().last ?? "x")
  }

  private static func isStrong(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "。", "！", "？", "；", "：", "．", ".", "!", "?", ";", ":", "…": true
    default: false
    }
  }

  private static func isClosingMark(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "”", "’", "」", "』", "）", ")", "】", "]", "\"", "»": true
    default: false
    }
  }
}
