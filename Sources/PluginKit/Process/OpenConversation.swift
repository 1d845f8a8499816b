internal import Dispatch
internal import Synchronization

/// A conversation that goes on beside its caller, who asks and waits.
final class OpenConversation: Sendable {
  private let questions: AsyncStream<PluginQuestion>.Continuation
  private let replies = Replies()

  /// Starts a conversation.
  ///
  /// - Parameters:
  ///   - conversation: What is started, and its bounds.
  ///   - greeting: The parameters of `initialize`.
  ///   - cleanUp: Is called when the program has ended.
  init(
    _ conversation: PluginConversation, greeting: [UInt8],
    cleanUp: @escaping @Sendable () -> Void
  ) {
    let (stream, questions) = AsyncStream.makeStream(of: PluginQuestion.self)
    self.questions = questions
    Task.detached(executorPreference: ProgramThreads.shared) { [replies] in
      let ending = await conversation.ending(greeting: greeting, of: stream)
      cleanUp()
      replies.put(.failure(ending))
    }
  }

  /// The answer to a question, or how the program ended instead.
  func answer(
    to method: String, parameters: [UInt8]
  ) -> Result<JSONValue, PluginConversation.Ending> {
    questions.yield(
      PluginQuestion(method: method, parameters: parameters) { [replies] answer in
        replies.put(.success(answer))
      })
    return replies.next()
  }

  /// Asks no more, and waits until the program has ended.
  ///
  /// It is called once, and not when an answer has said that the program has ended.
  func end() {
    questions.finish()
    _ = replies.next()
  }
}

/// What comes back from a conversation, one reply after the other.
private final class Replies: Sendable {
  typealias Reply = Result<JSONValue, PluginConversation.Ending>

  private let replies = Mutex<[Reply]>([])
  private let count = DispatchSemaphore(value: 0)

  func put(_ reply: Reply) {
    replies.withLock { $0.append(reply) }
    count.signal()
  }

  func next() -> Reply {
    count.wait()
    return replies.withLock { $0.removeFirst() }
  }
}
