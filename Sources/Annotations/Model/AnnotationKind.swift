/// What a sort of notes may say: data of the project, and no code.
public struct AnnotationKind: Sendable, Hashable {
  /// The type of a field's value.
  public enum FieldType: String, Sendable, Hashable, CaseIterable {
    /// A line of text.
    case text
    /// Markdown.
    case markdown
    /// A list of agencies in one role.
    case agencies
    /// A ``DateExpression``.
    case date
    /// A ``Quantity``.
    case quantity
    /// One of the field's own words.
    case choice
    /// An address that begins with `https:` or `http:`.
    case link
    /// The identifier of a block or of a note, or the words of a reference.
    case reference

    /// Whether a note may hold a list of such values.
    var canRepeat: Bool {
      switch self {
      case .text, .markdown, .reference, .agencies, .link: true
      case .date, .quantity, .choice: false
      }
    }
  }

  /// One thing that a note may say.
  public struct Field: Sendable, Hashable {
    /// The key in the file.
    public var key: String
    /// What a reader sees for it.
    public var label: LocalizedText
    /// The type of its value.
    public var type: FieldType
    /// Whether a note must say it.
    public var isRequired: Bool
    /// Whether it may hold a list of values.
    public var isRepeated: Bool
    /// The words of a choice, with their labels.
    public var choices: [Choice]
  }

  /// One word of a choice.
  public struct Choice: Sendable, Hashable {
    /// The word in the file.
    public var key: String
    /// What a reader sees.
    public var label: LocalizedText
  }

  /// The kind's name in the files.
  public var name: String
  /// What a reader sees for it.
  public var label: LocalizedText
  /// The fields in the order in which they are shown.
  public var fields: [Field]

  /// The field of a key.
  public func field(_ key: String) -> Field? { fields.first { $0.key == key } }
}
