public import Annotations
public import PlanModel

extension Site {
  /// What became of a note in a version.
  public struct Placement: Sendable, Hashable {
    /// Whether the passage was found.
    public enum Outcome: String, Sendable, Hashable, CaseIterable {
      /// The passage is there.
      case attached
      /// Several passages might be meant; a person has to say which.
      case ambiguous
      /// The passage is not there any more.
      case orphaned
    }

    /// The version's name.
    public var version: String
    /// Whether the passage was found.
    public var outcome: Outcome
    /// How, in one word: `same`, `edited`, `moved`, `split`, `merged`; for the version in which the
    /// note was written, `nil`.
    public var how: String?
    /// Whether a person should look at it, since a value in the passage changed.
    public var isForReview: Bool
    /// The passages, in the order of reading.
    public var passages: [Passage]
    /// How the passage reads in this version.
    public var quote: String?
    /// Why the note has no place, for a person.
    public var reason: Annotations.Placement.Reason?
    /// The blocks that may be meant, the likeliest first.
    public var candidates: [BlockID]

    /// Creates a placement.
    public init(
      version: String, outcome: Outcome, how: String? = nil, isForReview: Bool = false,
      passages: [Passage] = [], quote: String? = nil, reason: Annotations.Placement.Reason? = nil,
      candidates: [BlockID] = []
    ) {
      self.version = version
      self.outcome = outcome
      self.how = how
      self.isForReview = isForReview
      self.passages = passages
      self.quote = quote
      self.reason = reason
      self.candidates = candidates
    }
  }

  /// A stretch of a block's text.
  public struct Passage: Sendable, Hashable {
    /// The block.
    public var block: BlockID
    /// The scalars of its text.
    public var range: Range<Int>

    /// Creates a passage.
    public init(block: BlockID, range: Range<Int>) {
      self.block = block
      self.range = range
    }
  }
}
