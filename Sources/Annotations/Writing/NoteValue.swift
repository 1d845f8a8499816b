/// What a file of notes holds: texts, lists, and mappings of keys in their order.
///
/// Whatever makes a note (a command, another program's file, an accepted suggestion) makes such a
/// value; it is written as YAML and read by the reader of the files, so that one place alone knows
/// what a note may say.
public indirect enum NoteValue: Sendable, Hashable {
  /// A text.
  case text(String)
  /// Yes or no.
  case flag(Bool)
  /// Values one after the other.
  case list([NoteValue])
  /// Keys with their values, in the order in which they are written.
  case mapping([Entry])

  /// A key with its value.
  public struct Entry: Sendable, Hashable {
    /// The key.
    public var key: String
    /// The value.
    public var value: NoteValue

    /// Creates an entry.
    public init(_ key: String, _ value: NoteValue) {
      self.key = key
      self.value = value
    }

    /// Creates an entry whose value is a text.
    public init(_ key: String, _ text: String) { self.init(key, .text(text)) }
  }

  /// The value of a key; `nil` if there is none, or the value is no mapping.
  public subscript(key: String) -> NoteValue? {
    guard case .mapping(let entries) = self else { return nil }
    return entries.first { $0.key == key }?.value
  }

  /// The text; `nil` if the value is a list or a mapping.
  public var text: String? {
    switch self {
    case .text(let text): text
    case .flag(let flag): flag ? "true" : "false"
    case .list, .mapping: nil
    }
  }

  /// The elements of a list; anything else counts as a list of one.
  public var elements: [NoteValue] {
    if case .list(let values) = self { values } else { [self] }
  }

  /// The entries of a mapping; none of anything else.
  public var entries: [Entry] {
    if case .mapping(let entries) = self { entries } else { [] }
  }
}

extension [NoteValue.Entry] {
  /// Adds a key with a text, if there is one.
  mutating func add(_ key: String, _ text: String?) {
    if let text, !text.isEmpty { append(.init(key, text)) }
  }
}
