public import PlanModel
public import PluginKit

/// Suggests duties, times and indicators in English: `the Agency shall publish its findings by 31
/// December 2025`.
///
/// A duty is a body with `shall`, `must` or `is responsible for`; a body is named in capitals, with a
/// word for a sort of body among them. `by 2025` is a target year; with a day or a month, or `the end
/// of`, it is a deadline.
public struct EnglishSuggester: Suggester {
  /// The suggester's name.
  public let name = "english"

  /// Creates a suggester.
  public init() {}

  /// The suggestions for a plan, in the order of reading.
  public func suggestions(for plan: Plan) -> [Suggestion] {
    let patterns = EnglishPatterns()
    let indicators = EnglishIndicatorScanner()
    return plan.blocks.indices.flatMap { index -> [Suggestion] in
      let block = plan.blocks[index]
      // No pattern fits where there are no words of Latin letters.
      guard !block.kind.isHeading, block.text.contains(" ") else { return [] }
      let sentences = Self.sentences(of: Array(block.text.unicodeScalars))
      return sentences.flatMap { suggestions(in: $0, block: index, patterns, indicators) }
    }
  }

  private func suggestions(
    in found: Sentence, block: Int, _ patterns: EnglishPatterns,
    _ indicators: EnglishIndicatorScanner
  ) -> [Suggestion] {
    let (sentence, place, clues) = found
    var suggestions: [Suggestion] = []
    func range(_ found: Range<String.Index>) -> Range<Int> {
      let scalars = sentence.unicodeScalars
      let start =
        place.lowerBound + scalars.distance(from: sentence.startIndex, to: found.lowerBound)
      return start..<start + scalars.distance(from: found.lowerBound, to: found.upperBound)
    }
    for match in clues.duty ? sentence.matches(of: patterns.duty) : [] {
      suggestions.append(
        Suggestion(
          .responsibility, by: name, block: block, range: range(match.range), covers: place,
          confidence: 0.8,
          parties: [.init(name: String(match.output.1), role: "responsible")]))
    }
    for match in clues.year ? sentence.matches(of: patterns.day) : [] {
      guard
        let value = EnglishPatterns.day(
          match.output.2.map { Int($0) } ?? nil, of: match.output.3, in: match.output.4,
          isBefore: match.output.1.lowercased() == "before")
      else { continue }
      suggestions.append(time(.deadline, value, sentence, match.range, range, place, block))
    }
    for match in clues.year ? sentence.matches(of: patterns.year) : [] {
      let isEnd = match.output.1 != nil
      suggestions.append(
        time(
          isEnd ? .deadline : .targetYear,
          isEnd ? "\(match.output.2)-12-31" : String(match.output.2), sentence, match.range, range,
          place, block))
    }
    for match in clues.span ? sentence.matches(of: patterns.span) : [] {
      let number = Self.numbers[match.output.1.lowercased()] ?? Int(match.output.1) ?? 0
      guard number > 0, let unit = match.output.2.first.map({ String($0).uppercased() }) else {
        continue
      }
      suggestions.append(
        time(.horizon, "P\(number)\(unit)", sentence, match.range, range, place, block))
    }
    for (words, indicator) in clues.amount ? indicators.indicators(in: sentence) : [] {
      var suggestion = Suggestion(
        .indicator, by: name, block: block, range: range(words), covers: place,
        confidence: indicator.year == nil ? 0.7 : 0.8)
      suggestion.indicator = indicator
      suggestions.append(suggestion)
    }
    return suggestions
  }

  private func time(
    _ timeClass: Suggestion.Time.Class, _ value: String, _ sentence: String,
    _ found: Range<String.Index>, _ range: (Range<String.Index>) -> Range<Int>, _ place: Range<Int>,
    _ block: Int
  ) -> Suggestion {
    Suggestion(
      .date, by: name, block: block, range: range(found), covers: place, confidence: 0.9,
      time: .init(text: String(sentence[found]), timeClass: timeClass, value: value))
  }

  private static let numbers = [
    "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8,
    "nine": 9, "ten": 10, "twelve": 12,
  ]

  private typealias Sentence = (text: String, range: Range<Int>, clues: EnglishPatterns.Clues)

  /// The sentences of a text that may hold a duty or a time; long ones are cut, so that no pattern
  /// takes long.
  private static func sentences(of text: [Unicode.Scalar]) -> [Sentence] {
    var sentences: [Sentence] = []
    var start = 0
    for place in text.indices {
      let ends =
        place + 1 == text.count || place - start >= 2_000
        || ".;!?".unicodeScalars.contains(text[place]) && text[place + 1] == " "
      guard ends else { continue }
      let range = start..<place + 1
      let words = String(String.UnicodeScalarView(text[range]))
      let clues = EnglishPatterns.Clues(in: words)
      if clues.isAny { sentences.append((words, range, clues)) }
      start = place + 1
    }
    return sentences
  }
}
