internal import PlanImport
public import PlanModel
public import PluginKit

/// Reads the documents of Word, WPS Office and LibreOffice (DOCX), and writes out the numbers that
/// they compute.
public struct WordImporter: Importer {
  /// The importer's name.
  public let name = "word"
  /// The names of the format.
  public let formats = ["docx", "word"]

  /// Creates an importer.
  public init() {}

  /// Takes archives that hold a document of Word's.
  public func accepts(_ source: ImportSource) -> Bool {
    ForeignFormat(of: source.bytes) == .word
  }

  /// The draft of a plan.
  ///
  /// - Throws: A `DocumentError` if the archive is damaged or encrypted, or there is no text.
  public func draft(of source: ImportSource) throws -> PlanDraft {
    try source.read(WordReader(startsIn: source.startsIn).draft)
  }
}
