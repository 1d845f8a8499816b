internal import Foundation
internal import PlanModel
internal import Subprocess
internal import SystemPackage

/// A program of the system that does one thing and ends: `pdftotext`, `pandoc`.
///
/// It is run without a shell, confined as far as the system can (`Confinement`): without a network,
/// with bounded memory, in a group of processes of its own, in an empty folder that is removed
/// afterwards and is its home and its place for temporary files. Of the environment it sees nothing
/// but `PATH`, and `LANG` and `TZ` with the same values everywhere.
///
/// ```swift
/// let program = ExternalProgram("pdftotext", package: "poppler-utils")
/// let outcome = try program.run(["-bbox-layout", "-", "-"], input: bytes)
/// ```
public struct ExternalProgram: Sendable, Hashable {
  /// The bounds of a run.
  public struct Limits: Sendable, Hashable {
    /// For how long it may run, in seconds.
    public var seconds: Double
    /// How much it may write on standard output, in bytes.
    public var output: Int

    /// Creates bounds: two minutes and 256 MiB, if nothing else is said.
    public init(seconds: Double = 120, output: Int = 256 << 20) {
      self.seconds = seconds
      self.output = output
    }
  }

  /// What a run did.
  public struct Outcome: Sendable {
    /// What it wrote on standard output.
    public var output: [UInt8]
    /// The end of what it wrote on standard error.
    public var lastWords: String
    /// Whether it ended with status 0.
    public var isSuccess: Bool
  }

  /// The program's name, by which it is looked for in `PATH`.
  public let name: String
  /// The Debian package that it comes with, for messages.
  public let package: String

  /// Names a program.
  public init(_ name: String, package: String) {
    self.name = name
    self.package = package
  }

  /// Runs the program and waits for it.
  ///
  /// It blocks the calling thread, since importers are plain functions; so it must not be called on
  /// all of the threads that tasks share at once.
  ///
  /// - Parameters:
  ///   - arguments: The program's arguments; nothing expands them.
  ///   - input: What it reads on standard input.
  ///   - limits: The bounds.
  /// - Returns: What it wrote, whatever its status.
  /// - Throws: A `DocumentError` if the program is missing, cannot be started, or went over a bound
  ///   and was ended.
  public func run(
    _ arguments: [String], input: [UInt8] = [], limits: Limits = Limits()
  ) throws -> Outcome {
    guard let path = Self.path(of: name) else {
      throw DocumentError(
        code: "missing-program", "‘\(name)’ is needed for this format and is not installed",
        help: "install it: apt install \(package)")
    }
    let manager = FileManager.default
    let folder = manager.temporaryDirectory.appending(path: "variorum-\(UUID().uuidString)")
    do {
      try manager.createDirectory(
        at: folder, withIntermediateDirectories: false, attributes: [.posixPermissions: 0o700])
    } catch {
      throw DocumentError(
        code: "no-temporary-folder", "no folder can be made for ‘\(name)’ to work in",
        at: FilePlace(file: folder.path(percentEncoded: false)))
    }
    defer { try? manager.removeItem(at: folder) }
    let invocation = ExternalProgramInvocation(
      command: Confinement.ofSystem.words([path] + arguments, needsNetwork: false),
      folder: folder.path(percentEncoded: false), input: input, limits: limits)
    switch AsynchronousWork.waiting({ await invocation.outcome() }) {
    case .success(let outcome): return outcome
    case .failure(let failure): throw error(for: failure, limits)
    }
  }

  /// The first line that the program says of itself with an argument such as `--version`.
  ///
  /// - Returns: `nil` if the program is missing or says nothing.
  public func version(_ argument: String) -> String? {
    guard let outcome = try? run([argument], limits: Limits(seconds: 20, output: 1 << 20)) else {
      return nil
    }
    let words = String(decoding: outcome.output, as: UTF8.self) + "\n" + outcome.lastWords
    return words.split(whereSeparator: \.isNewline).first.map(String.init)
  }

  /// Where `PATH` has a program; `nil` if it has none, or if the name is a path already.
  static func path(of name: String) -> String? {
    guard !name.contains("/") else { return nil }
    let folders = (ProcessInfo.processInfo.environment["PATH"] ?? "/usr/local/bin:/usr/bin:/bin")
      .split(separator: ":")
    return folders.lazy.filter { $0.hasPrefix("/") }.map { "\($0)/\(name)" }
      .first { FileManager.default.isExecutableFile(atPath: $0) }
  }

  private func error(
    for failure: ExternalProgramInvocation.Failure, _ limits: Limits
  ) -> DocumentError {
    switch failure {
    case .timedOut:
      DocumentError(
        code: "program-timed-out",
        "‘\(name)’ was ended after \(Int(limits.seconds)) seconds",
        help: "the document may be damaged, or too large: import it in parts")
    case .tooMuch:
      DocumentError(
        code: "program-output-too-large",
        "‘\(name)’ was ended after it had written \(limits.output) bytes",
        help: "the document may be made to fill memory; import it in parts if it is not")
    case .notStarted(let reason):
      DocumentError(code: "program-not-started", "‘\(name)’ cannot be run: \(reason)")
    }
  }
}
