internal import Collation
internal import PlanModel

extension MappedPiece {
  /// Leaves out clauses that were put in beside the replaced words at the edges: as many clauses end
  /// in the words that stand for them as ended in the old ones.
  mutating func dropForeignClauses(oldText: [Unicode.Scalar], newText: [Unicode.Scalar]) {
    if let span = lastChange, span.old.upperBound <= oldText.count {
      let own = Self.clauseEnds(in: oldText, span.old)
      let all = Self.clauseEnds(in: newText, span.new.clamped(to: range))
      if all.count > own.count {
        let endsInClauseEnd = own.last == span.old.upperBound - 1
        let end = endsInClauseEnd ? all[own.count - 1] + 1 : all[own.count]
        if end > range.lowerBound { range = range.lowerBound..<end }
      }
    }
    if let span = firstChange, span.old.upperBound <= oldText.count {
      let own = Self.clauseEnds(in: oldText, span.old)
      let all = Self.clauseEnds(in: newText, span.new.clamped(to: range))
      if all.count > own.count {
        let start = all[all.count - own.count - 1] + 1
        if start < range.upperBound { range = start..<range.upperBound }
      }
    }
  }

  /// Where clauses end; an ideographic space, and a space between ideographs, part them as well.
  private static func clauseEnds(in text: [Unicode.Scalar], _ range: Range<Int>) -> [Int] {
    range.filter { index in
      if text[index].endsClause || text[index] == "\u{3000}" { return true }
      let next = index + 1 < text.count ? text[index + 1] : "\n"
      return text[index].isSpace && next.isUnspaced
    }
  }
}
