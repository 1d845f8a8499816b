internal import PlanModel

/// Finds where words stand in a plan.
struct QuoteSearch {
  private let texts: [[Unicode.Scalar]]

  init(_ blocks: [Block]) { texts = blocks.map { Array($0.text.unicodeScalars) } }

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

  /// The blocks most like some words, by the pairs of scalars they share; at most `count`, the most
  /// alike first.
  func nearest(to quote: String, count: Int) -> [Int] {
    let wanted = pairs(Array(quote.unicodeScalars))
    guard !wanted.isEmpty else { return [] }
    let scores = texts.enumerated().map { index, text in
      (index: index, score: pairs(text).intersection(wanted).count)
    }
    return scores.filter { $0.score * 3 >= wanted.count }
      .sorted { ($1.score, $0.index) < ($0.score, $1.index) }.prefix(count).map(\.index)
  }

  private func pairs(_ text: [Unicode.Scalar]) -> Set<UInt64> {
    Set(zip(text, text.dropFirst()).map { UInt64($0.value) << 32 | UInt64($1.value) })
  }
}
