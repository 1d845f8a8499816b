/// An error that ends a run, with what a person is to be told.
///
/// A fault in a document is a ``Diagnostic`` and is thrown only where nothing can go on without the
/// document.
public struct DocumentError: Error, Sendable, Hashable {
  /// What is wrong; at least one is an error.
  public var diagnostics: [Diagnostic]

  /// Creates an error from what is wrong.
  public init(_ diagnostics: [Diagnostic]) { self.diagnostics = diagnostics }

  /// Creates an error from one message.
  public init(code: String, _ message: String, at place: FilePlace? = nil, help: String? = nil) {
    diagnostics = [Diagnostic(.error, code: code, message, at: place, help: help)]
  }

  /// The same error, with a file named in those of its messages that name none.
  ///
  /// - Parameter file: The file's name as its user knows it.
  /// - Returns: The error; messages that have a place keep it.
  public func naming(_ file: String) -> DocumentError {
    DocumentError(
      diagnostics.map { diagnostic in
        var named = diagnostic
        named.place = diagnostic.place ?? FilePlace(file: file)
        return named
      })
  }
}
