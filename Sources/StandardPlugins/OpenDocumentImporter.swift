internal import PlanImport
public import PlanModel
public import PluginKit

/// Reads the texts of LibreOffice and other programs in OpenDocument (ODT, and FODT in one XML file),
/// and writes out the numbers that they compute.
public struct OpenDocumentImporter: Importer {
  /// The importer's name.
  public let name = "opendocument"
  /// The names of the format.
  public let formats = ["odt", "fodt", "opendocument"]

  /// Creates an importer.
  public init() {}

  /// Takes archives that hold an OpenDocument text, and XML files that are one.
  public func accepts(_ source: ImportSource) -> Bool {
    ForeignFormat(of: source.bytes) == .openDocument
  }

  /// The draft of a plan.
  ///
  /// - Throws: A `DocumentError` if the file is damaged or encrypted, or there is no text.
  public func draft(of source: ImportSource) throws -> PlanDraft {
    try source.read(OpenDocumentReader(startsIn: source.startsIn).draft)
  }
}
