public import Annotations
public import PlanModel

/// A plugin that reads notes out of another program's file.
///
/// It looks for no passage: each note it reads is a draft, which says what it says and names its
/// passage by words, context and place. Whoever asked finds the passages in a version.
///
/// ```swift
/// struct LinesNoteImporter: NoteImporter {
///   let name = "lines"
///   let format = "lines"
///   func notes(of source: ImportSource, kinds: [AnnotationKind]) throws -> ImportedNotes {
///     let lines = String(decoding: source.bytes, as: UTF8.self).split(separator: "\n")
///     return ImportedNotes(drafts: lines.map { line in
///       NoteDraft(.mapping([.init("kind", "comment")]), on: PassageSelector(quote: String(line)))
///     })
///   }
/// }
/// ```
public protocol NoteImporter: Plugin {
  /// The word by which a person asks for the form: `csv`.
  var format: String { get }

  /// The notes of a file.
  ///
  /// - Parameters:
  ///   - source: The file.
  ///   - kinds: The kinds of the project, for what a field is.
  /// - Returns: The notes, none of them placed yet.
  /// - Throws: A `DocumentError` if the file cannot be read at all; what is merely doubtful is a
  ///   diagnostic.
  func notes(of source: ImportSource, kinds: [AnnotationKind]) throws -> ImportedNotes
}

/// What a plugin read out of another program's file.
public struct ImportedNotes: Sendable {
  /// The notes, in the order of the file.
  public var drafts: [NoteDraft]
  /// What is doubtful, and what was left out.
  public var diagnostics: [Diagnostic]

  /// Creates the result of an import.
  public init(drafts: [NoteDraft], diagnostics: [Diagnostic] = []) {
    self.drafts = drafts
    self.diagnostics = diagnostics
  }
}

extension PluginSet {
  /// The importer of notes in a form.
  ///
  /// - Throws: A `DocumentError` if there is none.
  public func noteImporter(of format: String) throws -> any NoteImporter {
    if let found = noteImporters.first(where: { $0.format == format }) { return found }
    throw DocumentError(
      code: "unknown-format", "no importer of notes reads ‘\(format)’",
      help: "the forms are: \(noteImporters.map(\.format).joined(separator: ", "))")
  }
}
