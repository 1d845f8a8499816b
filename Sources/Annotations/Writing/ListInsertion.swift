internal import PlanModel
internal import YAMLReading
internal import Yams

/// Puts items into the list that stands under a key at the top of a file.
enum ListInsertion {
  /// The text with the items behind those that are there, in each of the ways that may be right; the
  /// caller reads back which one is.
  ///
  /// - Parameters:
  ///   - items: The items, each a mapping.
  ///   - key: The key of the list.
  ///   - text: The text of the file.
  ///   - file: The file's name.
  ///   - isSpaced: Whether a blank line is to stand between items.
  /// - Returns: The texts; none if the file has a form into which nothing can be put.
  /// - Throws: A `DocumentError` if the file is no YAML.
  static func candidates(
    _ items: [NoteValue], under key: String, in text: String, file: String, isSpaced: Bool
  ) throws -> [String] {
    let editor = YAMLEditor(text)
    func lines(_ indent: Int, isFirst: Bool) -> [String] {
      items.enumerated().flatMap { number, item in
        let lines =
          isSpaced
          ? NoteLines.item(item, indent: indent)
          : [String(repeating: " ", count: indent) + "- " + NoteLines.flow(item)]
        return (number == 0 && isFirst || !isSpaced ? [] : [""]) + lines
      }
    }
    let root = try root(of: text, file: file)
    guard let entry = root?.mapping?.first(where: { $0.key.scalar?.string == key }) else {
      guard root == nil || root?.scalar?.string.isEmpty == true else { return [] }
      return [editor.inserting([key + ":"] + lines(2, isFirst: true), after: editor.lineCount)]
    }
    guard let list = entry.value.sequence else {
      return [editor.inserting(lines(2, isFirst: true), after: YAMLEditor.Place(entry.key).line)]
    }
    let dash = YAMLEditor.Place(entry.value)
    guard !editor.isFlow(at: dash) else {
      guard list.isEmpty, let closing = editor.closing(dash), closing.line == dash.line else {
        return []
      }
      let bare = YAMLEditor(editor.removing(dash.column...closing.column, inLine: dash.line))
      return [bare.inserting(lines(2, isFirst: true), after: dash.line)]
    }
    let ends = editor.ends(after: dash.line, dash: dash.column, isWholeList: true)
    // A blank line is part of a text that keeps its last lines (`|+`): the last try has none.
    return ends.map { editor.inserting(lines(dash.column - 1, isFirst: false), after: $0) }
      + ends.map { editor.inserting(lines(dash.column - 1, isFirst: true), after: $0) }
  }

  /// The root of a file, if it has any.
  static func root(of text: String, file: String) throws -> Node? {
    var reader = YAMLReader(file: file)
    let root = reader.root(of: text)
    if !reader.diagnostics.isEmpty { throw DocumentError(reader.diagnostics) }
    return root
  }

  /// What is said of a file into which nothing can be put.
  static func error(file: String, key: String) -> DocumentError {
    DocumentError(
      code: "uneditable-file", "nothing can be put into a file of this form without changing it",
      at: FilePlace(file: file),
      help: "write ‘\(key):’ on a line of its own and each item as ‘  - id: …’ below it")
  }
}

extension YAMLEditor.Place {
  init(_ node: Node) {
    self.init(line: max(1, node.mark?.line ?? 1), column: max(1, node.mark?.column ?? 1))
  }
}
