internal import PlanModel

/// Finds where words stand in a plan.
struct QuoteSearch: Sendable {
  private let blocks: [Block]
  private let texts: [[Unicode.Scalar]]

  init(_ blocks: [Block]) {
    self.blocks = blocks
    texts = blocks.map { Array($0.text.unicodeScalars) }
  }

  /// The passage most like some words that stand nowhere; `nil` if half of them must be changed.
  ///
  /// - Complexity: O(*n*) in the length of the text; meant for messages.
  func nearest(to quote: String) -> Passage? {
    let text = FreeText(blocks, claims: ClaimedText(nothingOf: blocks.count))
    return text.candidates(for: FreeText.folded(Array(quote.unicodeScalars)), atLeast: 0.5).first?
      .passage
  }

  /// Every place at which the words stand, in the order of reading.
  ///
  /// - Parameters:
  ///   - quote: The words; a line feed stands for the end of a block.
  ///   - prefix: Words directly before them.
  ///   - suffix: Words directly behind them.
  ///   - block: The only block in which they may begin.
  /// - Returns: The passages in the order of reading.
  /// - Complexity: O(*n*) in the length of the text, times the quote's where it nearly occurs.
  func passages(
    of quote: String, prefix: String? = nil, suffix: String? = nil, in block: Int? = nil
  ) -> [Passage] {
    let lines = quote.split(separator: "\n", omittingEmptySubsequences: false)
      .map { Array($0.unicodeScalars) }
    guard let first = lines.first, !quote.isEmpty else { return [] }
    let before = Array((prefix ?? "").unicodeScalars)
    let behind = Array((suffix ?? "").unicodeScalars)
    var found: [Passage] = []
    for index in block.map({ $0..<$0 + 1 }) ?? texts.indices where index < texts.count {
      for offset in places(of: first, in: texts[index]) {
        guard let passage = passage(lines, from: .init(block: index, offset: offset)),
          texts[index][..<offset].suffix(before.count).elementsEqual(before),
          texts[passage.end.block][passage.end.offset...].starts(with: behind)
        else { continue }
        found.append(passage)
      }
    }
    return found
  }

  /// The passage of some lines whose first stands at a place; lines but the last end their blocks.
  private func passage(_ lines: [[Unicode.Scalar]], from start: Passage.Place) -> Passage? {
    var end = Passage.Place(block: start.block, offset: start.offset + lines[0].count)
    for line in lines.dropFirst() {
      guard end.offset == texts[end.block].count, end.block + 1 < texts.count,
        texts[end.block + 1].starts(with: line)
      else { return nil }
      end = Passage.Place(block: end.block + 1, offset: line.count)
    }
    return Passage(start: start, end: end)
  }

  private func places(of words: [Unicode.Scalar], in text: [Unicode.Scalar]) -> [Int] {
    guard let first = words.first, words.count <= text.count else { return [] }
    var places: [Int] = []
    for start in 0...text.count - words.count where text[start] == first {
      if text[start..<start + words.count].elementsEqual(words) { places.append(start) }
    }
    return places
  }
}
