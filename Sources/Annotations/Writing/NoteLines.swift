internal import YAMLReading

/// Writes values as lines of YAML, as a person would write a note: one key a line, short lists and
/// mappings between brackets, texts of several lines as a block.
enum NoteLines {
  /// The lines of an item of a list: `- id: …`.
  ///
  /// - Parameters:
  ///   - value: The note; a mapping.
  ///   - indent: How many spaces stand before the hyphen.
  /// - Returns: The lines without their ends.
  static func item(_ value: NoteValue, indent: Int) -> [String] {
    let margin = String(repeating: " ", count: indent)
    return block(value.entries, indent: 0).enumerated().map { number, line in
      line.isEmpty ? line : margin + (number == 0 ? "- " : "  ") + line
    }
  }

  /// The lines of an entry: its key and its value.
  static func entry(_ entry: NoteValue.Entry, indent: Int) -> [String] {
    block([entry], indent: indent)
  }

  /// A value as it stands behind its key: on the key's line and on the lines below it.
  static func value(_ entry: NoteValue.Entry, indent: Int) -> (head: String, below: [String]) {
    let lines = block([entry], indent: indent)
    let head = lines[0].dropFirst(indent + YAMLScalar.key(entry.key).count + 1)
    return (String(head.drop { $0 == " " }), Array(lines.dropFirst()))
  }

  /// A value on one line, between brackets or braces.
  static func flow(_ value: NoteValue) -> String {
    switch value {
    case .text(let text): YAMLScalar.line(text, in: .flow)
    case .flag(let flag): flag ? "true" : "false"
    case .list(let values): "[" + values.map(flow).joined(separator: ", ") + "]"
    case .mapping(let entries): "{ " + entries.map(pair).joined(separator: ", ") + " }"
    }
  }

  private static func pair(_ entry: NoteValue.Entry) -> String {
    YAMLScalar.key(entry.key) + ": " + flow(entry.value)
  }

  private static func block(_ entries: [NoteValue.Entry], indent: Int) -> [String] {
    let margin = String(repeating: " ", count: indent)
    return entries.flatMap { entry in
      let key = margin + YAMLScalar.key(entry.key) + ":"
      switch entry.value {
      case .text(let text):
        let lines = scalar(text)
        return [key + " " + lines[0]]
          + lines.dropFirst().map { $0.isEmpty ? $0 : margin + "  " + $0 }
      case .list(let values)
      where values.contains(where: { !$0.entries.isEmpty }) && !isShort(entry):
        return [key] + values.map { margin + "  - " + flow($0) }
      case .mapping(let inner) where entry.key == "on":
        return [key] + block(inner, indent: indent + 2)
      case .flag, .list, .mapping: return [key + " " + flow(entry.value)]
      }
    }
  }

  /// Lists of what happened have an item a line; lists of agencies stand on one.
  private static func isShort(_ entry: NoteValue.Entry) -> Bool {
    entry.key != "status" && entry.key != "decisions"
  }

  /// A text on one line, or as the head and the lines of a block.
  private static func scalar(_ text: String) -> [String] {
    let isClosed = text.hasSuffix("\n")
    let lines = isClosed ? String(text.dropLast()) : text
    guard YAMLScalar.isLiteral(lines) else { return [YAMLScalar.line(text, in: .block)] }
    return [isClosed ? "|" : "|-"]
      + lines.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
  }
}
