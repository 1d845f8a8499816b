public import Annotations

extension Site {
  /// A note as the site shows it: what it says about which passage, and where that passage is in
  /// each version.
  public struct Note: Sendable, Hashable {
    /// Its identifier, which may stand in an address: letters, digits, `-`, `_` and `.`.
    public var id: String
    /// The identifier of its kind, such as `task`.
    public var kind: String
    /// The passage as it read when the note was written.
    public var quote: String
    /// Who has what part in it, in the note's order.
    public var parts: [Part]
    /// By when.
    public var deadline: Deadline?
    /// Whence the note has what it says.
    public var basis: Basis?
    /// An address or title for the basis.
    public var source: String?
    /// What else its kind provides for, such as an indicator's target, with the field's name.
    public var facts: [Fact]
    /// What became of it in the world, oldest first.
    public var progress: [Progress]
    /// What the editors say, in Markdown.
    public var text: String
    /// Where its passage is in each version; one entry for a version at most.
    public var placements: [Placement]

    /// Creates a note.
    public init(
      id: String, kind: String, quote: String, parts: [Part] = [], deadline: Deadline? = nil,
      basis: Basis? = nil, source: String? = nil, facts: [Fact] = [], progress: [Progress] = [],
      text: String = "", placements: [Placement] = []
    ) {
      self.id = id
      self.kind = kind
      self.quote = quote
      self.parts = parts
      self.deadline = deadline
      self.basis = basis
      self.source = source
      self.facts = facts
      self.progress = progress
      self.text = text
      self.placements = placements
    }
  }

  /// Whence a note has what it says.
  public enum Basis: String, Sendable, Hashable, CaseIterable {
    /// The text says so itself.
    case text
    /// The editors read it so.
    case reading
    /// An official source besides the text says so.
    case official
  }

  /// One more thing that a note says.
  public struct Fact: Sendable, Hashable {
    /// The field's name for a reader.
    public var label: LocalizedText
    /// What it says.
    public var value: Value

    /// What a fact says.
    public enum Value: Sendable, Hashable {
      /// Words; an address becomes a link.
      case words(LocalizedText)
      /// Several lines of text; an address becomes a link.
      case lines([String])
      /// Texts in Markdown.
      case markdown([String])
      /// Identifiers of blocks or notes, or the words of references.
      case references([String])
    }

    /// Creates a fact.
    public init(label: LocalizedText, value: Value) {
      self.label = label
      self.value = value
    }

    /// Creates a fact that says some words.
    public init(label: LocalizedText, value: LocalizedText) {
      self.init(label: label, value: .words(value))
    }
  }

  /// What was known on a day.
  public struct Progress: Sendable, Hashable {
    /// The day, in ISO 8601.
    public var on: String
    /// The state, in one word.
    public var state: String
    /// Where it can be read.
    public var evidence: String?

    /// Creates an entry.
    public init(on: String, state: String, evidence: String? = nil) {
      self.on = on
      self.state = state
      self.evidence = evidence
    }
  }
}
