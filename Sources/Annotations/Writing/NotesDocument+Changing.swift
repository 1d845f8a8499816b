internal import PlanModel
internal import YAMLReading
internal import Yams

extension NotesDocument {
  /// Changes what a note says.
  ///
  /// What the note would say is checked first, against its kind and the agencies that there are. Then
  /// each change is made in the text and read back: it must have done what was asked for and left
  /// everything else as it was.
  ///
  /// - Parameters:
  ///   - id: The note's name.
  ///   - changes: The changes, made one after the other.
  /// - Returns: Whether the text is another one now; what the note says already changes nothing.
  /// - Throws: A `DocumentError` if the file has no such note, the note would be faulty, or the file
  ///   has a form that can't be changed; then the text stays as it is.
  @discardableResult
  public mutating func change(_ id: String, by changes: [NoteChange]) throws -> Bool {
    guard let node = try note(id, in: text) else {
      throw DocumentError(
        code: "unknown-note", "there is no note ‘\(id)’", at: FilePlace(file: file))
    }
    let steps = try checked(changes, of: node)
    var changed = text
    for (note, key) in steps { changed = try changing(id, to: note, at: key, in: changed) }
    guard changed != text else { return false }
    let before = Set(content.diagnostics.map(\.message))
    let after = AnnotationFile(yaml: changed, file: file, kinds: kinds, agencies: agencies)
    guard after.diagnostics.allSatisfy({ before.contains($0.message) }) else {
      throw ListInsertion.error(file: file, key: "notes")
    }
    text = changed
    return true
  }

  /// The lines in which a note stands, with their comments.
  ///
  /// - Parameter id: The note's name.
  /// - Returns: Nothing if there is no such note.
  public func lines(of id: String) -> String {
    guard let node = try? note(id, in: text) else { return "" }
    let (editor, place) = (YAMLEditor(text), YAMLEditor.Place(node))
    let dash = editor.isFlow(at: place) ? place.column : place.column - 1
    let end = editor.ends(after: place.line, dash: dash, isWholeList: false)[0]
    return editor.text(ofLines: place.line...end)
  }

  /// What the note says after each of the changes, with the key of what is changed.
  private func checked(
    _ changes: [NoteChange], of node: Node
  ) throws -> [(note: NoteValue, key: String)] {
    var steps: [(note: NoteValue, key: String)] = []
    var note = NoteValue(node)
    var known = Set(reading(note).diagnostics.map(\.message))
    var faults: [(change: NoteChange, fault: Diagnostic)] = []
    for change in changes {
      do {
        note = try change.applied(to: note, kinds: kinds)
        steps.append((note, change.field))
        for fault in reading(note).diagnostics where known.insert(fault.message).inserted {
          faults.append((change, fault))
        }
      } catch let error as DocumentError {
        faults += error.diagnostics.map { (change, $0) }
      }
    }
    // A note may be faulty on the way, as long as the last change mends it.
    let last = Set(reading(note).diagnostics.map(\.message))
    let lasting = faults.filter { steps.count < changes.count || last.contains($0.fault.message) }
    guard lasting.isEmpty else {
      throw DocumentError(lasting.map { told($0.fault, of: $0.change, in: node) })
    }
    return steps
  }

  /// A fault of a change, at the place in the file that it would change.
  private func told(_ fault: Diagnostic, of change: NoteChange, in note: Node) -> Diagnostic {
    let place = note.mapping?[change.field] ?? note.mapping?["id"]
    return Diagnostic(
      fault.severity, code: fault.code, "\(change.argument): \(fault.message)",
      at: YAMLReader(file: file).place(of: place), help: fault.help)
  }

  private func note(_ id: String, in text: String) throws -> Node? {
    let root = try ListInsertion.root(of: text, file: file)
    let list = root?.mapping?.first { $0.key.scalar?.string == "notes" }?.value
    return list?.sequence?.first { $0.mapping?["id"]?.scalar?.string == id }
  }

  /// The text in which a note says something else and everything else is as it was.
  private func changing(
    _ id: String, to note: NoteValue, at key: String, in text: String
  ) throws -> String {
    guard let root = try ListInsertion.root(of: text, file: file),
      let node = try self.note(id, in: text), let editing = EntryEditing(text, note: node)
    else { throw ListInsertion.error(file: file, key: "notes") }
    guard NoteValue(node) != note.asRead else { return text }
    let expected = NoteValue(root).replacing(id, by: note.asRead)
    let before = note.entries.firstIndex { $0.key == key }.flatMap { place in
      place > 0 ? note.entries[place - 1].key : nil
    }
    for candidate in editing.candidates(for: key, value: note[key], after: before) {
      var reader = YAMLReader(file: file)
      if let root = reader.root(of: candidate), NoteValue(root) == expected { return candidate }
    }
    throw DocumentError(
      code: "uneditable-file",
      "‘\(key)’ of ‘\(id)’ is written in a form that can't be changed here",
      at: YAMLReader(file: file).place(of: node), help: "change it in the file")
  }
}

extension NoteValue {
  /// A file in which a note is another one.
  fileprivate func replacing(_ id: String, by note: NoteValue) -> NoteValue {
    .mapping(
      entries.map { entry in
        guard entry.key == "notes", case .list(let notes) = entry.value else { return entry }
        return Entry("notes", .list(notes.map { $0["id"]?.text == id ? note : $0 }))
      })
  }
}
