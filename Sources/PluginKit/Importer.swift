public import PlanModel

/// A plugin that makes a draft of a plan from a source.
///
/// It gives no identifiers; they are the business of the import that follows. Every character of the
/// source is to be in a block, in the furniture or in the list of removed text.
///
/// ```swift
/// struct LinesImporter: Importer {
///   let name = "lines"
///   let formats = ["lines"]
///   func accepts(_ source: ImportSource) -> Bool { source.name.hasSuffix(".lines") }
///   func draft(of source: ImportSource) throws -> PlanDraft {
///     let text = String(decoding: source.bytes, as: UTF8.self)
///     return PlanDraft(
///       blocks: text.split(separator: "\n").map { DraftBlock(kind: .paragraph, text: String($0)) })
///   }
/// }
/// ```
public protocol Importer: Plugin {
  /// The names by which a person can ask for this importer: `text`, `markdown`.
  var formats: [String] { get }

  /// Whether the importer takes a source for its own where nobody named a format.
  ///
  /// It should look at the name and at the first bytes only.
  func accepts(_ source: ImportSource) -> Bool

  /// The draft of a plan.
  ///
  /// - Throws: A `DocumentError` if the source cannot be read at all; what is merely doubtful is a
  ///   diagnostic of the draft.
  func draft(of source: ImportSource) throws -> PlanDraft
}

/// A source as received, with what a person said of it.
public struct ImportSource: Sendable {
  /// The file's name or path, for messages.
  public var name: String
  /// The bytes as received.
  public var bytes: [UInt8]
  /// The name of the encoding, where a person gave it.
  public var encoding: String?
  /// The place in the plan's numbering at which the text begins.
  public var startsIn: String?

  /// Creates a source.
  public init(name: String, bytes: [UInt8], encoding: String? = nil, startsIn: String? = nil) {
    self.name = name
    self.bytes = bytes
    self.encoding = encoding
    self.startsIn = startsIn
  }
}

extension PluginSet {
  /// The importer for a source.
  ///
  /// - Parameters:
  ///   - source: The source.
  ///   - format: The format that a person named, if any.
  /// - Returns: The first importer that reads the format, or accepts the source.
  /// - Throws: A `DocumentError` if nobody reads the format, or accepts the source.
  public func importer(for source: ImportSource, format: String?) throws -> any Importer {
    if let format {
      if let found = importers.first(where: { $0.formats.contains(format) }) { return found }
      let known = importers.flatMap(\.formats).joined(separator: ", ")
      throw DocumentError(
        code: "unknown-format", "no importer reads the format ‘\(format)’",
        help: "the formats are: \(known)")
    }
    if let found = importers.first(where: { $0.accepts(source) }) { return found }
    throw DocumentError(
      code: "unknown-format", "no importer takes this file for its own",
      at: FilePlace(file: source.name), help: "name its format with --from")
  }
}
