internal import PlanImport
internal import PlanModel
internal import PluginKit

extension ImportSource {
  /// What a reader makes of the source; why it can't be read becomes a diagnostic.
  func read<Result>(
    _ reader: (_ bytes: [UInt8], _ file: String) throws(ImportError) -> Result
  ) throws(DocumentError) -> Result {
    do {
      return try reader(bytes, name)
    } catch {
      throw DocumentError([error.diagnostic])
    }
  }
}
