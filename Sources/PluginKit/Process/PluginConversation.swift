internal import Foundation
internal import Subprocess
internal import Synchronization
internal import SystemPackage

/// A conversation with a plugin's program: it is started, asked one thing after the other, told to
/// end, and ended if it does not.
///
/// Whatever the program does, an answer is waited for no longer than the limits say: when time is
/// over, its whole group of processes is told to end and then killed, and the library that runs it
/// gives up its pipes, even if somebody else holds their other ends.
struct PluginConversation: Sendable {
  /// The bounds of a conversation.
  struct Limits: Sendable {
    /// For how long the first answer may be waited for, in seconds.
    var start = 5.0
    /// For how long any other may be; progress renews it.
    var answer = 30.0
    /// After how many times as long it is over in spite of progress.
    var renewals = 20.0
    /// How long the program may take to end once it is told to.
    var end = 2.0
    /// How long it may take to end when its time is over.
    var mercy = 0.3
    /// The longest line, and the most bytes of an answer with everything before it.
    var line = 64 << 20
    var output = 256 << 20
  }

  /// How a conversation ended.
  struct Ending: Error {
    /// Why the program could not be asked to the end.
    var failure: PluginFailure?
    /// The end of what the program wrote on standard error.
    var lastWords: [String] = []
    /// How the program ended, where that is telling.
    var status: String?
  }

  var command: [String]
  var folder: String
  var environment: [String: String]
  var limits = Limits()

  /// Starts the program and asks it what comes until no more does.
  func ending(
    greeting: [UInt8], of questions: AsyncStream<PluginQuestion>
  ) async -> Ending {
    var options = PlatformOptions()
    options.createSession = true
    options.teardownSequence = [
      .send(
        signal: .terminate, toProcessGroup: true, allowedDurationToNextStep: .seconds(limits.end)),
      .send(signal: .kill, toProcessGroup: true, allowedDurationToNextStep: .seconds(1)),
    ]
    var variables: [Environment.Key: String] = [:]
    for (name, value) in environment { variables[Environment.Key(stringLiteral: name)] = value }
    BrokenPipe.isAnErrorOnly()
    do {
      let result = try await run(
        .program(command[0]), arguments: Arguments(Array(command.dropFirst())),
        environment: .custom(variables), workingDirectory: FilePath(folder),
        platformOptions: options, input: .inputWriter, output: .sequence, error: .sequence
      ) { execution in
        await talk(
          greeting, questions, to: execution.standardInputWriter,
          output: execution.standardOutput, errors: execution.standardError
        ) { signal in
          try? execution.send(signal: signal, toProcessGroup: true)
        }
      }
      var ending = result.closureResult
      if ending.failure == .ended { ending.status = Self.words(for: result.terminationStatus) }
      return ending
    } catch {
      return Ending(failure: .notStarted("\(error)"))
    }
  }

  private static func words(for status: TerminationStatus) -> String {
    switch status {
    case .exited(let code): "its status was \(code)"
    case .signaled(let signal): "signal \(signal) ended it"
    }
  }

  private func talk(
    _ greeting: [UInt8], _ questions: AsyncStream<PluginQuestion>, to writer: StandardInputWriter,
    output: SubprocessOutputSequence,
    errors: SubprocessOutputSequence, kill: @escaping @Sendable (Signal) -> Void
  ) async -> Ending {
    async let lastWords = Self.lastWords(of: errors)
    let (lines, feed) = AsyncStream.makeStream(of: Result<[UInt8], PluginFailure>.self)
    let mercy = limits.mercy
    let alarm = PluginAlarm { seconds in
      feed.yield(.failure(.timedOut(seconds: seconds)))
      kill(.terminate)
      Thread.sleep(forTimeInterval: mercy)
      kill(.kill)
    }
    let cutter = SharedCutter(LineCutter(longest: limits.line, most: limits.output))
    let failure = await withTaskGroup(of: Void.self) { group in
      group.addTask {
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
      let dialogue = PluginDialogue(limits: limits, alarm: alarm)
      let failure = await dialogue.failure(greeting: greeting, questions: questions, lines: lines) {
        cutter.begin()
        _ = try? await writer.write($0)
      }
      if failure == nil {
        alarm.set(limits.end)
        try? await writer.finish()
        for await _ in lines {}
      }
      alarm.stop()
      kill(.kill)
      await group.waitForAll()
      return failure
    }
    return Ending(failure: failure, lastWords: await lastWords)
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

/// A cutter that one task feeds and another allows as much again.
private final class SharedCutter: Sendable {
  private let cutter: Mutex<LineCutter>

  init(_ cutter: LineCutter) { self.cutter = Mutex(cutter) }

  func begin() { cutter.withLock { $0.begin() } }

  func lines(from piece: [UInt8]) -> Result<[[UInt8]], PluginFailure> {
    cutter.withLock { $0.lines(from: piece) }
  }
}
