public import PlanModel

/// Why a source cannot be read at all.
public enum ImportError: Error, Sendable, Hashable {
  /// The bytes fit no encoding that is read; the place is the first byte that is not UTF-8.
  case unknownEncoding(at: FilePlace, byte: Int)
  /// The bytes are not in the encoding that was given, or that the byte-order mark names.
  case malformed(at: FilePlace, encoding: TextEncoding, byte: Int)
  /// The file holds NUL characters: it is a picture, a program or an office file.
  case binary(file: String)
  /// The file is of a format that holds no text as it stands.
  case foreign(file: String, format: ForeignFormat)
  /// The file is larger than what is read of its format, such as ``largestSource``.
  case tooLarge(file: String, bytes: Int, limit: Int)
  /// The markup is nested deeper than any page needs.
  case nestedTooDeeply(file: String)
  /// The file's parts cannot be read; the words say what is wrong with them.
  case damaged(file: String, reason: String)
  /// The pages hold pictures and no text.
  case withoutTextLayer(file: String, pages: Int)
  /// The file is protected by a password.
  case encrypted(file: String)
  /// The text is encrypted so that only a seller's programs can show it.
  case rightsManaged(file: String)
  /// There is no text in the file.
  case empty(file: String)

  /// The largest source that is read, in bytes: 256 MiB.
  public static let largestSource = 256 << 20

  /// The longest text that is read, in bytes: 128 MiB.
  ///
  /// That is a hundred times the longest code of laws. Each character is held with its place, so that the
  /// length bounds the memory.
  public static let longestText = 128 << 20

  /// The error as a diagnostic with a way out.
  public var diagnostic: Diagnostic {
    switch self {
    case .unknownEncoding(let place, let byte):
      Diagnostic(
        .error, code: "unknown-encoding",
        "the text is neither UTF-8 (see byte \(byte)) nor of another encoding that is told by itself",
        at: place, help: "save it as UTF-8, or name its encoding with --encoding")
    case .malformed(let place, let encoding, let byte):
      Diagnostic(
        .error, code: "malformed-text", "byte \(byte) is not \(encoding.rawValue)",
        at: place, help: "save the text as UTF-8 again")
    case .binary(let file):
      Diagnostic(
        .error, code: "not-text", "the file holds NUL characters and is no text",
        at: FilePlace(file: file), help: "save the document as plain text or Markdown first")
    case .foreign(let file, let format):
      Diagnostic(
        .error, code: "foreign-format", "the file is no text but \(format.rawValue)",
        at: FilePlace(file: file), help: format.wayOut)
    case .tooLarge(let file, let bytes, let limit):
      Diagnostic(
        .error, code: "too-large",
        "\(bytes) bytes are more than the \(limit) that are read",
        at: FilePlace(file: file), help: "import the document in parts")
    case .nestedTooDeeply(let file):
      Diagnostic(
        .error, code: "nested-too-deeply",
        "elements are nested more than \(HTMLParser.deepest) deep", at: FilePlace(file: file),
        help: "save the page's text, or only its part that holds the text")
    case .damaged(let file, let reason):
      Diagnostic(
        .error, code: "damaged-file", reason, at: FilePlace(file: file),
        help: "open the document in its program and save it again")
    case .withoutTextLayer(let file, let pages):
      Diagnostic(
        .error, code: "no-text-layer",
        pages == 1
          ? "the page is a picture without text" : "the \(pages) pages are pictures without text",
        at: FilePlace(file: file),
        help: "recognise the text first (OCR): ocrmypdf -l chi_sim scan.pdf text.pdf")
    case .encrypted(let file):
      Diagnostic(
        .error, code: "encrypted-file", "the file is protected by a password",
        at: FilePlace(file: file), help: "save it without the password first")
    case .rightsManaged(let file):
      Diagnostic(
        .error, code: "rights-managed",
        "the book's text is encrypted: it is under digital rights management (DRM)",
        at: FilePlace(file: file),
        help: "ask the publisher for an edition without it, or for the text in another format")
    case .empty(let file):
      Diagnostic(
        .error, code: "no-text", "there is no text in the file", at: FilePlace(file: file))
    }
  }
}

extension Diagnostic {
  /// Merged cells were not repeated in each row, since that would have been too much.
  static func cutTable(in file: String) -> Diagnostic {
    Diagnostic(
      .warning, code: "table-cut",
      "merged cells of a table repeat so much text that it was left out in some rows",
      at: FilePlace(file: file))
  }
}
