public import PlanModel
public import PluginKit

/// Suggests duties and times in English: `the Agency shall publish its findings by 31 December 2025`.
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
    plan.blocks.indices.flatMap { index -> [Suggestion] in
      let block = plan.blocks[index]
      // No pattern fits where there are no words of Latin letters.
      guard !block.kind.isHeading, block.text.contains(" ") else { return [] }
      let sentences = Self.sentences(of: Array(block.text.unicodeScalars))
      return sentences.flatMap { suggestions(in: $0.text, at: $0.range, block: index) }
    }
  }

  private func suggestions(
    in sentence: String, at place: Range<Int>, block: Int
  ) -> [Suggestion] {
    var suggestions: [Suggestion] = []
    func range(_ found: Range<String.Index>) -> Range<Int> {
      let scalars = sentence.unicodeScalars
      let start =
        place.lowerBound + scalars.distance(from: sentence.startIndex, to: found.lowerBound)
      return start..<start + scalars.distance(from: found.lowerBound, to: found.upperBound)
    }
    for match in sentence.matches(of: Self.duty) {
      suggestions.append(
        Suggestion(
          .responsibility, by: name, block: block, range: range(match.range), covers: place,
          confidence: 0.8,
          parties: [.init(name: String(match.output.1), role: "responsible")]))
    }
    for match in sentence.matches(of: Self.day) {
      guard let month = Self.months.firstIndex(of: String(match.output.2)),
        let year = Int(match.output.3)
      else { continue }
      let day = match.output.1.flatMap { Int($0) }
      let months = [31, year % 4 == 0 ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
      let value = "\(year)-\(Self.padded(month + 1))-\(Self.padded(day ?? months[month]))"
      suggestions.append(time(.deadline, value, sentence, match.range, range, place, block))
    }
    for match in sentence.matches(of: Self.year) {
      let isEnd = match.output.1 != nil
      suggestions.append(
        time(
          isEnd ? .deadline : .targetYear,
          isEnd ? "\(match.output.2)-12-31" : String(match.output.2), sentence, match.range, range,
          place, block))
    }
    for match in sentence.matches(of: Self.span) {
      let number = Self.numbers[match.output.1.lowercased()] ?? Int(match.output.1) ?? 0
      guard number > 0, let unit = match.output.2.first.map({ String($0).uppercased() }) else {
        continue
      }
      suggestions.append(
        time(.horizon, "P\(number)\(unit)", sentence, match.range, range, place, block))
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

  // Regular expressions aren't Sendable, so each use makes its own.
  private static var duty: Regex<(Substring, Substring)> {
    /\b[Tt]he ((?:[A-Z][A-Za-z\-]+(?: (?:of|for|and|the|on) | ))*(?:Agency|Agencies|Authority|Authorities|Board|Commission|Commissioner|Committee|Council|Court|Department|Director|Government|Inspectorate|Minister|Ministry|Office|Registrar|Secretary|Tribunal|Member States?)(?: (?:of|for|on)(?: the)?(?: [A-Z][A-Za-z\-]+(?: and)?)+)?) (?:shall|must|is responsible for|are responsible for)\b/
  }
  private static var day: Regex<(Substring, Substring?, Substring, Substring)> {
    /\b(?:[Bb]y|[Bb]efore|[Nn]o later than|[Nn]ot later than|[Uu]ntil) (?:the end of )?(?:(\d{1,2}) )?(January|February|March|April|May|June|July|August|September|October|November|December) ((?:19|20|21)\d\d)\b/
  }
  private static var year: Regex<(Substring, Substring?, Substring)> {
    /\b[Bb]y (the end of )?((?:19|20|21)\d\d)\b/
  }
  private static var span: Regex<(Substring, Substring, Substring)> {
    /\b[Ww]ithin (\d{1,3}|one|two|three|four|five|six|seven|eight|nine|ten|twelve) (day|week|month|year)s?\b/
  }

  private static let months = [
    "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November", "December",
  ]
  private static let numbers = [
    "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8,
    "nine": 9, "ten": 10, "twelve": 12,
  ]

  private static func padded(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }

  /// The sentences of a text with their places; long ones are cut, so that no pattern takes long.
  private static func sentences(
    of text: [Unicode.Scalar]
  ) -> [(text: String, range: Range<Int>)] {
    var sentences: [(text: String, range: Range<Int>)] = []
    var start = 0
    for place in text.indices {
      let ends =
        place + 1 == text.count || place - start >= 2_000
        || ".;!?".unicodeScalars.contains(text[place]) && text[place + 1] == " "
      guard ends else { continue }
      let range = start..<place + 1
      let words = String(String.UnicodeScalarView(text[range]))
      if words.contains("shall") || words.contains("must") || words.contains("responsible")
        || words.contains(where: { $0.isASCII && $0.isNumber }) || words.contains("ithin ")
      {
        sentences.append((words, range))
      }
      start = place + 1
    }
    return sentences
  }
}
