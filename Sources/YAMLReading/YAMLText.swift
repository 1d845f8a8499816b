/// The text of a YAML file, for what the parser doesn't tell: where a key stands again, where an
/// alias is, and at which line and column a byte lies.
///
/// Lines end where libYAML, which reads YAML 1.1, ends them: with a line feed, a carriage return or
/// both, U+0085, U+2028 or U+2029. So an alias cannot hide behind one, and lines are counted alike.
package struct YAMLText {
  /// The lines without their ends, in scalars.
  private let lines: [[Unicode.Scalar]]

  /// Reads the lines of a text.
  package init(_ text: String) {
    lines = Self.linesWithEnds(Array(text.unicodeScalars)[...]).map { line in
      Array(line.prefix { !Self.endsLine($0) })
    }
  }

  /// The lines of a text, each with what ends it; the last one has no end and may be empty.
  static func linesWithEnds(_ scalars: ArraySlice<Unicode.Scalar>) -> [[Unicode.Scalar]] {
    var lines: [[Unicode.Scalar]] = []
    var line: [Unicode.Scalar] = []
    var rest = scalars
    while let scalar = rest.popFirst() {
      line.append(scalar)
      guard endsLine(scalar) else { continue }
      if scalar == "\r", rest.first == "\n" { line.append(rest.removeFirst()) }
      lines.append(line)
      line = []
    }
    return lines + [line]
  }

  static func endsLine(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "\n", "\r", "\u{85}", "\u{2028}", "\u{2029}": true
    default: false
    }
  }

  /// A run of scalars in a line; line and column are counted from 1.
  package struct Place: Equatable {
    package var line: Int
    package var column: Int
    package var length: Int

    package init(line: Int, column: Int, length: Int) {
      self.line = line
      self.column = column
      self.length = length
    }
  }

  // MARK: - Keys

  /// Where a key stands for the second time in its mapping.
  ///
  /// - Parameters:
  ///   - key: The key.
  ///   - first: Where it stands for the first time.
  /// - Returns: `nil` if it is written in another way the second time, in quotation marks say.
  package func secondPlace(of key: String, after first: Place) -> Place? {
    let words = Array(key.unicodeScalars)
    guard lines.indices.contains(first.line - 1), !words.isEmpty else { return nil }
    let isBlock = lines[first.line - 1].prefix(max(0, first.column - 1)).allSatisfy(Self.isIndent)
    if !isBlock, let here = flowPlace(of: words, after: first) { return here }
    for line in lines.indices.dropFirst(first.line) {
      let text = lines[line]
      let start = first.column - 1
      if text.count > start, text.prefix(start).allSatisfy(Self.isIndent),
        isKey(words, at: start, in: text)
      {
        return Place(line: line + 1, column: first.column, length: words.count)
      }
    }
    return nil
  }

  /// The next place in the same line where the key opens an entry of a flow mapping.
  private func flowPlace(of key: [Unicode.Scalar], after first: Place) -> Place? {
    let text = lines[first.line - 1]
    var depth = 0
    for start in text.indices.dropFirst(first.column) where depth >= 0 {
      switch text[start] {
      case "{", "[": depth += 1
      case "}", "]": depth -= 1
      default:
        let isOpening = text[start - 1] == " " || text[start - 1] == ","
        if depth == 0, isOpening, isKey(key, at: start, in: text) {
          return Place(line: first.line, column: start + 1, length: key.count)
        }
      }
    }
    return nil
  }

  private func isKey(_ key: [Unicode.Scalar], at start: Int, in text: [Unicode.Scalar]) -> Bool {
    guard text[start...].starts(with: key) else { return false }
    let rest = text[(start + key.count)...].drop { $0 == " " || $0 == "\t" }
    return rest.first == ":"
  }

  private static func isIndent(_ scalar: Unicode.Scalar) -> Bool {
    scalar == " " || scalar == "-" || scalar == "\t"
  }

  // MARK: - Aliases

  /// The first alias `*name` whose anchor `&name` stands before it.
  ///
  /// It errs on the side of safety: both in a quoted text count too, which nobody writes.
  ///
  /// - Complexity: O(*n*) in the length of the text.
  package func firstAlias() -> Place? {
    var anchors: Set<[UInt32]> = []
    for (number, text) in lines.enumerated() {
      for start in text.indices where text[start] == "&" || text[start] == "*" {
        guard start == 0 || Self.endsToken(text[start - 1]) else { continue }
        let name = text[(start + 1)...].prefix(while: Self.isNameScalar).map(\.value)
        let end = start + 1 + name.count
        guard !name.isEmpty, end == text.count || Self.endsToken(text[end]) else { continue }
        if text[start] == "&" {
          anchors.insert(name)
        } else if anchors.contains(name) {
          return Place(line: number + 1, column: start + 1, length: name.count + 1)
        }
      }
    }
    return nil
  }

  /// libYAML's rule: ASCII letters, digits, hyphens and underscores name an anchor.
  private static func isNameScalar(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "a"..."z", "A"..."Z", "0"..."9", "-", "_": true
    default: false
    }
  }

  private static func endsToken(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case " ", "\t", ",", ":", "?", "[", "]", "{", "}": true
    default: false
    }
  }

  // MARK: - Bytes

  /// The first scalar that YAML doesn't allow: a control character other than a tab.
  package func firstControl() -> Place? {
    for (number, text) in lines.enumerated() {
      let place = text.firstIndex { scalar in
        (scalar.value < 0x20 && scalar != "\t") || scalar.value == 0x7F
          || (0x80...0x9F).contains(scalar.value)
      }
      if let place { return Place(line: number + 1, column: place + 1, length: 1) }
    }
    return nil
  }
}
