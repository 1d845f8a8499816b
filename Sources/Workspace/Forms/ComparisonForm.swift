internal import Collation
internal import PlanModel

extension ComparedVersions {
  /// Writes the comparison as JSON of the form `variorum/comparison/1`, one line, names in sorted
  /// order.
  ///
  /// - Parameter sink: Takes what is written, piece by piece.
  /// - Complexity: O(*n*) in what is written.
  public func writeJSON(to sink: @escaping ([UInt8]) -> Void) {
    var writer = JSONWriter(to: sink)
    writer.write(comparison, old: old, new: new, carried: carried)
    writer.finish()
  }
}
