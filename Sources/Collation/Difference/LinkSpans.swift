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

/// Finds the spans of links: where the words changed, and what the links are worth.
///
/// What it learns, it learns from both sides at once; after that, each link stands for itself, so
/// that the links of a long document can be looked at side by side.
package struct SpanSearch: Sendable {
  private let old: [Block]
  private let new: [Block]
  private let binding: Binding

  /// Learns from the blocks of both sides.
  package init(old: [Block], new: [Block]) {
    self.old = old
    self.new = new
    binding = Binding([old, new])
  }

  /// Some links with their spans.
  ///
  /// A block that came or went as a whole is substantive if it has words.
  package func found(in links: some Sequence<Comparison.Link>) -> [Comparison.Link] {
    var tokenizer = Tokenizer()
    return links.map { link in
      var link = link
      if link.old.isEmpty || link.new.isEmpty {
        let blocks = link.old.map { old[$0] } + link.new.map { new[$0] }
        let hasWords = blocks.contains { $0.text.unicodeScalars.contains(where: \.isWordPart) }
        link.substance = hasWords ? .substantive : .typographic
      } else {
        link.spans = spans(of: link, &tokenizer)
        link.substance = link.spans.map(\.substance).max()
      }
      return link
    }
  }

  private func spans(
    of link: Comparison.Link, _ tokenizer: inout Tokenizer
  ) -> [Comparison.Span] {
    if link.old.count == 1, link.new.count == 1,
      old[link.old[0]].text.utf8.elementsEqual(new[link.new[0]].text.utf8)
    {
      return []
    }
    let (oldText, newText) = (link.oldText(in: old), link.newText(in: new))
    // Number marks are set against each other, whatever else is common.
    var oldMark = NumberMark(openingOf: oldText.prefix(40))?.length ?? 0
    var newMark = NumberMark(openingOf: newText.prefix(40))?.length ?? 0
    // One that stands with its first words further behind in the other text got something before it.
    if Self.isFurtherBehind(oldText.prefix(oldMark + 2), in: newText)
      || Self.isFurtherBehind(newText.prefix(newMark + 2), in: oldText)
    {
      (oldMark, newMark) = (0, 0)
    }
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

  private static func isFurtherBehind(
    _ words: ArraySlice<Unicode.Scalar>, in text: [Unicode.Scalar]
  ) -> Bool {
    words.count > 2 && !text.starts(with: words) && text.contains(words)
  }
}
