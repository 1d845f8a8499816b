package import PlanModel
package import Yams

/// Reads YAML nodes and notes what is wrong with them, with line and column.
///
/// No alias is read: nested ones stand for more than a machine can hold, and nobody needs them here.
/// libYAML itself refuses what is nested more than 1,000 deep.
package struct YAMLReader {
  /// The file's name, for diagnostics.
  package let file: String
  /// What is wrong, in the order in which it was met.
  package var diagnostics: [Diagnostic] = []

  /// Creates a reader.
  package init(file: String) { self.file = file }

  /// Longer files are refused.
  package static let longest = 4 << 20

  /// The root of a file, or `nil` with a diagnostic.
  package mutating func root(of document: String) -> Node? {
    // libYAML counts a byte order mark as a column.
    let isMarked = document.unicodeScalars.first == "\u{FEFF}"
    let yaml = isMarked ? String(document.unicodeScalars.dropFirst()) : document
    return composed(yaml)
  }

  private mutating func composed(_ yaml: String) -> Node? {
    guard yaml.utf8.count <= Self.longest else {
      diagnostics.append(
        Diagnostic(
          .error, code: "too-large", "the file is longer than 4 MiB", at: FilePlace(file: file),
          help: "part it into several files"))
      return nil
    }
    let text = YAMLText(yaml)
    if let alias = text.firstAlias() {
      diagnostics.append(
        Diagnostic(
          .error, code: "yaml-alias", "anchors and aliases aren't taken", at: place(alias),
          help: "write the value out; a few aliases of aliases can stand for a text without end"))
      return nil
    }
    do {
      // What a scalar is, is for the reader of the field to say; tags are never asked for, and finding
      // them takes half of the time.
      return try Yams.compose(yaml: yaml, .basic)
    } catch YamlError.duplicatedKeysInMapping(let keys, let context) {
      let key = keys.min() ?? "?"
      let first = YAMLText.Place(
        line: max(1, context.mark.line), column: max(1, context.mark.column),
        length: max(1, key.unicodeScalars.count))
      diagnostics.append(
        Diagnostic(
          .error, code: "duplicate-key", "the key ‘\(key)’ stands twice",
          at: place(text.secondPlace(of: key, after: first) ?? first)))
    } catch YamlError.reader(let problem, _, _, _) {
      let control = text.firstControl() ?? YAMLText.Place(line: 1, column: 1, length: 1)
      diagnostics.append(Diagnostic(.error, code: "bad-yaml", problem, at: place(control)))
    } catch let error as YamlError {
      diagnostics.append(error.diagnostic(file: file))
    } catch {
      report("bad-yaml", "the file is no YAML", at: nil)
    }
    return nil
  }

  private func place(_ place: YAMLText.Place) -> FilePlace {
    FilePlace(file: file, line: place.line, column: place.column, length: place.length)
  }

  package func place(of node: Node?) -> FilePlace {
    guard let mark = node?.mark else { return FilePlace(file: file) }
    let text = node?.scalar?.string.prefix { $0 != "\n" } ?? "x"
    return FilePlace(
      file: file, line: max(1, mark.line), column: max(1, mark.column),
      length: max(1, text.unicodeScalars.count))
  }

  package mutating func report(
    _ code: String, _ message: String, at node: Node?, help: String? = nil
  ) {
    diagnostics.append(Diagnostic(.error, code: code, message, at: place(of: node), help: help))
  }

  /// A key of a mapping with its value.
  package struct Entry {
    package var key: String
    package var keyNode: Node
    package var value: Node
  }

  package mutating func mapping(_ node: Node, _ what: String) -> [Entry] {
    guard case .mapping(let mapping) = node else {
      report("wrong-type", "\(what) must be a mapping of keys", at: node)
      return []
    }
    return mapping.compactMap { key, value in
      guard let text = key.scalar?.string else {
        report("wrong-type", "a key must be text", at: key)
        return nil
      }
      return Entry(key: text, keyNode: key, value: value)
    }
  }

  package mutating func list(_ node: Node, _ what: String) -> [Node] {
    if case .sequence(let sequence) = node { return Array(sequence) }
    report("wrong-type", "\(what) must be a list", at: node)
    return []
  }

  package mutating func text(_ node: Node, _ what: String) -> String? {
    guard let text = node.scalar?.string else {
      report("wrong-type", "\(what) must be text", at: node)
      return nil
    }
    guard !text.isEmpty else {
      report("wrong-type", "\(what) is empty", at: node)
      return nil
    }
    return text
  }

  /// Texts: a list of them, or one.
  package mutating func texts(_ node: Node, _ what: String) -> [String] {
    if node.scalar != nil { return text(node, what).map { [$0] } ?? [] }
    return list(node, what).compactMap { text($0, what) }
  }

  package mutating func flag(_ node: Node, _ what: String) -> Bool {
    switch node.scalar?.string {
    case "true", "yes": return true
    case "false", "no": return false
    default:
      report("wrong-type", "\(what) must be true or false", at: node)
      return false
    }
  }

  /// One of some words.
  package mutating func word<Word: RawRepresentable & CaseIterable>(
    _ node: Node, _ what: String, as type: Word.Type
  ) -> Word? where Word.RawValue == String {
    guard let text = text(node, what) else { return nil }
    if let word = Word(rawValue: text) { return word }
    unknown(text, what, at: node, among: Word.allCases.map(\.rawValue), code: "unknown-choice")
    return nil
  }

  package mutating func unknownKey(_ entry: Entry, _ what: String, known: [String]) {
    unknown(entry.key, what, at: entry.keyNode, among: known, code: "unknown-field")
  }

  package mutating func unknown(
    _ name: String, _ what: String, at node: Node, among known: [String], code: String
  ) {
    let near = nearestName(to: name, among: known).map { "did you mean ‘\($0)’?" }
    let all = known.count <= 12 ? "known are: " + known.joined(separator: ", ") : nil
    report(code, "\(what) ‘\(name)’ is unknown", at: node, help: near ?? all)
  }
}

extension YamlError {
  fileprivate func diagnostic(file: String) -> Diagnostic {
    switch self {
    case .scanner(_, let problem, let mark, _), .parser(_, let problem, let mark, _),
      .composer(_, let problem, let mark, _):
      Diagnostic(
        .error, code: "bad-yaml", problem,
        at: FilePlace(file: file, line: max(1, mark.line), column: max(1, mark.column)))
    default:
      Diagnostic(.error, code: "bad-yaml", "the file is no YAML", at: FilePlace(file: file))
    }
  }
}
