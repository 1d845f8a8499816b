/// Asks and understands answers: the protocol's order of messages, apart from how they are carried.
struct PluginDialogue {
  let limits: PluginConversation.Limits
  let alarm: PluginAlarm

  /// Greets the plugin, asks what it is to be asked, and says farewell when there is no more.
  ///
  /// - Parameters:
  ///   - greeting: The parameters of `initialize`.
  ///   - questions: What to ask; while there is none, the plugin waits.
  ///   - lines: What the plugin writes.
  ///   - write: Sends bytes; it is no fault if nobody reads them.
  /// - Returns: Why the plugin could not be asked to the end; `nil` if it could.
  func failure(
    greeting: [UInt8], questions: AsyncStream<PluginQuestion>,
    lines: AsyncStream<Result<[UInt8], PluginFailure>>,
    write: ([UInt8]) async -> Void
  ) async -> PluginFailure? {
    var answers = lines.makeAsyncIterator()
    var id = 0
    func answer(
      to method: String, _ parameters: [UInt8]
    ) async throws(PluginFailure) -> JSONValue {
      // A plugin that doesn't read may have answered all the same; what it wrote tells.
      await write(Self.line(id: id, method: method, parameters: parameters))
      let answer = try await self.answer(to: id, from: &answers)
      id += 1
      alarm.rest()
      return answer
    }
    do throws(PluginFailure) {
      alarm.set(limits.start)
      let greeted = try await answer(to: "initialize", greeting)
      guard greeted["protocol"]?.integer == 1 else {
        throw .otherProtocol(greeted["protocol"]?.integer)
      }
      for await question in questions {
        alarm.set(limits.answer, atMost: limits.renewals)
        question.reply(try await answer(to: question.method, question.parameters))
      }
    } catch {
      return error
    }
    // A plugin that ends instead of answering the farewell has done its work.
    alarm.set(limits.end)
    _ = try? await answer(to: "shutdown", Array("{}".utf8))
    return nil
  }

  private static func line(id: Int, method: String, parameters: [UInt8]) -> [UInt8] {
    Array("{\"id\":\(id),\"method\":\"\(method)\",\"params\":".utf8) + parameters
      + Array("}\n".utf8)
  }

  private func answer(
    to id: Int, from answers: inout AsyncStream<Result<[UInt8], PluginFailure>>.Iterator
  ) async throws(PluginFailure) -> JSONValue {
    while let line = await answers.next(isolation: #isolation) {
      let bytes = try line.get()
      guard let message = JSONValue(line: bytes), case .object = message else {
        throw .noMessage(Self.shown(bytes))
      }
      if message["method"] != nil, message["id"] == nil {
        if message["method"]?.text == "progress" { alarm.renew() }
        continue
      }
      guard message["id"]?.integer == id else {
        let found = message["id"].map { String(decoding: $0.line.prefix(40), as: UTF8.self) }
        throw .otherAnswer(expected: id, found: found ?? "without an id")
      }
      if let error = message["error"] {
        throw .refused(String((error["message"]?.text ?? "something is wrong").prefix(400)))
      }
      return message["result"] ?? .object([:])
    }
    throw .ended
  }

  /// The beginning of a line, for a message; what no terminal should be sent is left out.
  private static func shown(_ bytes: [UInt8]) -> String {
    let scalars = String(decoding: bytes.prefix(120), as: UTF8.self).unicodeScalars
    return String(
      String.UnicodeScalarView(scalars.prefix(60).filter { $0.value >= 0x20 && $0.value != 0x7F }))
  }
}

/// What a plugin is to be asked.
struct PluginQuestion: Sendable {
  /// The protocol's name of the request.
  var method: String
  /// Its parameters, as JSON on one line.
  var parameters: [UInt8]
  /// Is called with the answer; not, if there is none.
  var reply: @Sendable (JSONValue) -> Void
}
