internal import PlanModel

/// Splits lines between words where lines above one another have a gap in the same place, as the
/// cells of a table have.
enum TableGaps {
  /// The lines, those of tables in parts.
  ///
  /// - Complexity: O(*n*) in the number of words, of a line and the next.
  static func split(_ lines: [PDFLine]) -> [PDFLine] {
    var cuts = [Set<Int>](repeating: [], count: lines.count)
    let gaps = lines.map(gaps)
    for (index, line) in lines.enumerated().dropLast() {
      let next = lines[index + 1]
      guard next.middle > line.middle, next.middle - line.middle < line.size * 4 else { continue }
      for gap in gaps[index] {
        for other in gaps[index + 1] {
          let shared =
            min(gap.range.upperBound, other.range.upperBound)
            - max(gap.range.lowerBound, other.range.lowerBound)
          guard shared > line.size * 0.4 else { continue }
          cuts[index].insert(gap.word)
          cuts[index + 1].insert(other.word)
        }
      }
    }
    return zip(lines, cuts).flatMap { line, cuts in
      guard !cuts.isEmpty else { return [line] }
      var parts: [PDFLine] = []
      var start = 0
      for end in cuts.sorted() + [line.words.count] {
        parts.append(
          PDFLine(Array(line.words[start..<end]), size: line.size, number: line.number))
        start = end
      }
      return parts
    }
  }

  /// The gaps of a line in which a cell may end: wide ones, and beside Han all, but not the one
  /// behind a heading's number.
  private static func gaps(of line: PDFLine) -> [(word: Int, range: ClosedRange<Double>)] {
    guard line.words.count >= 2 else { return [] }
    let mark = lengthOfMark(line.text)
    var length = 0
    return line.words.indices.dropFirst().compactMap { index in
      let (word, next) = (line.words[index - 1], line.words[index])
      length += word.text.count + (index > 1 ? 1 : 0)
      guard next.box.left - word.box.right > line.size * 0.4 else { return nil }
      if length == mark { return nil }
      let isBesideHan =
        word.text.last.map(SpaceRule.isWide) ?? false
        || next.text.first.map(SpaceRule.isWide) ?? false
      guard isBesideHan || next.box.left - word.box.right > line.size * 1.2 else { return nil }
      return (index, word.box.right...next.box.left)
    }
  }

  /// How many scalars of a line are the mark that opens it, such as `Art. 18`, `a.` or a bullet.
  static func lengthOfMark(_ text: [Unicode.Scalar]) -> Int {
    if let mark = NumberMark(openingOf: text.prefix(40)) { return mark.text.unicodeScalars.count }
    let first = text.prefix { $0 != " " }
    let isLettered = first.count == 2 && first[0].properties.isAlphabetic && first[1] == "."
    return isLettered || Array(first).isItemMark ? first.count : 0
  }
}
