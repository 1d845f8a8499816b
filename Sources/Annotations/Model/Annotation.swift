public import PlanModel

/// A note: one thing said about one passage of a plan.
public struct Annotation: Sendable, Hashable {
  /// Where what a note says comes from.
  public enum Basis: String, Sendable, Hashable, CaseIterable {
    /// The text itself says it.
    case text
    /// Somebody's reading of the text.
    case reading
    /// Another official paper says it; a source is named.
    case official
  }

  /// The passage that a note is about, named in several ways at once, so that it can be found again
  /// and contradictions show.
  public struct Target: Sendable, Hashable {
    /// The version in which the passage was marked.
    public var version: String
    /// The block in which it begins; `nil` if the quote alone says where.
    public var paragraph: BlockID?
    /// The block in which it ends, where that is another.
    public var to: BlockID?
    /// The words; a line feed stands for the end of a paragraph inside them.
    public var quote: String
    /// Words that stand before it, where the quote alone stands twice.
    public var prefix: String?
    /// Words that stand behind it.
    public var suffix: String?
    /// Where the quote stands in the file.
    public var place: FilePlace
  }

  /// The value of a field.
  public enum Value: Sendable, Hashable {
    /// Text or Markdown.
    case text([String])
    /// Agencies in the order of the file, which can mean rank.
    case agencies([AgencyReference])
    /// A time.
    case date(DateExpression)
    /// An amount.
    case quantity(Quantity)
    /// A word of the field's choices.
    case choice(String)
  }

  /// A field's key and value.
  public struct Field: Sendable, Hashable {
    /// The key.
    public var key: String
    /// What it says.
    public var value: Value
  }

  /// What was known of a task on a day.
  public struct StatusEntry: Sendable, Hashable {
    /// The states a task can be in.
    public enum State: String, Sendable, Hashable, CaseIterable {
      /// Not begun.
      case planned
      /// Begun.
      case underWay = "under-way"
      /// Finished.
      case done
      /// Given up.
      case dropped
      /// Late.
      case delayed
    }

    /// The day.
    public var day: CalendarDay
    /// The state.
    public var state: State
    /// An address that proves it.
    public var evidence: String?
    /// A remark.
    public var note: String?
  }

  /// What a person decided about the note's place in a version; it wins over what is computed.
  public struct Decision: Sendable, Hashable {
    /// What was decided.
    public enum Verdict: String, Sendable, Hashable, CaseIterable {
      /// The computed place is right.
      case confirmed
      /// The note belongs to another passage.
      case reattached
      /// The note has no place in the version.
      case retired
    }

    /// The version.
    public var version: String
    /// What was decided.
    public var verdict: Verdict
    /// The passage's block, where it was reattached.
    public var paragraph: BlockID?
    /// The passage's words, where it was reattached.
    public var quote: String?
    /// Where the decision stands in its file.
    public var place: FilePlace

    /// Creates a decision that stands in no file yet.
    public init(
      version: String, verdict: Verdict, paragraph: BlockID? = nil, quote: String? = nil,
      place: FilePlace = FilePlace(file: "")
    ) {
      self.version = version
      self.verdict = verdict
      self.paragraph = paragraph
      self.quote = quote
      self.place = place
    }
  }

  /// The note's own name.
  public var id: String
  /// The name of its kind.
  public var kind: String
  /// The passage.
  public var target: Target
  /// What it says, in the order of the file.
  public var fields: [Field]
  /// Where that comes from.
  public var basis: Basis
  /// The address of the paper that says so.
  public var source: String?
  /// What was known when, in the order of time.
  public var status: [StatusEntry]
  /// What a person decided.
  public var decisions: [Decision]
  /// The note of an earlier version that this one continues.
  public var continues: String?
  /// A remark in Markdown.
  public var note: String?
  /// Where the note stands in its file.
  public var place: FilePlace

  /// The value of a field.
  public func value(_ key: String) -> Value? { fields.first { $0.key == key }?.value }

  /// The agencies that the note names, with the key of the field as their role.
  public var agencies: [(role: String, reference: AgencyReference)] {
    fields.flatMap { field in
      guard case .agencies(let references) = field.value else {
        return [(role: String, reference: AgencyReference)]()
      }
      return references.map { (role: field.key, reference: $0) }
    }
  }

  /// The note's times, with the key of the field.
  public var dates: [(key: String, date: DateExpression)] {
    fields.compactMap { field in
      guard case .date(let date) = field.value else { return nil }
      return (key: field.key, date: date)
    }
  }
}
