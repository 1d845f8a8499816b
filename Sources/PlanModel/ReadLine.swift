/// A line as an importer read it from a source that is no text as it stands: a printed line of a PDF, a
/// paragraph of a word processor's document.
///
/// The lines of a ``SourcePlace`` count these, so that a person can see beside each block what it was made
/// of without the program that opens the source.
public struct ReadLine: Sendable, Hashable {
  /// The words, without an end of the line.
  public var text: String
  /// The page in the file, counted from 1; `nil` if the source has none.
  public var page: Int?

  /// Creates a line; what ends a line inside the words becomes a space.
  public init(text: String, page: Int? = nil) {
    self.text = String(
      text.map { $0.isNewline ? " " : $0 } as [Character])
    self.page = page
  }
}
