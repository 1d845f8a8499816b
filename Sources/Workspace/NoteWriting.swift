public import Annotations
public import PlanModel

/// What a command wrote into the project's notes.
public struct WrittenNotes: Sendable {
  /// The file, as a person is told of it.
  public var file: String
  /// The notes with their places in the file.
  public var notes: [Annotation]
  /// The lines that were written.
  public var text: String
  /// What a person should know, and what could not be done.
  public var diagnostics: [Diagnostic]
}

extension Project {
  /// The notes' file into which goes what names none.
  static let notesFile = "notes.yml"

  /// The version to which readers are led: the newest without a notice, or the newest of all.
  ///
  /// - Throws: A `DocumentError` if the project has no version.
  public func principalVersion() throws -> Version {
    let versions = try versions()
    guard let version = versions.last(where: { $0.plan.metadata.notice == nil }) ?? versions.last
    else {
      throw DocumentError(
        code: "no-versions", "the project has no version yet",
        at: FilePlace(file: folder.shown(Self.configurationFile)),
        help: "import one: variorum import FILE --as 2025-01-01")
    }
    return version
  }

  /// Finds the passages of drafts in a version and writes the notes behind those of a file.
  ///
  /// Either all of them are written or none: a draft whose passage isn't there, or that is faulty,
  /// leaves the file as it is.
  ///
  /// - Parameters:
  ///   - drafts: The drafts.
  ///   - version: The version's name; the one to which readers are led by default.
  ///   - file: The file's name in `Annotations/`; `notes.yml` by default.
  ///   - isTrial: Whether nothing is to be written.
  /// - Returns: What was written; nothing of notes that are there already and say the same.
  /// - Throws: A `DocumentError` with every fault.
  public func add(
    _ drafts: [NoteDraft], in version: String? = nil, to file: String? = nil, isTrial: Bool = false
  ) throws -> WrittenNotes {
    try add(drafts, in: version, to: file, isTrial: isTrial, with: [:])
  }

  /// The same, while other files of the folder get other texts too.
  func add(
    _ drafts: [NoteDraft], in version: String?, to file: String?, isTrial: Bool = false,
    with others: [String: String]
  ) throws -> WrittenNotes {
    let named = try version.map { try self.version($0) } ?? principalVersion()
    let set = try annotations(replacing: others)
    var drafting = NoteDrafting(
      in: NamedPlan(version: named.name, plan: named.plan), taken: Set(set.annotations.map(\.id)))
    var document = try document(file ?? Self.notesFile, of: set)
    var faults: [Diagnostic] = []
    var values: [NoteValue] = []
    var skipped = 0
    let known = Dictionary(set.annotations.map { ($0.id, $0) }) { first, _ in first }
    for draft in drafts {
      do {
        let value = try drafting.note(of: draft)
        let read = document.reading(value)
        if let note = read.annotations.first, read.diagnostics.isEmpty, let old = known[note.id] {
          if old.saysTheSame(as: note) {
            skipped += 1
          } else {
            faults.append(
              Diagnostic(
                .error, code: "duplicate-note",
                "the note ‘\(note.id)’ is there already and says something else", at: old.place,
                help: "remove it there, or give this one another name"))
          }
          continue
        }
        faults += read.diagnostics.map { fault in
          var fault = fault
          fault.place = draft.place
          return fault
        }
        values.append(value)
      } catch let error as DocumentError { faults += error.diagnostics }
    }
    if faults.contains(where: { $0.severity == .error }) { throw DocumentError(faults) }
    let notes = try document.add(values)
    var texts = others
    texts[file ?? Self.notesFile] = document.text
    let warnings = try newFaults(of: texts, against: set)
    if !isTrial, !notes.isEmpty { try write(texts) }
    return WrittenNotes(
      file: document.file, notes: notes,
      text: values.map(NotesDocument.lines).joined(separator: "\n"),
      diagnostics: faults + Self.told(ofSkipped: skipped) + warnings)
  }

  private static func told(ofSkipped count: Int) -> [Diagnostic] {
    count == 0
      ? []
      : [
        Diagnostic(
          .note, code: "duplicate-note", "\(count) notes are there already and say the same")
      ]
  }

  /// Writes what a person decided about a note's place in a version into the note.
  ///
  /// - Returns: The note as it is now.
  /// - Throws: A `DocumentError` if there is no such note or version, or the decision cannot be
  ///   followed; the file stays as it is.
  public func decide(_ decision: Annotation.Decision, on id: String) throws -> WrittenNotes {
    let set = try annotations()
    var (file, document) = try document(of: id, in: set)
    try document.add(decision, to: id)
    let texts = [file: document.text]
    let warnings = try newFaults(of: texts, against: set)
    try write(texts)
    let changed = document.content.annotations.filter { $0.id == id }
    return WrittenNotes(
      file: document.file, notes: changed,
      text: changed.map { NotesDocument.lines(of: NoteValue($0)) }.joined(), diagnostics: warnings)
  }

  /// Changes what a note says, in the text of its file.
  ///
  /// - Parameters:
  ///   - id: The note's name.
  ///   - changes: The changes, made one after the other.
  ///   - isTrial: Whether nothing is to be written.
  /// - Returns: The note as it is then, in the lines of its file; none if it says so already.
  /// - Throws: A `DocumentError` if there is no such note, or it would be faulty; then nothing is
  ///   written.
  public func change(
    _ id: String, by changes: [NoteChange], isTrial: Bool = false
  ) throws -> WrittenNotes {
    let set = try annotations()
    var (file, document) = try document(of: id, in: set)
    guard try document.change(id, by: changes) else {
      return WrittenNotes(
        file: document.file, notes: [], text: "",
        diagnostics: [
          Diagnostic(.note, code: "nothing-changed", "the note ‘\(id)’ says so already")
        ])
    }
    let texts = [file: document.text]
    let warnings: [Diagnostic]
    do {
      warnings = try newFaults(of: texts, against: set)
    } catch let error as DocumentError {
      let place = set.annotations.first { $0.id == id }?.place
      throw DocumentError(
        error.diagnostics.map { fault in
          var fault = fault
          fault.place = fault.place ?? place
          return fault
        })
    }
    if !isTrial { try write(texts) }
    return WrittenNotes(
      file: document.file, notes: document.content.annotations.filter { $0.id == id },
      text: document.lines(of: id), diagnostics: warnings)
  }

  /// The file in which a note stands, as a document that can be changed.
  private func document(
    of id: String, in set: AnnotationSet
  ) throws -> (name: String, document: NotesDocument) {
    guard let note = set.annotations.first(where: { $0.id == id }) else {
      let near = nearestName(to: id, among: set.annotations.map(\.id))
      throw DocumentError(
        code: "unknown-note", "there is no note ‘\(id)’", help: near.map { "did you mean ‘\($0)’?" }
      )
    }
    let notes = try folder.folder(Self.annotationFolder)
    guard let file = notes.names().first(where: { notes.shown($0) == note.place.file }) else {
      throw DocumentError(code: "no-such-file", "the note's file is gone", at: note.place)
    }
    return (file, try document(file, of: set))
  }

  private func document(_ name: String, of set: AnnotationSet) throws -> NotesDocument {
    let notes = try folder.folder(Self.annotationFolder)
    guard Self.isNotesFile(name), !name.contains("/") else {
      throw DocumentError(
        code: "bad-name", "‘\(name)’ is no file of notes",
        help: "a file in \(Self.annotationFolder)/ whose name ends in .yml; "
          + "kinds.yml, agencies.yml and suggestions.yml have other uses")
    }
    return NotesDocument(
      text: try text(name, in: notes), file: notes.shown(name), kinds: set.kinds,
      agencies: set.agencies)
  }

  /// The text of a file with the byte order mark that it may have; nothing if it isn't there.
  func text(_ name: String, in notes: Folder) throws -> String {
    guard notes.contains(name) else { return "" }
    let text = try notes.text(name)
    return try notes.read(name).starts(with: [0xEF, 0xBB, 0xBF]) ? "\u{FEFF}" + text : text
  }

  private func write(_ texts: [String: String]) throws {
    let notes = try folder.folder(Self.annotationFolder)
    for (name, text) in texts.sorted(by: { $0.key < $1.key }) {
      try notes.write(Array(text.utf8), to: name)
    }
  }

  /// Reads the whole project as it would be, and refuses what would make it faulty.
  private func newFaults(
    of texts: [String: String], against set: AnnotationSet
  ) throws -> [Diagnostic] {
    let named = try versions().map { NamedPlan(version: $0.name, plan: $0.plan) }
    func faults(_ set: AnnotationSet) -> [Diagnostic] {
      (set.diagnostics + set.located(in: named).diagnostics).map { fault in
        var fault = fault
        fault.place = nil
        return fault
      }
    }
    let before = Set(faults(set))
    let new = faults(try annotations(replacing: texts))
      .filter { !before.contains($0) }
    if new.contains(where: { $0.severity == .error }) { throw DocumentError(new) }
    return new
  }
}
