internal import PlanModel

/// Where a note stands in one version, and how sure that is.
///
/// Carrying a note never rewrites it: it makes a placement for each version, with exactly one
/// outcome and the evidence for it.
public struct Placement: Sendable, Hashable {
  /// What became of the note.
  public enum Outcome: String, Sendable, Hashable, CaseIterable {
    /// It has one place.
    case attached
    /// It could stand in several places; a person is to choose.
    case ambiguous
    /// It has no place.
    case orphaned
  }

  /// What happened to the passage of an attached note.
  public enum Change: String, Sendable, Hashable, CaseIterable {
    /// The words are the same, in their place.
    case same
    /// The words were edited.
    case edited
    /// The words, the same or edited, stand elsewhere.
    case moved
    /// Their block was split.
    case split
    /// Their block was merged with another.
    case merged
  }

  /// Why a note is not attached, or what to look at.
  public enum Reason: Sendable, Hashable {
    /// Something in the passage changed that counts; the tags of the change, such as `number`.
    case changed([String])
    /// The words stand in several places.
    case severalPlaces(Int)
    /// The passage's paragraph was deleted.
    case deleted
    /// Most of the passage's words were rewritten.
    case rewritten
    /// Other words stand in the passage's place.
    case replaced
    /// A person retired the note in this version.
    case retired
    /// The note had no place in an earlier version already.
    case lostBefore(version: String)

    /// The reason in English.
    public var text: String {
      switch self {
      case .changed(let tags): "changed in it: " + tags.joined(separator: ", ")
      case .severalPlaces(let count): "the words stand in \(count) places"
      case .deleted: "its paragraph was deleted"
      case .rewritten: "most of its words were rewritten"
      case .replaced: "other words stand in its place"
      case .retired: "a person retired it here"
      case .lostBefore(let version): "it has no place in \(version)"
      }
    }
  }

  /// The version.
  public var version: String
  /// What became of the note.
  public var outcome: Outcome
  /// What happened to the passage, if the note is attached.
  public var change: Change?
  /// Whether a person should look: a value inside the passage changed.
  public var needsReview: Bool
  /// How sure the outcome is, from 0 to 1.
  public var confidence: Double
  /// How the place was found: `marked`, `alignment`, `replaced-value`, `search`,
  /// `rewritten-clause`, `decision`.
  public var method: String
  /// The place, if the note is attached.
  public var passage: Passage?
  /// The words that stand there now.
  public var quote: String?
  /// The places among which a person is to choose.
  public var candidates: [Passage]
  /// Why the note is not attached, or what to look at.
  public var reason: Reason?
  /// For an orphaned note the passages most like its own, the most alike first; at most three.
  public var nearest: [Passage]

  init(
    version: String, outcome: Outcome, change: Change? = nil, needsReview: Bool = false,
    confidence: Double, method: String, passage: Passage? = nil, quote: String? = nil,
    candidates: [Passage] = [], reason: Reason? = nil, nearest: [Passage] = []
  ) {
    self.version = version
    self.outcome = outcome
    self.change = change
    self.needsReview = needsReview
    self.confidence = confidence
    self.method = method
    self.passage = passage
    self.quote = quote
    self.candidates = candidates
    self.reason = reason
    self.nearest = nearest
  }

  /// The placement of a note in the version in which it was marked.
  public static func marked(_ passage: Passage, in plan: NamedPlan) -> Placement {
    Placement(
      version: plan.version, outcome: .attached, change: .same, confidence: 1, method: "marked",
      passage: passage, quote: passage.quote(in: plan.plan.blocks))
  }
}
