internal import PlanModel

/// How a plugin's program failed.
enum PluginFailure: Error, Hashable {
  /// The program cannot be started.
  case notStarted(String)
  /// It ended, or closed its output, before it answered.
  case ended
  /// It took longer than it may.
  case timedOut(seconds: Double)
  /// It wrote more than it may.
  case tooMuchOutput(bytes: Int)
  /// It wrote a line that is no message.
  case noMessage(String)
  /// It answered a request that wasn't made.
  case otherAnswer(expected: Int, found: String)
  /// It speaks another version of the protocol.
  case otherProtocol(Int?)
  /// It says itself that something is wrong.
  case refused(String)
  /// Its answer says what cannot be.
  case badAnswer(String)

  /// What happened, to stand behind the plugin's name.
  var words: String {
    switch self {
    case .notStarted(let reason): "cannot be started: \(reason)"
    case .ended: "ended before it answered"
    case .timedOut(let seconds): "did not answer within \(Self.short(seconds)) s and was stopped"
    case .tooMuchOutput(let bytes): "wrote more than \(bytes >> 20) MiB and was stopped"
    case .noMessage(let line): "wrote a line that is no message: \(line)"
    case .otherAnswer(let expected, let found): "answered \(found) where \(expected) was asked"
    case .otherProtocol(let found):
      "speaks protocol \(found.map(String.init) ?? "?") of plugins; this is variorum, which speaks 1"
    case .refused(let message): "says: \(message)"
    case .badAnswer(let message): "gave an answer that cannot be used: \(message)"
    }
  }

  var help: String? {
    switch self {
    case .notStarted: "see the command in its plugin.json"
    case .noMessage:
      "only messages belong on standard output; write anything else to standard error"
    case .otherProtocol: "install a version of the plugin that speaks protocol 1"
    case .timedOut: "give it longer by timeoutSeconds in its plugin.json, or let it send progress"
    case .ended, .tooMuchOutput, .otherAnswer, .refused, .badAnswer: nil
    }
  }

  private static func short(_ seconds: Double) -> String {
    seconds == seconds.rounded() ? String(Int(seconds)) : String(seconds)
  }
}
