public import PlanModel
public import PluginKit

/// Suggests references: to another document by its title, to a place of the same one by its number,
/// or by where the reference stands (`前款`, `本章`, `本规划`).
///
/// A place that the plan has is resolved to its block. A block's own number (`第十二条` at the head
/// of the article) is no reference, nor are `第十九届` and `第一条生产线`.
public struct ReferenceSuggester: Suggester {
  /// The suggester's name.
  public let name = "references"

  /// Creates a suggester.
  public init() {}

  /// The suggestions for a plan, in the order of reading.
  public func suggestions(for plan: Plan) -> [Suggestion] {
    let index = PlaceIndex(plan)
    return plan.blocks.indices.flatMap { block -> [Suggestion] in
      guard !plan.blocks[block].kind.isHeading else { return [] }
      let text = Array(plan.blocks[block].text.unicodeScalars)
      var scanner = ReferenceScanner(text)
      return scanner.references(from: Self.ownNumber(of: text)).map { found in
        let target = found.title == nil ? Self.target(of: found, from: block, in: index) : nil
        var suggestion = Suggestion(
          .reference, by: name, block: block, range: found.range,
          confidence: Self.confidence(found, isResolved: target != nil))
        suggestion.reference = Suggestion.Reference(
          title: found.title, path: found.steps.map(\.words),
          target: target.map { plan.blocks[$0].id })
        return suggestion
      }
    }
  }

  /// The length of the number that a block itself bears: of chapters and sections only headings do.
  private static func ownNumber(of text: [Unicode.Scalar]) -> Int {
    guard let mark = NumberMark(openingOf: text[...]) else { return 0 }
    switch mark.scheme {
    case .part, .chapter, .section: return 0
    case .article, .chineseComma, .chineseParenthesis, .arabicPoint, .arabicParenthesis, .decimal,
      .circled, .letter, .box, .annex:
      return mark.length
    }
  }

  private static func target(
    of found: ReferenceScanner.Found, from block: Int, in index: PlaceIndex
  ) -> Int? {
    let steps = found.steps.map(\.step)
    switch found.relative {
    case nil, .document: return steps.isEmpty ? nil : index.target(of: steps, from: block)
    case .article: return steps.isEmpty ? nil : index.target(of: steps, from: block)
    case .chapter: return index.heading(.chapter, around: block)
    case .section: return index.heading(.section, around: block)
    case .articleBefore:
      guard let article = index.articleBefore(block) else { return nil }
      return steps.isEmpty ? article : index.target(of: steps, from: article)
    case .paragraphBefore: return index.paragraphBefore(block)
    }
  }

  private static func confidence(
    _ found: ReferenceScanner.Found, isResolved: Bool
  ) -> Double {
    if found.title != nil || isResolved { return 0.97 }
    return found.steps.isEmpty ? 0.8 : 0.85
  }
}
