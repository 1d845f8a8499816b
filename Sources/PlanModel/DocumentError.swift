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
}
