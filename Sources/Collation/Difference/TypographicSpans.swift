extension TextDifference {
  /// The changes as spans of scalars, and with them the common tokens that are not written the same.
  ///
  /// A change that leaves all words as they are is typographic: width, spaces, quotation marks,
  /// punctuation, the end of a paragraph.
  /// The offsets say where the texts begin in what the spans count in.
  func spans(oldOffset: Int, newOffset: Int) -> [Comparison.Span] {
    var spans: [Comparison.Span] = []
    var (old, new) = (0, 0)
    func add(_ hunk: Hunk) {
      let oldRange = scalars(hunk.old, of: oldTokens, oldText.count)
      let newRange = scalars(hunk.new, of: newTokens, newText.count)
      let substance: Comparison.Substance = isTypographic(hunk) ? .typographic : .wording
      let span = Comparison.Span(
        old: oldOffset + oldRange.lowerBound..<oldOffset + oldRange.upperBound,
        new: newOffset + newRange.lowerBound..<newOffset + newRange.upperBound,
        substance: substance)
      if let last = spans.last, last.old.upperBound == span.old.lowerBound,
        last.new.upperBound == span.new.lowerBound, last.substance == substance
      {
        spans[spans.count - 1].old = last.old.lowerBound..<span.old.upperBound
        spans[spans.count - 1].new = last.new.lowerBound..<span.new.upperBound
      } else {
        spans.append(span)
      }
    }
    func addCommon(until end: Int) {
      while old < end {
        if oldText[oldTokens[old].range] != newText[newTokens[new].range] {
          add(Hunk(old: old..<old + 1, new: new..<new + 1))
        }
        old += 1
        new += 1
      }
    }
    for hunk in hunks {
      addCommon(until: hunk.old.lowerBound)
      add(hunk)
      (old, new) = (hunk.old.upperBound, hunk.new.upperBound)
    }
    addCommon(until: oldTokens.count)
    return spans
  }

  private func scalars(_ range: Range<Int>, of tokens: [Token], _ count: Int) -> Range<Int> {
    let start = range.lowerBound < tokens.count ? tokens[range.lowerBound].range.lowerBound : count
    let end = range.isEmpty ? start : tokens[range.upperBound - 1].range.upperBound
    return start..<end
  }

  private func isTypographic(_ hunk: Hunk) -> Bool {
    var (old, new) = (hunk.old.lowerBound, hunk.new.lowerBound)
    while true {
      while old < hunk.old.upperBound, !oldTokens[old].kind.isWording { old += 1 }
      while new < hunk.new.upperBound, !newTokens[new].kind.isWording { new += 1 }
      guard old < hunk.old.upperBound, new < hunk.new.upperBound else {
        return old == hunk.old.upperBound && new == hunk.new.upperBound
      }
      guard oldTokens[old].id == newTokens[new].id else { return false }
      (old, new) = (old + 1, new + 1)
    }
  }
}
