internal import YAMLReading
internal import Yams

/// Changes an entry of a note in the text of its file, in each of the ways that may be right; the
/// caller reads back which one is.
struct EntryEditing {
  private let editor: YAMLEditor
  /// The note.
  private let note: Node.Mapping
  /// Whether the note stands between braces.
  private let isFlow: Bool
  /// How many spaces stand before the note's keys.
  private let margin: Int

  /// Prepares to edit a note; `nil` if the node is none.
  init?(_ text: String, note: Node) {
    guard let mapping = note.mapping else { return nil }
    editor = YAMLEditor(text)
    self.note = mapping
    let place = YAMLEditor.Place(note)
    isFlow = editor.isFlow(at: place)
    margin = place.column - 1
  }

  /// The texts in which an entry says something else, is put in, or is gone.
  ///
  /// - Parameters:
  ///   - key: The entry's key.
  ///   - value: What it is to say; `nil` if it is to be gone.
  ///   - before: The key behind whose entry a new one is put.
  /// - Returns: The texts, the one that changes least first.
  func candidates(for key: String, value: NoteValue?, after before: String?) -> [String] {
    guard let place = note.firstIndex(where: { $0.key.scalar?.string == key }) else {
      return value.map { insertions(of: .init(key, $0), after: before) } ?? []
    }
    let (keyNode, old) = note[place]
    guard let value else { return removals(of: place) }
    return elementwise(from: old, to: value)
      + replacements(of: keyNode, old, with: .init(key, value))
  }

  // MARK: - Whole entries

  private func insertions(of entry: NoteValue.Entry, after key: String?) -> [String] {
    guard let before = note.first(where: { $0.key.scalar?.string == key }) else { return [] }
    return ends(of: before.value, key: before.key).map { end in
      if isFlow {
        let pair = NoteLines.flow(.mapping([entry])).dropFirst(2).dropLast(2)
        return editor.replacing(from: end, to: end, with: ", " + pair)
      }
      return editor.inserting(NoteLines.entry(entry, indent: margin), after: end.line)
    }
  }

  private func removals(of place: Node.Mapping.Index) -> [String] {
    let (keyNode, value) = note[place]
    let key = YAMLEditor.Place(keyNode)
    return ends(of: value, key: keyNode).flatMap { end -> [String] in
      if isFlow { return [editor.removingFlowItem(from: key, to: end)] }
      let lines = key.line...end.line
      let keepsComments = value.scalar == nil
      guard !editor.isFirst(key) else {
        return [editor.replacingLines(lines, keepsComments: keepsComments)]
      }
      // The hyphen of the note stands before its first key: the next one takes its place.
      let next = note.index(after: place)
      guard next != note.endIndex else { return [] }
      let follower = YAMLEditor.Place(note[next].key)
      let between = (key.line..<follower.line).filter(editor.isComment)
      if between.isEmpty { return [editor.replacing(from: key, to: follower, with: "")] }
      let last = end.line > key.line ? editor.endOfLine(key.line) : end
      let bare =
        end.line > key.line
        ? YAMLEditor(editor.replacingLines(key.line + 1...end.line, keepsComments: keepsComments))
        : editor
      return [bare.replacing(from: key, to: last, with: "")]
    }
  }

  private func replacements(
    of keyNode: Node, _ old: Node, with entry: NoteValue.Entry
  ) -> [String] {
    let key = YAMLEditor.Place(keyNode)
    guard let colon = editor.colon(behindKeyAt: key) else { return [] }
    let new =
      isFlow
      ? (head: NoteLines.flow(entry.value), below: [])
      : NoteLines.value(entry, indent: margin)
    let spaced = new.head.isEmpty ? "" : " " + new.head
    if isEmpty(old) {
      return [editor.replacing(from: colon, to: colon, with: spaced, below: new.below)]
    }
    let start = YAMLEditor.Place(old)
    return ends(of: old, key: keyNode).flatMap { end -> [String] in
      guard start.line > key.line else {
        let isBlock = !isFlow && end.line > start.line && editor.isBlockText(at: start)
        guard isBlock else {
          return [editor.replacing(from: start, to: end, with: new.head, below: new.below)]
        }
        // What follows the mark of a block is a comment on the key's line.
        let bare = YAMLEditor(
          editor.replacingLines((start.line + 1)...end.line, keepsComments: false))
        return [
          bare.replacing(
            from: start, to: editor.endOfMark(at: start), with: new.head, below: new.below)
        ]
      }
      let bare = YAMLEditor(
        editor.replacingLines(
          (key.line + 1)...end.line, with: new.below, keepsComments: old.scalar == nil))
      return [bare.replacing(from: colon, to: colon, with: spaced)]
    }
  }

  // MARK: - Elements of a list

  /// The ways to put elements behind those that are there, or to take some of them out.
  private func elementwise(from old: Node, to new: NoteValue) -> [String] {
    guard let nodes = old.sequence, !nodes.isEmpty, case .list(let wanted) = new else { return [] }
    let place = YAMLEditor.Place(old)
    let values = nodes.map(NoteValue.init)
    let list = wanted.map(\.asRead)
    if list.starts(with: values) {
      return inserting(Array(wanted.dropFirst(values.count)), into: place)
    }
    var rest = list[...]
    var gone: [Node] = []
    for (node, value) in zip(nodes, values) {
      if value == rest.first { rest.removeFirst() } else { gone.append(node) }
    }
    guard rest.isEmpty else { return [] }
    var texts = [editor]
    for node in gone.reversed() {
      texts = texts.flatMap { removing(node, of: place, in: $0).map(YAMLEditor.init) }
    }
    return texts.map(\.text)
  }

  private func inserting(_ values: [NoteValue], into list: YAMLEditor.Place) -> [String] {
    if editor.isFlow(at: list) {
      let items = values.map(NoteLines.flow).joined(separator: ", ")
      return editor.closing(list).map { [editor.inserting(items, before: $0, isFirst: false)] }
        ?? []
    }
    let dash = String(repeating: " ", count: list.column - 1) + "- "
    return editor.ends(after: list.line, dash: list.column, isWholeList: true).map { line in
      editor.inserting(values.map { dash + NoteLines.flow($0) }, after: line)
    }
  }

  private func removing(
    _ node: Node, of list: YAMLEditor.Place, in editor: YAMLEditor
  ) -> [String] {
    let place = YAMLEditor.Place(node)
    if editor.isFlow(at: list) {
      return editor.ends(ofValueAt: place, margin: 0, isInFlow: true).map {
        editor.removingFlowItem(from: place, to: $0)
      }
    }
    return editor.ends(after: place.line, dash: list.column, isWholeList: false).map {
      editor.replacingLines(place.line...$0, keepsComments: node.scalar == nil)
    }
  }

  // MARK: - Places

  private func isEmpty(_ value: Node) -> Bool {
    guard let scalar = value.scalar, scalar.string.isEmpty else { return false }
    return scalar.style != .doubleQuoted && scalar.style != .singleQuoted
  }

  /// The places behind which the value of a key may end.
  private func ends(of value: Node, key: Node) -> [YAMLEditor.Place] {
    guard !isEmpty(value) else {
      return editor.colon(behindKeyAt: YAMLEditor.Place(key)).map { [$0] } ?? []
    }
    return editor.ends(ofValueAt: YAMLEditor.Place(value), margin: margin, isInFlow: isFlow)
  }
}
