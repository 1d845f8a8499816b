internal import PlanModel
internal import YAMLReading
internal import Yams

/// A user's file of notes that something is put into: nothing else in it changes, no comment, no
/// order, no byte.
///
/// Each change is read back before it counts. It must have done what was asked for and left every
/// other note as it was; otherwise the document stays as it is and an error says why.
public struct NotesDocument: Sendable {
  /// The file's name, for messages.
  public let file: String
  /// The text as it is now.
  public internal(set) var text: String
  let kinds: [AnnotationKind]
  let agencies: AgencyRegistry

  /// Opens a document.
  ///
  /// - Parameters:
  ///   - text: The text of the file; empty if it is a new one.
  ///   - file: The file's name, for messages.
  ///   - kinds: The kinds that there are.
  ///   - agencies: The agencies that there are.
  public init(text: String, file: String, kinds: [AnnotationKind], agencies: AgencyRegistry) {
    self.file = file
    self.text = text
    self.kinds = kinds
    self.agencies = agencies
  }

  /// What the text says.
  public var content: AnnotationFile {
    AnnotationFile(yaml: text, file: file, kinds: kinds, agencies: agencies)
  }

  /// A note as lines of YAML, as it is written into a file.
  public static func lines(of note: NoteValue) -> String {
    NoteLines.item(note, indent: 2).map { $0 + "\n" }.joined()
  }

  /// Reads a note that stands in no file yet.
  ///
  /// - Parameter note: The note; a mapping.
  /// - Returns: The note, unless it is too faulty, and what is wrong with it; places are those of the
  ///   lines that would be written.
  public func reading(_ note: NoteValue) -> AnnotationFile {
    AnnotationFile(
      yaml: "notes:\n" + Self.lines(of: note), file: file, kinds: kinds, agencies: agencies)
  }

  // MARK: - Notes

  /// Puts notes behind those that are there.
  ///
  /// - Parameter notes: The notes, each a mapping.
  /// - Returns: The notes as they are read back, with their places in the text.
  /// - Throws: A `DocumentError` if the file is no YAML, a note is faulty, or the file has a form
  ///   into which nothing can be put.
  @discardableResult
  public mutating func add(_ notes: [NoteValue]) throws -> [Annotation] {
    guard !notes.isEmpty else { return [] }
    let wanted = notes.map(reading)
    let faults = wanted.flatMap(\.diagnostics).filter { $0.severity == .error }
    guard faults.isEmpty else { throw DocumentError(faults) }
    let expected = content.annotations + wanted.flatMap(\.annotations)
    let candidates = try ListInsertion.candidates(
      notes, under: "notes", in: text, file: file, isSpaced: true)
    try accept(candidates, as: expected)
    return Array(content.annotations.suffix(notes.count))
  }

  // MARK: - Decisions

  /// Adds what a person decided about a note's place; of several decisions about one version the
  /// last one counts.
  ///
  /// - Parameters:
  ///   - decision: The decision.
  ///   - id: The note's name.
  /// - Throws: A `DocumentError` if the file has no such note, or a form into which nothing can be
  ///   put.
  public mutating func add(_ decision: Annotation.Decision, to id: String) throws {
    var expected = content.annotations
    guard let index = expected.firstIndex(where: { $0.id == id }) else {
      throw DocumentError(
        code: "unknown-note", "there is no note ‘\(id)’", at: FilePlace(file: file))
    }
    expected[index].decisions.append(decision)
    try accept(try placesForDecision(NoteValue(decision), in: id), as: expected)
  }

  private func placesForDecision(_ decision: NoteValue, in id: String) throws -> [String] {
    let editor = YAMLEditor(text)
    guard
      let list = try ListInsertion.root(of: text, file: file)?.mapping?.first(where: {
        $0.key.scalar?.string == "notes"
      })?.value,
      let notes = list.sequence,
      let node = notes.first(where: { $0.mapping?["id"]?.scalar?.string == id }),
      let note = node.mapping
    else { return [] }
    let flow = NoteLines.flow(decision)
    if let value = note["decisions"], let decisions = value.sequence {
      let place = YAMLEditor.Place(value)
      if editor.isFlow(at: place) {
        return editor.closing(place).map {
          [editor.inserting(flow, before: $0, isFirst: decisions.isEmpty)]
        } ?? []
      }
      return editor.ends(after: place.line, dash: place.column, isWholeList: true).map { line in
        let margin = String(repeating: " ", count: place.column - 1)
        return editor.inserting([margin + "- " + flow], after: line)
      }
    }
    let entry = NoteValue.Entry("decisions", .list([decision]))
    let place = YAMLEditor.Place(node)
    if editor.isFlow(at: place) {
      let words = "decisions: " + NoteLines.flow(entry.value)
      return editor.closing(place).map { [editor.inserting(words, before: $0, isFirst: false)] }
        ?? []
    }
    let dash = YAMLEditor.Place(list).column
    return editor.ends(after: place.line, dash: dash, isWholeList: false).map { line in
      editor.inserting(NoteLines.entry(entry, indent: place.column - 1), after: line)
    }
  }

  // MARK: - Reading back

  /// Takes the first of some texts that says what is expected and has no new faults.
  private mutating func accept(_ texts: [String], as expected: [Annotation]) throws {
    let before = Set(content.diagnostics.map(\.message))
    for candidate in texts {
      let read = AnnotationFile(yaml: candidate, file: file, kinds: kinds, agencies: agencies)
      guard read.diagnostics.allSatisfy({ before.contains($0.message) }),
        read.annotations.map(\.withoutPlaces) == expected.map(\.withoutPlaces)
      else { continue }
      text = candidate
      return
    }
    throw ListInsertion.error(file: file, key: "notes")
  }
}

extension Annotation {
  /// The note as it reads, wherever it stands.
  var withoutPlaces: Annotation {
    var note = self
    let nowhere = FilePlace(file: "")
    (note.place, note.target.place) = (nowhere, nowhere)
    for index in note.decisions.indices { note.decisions[index].place = nowhere }
    return note
  }

  /// Whether two notes say the same of the same, wherever they are written and in whatever order.
  public func saysTheSame(as other: Annotation) -> Bool {
    func sorted(_ note: Annotation) -> Annotation {
      var note = note.withoutPlaces
      note.fields.sort { $0.key < $1.key }
      return note
    }
    return sorted(self) == sorted(other)
  }
}
