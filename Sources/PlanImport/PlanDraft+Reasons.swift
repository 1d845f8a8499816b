internal import PlanModel

extension PlanDraft {
  /// Gives each block's place the rules that decided of its lines.
  ///
  /// Where no line was joined to another each is a block, and there is nothing to explain.
  mutating func placeReasons() {
    guard decisions.contains(where: \.isJoined) else { return }
    var next = 0
    for index in blocks.indices {
      guard let lines = blocks[index].source?.lines else { continue }
      var reasons: [SourcePlace.Reason] = []
      while next < decisions.count, decisions[next].line <= lines.upperBound {
        let decision = decisions[next]
        next += 1
        guard decision.line >= lines.lowerBound, decision.rule != .lineIsParagraph else { continue }
        // What begins a block says nothing of the lines joined to it.
        if decision.isJoined, reasons.last?.rule == decision.rule { continue }
        reasons.append(SourcePlace.Reason(line: decision.line, rule: decision.rule))
      }
      blocks[index].source?.reasons = reasons
    }
  }
}
