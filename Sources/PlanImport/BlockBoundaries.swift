internal import PlanModel

/// What a gap between two lines is.
enum Gap {
  /// The lines belong to one block.
  case join(Doubt?)
  /// A block ends.
  case split(Doubt?)
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
  func gap(after index: Int) -> Gap {
    let closes = Closing.ends(source.scalars[lines[index].content])
    let next = lines[index + 1]
    guard layout.isWrapped else { return unwrappedGap(after: index, closes: closes) }
    if layout.indentsParagraphs, next.isIndented { return .split(closes ? nil : .splitInsideSentence) }
    if opensArticle(next) { return .split(closes ? nil : .splitInsideSentence) }
    let hasBlank = next.blankBefore > 0 && !next.followsFurniture
    if hasBlank { return closes ? blankBehindSentence(index) : blankInsideSentence(index) }
    return closes ? sentenceEnd(index) : insideSentence(index)
  }

  /// Where each line is a paragraph only a page break can have cut one in two.
  private func unwrappedGap(after index: Int, closes: Bool) -> Gap {
    let endsInComma = source.scalars[lines[index].content].last.map { "，、,".unicodeScalars.contains($0) }
    let goesOn = lines[index + 1].followsFurniture && !closes && endsInComma == true
    return goesOn ? .join(.joinedOverBlank) : .split(nil)
  }

  private func opensArticle(_ line: SourceLine) -> Bool {
    let mark = NumberMark(openingOf: source.scalars[line.content].prefix(40))
    guard let mark, mark.scheme == .article else { return false }
    return mark.length > mark.text.unicodeScalars.count
  }

  private func blankBehindSentence(_ index: Int) -> Gap {
    // The first line under a heading, cut off by a blank line as all of them are here: a lead
    // sentence that fills the line to its end cannot be told from a paragraph of one line.
    let isFirstLine =
      layout.detachesFirstLines && index > 0 && isHeading[index - 1]
      && lines[index].blankBefore == 0
    if isFirstLine, lines[index].width >= layout.columns[index] - 2.5 {
      return .join(.joinedSentenceEnd)
    }
    return .split(nil)
  }

  private func blankInsideSentence(_ index: Int) -> Gap {
    // A line far too short for the column, without punctuation, stands alone: a title, a signature.
    if lines[index].width < layout.columns[index] * 0.6 { return .split(.splitInsideSentence) }
    return .join(.joinedOverBlank)
  }

  private func sentenceEnd(_ index: Int) -> Gap {
    let endIsShort = layout.columns[index] - lines[index].width
    let startIsShort = shortness(ofStart: index + 1)
    if layout.separatesByBlankLines {
      let isPlain = endIsShort >= layout.columns[index] * 0.4 && startIsShort >= 1.5
      return isPlain ? .split(.splitByWidth) : .join(nil)
    }
    if endIsShort >= 1.5 || startIsShort >= 1.5 {
      let isPlain = endIsShort >= 2.5 || startIsShort >= 1.5 && endIsShort >= -0.5
      return .split(isPlain ? nil : .splitByWidth)
    }
    if endIsShort + startIsShort >= 2 { return .split(.splitByWidth) }
    return .join(endIsShort + startIsShort >= 1.5 ? .joinedSentenceEnd : nil)
  }

  /// How much shorter a line is than the lines after it: a first line lost its indent and keeps its
  /// width. A line that ends a paragraph itself says nothing.
  private func shortness(ofStart index: Int) -> Double {
    let isLast = index + 1 >= lines.count || isHeading[index + 1]
    let closes = Closing.ends(source.scalars[lines[index].content])
    if isLast || closes { return 0 }
    return layout.columns[index] - lines[index].width
  }

  private func insideSentence(_ index: Int) -> Gap {
    let isAlone = lines[index].width < layout.columns[index] * 0.5
    return isAlone ? .split(.splitInsideSentence) : .join(nil)
  }
}
