public import PlanModel

extension Lineage {
  /// What was decided for one block of the new version.
  public struct Decision: Sendable, Hashable {
    /// The block of the version before whose identifier it bears, by index; `nil` if it bears a new
    /// one, or one that comes back from a still earlier version.
    public internal(set) var old: Int?
    /// The identifier that it bears; `nil` if one is to be minted.
    public internal(set) var identifier: BlockID?
    /// The identifiers of the blocks of which it holds a part, besides its own.
    public internal(set) var ancestors: [BlockID] = []
    /// How sure the decision is, from 0 to 1.
    public internal(set) var confidence: Double = 1
    /// What a person should look at, if anything.
    public internal(set) var doubt: Doubt?

    /// Whether the block comes from nothing in the version before.
    var isNew: Bool { identifier == nil && ancestors.isEmpty && doubt == nil }
  }

  /// Why a person should look at a decision.
  public struct Doubt: Sendable, Hashable {
    /// The reason.
    public var reason: Reason
    /// The block of the version before that came next.
    public var runnerUp: RunnerUp?

    /// Creates a doubt.
    public init(reason: Reason, runnerUp: RunnerUp? = nil) {
      self.reason = reason
      self.runnerUp = runnerUp
    }
  }

  /// A reason to look at a decision.
  public enum Reason: String, Sendable, Hashable, CaseIterable {
    /// The block was linked, but is too unlike to carry the identifier.
    case tooUnlike = "too-unlike"
    /// The identifier was carried over a change of most of the words.
    case muchChanged = "much-changed"
    /// Another block of the version before is nearly as like.
    case closeRunnerUp = "close-runner-up"
    /// The block stood in an earlier version, was gone from the last one, and is back.
    case returned
  }

  /// The block that would have been chosen next.
  public struct RunnerUp: Sendable, Hashable {
    /// Its identifier.
    public var id: BlockID
    /// How alike it is, from 0 to 1.
    public var similarity: Double

    /// Creates a runner-up.
    public init(id: BlockID, similarity: Double) {
      self.id = id
      self.similarity = similarity
    }
  }

  /// An identifier that nobody bears any longer.
  public struct Retirement: Sendable, Hashable {
    /// The block of the version before, by index.
    public var old: Int
    /// The blocks of the new version that took it in, by index; empty if it is gone.
    public var successors: [Int]

    /// Creates a retirement.
    public init(old: Int, successors: [Int]) {
      self.old = old
      self.successors = successors
    }
  }
}
