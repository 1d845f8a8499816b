/// Changes of what is there.
extension YAMLEditor {
  /// The text with other words in place of those between two places.
  ///
  /// - Parameters:
  ///   - start: The first place that goes.
  ///   - end: The place behind the last one that goes.
  ///   - new: What stands there then.
  ///   - below: Lines that stand below it then; what followed in the line stays above them.
  /// - Returns: The text.
  package func replacing(
    from start: Place, to end: Place, with new: String, below: [String] = []
  ) -> String {
    let line = lines[end.line - 1]
    var before = Array(lines[start.line - 1][..<(start.column - 1)])
    var after = Array(line[(end.column - 1)...])
    if new.isEmpty, after.allSatisfy(YAMLText.endsLine) {
      while before.last == " " { before.removeLast() }
    }
    if !below.isEmpty, after.last.map(YAMLText.endsLine) != true {
      after += Array(lineEnd.unicodeScalars)
    }
    return byteOrderMark + Self.text(lines[..<(start.line - 1)]) + Self.text([before]) + new
      + Self.text([after]) + below.map { $0 + lineEnd }.joined() + Self.text(lines[end.line...])
  }

  /// The text without some lines; lines that are a comment and nothing else stay if they are to.
  ///
  /// - Parameters:
  ///   - range: The lines, counted from 1.
  ///   - below: Lines that stand there then, before the comments that stay.
  ///   - keepsComments: Whether comments stay.
  /// - Returns: The text.
  package func replacingLines(
    _ range: ClosedRange<Int>, with below: [String] = [], keepsComments: Bool
  ) -> String {
    let kept = keepsComments ? range.filter(isComment).map { lines[$0 - 1] } : []
    return byteOrderMark + Self.text(lines[..<(range.lowerBound - 1)])
      + below.map { $0 + lineEnd }.joined() + Self.text(kept)
      + Self.text(lines[range.upperBound...])
  }

  /// The text without an item of a flow list or mapping, and without the comma that parts it from
  /// its neighbour.
  ///
  /// - Parameters:
  ///   - start: Where the item begins.
  ///   - end: The place behind it.
  /// - Returns: The text.
  package func removingFlowItem(from start: Place, to end: Place) -> String {
    let line = lines[end.line - 1]
    let behind = line[(end.column - 1)...]
    let spaces = behind.prefix { $0 == " " }.count
    if behind.dropFirst(spaces).first == "," {
      let more = behind.dropFirst(spaces + 1).prefix { $0 == " " }.count
      return replacing(
        from: start, to: Place(line: end.line, column: end.column + spaces + 1 + more), with: "")
    }
    var number = start.line
    var before = lines[number - 1][..<(start.column - 1)]
    while true {
      while let last = before.last, last == " " || YAMLText.endsLine(last) { before.removeLast() }
      guard before.isEmpty, number > 1 else { break }
      number -= 1
      before = lines[number - 1][...]
    }
    guard before.last == "," else { return replacing(from: start, to: end, with: "") }
    return replacing(from: Place(line: number, column: before.count), to: end, with: "")
  }

  /// Whether a line is a comment and nothing else.
  package func isComment(line: Int) -> Bool {
    words(ofLine: line).first { $0 != " " && $0 != "\t" } == "#"
  }

  /// Whether nothing but spaces stands before a place in its line.
  package func isFirst(_ place: Place) -> Bool {
    lines[place.line - 1].prefix(place.column - 1).allSatisfy { $0 == " " }
  }
}
