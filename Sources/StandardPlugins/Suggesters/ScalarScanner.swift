internal import PlanModel

/// Reads words and numerals of a text from a place on, in scalars.
struct ScalarScanner {
  let text: [Unicode.Scalar]
  var place: Int

  init(_ text: [Unicode.Scalar], at place: Int = 0) {
    self.text = text
    self.place = place
  }

  var current: Unicode.Scalar? { place < text.count ? text[place] : nil }

  func isFollowed(by word: String) -> Bool { text[...].holds(word, at: place) }

  mutating func take(_ word: String) -> Bool {
    guard isFollowed(by: word) else { return false }
    place += word.unicodeScalars.count
    return true
  }

  /// Takes the first of some words that stands here; the longer ones have to come first.
  mutating func takeFirst(of words: [String]) -> String? {
    guard let word = words.first(where: isFollowed) else { return nil }
    place += word.unicodeScalars.count
    return word
  }

  /// Takes scalars as long as they hold, and at most so many.
  mutating func take(atMost limit: Int, while holds: (Unicode.Scalar) -> Bool) -> ArraySlice<
    Unicode.Scalar
  > {
    let start = place
    while let current, place - start < limit, holds(current) { place += 1 }
    return text[start..<place]
  }

  /// A Chinese or Arabic numeral.
  mutating func numeral() -> Int? {
    let start = place
    let value = Numeral.value(of: take(atMost: 12, while: Numeral.isDigit))
    if value == nil { place = start }
    return value
  }

  func words(from start: Int) -> String {
    String(String.UnicodeScalarView(text[start..<place]))
  }
}

extension ArraySlice<Unicode.Scalar> {
  /// Whether a word stands at a place, whole.
  ///
  /// - Complexity: O(*m*) in the length of the word; mostly its first scalar tells.
  func holds(_ word: String, at place: Int) -> Bool {
    var index = place
    for scalar in word.unicodeScalars {
      guard index < endIndex, self[index] == scalar else { return false }
      index += 1
    }
    return true
  }
}
