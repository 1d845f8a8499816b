/// Where things end, of which the parser tells only where they begin.
extension YAMLEditor {
  /// The place behind the colon of a key.
  ///
  /// - Parameter key: Where the key begins.
  /// - Returns: `nil` if no colon follows in the line.
  package func colon(behindKeyAt key: Place) -> Place? {
    guard lines.indices.contains(key.line - 1) else { return nil }
    let line = words(ofLine: key.line)
    var column = key.column - 1
    guard line.indices.contains(column) else { return nil }
    if line[column] == "\"" || line[column] == "'" {
      guard let end = endOfQuoted(from: key), end.line == key.line else { return nil }
      column = end.column - 1
    }
    while column < line.count {
      let next = column + 1 < line.count ? line[column + 1] : " "
      if line[column] == ":", next == " " || next == "\t" {
        return Place(line: key.line, column: column + 2)
      }
      if line[column] == " ", next == "#" { return nil }
      column += 1
    }
    return nil
  }

  /// The places behind which a value may end, the likeliest first.
  ///
  /// - Parameters:
  ///   - start: Where the value begins, as the parser tells.
  ///   - margin: How many spaces stand before the key whose value it is.
  ///   - isInFlow: Whether the key stands between braces, or the value between brackets.
  /// - Returns: The places of what follows it.
  package func ends(ofValueAt start: Place, margin: Int, isInFlow: Bool) -> [Place] {
    guard lines.indices.contains(start.line - 1) else { return [] }
    let line = words(ofLine: start.line)
    guard line.indices.contains(start.column - 1) else { return [start] }
    switch line[start.column - 1] {
    case "[", "{":
      return closing(start).map { [Place(line: $0.line, column: $0.column + 1)] } ?? []
    case "\"", "'": return endOfQuoted(from: start).map { [$0] } ?? []
    case "|" where !isInFlow, ">" where !isInFlow:
      return [endOfLine(lastLineOfBlock(from: start, margin: margin))]
    default: break
    }
    if isInFlow { return [endOfPlain(from: start, isInFlow: true)] }
    let rest = line.dropFirst(start.column - 1)
    let isList = rest.first == "-" && (rest.count == 1 || rest.dropFirst().first == " ")
    if isList || colon(behindKeyAt: start) != nil {
      let dash = isList ? start.column : start.column - 1
      return ends(after: start.line, dash: dash, isWholeList: isList).map(endOfLine)
    }
    return [endOfPlain(from: start, margin: margin)]
  }

  /// Whether a literal or folded block begins at a place.
  package func isBlockText(at place: Place) -> Bool {
    let scalar = lines[place.line - 1].dropFirst(place.column - 1).first
    return scalar == "|" || scalar == ">"
  }

  /// The place behind the mark with which a literal or folded block begins: `|`, `>-`, `|2+`.
  package func endOfMark(at place: Place) -> Place {
    let mark = words(ofLine: place.line).dropFirst(place.column - 1).prefix { $0 != " " }
    return Place(line: place.line, column: place.column + mark.count)
  }

  /// The text of a line without what ends it.
  func words(ofLine line: Int) -> ArraySlice<Unicode.Scalar> {
    lines[line - 1].prefix { !YAMLText.endsLine($0) }
  }

  /// The place behind the last word of a line.
  package func endOfLine(_ line: Int) -> Place {
    Place(line: line, column: words(ofLine: line).count + 1)
  }

  private func endOfQuoted(from start: Place) -> Place? {
    let mark = lines[start.line - 1][start.column - 1]
    var isEscaped = false
    for number in start.line...lines.count {
      let line = words(ofLine: number)
      var column = number == start.line ? start.column : 0
      while column < line.count {
        if isEscaped {
          isEscaped = false
        } else if mark == "\"", line[column] == "\\" {
          isEscaped = true
        } else if line[column] == mark {
          let isDoubled = mark == "'" && column + 1 < line.count && line[column + 1] == mark
          guard isDoubled else { return Place(line: number, column: column + 2) }
          column += 1
        }
        column += 1
      }
      isEscaped = false
    }
    return nil
  }

  private func endOfPlain(from start: Place, margin: Int = 0, isInFlow: Bool = false) -> Place {
    func end(_ line: ArraySlice<Unicode.Scalar>, from first: Int) -> (column: Int, stops: Bool) {
      var stop = line.count
      for column in line.indices.dropFirst(first) {
        let isComment = line[column] == "#" && column > 0 && line[column - 1] == " "
        let isMark = isInFlow && ",[]{}".unicodeScalars.contains(line[column])
        if isComment || isMark {
          stop = column
          break
        }
      }
      let spaces = line[..<stop].reversed().prefix { $0 == " " || $0 == "\t" }.count
      return (stop - spaces, stop < line.count)
    }
    var place = Place(line: start.line, column: 0)
    var (column, stops) = end(words(ofLine: start.line), from: start.column - 1)
    place.column = column + 1
    guard !isInFlow, !stops else { return place }
    for number in lines.indices.map({ $0 + 1 }).dropFirst(start.line) {
      let line = words(ofLine: number)
      let indent = line.prefix { $0 == " " }.count
      guard indent < line.count else { continue }
      guard indent > margin, line[indent] != "#" else { break }
      (column, stops) = end(line, from: indent)
      place = Place(line: number, column: column + 1)
      if stops { break }
    }
    return place
  }

  /// The last line with words of a literal or folded block.
  private func lastLineOfBlock(from start: Place, margin: Int) -> Int {
    var (last, least) = (start.line, margin + 1)
    var isFirst = true
    for number in lines.indices.map({ $0 + 1 }).dropFirst(start.line) {
      let line = words(ofLine: number)
      let indent = line.prefix { $0 == " " }.count
      guard indent < line.count else { continue }
      guard indent >= least else { break }
      if isFirst { (least, isFirst) = (indent, false) }
      last = number
    }
    return last
  }
}
