public import PlanModel

extension Comparison.Link {
  /// The text of the link's old side, in which the spans' old offsets count.
  ///
  /// - Parameter blocks: All blocks of the old side.
  /// - Returns: The texts of the link's blocks, joined by line feeds.
  public func oldText(in blocks: [Block]) -> [Unicode.Scalar] { joined(old, blocks) }

  /// The text of the link's new side, in which the spans' new offsets count.
  ///
  /// - Parameter blocks: All blocks of the new side.
  /// - Returns: The texts of the link's blocks, joined by line feeds.
  public func newText(in blocks: [Block]) -> [Unicode.Scalar] { joined(new, blocks) }

  private func joined(_ places: [Int], _ blocks: [Block]) -> [Unicode.Scalar] {
    var text: [Unicode.Scalar] = []
    for (order, place) in places.enumerated() {
      if order > 0 { text.append("\n") }
      text += blocks[place].text.unicodeScalars
    }
    return text
  }
}

extension Comparison {
  /// Finds the spans of every link of which both sides have blocks, and what the links are worth.
  mutating func findSpans(old: [Block], new: [Block]) {
    var tokenizer = Tokenizer()
    let binding = Binding([old, new])
    for index in links.indices {
      if links[index].old.isEmpty || links[index].new.isEmpty {
        links[index].substance = .wording
        continue
      }
      links[index].spans = links[index].spans(old: old, new: new, &tokenizer, binding)
      links[index].substance = links[index].spans.map(\.substance).max()
    }
  }
}

extension Comparison.Link {
  fileprivate func spans(
    old: [Block], new: [Block], _ tokenizer: inout Tokenizer, _ binding: Binding
  ) -> [Comparison.Span] {
    let (oldText, newText) = (oldText(in: old), newText(in: new))
    guard oldText != newText else { return [] }
    // Number marks are set against each other, whatever else is common.
    let oldMark = NumberMark(openingOf: oldText.prefix(40))?.length ?? 0
    let newMark = NumberMark(openingOf: newText.prefix(40))?.length ?? 0
    var spans: [Comparison.Span] = []
    if oldText.prefix(oldMark) != newText.prefix(newMark) {
      spans.append(
        Comparison.Span(
          old: 0..<oldMark, new: 0..<newMark, substance: .typographic, tags: [Comparison.markTag]))
    }
    let (oldBody, newBody) = (Array(oldText[oldMark...]), Array(newText[newMark...]))
    guard oldBody != newBody else { return spans }
    let difference = TextDifference(from: oldBody, to: newBody, &tokenizer, binding)
    return spans + difference.spans(oldOffset: oldMark, newOffset: newMark)
  }
}
