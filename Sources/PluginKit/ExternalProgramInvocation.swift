internal import Foundation
internal import Subprocess
internal import SystemPackage

/// One run of a program: it is started, given its input, listened to, and ended if it goes over a
/// bound.
struct ExternalProgramInvocation: Sendable {
  /// Why there is no outcome.
  enum Failure: Error {
    case timedOut
    case tooMuch
    case notStarted(String)
  }

  var command: [String]
  var folder: String
  var input: [UInt8]
  var limits: ExternalProgram.Limits

  func outcome() async -> Result<ExternalProgram.Outcome, Failure> {
    await withTaskGroup(of: Result<ExternalProgram.Outcome, Failure>?.self) { group in
      group.addTask { await run() }
      group.addTask {
        try? await Task.sleep(for: .seconds(limits.seconds))
        return nil
      }
      let first = await group.next() ?? nil
      // Cancelling ends the program, and then the run.
      group.cancelAll()
      _ = await group.next()
      return first ?? .failure(.timedOut)
    }
  }

  private func run() async -> Result<ExternalProgram.Outcome, Failure> {
    var options = PlatformOptions()
    options.createSession = true
    options.teardownSequence = [
      .send(signal: .terminate, toProcessGroup: true, allowedDurationToNextStep: .seconds(1)),
      .send(signal: .kill, toProcessGroup: true, allowedDurationToNextStep: .seconds(1)),
    ]
    let environment: [Environment.Key: String] = [
      "PATH": ProcessInfo.processInfo.environment["PATH"] ?? "/usr/local/bin:/usr/bin:/bin",
      "HOME": folder, "TMPDIR": folder, "LANG": "C.UTF-8", "TZ": "UTC",
    ]
    BrokenPipe.isAnErrorOnly()
    do {
      let result = try await Subprocess.run(
        .program(command[0]), arguments: Arguments(Array(command.dropFirst())),
        environment: .custom(environment), workingDirectory: FilePath(folder),
        platformOptions: options, input: .inputWriter, output: .sequence, error: .sequence
      ) { execution -> (output: [UInt8]?, lastWords: String) in
        let writer = execution.standardInputWriter
        // A program that has seen enough closes its input: that is no fault.
        async let fed: Void = Self.feed(input, to: writer)
        async let lastWords = Self.end(of: execution.standardError)
        let output = await Self.all(of: execution.standardOutput, atMost: limits.output)
        if output == nil { try? execution.send(signal: .kill, toProcessGroup: true) }
        await fed
        return (output, await lastWords)
      }
      guard let output = result.closureResult.output else { return .failure(.tooMuch) }
      return .success(
        ExternalProgram.Outcome(
          output: output, lastWords: result.closureResult.lastWords,
          isSuccess: result.terminationStatus.isSuccess))
    } catch {
      return .failure(.notStarted("\(error)"))
    }
  }

  private static func feed(_ input: [UInt8], to writer: StandardInputWriter) async {
    if !input.isEmpty { _ = try? await writer.write(input) }
    try? await writer.finish()
  }

  /// Everything that is written; `nil` if that is more than the bound.
  private static func all(
    of sequence: SubprocessOutputSequence, atMost most: Int
  ) async -> [UInt8]? {
    var bytes: [UInt8] = []
    do {
      for try await buffer in sequence {
        unsafe buffer.withUnsafeBytes { unsafe bytes.append(contentsOf: $0) }
        if bytes.count > most { return nil }
      }
    } catch {}
    return bytes
  }

  /// The end of what is written.
  private static func end(of sequence: SubprocessOutputSequence) async -> String {
    var bytes: [UInt8] = []
    do {
      for try await buffer in sequence {
        unsafe buffer.withUnsafeBytes { unsafe bytes.append(contentsOf: $0) }
        if bytes.count > 16_384 { bytes.removeFirst(bytes.count - 8_192) }
      }
    } catch {}
    return String(decoding: bytes, as: UTF8.self)
  }
}
