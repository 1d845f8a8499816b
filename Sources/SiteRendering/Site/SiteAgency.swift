public import Annotations

extension Site {
  /// An agency's part in a note.
  public struct Part: Sendable, Hashable {
    /// What the agency does, in one word: `lead`, `responsible`, `support`, or the project's own.
    public var role: String
    /// What a reader sees for the role, if it is the project's own.
    public var label: LocalizedText?
    /// The agency's name as the note has it.
    public var name: String
    /// The agency's identifier, if it is a known one.
    public var agency: String?
    /// Whether the list goes on after it: 等.
    public var isOpen: Bool

    /// Creates a part.
    public init(
      role: String, label: LocalizedText? = nil, name: String, agency: String? = nil,
      isOpen: Bool = false
    ) {
      self.role = role
      self.label = label
      self.name = name
      self.agency = agency
      self.isOpen = isOpen
    }

    /// Whether the agency answers for the task, and doesn't only help.
    package var leads: Bool { role == "lead" || role == "responsible" }
  }

  /// A kind of notes, for a reader.
  public struct NoteKind: Sendable, Hashable {
    /// Its identifier.
    public var id: String
    /// What a reader sees for it.
    public var label: LocalizedText

    /// Creates a kind.
    public init(id: String, label: LocalizedText) {
      self.id = id
      self.label = label
    }
  }

  /// An agency, for a reader.
  public struct Agency: Sendable, Hashable {
    /// Its identifier, which names its page.
    public var id: String
    /// What it is called.
    public var name: LocalizedText
    /// What else it is called.
    public var otherNames: [String]
    /// The identifier of the agency above it.
    public var parent: String?

    /// Creates an agency.
    public init(
      id: String, name: LocalizedText, otherNames: [String] = [], parent: String? = nil
    ) {
      self.id = id
      self.name = name
      self.otherNames = otherNames
      self.parent = parent
    }
  }
}
