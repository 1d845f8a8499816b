internal import PlanImport
public import PlanModel
public import PluginKit

/// Reads books (EPUB): their documents in the order of reading, joined into one text.
public struct BookImporter: Importer {
  /// The importer's name.
  public let name = "epub"
  /// The names of the format.
  public let formats = ["epub"]

  /// Creates an importer.
  public init() {}

  /// Takes archives that hold a book.
  public func accepts(_ source: ImportSource) -> Bool {
    ForeignFormat(of: source.bytes) == .book
  }

  /// The draft of a plan.
  ///
  /// - Throws: A `DocumentError` if the book is damaged or protected, or there is no text.
  public func draft(of source: ImportSource) throws -> PlanDraft {
    try source.read(BookReader(startsIn: source.startsIn).draft)
  }
}
