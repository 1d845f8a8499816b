internal import Subprocess
internal import SystemPackage

/// A conversation with a plugin's program: it is started, asked one thing after the other, told to
/// end, and ended if it does not.
///
/// Whatever the program does, the conversation ends in time: when time is over, its whole group of
/// processes is killed, and the library that runs it then gives up its pipes, even if somebody else
/// holds their other ends.
struct PluginConversation: Sendable {
  /// The bounds of a conversation.
  struct Limits: Sendable {
    /// For how long the first answer may be waited for, in seconds.
    var start = 5.0
    /// For how long any other may be; progress renews it.
    var answer = 30.0
    /// How often progress may renew it.
    var renewals = 20
    /// How long the program may take to end.
    var end = 2.0
    /// The longest line, and the most bytes in all.
    var line = 64 << 20
    var output = 256 << 20
  }

  /// What came of a conversation.
  struct Outcome: Sendable {
    /// The results, one for each request that was answered.
    var results: [JSONValue] = []
    /// Why there are no more.
    var failure: PluginFailure?
    /// The end of what the program wrote on standard error.
    var lastWords: [String] = []
    /// How the program ended, where that is telling.
    var end: String?
  }

  var command: [String]
  var folder: String
  var environment: [String: String]
  var limits = Limits()

  /// Asks the requests in their order; each is a line with the identifier that is its place.
  func outcome(of requests: [[UInt8]]) async -> Outcome {
    var options = PlatformOptions()
    options.createSession = true
    options.teardownSequence = [
      .send(
        signal: .terminate, toProcessGroup: true, allowedDurationToNextStep: .seconds(limits.end)),
      .send(signal: .kill, toProcessGroup: true, allowedDurationToNextStep: .seconds(1)),
    ]
    var variables: [Environment.Key: String] = [:]
    for (name, value) in environment { variables[Environment.Key(stringLiteral: name)] = value }
    do {
      let result = try await run(
        .program(command[0]), arguments: Arguments(Array(command.dropFirst())),
        environment: .custom(variables), workingDirectory: FilePath(folder),
        platformOptions: options, input: .inputWriter, output: .sequence, error: .sequence
      ) { execution in
        await talk(
          requests, to: execution.standardInputWriter, output: execution.standardOutput,
          errors: execution.standardError
        ) { signal in
          try? execution.send(signal: signal, toProcessGroup: true)
        }
      }
      var outcome = result.closureResult
      if outcome.failure == .ended { outcome.end = Self.words(for: result.terminationStatus) }
      return outcome
    } catch {
      return Outcome(failure: .notStarted("\(error)"))
    }
  }

  private static func words(for status: TerminationStatus) -> String {
    switch status {
    case .exited(let code): "its status was \(code)"
    case .signaled(let signal): "signal \(signal) ended it"
    }
  }

  private func talk(
    _ requests: [[UInt8]], to writer: StandardInputWriter, output: SubprocessOutputSequence,
    errors: SubprocessOutputSequence, kill: @escaping @Sendable (Signal) -> Void
  ) async -> Outcome {
    async let lastWords = Self.lastWords(of: errors)
    let (lines, feed) = AsyncStream.makeStream(of: Result<[UInt8], PluginFailure>.self)
    let alarm = PluginAlarm(renewals: limits.renewals) { seconds in
      feed.yield(.failure(.timedOut(seconds: seconds)))
      kill(.kill)
    }
    var outcome = await withTaskGroup(of: Void.self) { group in
      group.addTask {
        var cutter = LineCutter(longest: limits.line, most: limits.output)
        do {
          reading: for try await buffer in output {
            let bytes = unsafe buffer.withUnsafeBytes { unsafe Array($0) }
            switch cutter.lines(from: bytes) {
            case .success(let lines): for line in lines { feed.yield(.success(line)) }
            case .failure(let failure):
              feed.yield(.failure(failure))
              kill(.kill)
              break reading
            }
          }
        } catch {}
        feed.finish()
      }
      var dialogue = PluginDialogue(limits: limits, alarm: alarm)
      let outcome = await dialogue.results(of: requests, lines: lines) { bytes in
        do { _ = try await writer.write(bytes) } catch { return false }
        return true
      }
      if outcome.failure == nil {
        alarm.set(limits.end)
        try? await writer.finish()
        for await _ in lines {}
      }
      alarm.stop()
      kill(.kill)
      await group.waitForAll()
      return outcome
    }
    outcome.lastWords = await lastWords
    return outcome
  }

  /// The last lines of what a program writes on standard error.
  private static func lastWords(of errors: SubprocessOutputSequence) async -> [String] {
    var bytes: [UInt8] = []
    do {
      for try await buffer in errors {
        bytes += unsafe buffer.withUnsafeBytes { unsafe Array($0) }
        if bytes.count > 16_384 { bytes.removeFirst(bytes.count - 8_192) }
      }
    } catch {}
    return String(decoding: bytes.suffix(8_192), as: UTF8.self).split(whereSeparator: \.isNewline)
      .suffix(20).map { String($0.prefix(400)) }
  }
}
