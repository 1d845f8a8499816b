internal import PlanImport
internal import PlanMarkdown
public import PlanModel
public import PluginKit

/// Reads plain text: newspaper columns, pasted text, one paragraph a line.
public struct TextImporter: Importer {
  /// The importer's name.
  public let name = "text"
  /// The names of the format.
  public let formats = ["text"]

  /// Creates an importer.
  public init() {}

  /// Takes whatever no other importer takes.
  public func accepts(_ source: ImportSource) -> Bool { true }

  /// The draft of a plan.
  ///
  /// - Throws: A `DocumentError` if the encoding is unknown or the bytes are no text.
  public func draft(of source: ImportSource) throws -> PlanDraft {
    let reader = PlainTextReader(
      encoding: try Self.encoding(source.encoding), startsIn: source.startsIn)
    return try source.read(reader.draft)
  }

  static func encoding(_ name: String?) throws -> TextEncoding? {
    guard let name else { return nil }
    guard let found = TextEncoding.named(name) else {
      throw DocumentError(
        code: "unknown-encoding", "the encoding ‘\(name)’ is not read",
        help: "the encodings are: "
          + TextEncoding.allCases.map(\.rawValue).joined(separator: ", "))
    }
    return found
  }
}

/// Reads Markdown: plan.md, or Markdown from anywhere, whose identifiers are left aside.
public struct MarkdownImporter: Importer {
  /// The importer's name.
  public let name = "markdown"
  /// The names of the format.
  public let formats = ["markdown", "md"]

  /// Creates an importer.
  public init() {}

  /// Takes files whose names end as Markdown's do.
  public func accepts(_ source: ImportSource) -> Bool {
    let name = source.name.lowercased()
    return name.hasSuffix(".md") || name.hasSuffix(".markdown")
  }

  /// The draft of a plan.
  ///
  /// - Throws: A `DocumentError` if the bytes are no text, or fit no encoding.
  public func draft(of source: ImportSource) throws -> PlanDraft {
    guard source.bytes.count <= ImportError.longestText else {
      let error = ImportError.tooLarge(
        file: source.name, bytes: source.bytes.count, limit: ImportError.longestText)
      throw DocumentError([error.diagnostic])
    }
    let given = try TextImporter.encoding(source.encoding)
    let read = try source.read { bytes, file throws(ImportError) in
      // Nearly all Markdown is UTF-8, which need not be taken apart.
      if given == nil, !bytes.contains(0), let text = String(validating: bytes, as: UTF8.self) {
        return (text: text, encoding: TextEncoding.utf8, doubts: [Diagnostic]())
      }
      return try TextEncoding.text(of: bytes, as: given, file: file)
    }
    let document = MarkdownDocument(read.text, file: source.name)
    var draft = document.draft
    draft.diagnostics += read.doubts
    // A plan.md says itself what its headings are.
    if !document.entries.contains(where: { $0.id != nil }) {
      draft = draft.structured(file: source.name)
    }
    if draft.blocks.isEmpty {
      throw DocumentError(
        code: "no-text", "there is no text in the file", at: FilePlace(file: source.name))
    }
    if read.encoding != .utf8 { draft.metadata["encoding"] = .text(read.encoding.rawValue) }
    if let startsIn = source.startsIn { draft.metadata.startsIn = startsIn }
    return draft.namingLanguage()
  }
}
