public import Collation

extension Site {
  /// What became of one version in another one.
  public struct VersionComparison: Sendable {
    /// The name of the old version.
    public var old: String
    /// The name of the new version.
    public var new: String
    /// The links between their blocks.
    public var comparison: Comparison

    /// Creates a comparison of two versions.
    public init(old: String, new: String, comparison: Comparison) {
      self.old = old
      self.new = new
      self.comparison = comparison
    }
  }
}
