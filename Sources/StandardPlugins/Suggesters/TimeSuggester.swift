public import PlanModel
public import PluginKit

/// Suggests times: deadlines, target years, starts, recurrences, horizons, and the date of issue.
///
/// A year in the name of a document (《…（2018—2035年）》, 〔2019〕), in a span of years or in a story
/// (`已于2017年`) is none. `到2022年` is a year and not 31 December; `从2019年起` is no deadline.
public struct TimeSuggester: Suggester {
  /// The suggester's name.
  public let name = "times"

  /// Creates a suggester.
  public init() {}

  /// The suggestions for a plan, in the order of reading.
  public func suggestions(for plan: Plan) -> [Suggestion] {
    plan.blocks.indices.flatMap { index -> [Suggestion] in
      guard !plan.blocks[index].kind.isHeading else { return [] }
      let text = Array(plan.blocks[index].text.unicodeScalars)
      var scanner = TimeScanner(text)
      return scanner.times().map { range, time in
        Suggestion(
          .date, by: name, block: index, range: range, covers: sentence(around: range, in: text),
          confidence: time.timeClass == .targetYear && !time.text.hasPrefix("到") ? 0.75 : 0.93,
          time: time)
      }
    }
  }

  /// The sentence in which a range stands.
  private func sentence(around range: Range<Int>, in text: [Unicode.Scalar]) -> Range<Int> {
    func ends(_ scalar: Unicode.Scalar) -> Bool { "。！？；\n".unicodeScalars.contains(scalar) }
    var (start, end) = (range.lowerBound, range.upperBound)
    while start > 0, !ends(text[start - 1]) { start -= 1 }
    while end < text.count, !ends(text[end]) { end += 1 }
    return start..<min(text.count, end + 1)
  }
}
