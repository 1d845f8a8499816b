internal import PlanImport
internal import PlanModel
internal import PluginKit

extension ImportSource {
  /// What a reader makes of the source; why it can't be read becomes a diagnostic.
  func read(
    _ draft: (_ bytes: [UInt8], _ file: String) throws(ImportError) -> PlanDraft
  ) throws(DocumentError) -> PlanDraft {
    do {
      return try draft(bytes, name)
    } catch {
      throw DocumentError([error.diagnostic])
    }
  }
}
