/// A value of a plan's front matter: text, a list or a mapping.
///
/// Numbers, dates and truth values stay the text that somebody wrote: `2019-12-02` is the name of a
/// version here, and nothing is gained by guessing at it.
public indirect enum MetadataValue: Sendable, Hashable {
  /// A scalar, as written.
  case text(String)
  /// A sequence.
  case list([MetadataValue])
  /// A mapping in the order of the file.
  case mapping([MetadataField])

  /// The text of a scalar, or `nil` for a list or a mapping.
  public var text: String? {
    if case .text(let value) = self { value } else { nil }
  }

  /// The texts of a list of scalars; one text counts as a list of one.
  public var texts: [String] {
    switch self {
    case .text(let value): [value]
    case .list(let values): values.compactMap(\.text)
    case .mapping: []
    }
  }
}

/// One key of a plan's front matter and its value.
public struct MetadataField: Sendable, Hashable {
  /// The key.
  public var key: String
  /// What the key says.
  public var value: MetadataValue

  /// Creates a field.
  public init(key: String, value: MetadataValue) {
    self.key = key
    self.value = value
  }
}
