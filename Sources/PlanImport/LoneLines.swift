internal import PlanModel

/// Finds headings that bear no number: short lines that stand apart, with text below them.
///
/// One such line may be anything; a text that has headings has several, and hardly a short line that is
/// none. A line that is underlined, in capitals, or not indented where paragraphs are says it alone.
struct LoneLines {
  private let text: ObservedLines
  private let layout: TextLayout
  private let blocks: [DraftBlock]
  /// The lines of each block.
  private let spans: [Range<Int>]

  /// The blocks that are headings, by their index.
  private(set) var headings: Set<Int> = []

  /// The most characters of a heading in Han and in an alphabet.
  private static let longest = (han: 20, alphabet: 70)

  init(_ blocks: [DraftBlock], spans: [Range<Int>], text: ObservedLines, layout: TextLayout) {
    self.text = text
    self.layout = layout
    self.blocks = blocks
    self.spans = spans
    // Where blank lines stand inside sentences they set nothing apart.
    let trustsBlankLines =
      !layout.isWrapped
      || layout.separatesByBlankLines && !layout.detachesFirstLines
        && !layout.breaksSentencesByBlankLines
    let apart = Set(blocks.indices.dropLast().filter { isTitle($0) && isApart($0) })
    let followed = apart.filter(isFollowed)
    headings = followed.filter { isUnderlined($0) || isCapital($0) || isOutdented($0) }
    guard trustsBlankLines, followed.count >= 2, let last = followed.max(),
      followed.count * 10 >= apart.count(where: { $0 <= last }) * 6
    else { return }
    // Between such headings another one stands over what is no sentence.
    let others = apart.filter { $0 < last && !apart.contains($0 + 1) && !isSigned($0) }
    headings.formUnion(followed.union(others))
  }

  private func line(_ index: Int) -> SourceLine { text.lines[spans[index].lowerBound] }

  /// Whether a block is one line that reads as a title.
  private func isTitle(_ index: Int) -> Bool {
    let block = blocks[index]
    guard block.kind == .paragraph, block.text.utf8.count <= 300, spans[index].count == 1,
      text.schemes[spans[index].lowerBound] == nil
    else { return false }
    let words = Array(block.text.unicodeScalars)
    let isOfAlphabet = words.first?.isOfAlphabet ?? false
    let longest = isOfAlphabet ? Self.longest.alphabet : Self.longest.han
    guard (2...longest).contains(words.count), !Closing.ends(words[...]),
      !words.contains(where: { "。；！？，：:;!?,《〔".unicodeScalars.contains($0) }),
      let first = words.first, let last = words.last, first.properties.isAlphabetic,
      !(isOfAlphabet && first.properties.isLowercase), !",、-—".unicodeScalars.contains(last)
    else { return false }
    let digits = words.count { Numeral.isDigit($0) && $0.isASCII }
    let source = text.content(spans[index].lowerBound)
    let hasFields =
      !isOfAlphabet && source.count > words.count && !MastheadLine.isLetterSpaced(source)
    return digits * 4 < words.count && !hasFields && PaperParts.date(words) == nil
      && !PaperParts.isDocumentNumber(words)
  }

  private func isApart(_ index: Int) -> Bool {
    let above = line(index)
    let below = line(index + 1)
    let isFree = index == 0 || above.blankBefore > 0 || blocks[index - 1].kind != .paragraph
    return (isFree || isOutdented(index)) && (below.blankBefore > 0 || isOutdented(index))
      && (!layout.isWrapped || above.width < layout.widest * 0.7)
  }

  /// Whether a sentence or a numbered heading stands under a line.
  private func isFollowed(_ index: Int) -> Bool {
    let next = blocks[index + 1]
    if next.kind.isHeading { return next.number != nil }
    let words = Array(next.text.unicodeScalars)
    if text.schemes[spans[index + 1].lowerBound] != nil { return true }
    let isLong = words.count >= (words.first?.isOfAlphabet ?? false ? 60 : 30)
    return next.kind == .paragraph && (isLong || words.count >= 12 && Closing.ends(words[...]))
  }

  /// Whether a line is the name of who signs, with the date below it.
  private func isSigned(_ index: Int) -> Bool {
    PaperParts.date(Array(blocks[index + 1].text.unicodeScalars)) != nil
  }

  private func isUnderlined(_ index: Int) -> Bool {
    let below = line(index + 1)
    return below.followsRuling && !line(index).followsRuling
  }

  private func isCapital(_ index: Int) -> Bool {
    let words = blocks[index].text.unicodeScalars
    return words.count { $0.properties.isUppercase } >= 4
      && !words.contains { $0.properties.isLowercase }
  }

  /// Whether the line begins at the margin, where the paragraph below it is indented as most are.
  private func isOutdented(_ index: Int) -> Bool {
    layout.hasIndents && !line(index).isIndented && line(index + 1).isIndented
  }
}
