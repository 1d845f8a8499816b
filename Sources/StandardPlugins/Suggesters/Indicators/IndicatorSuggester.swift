public import PlanModel
public import PluginKit

/// Suggests indicators: what is measured, how much of it is to be reached, and by what year.
///
/// A figure alone says nothing: of 159 percentages in five reports of the government 81 stood in the
/// review of past years. So a figure counts if a year is set for it (`到2025年`), a bound that binds
/// (`不低于`) or a word for a task stands with it; and never where the clause tells what was (`已`,
/// `同比`), nor under a heading of review.
public struct IndicatorSuggester: Suggester {
  /// The suggester's name.
  public let name = "indicators"

  /// Creates a suggester.
  public init() {}

  private static let reviews = Lexicon([
    "回顾", "现状", "成效", "成就", "发展环境", "形势", "工作进展", "发展基础", "工作基础", "取得的",
  ])

  /// The suggestions for a plan, in the order of reading.
  public func suggestions(for plan: Plan) -> [Suggestion] {
    let positions = Outline(of: plan).positions
    let titles = Self.titles(of: plan)
    return plan.blocks.indices.flatMap { block -> [Suggestion] in
      guard !plan.blocks[block].kind.isHeading,
        !positions[block].labels.contains(where: Self.isReview),
        !titles[block].contains(where: Self.isReview)
      else { return [] }
      let text = Array(plan.blocks[block].text.unicodeScalars)
      var scanner = IndicatorScanner(text)
      return scanner.indicators().map { found in
        var suggestion = Suggestion(
          .indicator, by: name, block: block, range: found.range, covers: found.sentence,
          confidence: found.indicator.year == nil ? 0.75 : 0.9)
        suggestion.indicator = found.indicator
        return suggestion
      }
    }
  }

  private static func isReview(_ title: String) -> Bool {
    let scalars = Array(title.unicodeScalars)
    return reviews.isHeld(by: scalars, in: scalars.indices)
  }

  /// The titles of the sections around each block.
  private static func titles(of plan: Plan) -> [[String]] {
    var open: [(level: Int, title: String)] = []
    return plan.blocks.map { block in
      if let level = block.kind.headingLevel {
        open.removeAll { $0.level >= level }
        open.append((level, block.text))
      }
      return open.map(\.title)
    }
  }
}
