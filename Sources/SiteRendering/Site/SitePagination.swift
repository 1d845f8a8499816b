extension Site {
  /// On how many pages a version's text stands.
  public enum Pagination: Sendable, Hashable {
    /// On one page if it is short, else by chapter.
    case automatic
    /// On one page, however long it is.
    case onePage
    /// A page for each chapter, however short the text is.
    case byChapter
  }
}
