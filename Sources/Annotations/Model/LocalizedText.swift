/// A text in one or more languages, such as a label: `{ zh-Hans: 任务, en: Task }`.
public struct LocalizedText: Sendable, Hashable {
  /// The texts by BCP 47 tag, in the order of the file.
  public var texts: [Entry]

  /// A text and its language; no language if the file names none.
  public struct Entry: Sendable, Hashable {
    /// The BCP 47 tag.
    public var language: String?
    /// The words.
    public var text: String
  }

  /// Creates a text in one language, or in none in particular.
  public init(_ text: String, language: String? = nil) {
    texts = [Entry(language: language, text: text)]
  }

  init(_ texts: [Entry]) { self.texts = texts }

  /// The text in a language; failing that the one whose tag begins alike, and then the first.
  public func text(in language: String) -> String {
    let stem = language.prefix { $0 != "-" }
    let found =
      texts.first { $0.language == language }
      ?? texts.first { $0.language?.prefix(while: { $0 != "-" }) == stem } ?? texts.first
    return found?.text ?? ""
  }
}
