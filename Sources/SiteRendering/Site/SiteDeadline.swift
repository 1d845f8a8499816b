extension Site {
  /// By when something is to be done.
  public struct Deadline: Sendable, Hashable {
    /// The date as ISO 8601-2 (EDTF) has it: `2025`, `2025-06-30`, `2019/2025`; `nil` if there is
    /// none, as for a task without an end.
    public var value: String?
    /// What the date is, in one word: `by`, `within`, `from`, `recurring`, `ongoing`, `horizon`.
    public var manner: String
    /// The words of the text.
    public var words: String?

    /// Creates a deadline.
    public init(value: String?, manner: String, words: String? = nil) {
      self.value = value
      self.manner = manner
      self.words = words
    }

    /// The year by which it is over, for a list in order of time.
    package var year: Int? {
      value.flatMap { $0.split(separator: "/").last }.flatMap { Int($0.prefix(4)) }
    }

    /// The date in a form whose order is that of time: what is less exact comes after all that it
    /// may mean.
    package var orderKey: String {
      (value.flatMap { $0.split(separator: "/").last }.map(String.init) ?? "9999") + "~"
    }
  }
}
