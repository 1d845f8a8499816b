internal import PlanModel

/// Decides which lines that open with a weak mark, such as `（一）`, are headings: the same marks stand
/// before paragraphs.
///
/// Each line is looked at by itself; where that doesn't tell, the others with marks of its family do,
/// since a paper has them all on lines of their own or none.
struct WeakHeadings {
  private let text: ObservedLines
  private let layout: TextLayout
  private let measure: ColumnMeasure
  private let odds: WidthOdds
  /// In a law `（一）` and `1.2` number items.
  private let isLaw: Bool

  private enum Verdict { case heading, paragraph, unlikely, unknown }

  init(_ text: ObservedLines, layout: TextLayout, measure: ColumnMeasure) {
    self.text = text
    self.layout = layout
    self.measure = measure
    odds = WidthOdds(layout)
    isLaw = text.opensArticle.count { $0 } >= 3
  }

  /// The candidates without those that are none.
  func confirmed(_ candidates: [RecognizedHeading?]) -> [RecognizedHeading?] {
    let verdicts = candidates.indices.map { index -> Verdict in
      guard let candidate = candidates[index] else { return .paragraph }
      return candidate.isWeak ? verdict(on: index, candidate.scheme) : .heading
    }
    var headings: [NumberMark.Scheme: Int] = [:]
    var paragraphs: [NumberMark.Scheme: Int] = [:]
    for (index, verdict) in verdicts.enumerated() {
      guard let scheme = text.schemes[index] else { continue }
      switch verdict {
      case .heading: headings[scheme, default: 0] += 1
      case .paragraph where opensBlock(index): paragraphs[scheme, default: 0] += 1
      case .unlikely: paragraphs[scheme, default: 0] += 1
      case .paragraph, .unknown: break
      }
    }
    return candidates.indices.map { index in
      guard let candidate = candidates[index] else { return nil }
      switch verdicts[index] {
      case .heading: return candidate
      case .paragraph: return nil
      case .unlikely, .unknown:
        let others = headings[candidate.scheme] ?? 0
        let isUsual = others >= 2 && others >= 3 * (paragraphs[candidate.scheme] ?? 0)
        return isUsual ? candidate : nil
      }
    }
  }

  /// Whether a line stands behind the end of a sentence or apart; a mark inside a sentence is a
  /// reference.
  private func opensBlock(_ index: Int) -> Bool {
    index == 0 || text.closes[index - 1] || text.lines[index].blankBefore > 0
  }

  /// What a line and the next one say: where each line is a paragraph its form is enough; in columns
  /// it must not be full, or be followed by a first line.
  private func verdict(on index: Int, _ scheme: NumberMark.Scheme) -> Verdict {
    if isLaw, scheme != .chineseComma { return .paragraph }
    guard layout.isWrapped, index + 1 < text.lines.count else { return .heading }
    if !opensBlock(index), index > 0, text.schemes[index - 1] == nil { return .paragraph }
    let hasBlank = text.lines[index + 1].blankBefore > 0
    if hasBlank, !layout.breaksSentencesByBlankLines { return .heading }
    if hasDetachedLine(under: index) { return .heading }
    let column = min(
      measure.column(ahead: index + 1, unlessKnown: layout.columns[index]),
      measure.narrowest(around: index))
    let room = measure.room(in: index, of: column, isFirst: true)
    let shortness = measure.shortness(ofStart: index + 1)
    let excess = index + 2 < text.lines.count ? text.excess[index + 2] : 0
    let start =
      shortness.map { odds.start(WidthOdds.Room(width: $0 + excess, excess: excess)) } ?? 0
    let isFollowedByStart = hasBlank || (shortness ?? 0) >= layout.doubt
    if room >= (isFollowedByStart ? layout.doubt : 4) || start >= 3
      || opensInnerItem(index + 1, under: index)
    {
      return .heading
    }
    if goesOnAsTitle(index, shortness ?? 0) { return .heading }
    return start <= -2 && room < layout.doubt ? .unlikely : .unknown
  }

  /// Whether the next line stands with this one, apart from the rest of its paragraph, as first lines
  /// do with their headings here.
  private func hasDetachedLine(under index: Int) -> Bool {
    layout.detachesFirstLines && index + 2 < text.lines.count
      && text.lines[index].blankBefore > 0 && text.lines[index + 1].blankBefore == 0
      && text.lines[index + 2].blankBefore > 0 && !text.closes[index + 1]
  }

  /// Whether a title goes on in one more short line and ends there.
  private func goesOnAsTitle(_ index: Int, _ shortness: Double) -> Bool {
    let next = text.content(index + 1)
    return !text.closes[index + 1] && !next.contains { "。！？；，".unicodeScalars.contains($0) }
      && text.lines[index + 1].blankBefore == 0 && shortness >= layout.doubt + 2
  }

  /// Whether a line opens with a mark further in than that of the line above, such as `（一）` under
  /// `一、`, which doesn't break off in a reference such as `第二十条第`.
  private func opensInnerItem(_ index: Int, under above: Int) -> Bool {
    let line = text.content(above)
    guard let last = line.last, last.isHan || last == "”", !"第条款及和或".unicodeScalars.contains(last),
      let outer = NumberMark(openingOf: line.prefix(40)),
      let inner = NumberMark(openingOf: text.content(index).prefix(40))
    else { return false }
    return HeadingForm(outer).rank < HeadingForm(inner).rank
  }
}
