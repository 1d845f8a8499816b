package import PlanModel

extension Block {
  /// What the block's markup says about stretches of its text, in scalars; an inner stretch before the
  /// one around it.
  ///
  /// White space aside, on which a line's breaks depend, the words of the markup must be those of
  /// the text. If somebody let them part, nothing is styled: notes and comparisons hold to the text.
  ///
  /// - Complexity: O(*n*) in the length of the markup.
  package var styles: [(style: InlineStyle, range: Range<Int>)] {
    guard let markup else { return [] }
    let words = InlineText(
      MarkdownNode(kind: .document, children: CommonMark.nodes(of: markup)))
    guard !words.styles.isEmpty,
      let places = WordPlaces(of: words.text, in: text)
    else { return [] }
    return words.styles.compactMap { item in
      places.range(ofBytes: item.bytes).map { (item.style, $0) }
    }
  }
}

/// Where the characters of one text stand in another that differs from it in white space alone.
private struct WordPlaces {
  /// The place of each scalar that is no white space, in scalars of the other text.
  private var places: [Int] = []
  /// How many such scalars stand before each byte.
  private var ranks: [Int] = []

  init?(of words: String, in text: String) {
    var others = text.unicodeScalars.enumerated()
      .filter { !$0.element.properties.isWhitespace }.makeIterator()
    ranks.reserveCapacity(words.utf8.count + 1)
    for scalar in words.unicodeScalars {
      ranks += repeatElement(places.count, count: UTF8.width(scalar))
      guard !scalar.properties.isWhitespace else { continue }
      guard let other = others.next(), other.element == scalar else { return nil }
      places.append(other.offset)
    }
    guard others.next() == nil else { return nil }
    ranks.append(places.count)
  }

  /// The scalars of the other text from the first character of a range to its last; `nil` if it has
  /// none but white space.
  func range(ofBytes bytes: Range<Int>) -> Range<Int>? {
    let ranks = ranks[bytes.lowerBound]..<ranks[bytes.upperBound]
    return ranks.isEmpty ? nil : places[ranks.lowerBound]..<places[ranks.upperBound - 1] + 1
  }
}
