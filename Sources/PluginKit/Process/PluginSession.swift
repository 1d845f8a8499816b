internal import Synchronization

/// A plugin's program at one stage, kept running from one question to the next.
///
/// It is started by the first question, since most commands ask most plugins nothing; started anew
/// when it has ended or been stopped; and told to end when the session is, at the latest when nobody
/// holds it any more. Its home and temporary files are gone with it.
final class PluginSession: Sendable {
  private struct State {
    var conversation: OpenConversation?
    /// Whether the conversation has answered anything.
    var hasAnswered = false
  }

  private let state = Mutex(State())

  deinit { end() }

  /// The answer to a question; one question is asked at a time.
  ///
  /// A program that has answered before and is gone now is started once more, so that one which takes
  /// a single question and ends is as good as any.
  ///
  /// - Parameters:
  ///   - method: The protocol's name of the question.
  ///   - parameters: Its parameters, as JSON on one line.
  ///   - start: Starts the program.
  /// - Returns: The answer, or how the program ended instead.
  /// - Throws: What `start` throws.
  func answer(
    to method: String, parameters: [UInt8], startedBy start: () throws -> OpenConversation
  ) throws -> Result<JSONValue, PluginConversation.Ending> {
    try state.withLock { state in
      while true {
        let conversation = try state.conversation ?? start()
        state.conversation = conversation
        let result = conversation.answer(to: method, parameters: parameters)
        let isSecond = state.hasAnswered
        if case .failure(let ending) = result {
          state = State()
          if isSecond, ending.failure == .ended { continue }
        } else {
          state.hasAnswered = true
        }
        return result
      }
    }
  }

  /// Tells the program to end and waits for it; it is started anew if it is asked again.
  func end() {
    state.withLock { state in
      state.conversation?.end()
      state = State()
    }
  }
}

/// The sessions of a plugin, one for each stage at which it has been asked.
final class PluginSessions: Sendable {
  private let sessions = Mutex<[PluginManifest.Stage: PluginSession]>([:])

  /// The session of a stage.
  func session(at stage: PluginManifest.Stage) -> PluginSession {
    sessions.withLock { sessions in
      let session = sessions[stage] ?? PluginSession()
      sessions[stage] = session
      return session
    }
  }

  /// Ends them all.
  func end() {
    let ended = sessions.withLock { sessions in
      defer { sessions = [:] }
      return sessions
    }
    for session in ended.values { session.end() }
  }
}
