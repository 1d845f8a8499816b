internal import Collation
internal import PlanModel

/// Words that are looked for in a text, all at once.
///
/// Words of scripts with spaces are found whole and in either case: `may`, and not in `dismayed`.
struct Lexicon: Sendable {
  private var words: [[Unicode.Scalar]] = []
  /// The words by the last ten bits of their first scalars, the longest first: most places of a text
  /// are passed over after one look at it.
  private var wordsByFirst = [[Int]](repeating: [], count: 1024)
  private var longest = 0

  /// Creates a lexicon; a word that is given twice counts once.
  init(_ words: [String]) {
    for word in Set(words).sorted() {
      let scalars = word.unicodeScalars.map(\.inLowerCase)
      guard let first = scalars.first else { continue }
      wordsByFirst[Self.bucket(first)].append(self.words.count)
      longest = max(longest, scalars.count)
      self.words.append(scalars)
    }
    for bucket in wordsByFirst.indices where wordsByFirst[bucket].count > 1 {
      wordsByFirst[bucket].sort { (self.words[$1].count, $0) < (self.words[$0].count, $1) }
    }
  }

  private static func bucket(_ first: Unicode.Scalar) -> Int { Int(first.value & 1023) }

  /// Whether both sides of a change hold the same words equally often.
  ///
  /// Words that reach over an edge of the change count too: where `不` is put before `得`, the word
  /// `不得` is new.
  func isKept(by change: Comparison.Change) -> Bool {
    words(in: change.oldText, touching: change.span.old)
      == words(in: change.newText, touching: change.span.new)
  }

  /// Whether a word stands in a part of a text.
  func isHeld(by text: [Unicode.Scalar], in range: Range<Int>) -> Bool {
    !words(in: text, touching: range).isEmpty
  }

  /// The words that stand in a part of a text or reach into it, as often as they do, in order.
  ///
  /// Where two begin at one place the longer one is found, and nothing inside of it.
  ///
  /// - Complexity: O(*n* + *k* · *l*) for *k* places at which words of at most *l* scalars may begin.
  private func words(in text: [Unicode.Scalar], touching range: Range<Int>) -> [Int] {
    var found: [Int] = []
    var place = max(0, range.lowerBound - longest + 1)
    while place < range.upperBound {
      guard let word = word(in: text, at: place) else {
        place += 1
        continue
      }
      place += words[word].count
      if place > range.lowerBound { found.append(word) }
    }
    return found.sorted()
  }

  private func word(in text: [Unicode.Scalar], at place: Int) -> Int? {
    for word in wordsByFirst[Self.bucket(text[place].inLowerCase)]
    where stands(words[word], in: text, at: place) {
      return word
    }
    return nil
  }

  private func stands(_ word: [Unicode.Scalar], in text: [Unicode.Scalar], at place: Int) -> Bool {
    let end = place + word.count
    guard end <= text.count else { return false }
    for offset in word.indices where text[place + offset].inLowerCase != word[offset] {
      return false
    }
    guard word[0].isLetterOfSpacedScript else { return true }
    return (place == 0 || !text[place - 1].isLetterOfSpacedScript)
      && (end == text.count || !text[end].isLetterOfSpacedScript)
  }
}

extension Unicode.Scalar {
  fileprivate var inLowerCase: Unicode.Scalar {
    ("A"..."Z").contains(self) ? Unicode.Scalar(UInt8(truncatingIfNeeded: value + 32)) : self
  }

  fileprivate var isLetterOfSpacedScript: Bool {
    switch value {
    case 0x61...0x7A, 0x41...0x5A: true
    case 0..<0xC0, 0x2010...: false
    default: properties.isAlphabetic
    }
  }
}

extension Comparison.Change {
  /// Whether a block came or went as a whole, so that nothing stands against its words.
  var isWholeBlock: Bool { link.old.isEmpty || link.new.isEmpty }
}
