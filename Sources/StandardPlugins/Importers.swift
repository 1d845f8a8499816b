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
  /// - Throws: A `DocumentError` if the bytes are not UTF-8, or if there is no text.
  public func draft(of source: ImportSource) throws -> PlanDraft {
    guard source.bytes.count <= ImportError.longestText else {
      let error = ImportError.tooLarge(
        file: source.name, bytes: source.bytes.count, limit: ImportError.longestText)
      throw DocumentError([error.diagnostic])
    }
    guard let text = String(validating: source.bytes, as: UTF8.self) else {
      throw DocumentError([malformedText(source.bytes, file: source.name).diagnostic])
    }
    let document = MarkdownDocument(text, file: source.name)
    var draft = document.draft
    // A plan.md says itself what its headings are.
    if !document.entries.contains(where: { $0.id != nil }) {
      draft = draft.structured(file: source.name)
    }
    if draft.blocks.isEmpty {
      throw DocumentError(
        code: "no-text", "there is no text in the file", at: FilePlace(file: source.name))
    }
    if let startsIn = source.startsIn { draft.metadata.startsIn = startsIn }
    return draft.namingLanguage()
  }
}
