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

  init(of lines: [SourceLine], isHeading: [Bool], in source: SourceText) {
    let closes = lines.map { Closing.ends(source.scalars[$0.content]) }
    let inner = lines.indices.filter { !closes[$0] && !isHeading[$0] }
    let measured = Self.columns(of: lines, inner: inner)
    columns = measured
    isWrapped = Self.isWrapped(lines, inner: inner, isHeading: isHeading, columns: measured)
    indentsParagraphs = Self.indentsParagraphs(lines, isHeading: isHeading, isWrapped: isWrapped)

    var ends = 0
    var endsWithBlank = 0
    var firstLines = 0
    var detached = 0
    for index in lines.indices.dropLast() where !isHeading[index] {
      let next = lines[index + 1]
      let isPlainEnd = closes[index] && lines[index].width <= measured[index] - 3
      if isPlainEnd, !isHeading[index + 1], !next.followsFurniture {
        ends += 1
        if next.blankBefore > 0 { endsWithBlank += 1 }
      }
      if index > 0, isHeading[index - 1], lines[index].blankBefore == 0, !isHeading[index + 1] {
        firstLines += 1
        if next.blankBefore > 0, !closes[index] { detached += 1 }
      }
    }
    separatesByBlankLines = ends >= 2 && endsWithBlank * 10 >= ends * 9
    detachesFirstLines = detached >= 2 && detached * 10 >= firstLines * 6
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

  /// Lines are wrapped if at least a quarter of them end in the middle of a sentence, and most of
  /// those are about as wide as the column.
  private static func isWrapped(
    _ lines: [SourceLine], inner: [Int], isHeading: [Bool], columns: [Double]
  ) -> Bool {
    let body = isHeading.count { !$0 }
    guard inner.count >= 2, inner.count * 4 >= body else { return false }
    let full = inner.count { abs(lines[$0].width - columns[$0]) <= max(2.5, columns[$0] * 0.15) }
    return full * 10 >= inner.count * 6
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
    return isStrong(last) || isClosingMark(last) && line.count > 1
      && (isStrong(line[line.endIndex - 2]) || last == "）" || last == ")")
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
