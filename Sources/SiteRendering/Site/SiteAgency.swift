extension Site {
  /// An agency's part in a note.
  public struct Part: Sendable, Hashable {
    /// What the agency does.
    public enum Role: String, Sendable, Hashable, CaseIterable {
      /// 牵头.
      case lead
      /// 责任.
      case responsible
      /// 汇总.
      case collating
      /// 配合, 协同.
      case support
      /// 按职责分工.
      case byDuty = "by-duty"
      /// 属地.
      case local
    }

    /// What the agency does.
    public var role: Role
    /// The agency's name as the note has it.
    public var name: String
    /// The agency's identifier, if it is a known one.
    public var agency: String?

    /// Creates a part.
    public init(role: Role, name: String, agency: String? = nil) {
      self.role = role
      self.name = name
      self.agency = agency
    }
  }

  /// A kind of notes, for a reader.
  public struct NoteKind: Sendable, Hashable {
    /// Its identifier.
    public var id: String
    /// Its name by language; if the interface's is missing, the first.
    public var names: [String: String]
    /// Its name where no language has one.
    public var name: String

    /// Creates a kind.
    public init(id: String, name: String, names: [String: String] = [:]) {
      self.id = id
      self.name = name
      self.names = names
    }
  }

  /// An agency, for a reader.
  public struct Agency: Sendable, Hashable {
    /// Its identifier, which names its page.
    public var id: String
    /// Its name.
    public var name: String
    /// What else it is called.
    public var otherNames: [String]
    /// The identifier of the agency above it.
    public var parent: String?

    /// Creates an agency.
    public init(id: String, name: String, otherNames: [String] = [], parent: String? = nil) {
      self.id = id
      self.name = name
      self.otherNames = otherNames
      self.parent = parent
    }
  }
}
