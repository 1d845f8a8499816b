public import PlanModel

extension Site {
  /// What is known of a block that nobody bears any longer.
  public struct Retirement: Sendable, Hashable {
    /// The block's identifier.
    public var block: BlockID
    /// The name of the version that doesn't have it any more.
    public var version: String
    /// The start of the text that bore it.
    public var text: String
    /// The blocks of that version that took its text in.
    public var successors: [BlockID]

    /// Creates a retirement.
    public init(block: BlockID, version: String, text: String, successors: [BlockID] = []) {
      self.block = block
      self.version = version
      self.text = text
      self.successors = successors
    }
  }
}
