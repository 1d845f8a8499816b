import PlanModel

/// Why lines of the source were joined to a block, or part it from the one before.
struct LineReasons {
  let scope: PageScope
  let place: SourcePlace

  /// The rules as a list, in the order in which they first decided; empty if the source says itself
  /// what a block is.
  var html: HTML {
    let items = joined.map { rule, ranges in
      scope.text(
        .linesJoined,
        [
          "lines": ranges.map(lineRange).joined(separator: ", "),
          "reason": scope.text(rule.phrase),
        ])
    }
    let begins = beginning.map {
      scope.text(.lineBegins, ["line": String($0.line), "reason": scope.text($0.rule.phrase)])
    }
    let words = (begins.map { [$0] } ?? []) + items
    guard !words.isEmpty else { return .empty }
    return .element(
      .ul, [.classes("reasons")], children: words.map { .element(.li, [], .text($0)) })
  }

  /// The rule that begins the block, if its first line was decided of.
  private var beginning: SourcePlace.Reason? {
    place.reasons.first.flatMap { $0.rule.isJoin ? nil : $0 }
  }

  /// The lines that each rule joined.
  private var joined: [(LineDecision.Rule, [ClosedRange<Int>])] {
    var result: [(rule: LineDecision.Rule, ranges: [ClosedRange<Int>])] = []
    let reasons = place.reasons.filter(\.rule.isJoin)
    for index in reasons.indices {
      let reason = reasons[index]
      let end = index + 1 < reasons.endIndex ? reasons[index + 1].line - 1 : place.lines.upperBound
      let lines = reason.line...max(reason.line, end)
      if let known = result.firstIndex(where: { $0.rule == reason.rule }) {
        result[known].ranges.append(lines)
      } else {
        result.append((reason.rule, [lines]))
      }
    }
    return result.map { ($0.rule, $0.ranges) }
  }
}

extension LineDecision.Rule {
  fileprivate var phrase: Phrase {
    switch self {
    case .headingMark: .ruleHeadingMark
    case .headingEnds: .ruleHeadingEnds
    case .headingGoesOn: .ruleHeadingGoesOn
    case .titleOfMark: .ruleTitleOfMark
    case .lineIsParagraph: .ruleLineIsParagraph
    case .pageBreak: .rulePageBreak
    case .indent: .ruleIndent
    case .noIndent: .ruleNoIndent
    case .articleMark: .ruleArticleMark
    case .itemMark: .ruleItemMark
    case .blankLine: .ruleBlankLine
    case .detachedFirstLine: .ruleDetachedFirstLine
    case .sentenceOverBlank: .ruleSentenceOverBlank
    case .ruling: .ruleRuling
    case .standsAlone: .ruleStandsAlone
    case .noBlankLine: .ruleNoBlankLine
    case .salutation: .ruleSalutation
    case .shortLine: .ruleShortLine
    case .fullLine: .ruleFullLine
    case .sentenceGoesOn: .ruleSentenceGoesOn
    case .typeSize: .ruleTypeSize
    case .roomAbove: .ruleRoomAbove
    case .roomForWord: .ruleRoomForWord
    case .noRoomForWord: .ruleNoRoomForWord
    case .newColumn: .ruleNewColumn
    case .tableRow: .ruleTableRow
    case .contentsEntry: .ruleContentsEntry
    case .standsApart: .ruleStandsApart
    case .headingType: .ruleHeadingType
    case .lineBreak: .ruleLineBreak
    }
  }
}
