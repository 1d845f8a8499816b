internal import PlanModel

/// Tells whether a hyphen at the end of a line was put there to break a word, or belongs to it.
struct BrokenWords {
  /// The words of the text that have a hyphen inside a line.
  private var hyphenated = Set<[Unicode.Scalar]>()

  /// Words that keep a hyphen before or behind them: `well-known`, `short-term`.
  private static let keeping: Set<String> = [
    "well", "long", "short", "high", "low", "self", "non", "half", "full", "part", "large",
    "small",
    "medium", "mid", "cross", "ex", "one", "two", "three", "four", "five", "all", "off", "on", "up",
    "term", "based", "related", "wide", "making", "known", "specific", "level", "scale",
    "effective",
    "time", "year", "free", "the", "of", "in", "to", "and", "led", "owned", "friendly", "oriented",
  ]
  /// Behind these a hyphen stands for a word that is left out: `Vor- und Nachteile`.
  private static let conjunctions: Set<String> = [
    "und", "oder", "bzw", "sowie", "and", "or", "et", "ou", "en", "of",
  ]

  /// What becomes of a hyphen and the line's end behind it.
  enum Outcome {
    /// The word was broken: both go.
    case joined
    /// The hyphen is the word's own: the line's end goes.
    case kept
    /// The hyphen stands for a word that is left out: a space stands for the line's end.
    case spaced
  }

  /// Collects the hyphenated words of a text.
  init(_ scalars: [Unicode.Scalar]) {
    var index = 0
    while let hyphen = scalars[index...].firstIndex(of: "-") {
      let head = Self.head(scalars[..<hyphen])
      let tail = Self.tail(scalars[(hyphen + 1)...])
      if !head.isEmpty, !tail.isEmpty { hyphenated.insert(head + ["-"] + tail) }
      index = hyphen + 1
    }
  }

  /// What becomes of the hyphen between two texts, the second of which begins a line.
  func outcome(
    _ before: ArraySlice<Unicode.Scalar>, _ after: ArraySlice<Unicode.Scalar>
  ) -> Outcome {
    let head = Self.head(before)
    let tail = Self.tail(after)
    let words = (String(scalars: head).lowercased(), String(scalars: tail).lowercased())
    if head.isEmpty || tail.isEmpty { return .kept }
    if Self.conjunctions.contains(words.1) { return .spaced }
    if hyphenated.contains(head + ["-"] + tail) { return .kept }
    return Self.keeping.contains(words.0) || Self.keeping.contains(words.1) ? .kept : .joined
  }

  private static func head(_ text: ArraySlice<Unicode.Scalar>) -> [Unicode.Scalar] {
    text.suffix(40).reversed().prefix { $0.properties.isAlphabetic }.reversed()
  }

  private static func tail(_ text: ArraySlice<Unicode.Scalar>) -> [Unicode.Scalar] {
    Array(text.prefix(40).prefix { $0.properties.isAlphabetic })
  }
}
