/// Asks and understands answers: the protocol's order of messages, apart from how they are carried.
struct PluginDialogue {
  let limits: PluginConversation.Limits
  let alarm: PluginAlarm

  /// Asks one request after the other.
  ///
  /// - Parameters:
  ///   - requests: The requests as lines, the first of them `initialize`; each bears its place as its
  ///     identifier.
  ///   - lines: What the plugin writes.
  ///   - write: Sends bytes; `false` if nobody reads them.
  /// - Returns: The results, and why there are no more.
  mutating func results(
    of requests: [[UInt8]], lines: AsyncStream<Result<[UInt8], PluginFailure>>,
    write: ([UInt8]) async -> Bool
  ) async -> PluginConversation.Outcome {
    var outcome = PluginConversation.Outcome()
    var answers = lines.makeAsyncIterator()
    for (id, request) in requests.enumerated() {
      alarm.set(id == 0 ? limits.start : limits.answer)
      // A plugin that doesn't read may have answered all the same; what it wrote tells.
      _ = await write(request + [UInt8(ascii: "\n")])
      do throws(PluginFailure) {
        outcome.results.append(try await answer(to: id, from: &answers))
      } catch {
        outcome.failure = error
        return outcome
      }
    }
    return outcome
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
      let result = message["result"] ?? .object([:])
      if id == 0, result["protocol"]?.integer != 1 {
        throw .otherProtocol(result["protocol"]?.integer)
      }
      return result
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
