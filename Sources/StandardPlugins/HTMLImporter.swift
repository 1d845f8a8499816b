internal import PlanImport
public import PlanModel
public import PluginKit

/// Reads a web page: its text, without the menus and buttons around it.
public struct HTMLImporter: Importer {
  /// The importer's name.
  public let name = "html"
  /// The names of the format.
  public let formats = ["html", "htm"]

  /// Creates an importer.
  public init() {}

  /// Takes files whose names end as a page's do, or that begin with markup.
  public func accepts(_ source: ImportSource) -> Bool {
    let name = source.name.lowercased()
    if [".html", ".htm", ".xhtml", ".shtml"].contains(where: name.hasSuffix) { return true }
    if name.hasSuffix(".md") || name.hasSuffix(".markdown") { return false }
    let head = source.bytes.prefix(1_024).filter { $0 != 0 && $0 < 0x80 }
    let start = String(decoding: head, as: UTF8.self).lowercased()
      .drop { $0.isWhitespace }
    return ["<!doctype html", "<html", "<head", "<body", "<div", "<table", "<article"]
      .contains(where: start.hasPrefix)
  }

  /// The draft of a plan.
  ///
  /// - Throws: A `DocumentError` if the encoding is unknown, or there is no text.
  public func draft(of source: ImportSource) throws -> PlanDraft {
    let reader = HTMLReader(
      encoding: try TextImporter.encoding(source.encoding), startsIn: source.startsIn)
    return try source.read(reader.draft)
  }
}
