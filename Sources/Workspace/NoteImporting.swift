internal import Annotations
internal import PlanModel
public import PluginKit

extension Project {
  /// Reads notes out of another program's file, finds their passages in a version and writes them.
  ///
  /// - Parameters:
  ///   - source: The file.
  ///   - format: The form's word, such as `csv`.
  ///   - version: The version; the one to which readers are led by default.
  ///   - file: The file in `Annotations/` into which they go; `notes.yml` by default.
  ///   - isTrial: Whether nothing is to be written.
  /// - Returns: What was written.
  /// - Throws: A `DocumentError` with every note that can't be placed or is faulty; then nothing is
  ///   written.
  public func importNotes(
    _ source: ImportSource, as format: String, in version: String? = nil, to file: String? = nil,
    isTrial: Bool = false
  ) throws -> WrittenNotes {
    let importer = try plugins().noteImporter(of: format)
    let imported = try importer.notes(of: source, kinds: try annotations().kinds)
    do {
      var written = try add(imported.drafts, in: version, to: file, isTrial: isTrial)
      written.diagnostics = imported.diagnostics + written.diagnostics
      return written
    } catch let error as DocumentError {
      throw DocumentError(imported.diagnostics + error.diagnostics)
    }
  }
}
