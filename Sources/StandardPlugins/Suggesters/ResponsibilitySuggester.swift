public import PlanModel
public import PluginKit

/// Suggests who has what part in a task.
///
/// Chinese plans divide the work in notes in parentheses, `（商务部、海关总署等有关部门负责）`, and behind
/// labels, `责任单位：市财政局。`
///
/// Of 216 parenthesised spans with such verbs in 60 papers of the State Council 215 were
/// assignments; so running text is left alone, where 负责 is mostly somebody's trade (负责人,
/// 负责同志) or a story. A rule that is said once, as `排在第一位的部门为牵头部门，下同`, holds from
/// there on, and every suggestion that rests on it names it.
public struct ResponsibilitySuggester: Suggester {
  /// The suggester's name.
  public let name = "responsibilities"

  /// Creates a suggester.
  public init() {}

  /// The suggestions for a plan, in the order of reading.
  public func suggestions(for plan: Plan) -> [Suggestion] {
    var suggestions: [Suggestion] = []
    var rule: String?
    for (index, block) in plan.blocks.enumerated() where !block.kind.isHeading {
      let text = Array(block.text.unicodeScalars)
      var covered = 0
      for (span, inside) in notes(in: text) {
        guard let note = ResponsibilityNote(text[inside]) else { continue }
        if let found = note.rule { rule = found }
        var parties = note.parties
        if rule != nil, !parties.contains(where: { $0.role == "lead" }),
          let first = parties.first, first.role == "responsible"
        {
          parties[0].role = "lead"
        }
        suggestions.append(
          Suggestion(
            .responsibility, by: name, block: index, range: span,
            covers: covered..<span.upperBound, confidence: note.isSure ? 0.97 : 0.8,
            parties: parties, rule: rule))
        covered = span.upperBound
        // The full stop behind a note closes what the note is about.
        while covered < text.count, text[covered] == "。" || text[covered] == "；" { covered += 1 }
      }
    }
    return suggestions
  }

  /// Where notes may stand, each with its inside: in parentheses, and behind a label.
  private func notes(in text: [Unicode.Scalar]) -> [(span: Range<Int>, inside: Range<Int>)] {
    let inParentheses = parentheses(in: text)
    let labelled = labels(in: text).filter { span in
      !inParentheses.contains { $0.overlaps(span) && $0.contains(span.lowerBound) }
    }
    return
      (inParentheses.map { ($0, $0.lowerBound + 1..<$0.upperBound - 1) } + labelled.map { ($0, $0) })
      .sorted { $0.0.lowerBound < $1.0.lowerBound }
  }

  /// From each label at the beginning of a sentence to the end of the sentence.
  private func labels(in text: [Unicode.Scalar]) -> [Range<Int>] {
    var found: [Range<Int>] = []
    var start = 0
    while start < text.count {
      let end = text[start...].firstIndex(of: "。") ?? text.count
      if end - start <= 400, ResponsibilityNote.beginsWithLabel(text[start..<end]) {
        found.append(start..<end)
      }
      start = end + 1
    }
    return found
  }

  /// The outermost parentheses of either width, with what is in them; none longer than 400 scalars.
  private func parentheses(in text: [Unicode.Scalar]) -> [Range<Int>] {
    var found: [Range<Int>] = []
    var open: [Int] = []
    for (place, scalar) in text.enumerated() {
      if scalar == "（" || scalar == "(" {
        open.append(place)
      } else if scalar == "）" || scalar == ")", let start = open.popLast(), open.isEmpty {
        if place - start <= 400 { found.append(start..<place + 1) }
      }
    }
    return found
  }
}
