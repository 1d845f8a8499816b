/// A YAML text into which something is put, while every other byte stays as it was: comments, blank
/// lines, quotation marks, line ends and the byte order mark.
///
/// It works on the places that the parser tells and on indentation. Whoever uses it reads the result
/// back and compares: where one place doesn't do, the next one that is offered may.
package struct YAMLEditor {
  /// A place between two scalars; line and column are counted from 1, as the parser counts them.
  package struct Place: Equatable {
    package var line: Int
    package var column: Int

    package init(line: Int, column: Int) {
      self.line = line
      self.column = column
    }
  }

  let byteOrderMark: String
  /// The lines with their ends.
  let lines: [[Unicode.Scalar]]
  /// How the lines of the text end.
  let lineEnd: String

  /// Reads a text.
  package init(_ text: String) {
    var scalars = Array(text.unicodeScalars)[...]
    let isMarked = scalars.first == "\u{FEFF}"
    if isMarked { scalars.removeFirst() }
    byteOrderMark = isMarked ? "\u{FEFF}" : ""
    lines = YAMLText.linesWithEnds(scalars)
    lineEnd = lines.first?.suffix(2) == ["\r", "\n"] ? "\r\n" : "\n"
  }

  /// How many lines the text has, an empty one at its end left out.
  package var lineCount: Int { lines.count - (lines.last?.isEmpty == true ? 1 : 0) }

  /// The text.
  package var text: String { byteOrderMark + Self.text(lines) }

  /// Some lines of the text, counted from 1.
  package func text(ofLines range: ClosedRange<Int>) -> String {
    Self.text(lines[(range.lowerBound - 1)..<range.upperBound])
  }

  // MARK: - Where

  /// Whether a list or a mapping stands between brackets or braces; libYAML's word for it does not
  /// come through.
  package func isFlow(at place: Place) -> Bool {
    guard lines.indices.contains(place.line - 1) else { return false }
    let scalar = lines[place.line - 1].dropFirst(place.column - 1).first
    return scalar == "[" || scalar == "{"
  }

  /// The lines behind which something may be put that is to follow an item of a block list.
  ///
  /// - Parameters:
  ///   - line: The line in which the item, or the last item, begins.
  ///   - dash: The column of the list's hyphens.
  ///   - isWholeList: Whether further items belong to what is followed.
  /// - Returns: The last line with words of its own, the last line at all that is indented, and the
  ///   last blank line behind it: a text in a literal block may end with what looks like a comment.
  package func ends(after line: Int, dash: Int, isWholeList: Bool) -> [Int] {
    var (words, indented, blank) = (line, line, line)
    for number in lines.indices.dropFirst(line) {
      let text = lines[number].prefix { !YAMLText.endsLine($0) }
      let indent = text.prefix { $0 == " " }.count
      let rest = text.dropFirst(indent)
      guard let first = rest.first else {
        blank = number + 1
        continue
      }
      let isDeeper = indent > dash - 1
      if first == "#" {
        if isDeeper { (indented, blank) = (number + 1, number + 1) }
        continue
      }
      let isItem =
        indent == dash - 1 && first == "-" && (rest.count == 1 || rest.dropFirst().first == " ")
      guard isDeeper || (isWholeList && isItem) else { break }
      (words, indented, blank) = (number + 1, number + 1, number + 1)
    }
    var places = [words]
    for place in [indented, blank] where places.last != place { places.append(place) }
    return places
  }

  /// The place of the bracket or brace that closes a flow list or mapping.
  ///
  /// - Parameter open: The place of the one that opens it.
  /// - Returns: `nil` if nothing closes it.
  package func closing(_ open: Place) -> Place? {
    var depth = 0
    var quote: Unicode.Scalar?
    var isEscaped = false
    var before: Unicode.Scalar = " "
    for number in lines.indices.dropFirst(open.line - 1) {
      var isComment = false
      let start = number == open.line - 1 ? open.column - 1 : 0
      for (column, scalar) in lines[number].enumerated().dropFirst(start) where !isComment {
        if isEscaped {
          isEscaped = false
        } else if let mark = quote {
          if scalar == mark { quote = nil }
          isEscaped = mark == "\"" && scalar == "\\"
        } else {
          switch scalar {
          case "\"", "'": if "[{,:".unicodeScalars.contains(before) { quote = scalar }
          case "#": isComment = column == 0 || lines[number][column - 1] == " "
          case "[", "{": depth += 1
          case "]", "}":
            depth -= 1
            if depth == 0 { return Place(line: number + 1, column: column + 1) }
          default: break
          }
        }
        if scalar != " ", !YAMLText.endsLine(scalar) { before = scalar }
      }
    }
    return nil
  }

  // MARK: - What

  /// The text with lines put in behind a line; line 0 is before the first.
  package func inserting(_ new: [String], after line: Int) -> String {
    let before = Self.text(lines[..<line])
    let isOpen = line > 0 && lines[line - 1].last.map { !YAMLText.endsLine($0) } ?? false
    let added = new.map { $0 + lineEnd }.joined()
    return byteOrderMark + before + (isOpen ? lineEnd : "") + added + Self.text(lines[line...])
  }

  /// The text with an entry put in before the bracket or brace that closes a list or mapping.
  ///
  /// - Parameters:
  ///   - entry: The entry.
  ///   - closing: The place of what closes it.
  ///   - isFirst: Whether the list or mapping is empty.
  /// - Returns: The text.
  package func inserting(_ entry: String, before closing: Place, isFirst: Bool) -> String {
    let line = lines[closing.line - 1]
    var before = line[..<(closing.column - 1)]
    let spaces = before.reversed().prefix { $0 == " " }.count
    before.removeLast(spaces)
    let isOpen = isFirst || before.last == "," || before.isEmpty
    // As roomy inside the brackets as it was.
    let space = spaces > 0 ? " " : ""
    let separator = isFirst ? space : before.isEmpty ? "" : isOpen ? " " : ", "
    return byteOrderMark + Self.text(lines[..<(closing.line - 1)]) + Self.text([Array(before)])
      + separator + entry + space
      + Self.text([Array(line[(closing.column - 1)...])]) + Self.text(lines[closing.line...])
  }

  /// The text without what stands in a line from one column to another, both counted, and without the
  /// spaces before it.
  package func removing(_ columns: ClosedRange<Int>, inLine line: Int) -> String {
    var changed = lines
    let spaces = lines[line - 1][..<(columns.lowerBound - 1)].reversed().prefix { $0 == " " }.count
    changed[line - 1].removeSubrange((columns.lowerBound - 1 - spaces)...(columns.upperBound - 1))
    return byteOrderMark + Self.text(changed[...])
  }

  static func text(_ lines: some Sequence<[Unicode.Scalar]>) -> String {
    var text = String.UnicodeScalarView()
    for line in lines { text.append(contentsOf: line) }
    return String(text)
  }
}
