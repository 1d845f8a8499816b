/// A plan in one version: its metadata and its blocks in the order of reading, each with its
/// identifier.
public struct Plan: Sendable, Hashable {
  /// What is known of the plan apart from its text.
  public var metadata: PlanMetadata

  /// The blocks in the order of reading.
  public var blocks: [Block]

  /// Creates a plan.
  public init(metadata: PlanMetadata = PlanMetadata(), blocks: [Block]) {
    self.metadata = metadata
    self.blocks = blocks
  }
}
