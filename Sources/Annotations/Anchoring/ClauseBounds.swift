internal import PlanModel

/// Where the clauses of a text begin and end.
///
/// A list comma parts none: `生产、发行和放映机构` is one name of several bodies. Nor does a point or a
/// comma in a number or an address.
struct ClauseBounds {
  private let text: [Unicode.Scalar]
  /// Where the words behind the number mark of each line begin.
  private let starts: Set<Int>

  init(_ text: [Unicode.Scalar]) {
    self.text = text
    var starts: Set = [0]
    var line = 0
    while line < text.count {
      let end = text[line...].firstIndex(of: "\n") ?? text.count
      var first = line + (NumberMark(openingOf: text[line..<end])?.length ?? 0)
      while first < end, text[first].isSpace { first += 1 }
      starts.insert(first)
      line = end + 1
    }
    self.starts = starts
  }

  /// Whether a clause ends at a scalar.
  func isBreak(_ index: Int) -> Bool {
    switch text[index].foldedPunctuation {
    case "。", "，", "；", "：", ";", "!", "?", "\n", "(", ")", "\"", "“", "”", "—", "–": true
    case ".", ",", ":":
      index + 1 == text.count || text[index + 1].isSpace || text[index + 1].isUnspaced
    default: false
    }
  }

  /// Whether a sentence ends at a scalar.
  func isSentenceEnd(_ index: Int) -> Bool { isBreak(index) && text[index].endsSentence }

  /// Where the clause begins in which a place stands.
  func start(before place: Int) -> Int {
    var start = place
    while start > 0, !starts.contains(start), !isBreak(start - 1) { start -= 1 }
    while start < place, text[start].isSpace { start += 1 }
    return start
  }

  /// Where the clause ends in which a place stands.
  func end(behind place: Int) -> Int {
    var end = place
    while end < text.count, !isBreak(end) { end += 1 }
    while end > place, text[end - 1].isSpace { end -= 1 }
    return end
  }

  /// The parts of a range between the ends of sentences, without spaces around them.
  func sentences(in range: Range<Int>) -> [Range<Int>] {
    var parts: [Range<Int>] = []
    var start = range.lowerBound
    for index in range where isSentenceEnd(index) || index == range.upperBound - 1 {
      var end = isSentenceEnd(index) ? index : index + 1
      while start < end, text[start].isSpace { start += 1 }
      while end > start, text[end - 1].isSpace { end -= 1 }
      if start < end { parts.append(start..<end) }
      start = index + 1
    }
    return parts
  }

  /// The clauses of the text, without spaces around them.
  var clauses: [Range<Int>] {
    var clauses: [Range<Int>] = []
    var place = 0
    while place < text.count {
      let end = end(behind: place)
      let start = start(before: end)
      if start < end { clauses.append(max(start, place)..<end) }
      place = end + 1
      while place < text.count, text[place].isSpace { place += 1 }
    }
    return clauses
  }
}
