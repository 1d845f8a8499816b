/// Something that a person should know about a document of theirs.
///
/// A fault in a document is a value and never an error that is thrown: the rest of the document is
/// still worth reading.
public struct Diagnostic: Sendable, Hashable {
  /// How much it matters.
  public enum Severity: String, Sendable, Hashable, CaseIterable, Comparable {
    /// Worth knowing; nothing is wrong.
    case note
    /// Probably wrong, or decided with doubt.
    case warning
    /// Wrong; the command that met it ends with status 1.
    case error

    /// Orders severities from note to error.
    public static func < (left: Severity, right: Severity) -> Bool { left.rank < right.rank }

    private var rank: Int {
      switch self {
      case .note: 0
      case .warning: 1
      case .error: 2
      }
    }
  }

  /// How much it matters.
  public var severity: Severity
  /// A stable name in kebab-case, such as `unknown-agency`.
  public var code: String
  /// What is wrong, in lower case and without a full stop.
  public var message: String
  /// The place, if there is one.
  public var place: FilePlace?
  /// What to do about it, if that is known.
  public var help: String?

  /// Creates a diagnostic.
  public init(
    _ severity: Severity, code: String, _ message: String, at place: FilePlace? = nil,
    help: String? = nil
  ) {
    self.severity = severity
    self.code = code
    self.message = message
    self.place = place
    self.help = help
  }
}

/// A place in a file, for a person to find it.
public struct FilePlace: Sendable, Hashable {
  /// The file's path as the person gave it, or relative to the project's folder.
  public var file: String
  /// The line, counted from 1.
  public var line: Int
  /// The column in Unicode scalars, counted from 1.
  public var column: Int
  /// How many scalars from there the diagnostic is about; at least 1.
  public var length: Int

  /// Creates a place.
  public init(file: String, line: Int = 1, column: Int = 1, length: Int = 1) {
    self.file = file
    self.line = line
    self.column = column
    self.length = length
  }
}
