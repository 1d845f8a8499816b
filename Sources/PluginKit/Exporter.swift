public import Annotations
public import PlanModel

/// A plugin that writes the notes of a version in a form that other programs read.
///
/// ```swift
/// struct CountExporter: Exporter {
///   let name = "count"
///   let format = "count"
///   let fileName = "count.txt"
///   let mediaType = "text/plain; charset=utf-8"
///   func bytes(of register: NoteRegister) -> [UInt8] { Array("\(register.entries.count)\n".utf8) }
/// }
/// ```
public protocol Exporter: Plugin {
  /// The word by which a person asks for the form: `csv`.
  var format: String { get }
  /// What a file of the form is called.
  var fileName: String { get }
  /// What it is, as a media type.
  var mediaType: String { get }
  /// The notes in the plugin's form; the same bytes for the same notes.
  ///
  /// - Throws: A `DocumentError` if the plugin fails.
  func bytes(of register: NoteRegister) throws -> [UInt8]
  /// All files of the form, the first of them called ``fileName``; one file if the plugin doesn't say
  /// otherwise.
  ///
  /// - Throws: A `DocumentError` if the plugin fails.
  func files(of register: NoteRegister) throws -> [ExportedFile]
}

extension Exporter {
  /// One file.
  public func files(of register: NoteRegister) throws -> [ExportedFile] {
    [ExportedFile(path: fileName, mediaType: mediaType, bytes: try bytes(of: register))]
  }
}

/// A file that an exporter makes, not yet written.
public struct ExportedFile: Sendable, Hashable {
  /// Where it belongs, relative to a folder, with `/` between folders.
  public var path: String
  /// What it is, as a media type.
  public var mediaType: String
  /// Its bytes.
  public var bytes: [UInt8]

  /// Creates a file.
  public init(path: String, mediaType: String, bytes: [UInt8]) {
    self.path = path
    self.mediaType = mediaType
    self.bytes = bytes
  }
}

/// The notes of a project as they stand in one version.
public struct NoteRegister: Sendable {
  /// A note with its place.
  public struct Entry: Sendable {
    /// The note.
    public var note: Annotation
    /// Its place in the version; `nil` if the note was never looked for there.
    public var placement: Placement?

    /// Creates an entry.
    public init(note: Annotation, placement: Placement?) {
      self.note = note
      self.placement = placement
    }
  }

  /// The project's title.
  public var title: String
  /// The version's name.
  public var version: String
  /// The version's text.
  public var plan: Plan
  /// The notes, in the order of the files.
  public var entries: [Entry]
  /// The address of the site's root, ending in a slash; `nil` if the project names none.
  public var address: String?

  /// Creates a register.
  public init(
    title: String, version: String, plan: Plan, entries: [Entry], address: String? = nil
  ) {
    self.title = title
    self.version = version
    self.plan = plan
    self.entries = entries
    self.address = address
  }
}
