import Annotations
import PluginKit

/// Finds indicators in an English sentence: `reduce emissions by at least 40 % by 2030`.
///
/// A figure counts if the sentence sets a task (`shall`, `will`, `aims to`, or a verb such as `Reduce` at
/// its beginning) and a year or a bound with it, and doesn't tell what was. What is measured stands
/// before the figure, behind a verb of change or before `shall`; or behind it, after `of`; or it is what
/// is counted.
struct EnglishIndicatorScanner {
  /// An amount with the word that binds it, and its unit.
  private let amount =
    /\b(?:([Aa]t least|[Nn]ot? less than|[Nn]o fewer than|[Aa] minimum of|[Mm]ore than|[Oo]ver|[Aa]bove|[Aa]t most|[Nn]ot? more than|[Aa] maximum of|[Uu]p to|[Ll]ess than|[Ff]ewer than|[Bb]elow|[Aa]bout|[Aa]round|[Aa]pproximately) )?(\d{1,3}(?:,\d{3})+|\d{1,6})(\.\d+)?( (?:thousand|million|billion|trillion))?(?: ?(%|percentage points?|percent|per cent)| ((?:[a-z]+ ){0,2}[A-Za-z]+))/
    .matchingSemantics(.unicodeScalar)
  private let year =
    /\b(?:[Bb]y|[Ii]n|[Uu]ntil) (?:the (?:end of|year) )?((?:20|21)\d\d)\b/
    .matchingSemantics(.unicodeScalar)

  private static let tasks: Set<String> = [
    "shall", "must", "will", "should", "aim", "aims", "target", "targets", "goal", "ensure",
    "commit", "commits", "seek", "seeks",
  ]
  private static let past: Set<String> = [
    "was", "were", "rose", "fell", "grew", "had", "has", "have",
  ]
  private static let changes: Set<String> = [
    "increase", "raise", "grow", "expand", "reduce", "cut", "decrease", "lower", "bring", "improve",
    "boost", "keep", "limit", "maintain",
  ]
  private static let beginnings = changes.union([
    "achieve", "reach", "build", "install", "plant", "create", "deliver", "provide", "restore",
    "train", "deploy",
  ])
  private static let ends: Set<String> = [
    "by", "in", "from", "to", "until", "before", "compared", "relative", "per", "and", "or", "that",
    "which", "with", "at", "on", "each", "every", "is", "are", "be", "for", "a", "as", "below",
    "above",
  ]

  /// The indicators of a sentence, with where their words stand.
  func indicators(
    in sentence: String
  ) -> [(range: Range<String.Index>, indicator: Suggestion.Indicator)] {
    let words = Self.words(sentence[...])
    let isTask =
      words.contains { Self.tasks.contains($0.lowercased()) }
      || words.first.map { Self.beginnings.contains($0.lowercased()) } ?? false
    guard isTask, !Self.tellsPast(words) else { return [] }
    let year = sentence.firstMatch(of: year).map { String($0.output.1) }
    return sentence.matches(of: amount).compactMap { match in
      let (_, bound, whole, fraction, scale, percent, nouns) = match.output
      let noun = nouns.flatMap(Self.unit)
      guard year != nil || bound != nil, let end = (percent ?? noun)?.endIndex else { return nil }
      let counted = noun.flatMap { Self.measures.contains(String($0)) ? nil : String($0) }
      guard
        let name = counted
          ?? Self.name(before: sentence[..<match.range.lowerBound], after: sentence[end...])
      else { return nil }
      let unit = [scale?.dropFirst(), percent.map { _ in "%" } ?? noun].compactMap(\.self)
      let range = match.range.lowerBound..<end
      let quantity = Quantity(
        value: whole.filter { $0 != "," } + (fraction ?? ""),
        comparator: Self.comparator(bound), unit: unit.joined(separator: " "),
        words: String(sentence[range]))
      return (range, .init(name: name, quantity: quantity, year: year))
    }
  }
}

extension EnglishIndicatorScanner {
  private static let measures: Set<String> = [
    "GW", "MW", "kW", "TWh", "GWh", "MWh", "kWh", "km", "kilometres", "kilometers", "miles",
    "hectares",
    "ha", "tonnes", "tons", "Mt", "kt", "litres", "acres",
  ]
  /// Nouns behind a number that count no result.
  private static let others: Set<String> = [
    "days", "weeks", "months", "years", "hours", "minutes", "pages", "times", "paragraphs",
    "articles", "sections", "members", "copies", "this", "its", "is", "was", "has", "as",
  ]

  /// Whether a sentence tells what was: `has risen`, but not `will have risen`.
  private static func tellsPast(_ words: [String]) -> Bool {
    words.indices.contains { index in
      past.contains(words[index].lowercased())
        && !(index > 0 && (tasks.contains(words[index - 1]) || words[index - 1] == "to"))
    }
  }

  /// The unit with which some words begin: a measure, or what is counted (`new homes`).
  private static func unit(_ words: Substring) -> Substring? {
    for word in words.split(separator: " ") {
      let all = words[..<word.endIndex]
      if measures.contains(String(all)) { return all }
      if ends.contains(String(word)) || word == "of" || others.contains(String(word)) { return nil }
      if word.count > 3, word.hasSuffix("s"), !word.hasSuffix("ss") { return all }
    }
    return nil
  }

  private static func comparator(_ bound: Substring?) -> Quantity.Comparator {
    switch bound?.lowercased() {
    case nil: .exactly
    case "more than", "over", "above": .above
    case "less than", "fewer than", "below": .below
    case "about", "around", "approximately": .about
    case "at most", "no more than", "not more than", "a maximum of", "up to": .atMost
    default: .atLeast
    }
  }

  /// What is measured.
  private static func name(before: Substring, after: Substring) -> String? {
    let behind = words(after.prefix { !",;:(".contains($0) })
    if behind.first == "of" {
      return joined(behind.dropFirst().prefix { !ends.contains($0) && !tasks.contains($0) })
    }
    let clause = words(before.suffix(while: { !",;:(".contains($0) }))
    // Where a change begins is what there is.
    if clause.last == "from" { return nil }
    if let verb = clause.lastIndex(where: { changes.contains($0.lowercased()) }) {
      return joined(clause[(verb + 1)...].prefix { !["from", "by", "to", "at"].contains($0) })
    }
    if let task = clause.firstIndex(where: tasks.contains) { return joined(clause[..<task]) }
    return nil
  }

  private static func joined(_ words: ArraySlice<String>) -> String? {
    let articles: Set = ["the", "its", "their", "a", "an", "our", "all"]
    let name = words.drop { articles.contains($0.lowercased()) }
    return name.isEmpty || name.count > 12 ? nil : name.joined(separator: " ")
  }

  private static func words(_ text: Substring) -> [String] {
    text.split(whereSeparator: { $0 == " " || $0 == "\n" }).map { word in
      String(word.drop { "“\"(".contains($0) }).trimmed
    }.filter { !$0.isEmpty }
  }
}

extension String {
  /// The word without the punctuation behind it.
  fileprivate var trimmed: String {
    var word = self[...]
    while let last = word.last, ".,;:)”\"".contains(last) { word = word.dropLast() }
    return String(word)
  }
}

extension Substring {
  fileprivate func suffix(while holds: (Character) -> Bool) -> Substring {
    var start = endIndex
    while start > startIndex, holds(self[index(before: start)]) { start = index(before: start) }
    return self[start...]
  }
}
