/// Why a template of a theme can't be used.
public struct TemplateFault: Error, Sendable, Hashable, CustomStringConvertible {
  /// The template's file.
  public var template: String
  /// The line, counted from 1.
  public var line: Int
  /// What is wrong, in lower case and without a full stop.
  public var message: String

  /// The fault as one line.
  public var description: String { "\(template):\(line): error: \(message)" }
}
