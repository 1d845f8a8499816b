import Annotations
import PlanModel
import PluginKit
import StandardPlugins
import Testing

@Suite struct `Suggested indicators in English` {
  /// Sentences and the indicators in them: what is measured, how it is bound, how much, by when.
  private static let sentences: [(text: String, indicators: [String])] = [
    (
      "The Member States shall reduce greenhouse gas emissions by at least 40 % by 2030.",
      ["greenhouse gas emissions at-least 40 % 2030"]
    ),
    (
      "The share of renewable energy shall reach 32.5 per cent in 2030.",
      ["share of renewable energy exactly 32.5 % 2030"]
    ),
    (
      "Increase the recycling rate of packaging from 45% to 65% by the end of 2027.",
      ["recycling rate of packaging exactly 65 % 2027"]
    ),
    (
      "By 2028, at least 90 percent of primary schools will have clean water.",
      ["primary schools at-least 90 % 2028"]
    ),
    (
      "By 2028, at least 90 percent of primary schools must offer clean water.",
      ["primary schools at-least 90 % 2028"]
    ),
    ("Build 300,000 homes by 2026.", ["homes exactly 300000 homes 2026"]),
    (
      "The Government will install no less than 1.5 million heat pumps by 2030.",
      ["heat pumps at-least 1.5 million heat pumps 2030"]
    ),
    (
      "The programme aims to keep unemployment below 4% until 2030.",
      ["unemployment below 4 % 2030"]
    ),
    ("Emissions fell by 12 % in 2020.", []),
    ("In 2019 the rate was 45 %, and it must be published by 2021.", []),
    ("The Agency shall report within 30 days, by 2025 at the latest.", []),
    ("Article 5 shall apply by 2026.", []),
    ("A fee of 5 % is charged.", []),
    (
      "The strategy will add 5 GW of offshore wind, and restore 20,000 hectares of bog by 2032.",
      ["offshore wind exactly 5 GW 2032", "bog exactly 20000 hectares 2032"]
    ),
  ]

  @Test(arguments: sentences.indices)
  func `are what is measured, how much of it, and by when`(index: Int) {
    let (text, indicators) = Self.sentences[index]
    let block = Block(id: BlockID("p-xxxxxxxx")!, kind: .paragraph, text: text, ancestors: [])
    let found = EnglishSuggester().suggestions(for: Plan(blocks: [block])).filter {
      $0.kind == .indicator
    }
    #expect(
      found.compactMap(\.indicator).map { indicator in
        let quantity = indicator.quantity
        return [
          indicator.name, quantity.comparator.rawValue, quantity.value, quantity.unit,
          indicator.year,
        ].compactMap(\.self).joined(separator: " ")
      } == indicators)
    let scalars = Array(text.unicodeScalars)
    for suggestion in found {
      #expect(
        String(String.UnicodeScalarView(scalars[suggestion.range]))
          == suggestion.indicator?.quantity.words)
    }
  }
}
