import Foundation
import PlanModel
import PluginKit
import Testing

/// Runs a line of the shell, which every system has, as a program.
private func shell(
  _ line: String, input: [UInt8] = [], limits: ExternalProgram.Limits = .init(seconds: 60)
) throws -> ExternalProgram.Outcome {
  try ExternalProgram("sh", package: "dash").run(["-c", line], input: input, limits: limits)
}

private func code(_ body: () throws -> Void) -> String? {
  do {
    try body()
    return nil
  } catch {
    return (error as? DocumentError)?.diagnostics.first?.code
  }
}

@Suite(.serialized) struct `A program of the system` {
  @Test func `gets its input whole and gives its output whole`() throws {
    let bytes = (0..<3_000_000).map { UInt8(truncatingIfNeeded: $0 &* 31) }
    let outcome = try shell("cat", input: bytes)
    #expect(outcome.isSuccess)
    #expect(outcome.output == bytes)
  }

  @Test func `may end before it has read its input`() throws {
    let outcome = try shell(
      "echo enough; echo why >&2; exit 3", input: [UInt8](repeating: 1, count: 3_000_000))
    #expect(!outcome.isSuccess)
    #expect(outcome.output == Array("enough\n".utf8))
    #expect(outcome.lastWords == "why\n")
  }

  @Test func `is ended with all that it started when its time is over`() throws {
    let start = ContinuousClock.now
    let reason = code {
      _ = try shell("sleep 30 & sleep 30; echo late", limits: .init(seconds: 0.5))
    }
    #expect(reason == "program-timed-out")
    #expect(ContinuousClock.now - start < .seconds(15))
  }

  @Test func `is ended when it writes too much`() {
    let reason = code {
      _ = try shell("yes", limits: .init(seconds: 60, output: 100_000))
    }
    #expect(reason == "program-output-too-large")
  }

  @Test func `sees an environment that is the same everywhere, and works in a folder that is gone`()
    throws
  {
    let outcome = try shell(
      "echo $LANG $TZ; test -z \"$USER\" && echo clean; touch x; pwd; echo $HOME")
    let lines = String(decoding: outcome.output, as: UTF8.self).split(separator: "\n").map(
      String.init)
    try #require(lines.count == 4)
    #expect(lines[0...1] == ["C.UTF-8 UTC", "clean"])
    #expect(!FileManager.default.fileExists(atPath: lines[2]))
    #expect(lines[3].hasPrefix(lines[2]))
  }

  @Test func `is named with its package where it is missing`() throws {
    let program = ExternalProgram("variorum-no-such-program", package: "some-package")
    let error = try #require(throws: DocumentError.self) { try program.run([]) }
    #expect(error.diagnostics[0].code == "missing-program")
    #expect(error.diagnostics[0].help?.contains("some-package") == true)
  }
}
