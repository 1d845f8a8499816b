import ArgumentParser
import Foundation
import PlanModel
import Workspace

/// What every command takes.
struct CommonOptions: ParsableArguments {
  @Option(name: .long, help: ArgumentHelp("The project's folder.", valueName: "dir"))
  var project: String?

  @Option(
    name: .long,
    help: ArgumentHelp("How diagnostics are written: text or json.", valueName: "form"))
  var diagnostics: DiagnosticOutput.Form = .text

  @Flag(
    name: .customLong("allow-plugins"),
    help: "Let the project's own plugins run, now and until one of their files changes.")
  var allowsPlugins = false

  @Flag(name: .customLong("no-plugins"), help: "Run none of the project's own plugins.")
  var refusesPlugins = false

  /// The project: the folder that was named, or else the nearest one above the working folder.
  func openProject() throws -> Project { try opened(project ?? Self.nearestProject() ?? ".") }

  private func opened(_ path: String) throws -> Project {
    var project = try Project(at: path)
    project.pluginPolicy = refusesPlugins ? .none : allowsPlugins ? .allowed : .remembered
    return project
  }

  /// The project, if there is one; to compare two files none is needed.
  func openProjectIfAny() throws -> Project? {
    if let project { return try opened(project) }
    return try Self.nearestProject().map(opened)
  }

  private static func nearestProject() -> String? {
    var path = "."
    for _ in 0..<32 {
      if Folder(path).contains(Project.configurationFile) { return path }
      let above = path == "." ? ".." : path + "/.."
      let isRoot = URL(filePath: path).standardizedFileURL.path() == "/"
      if isRoot { return nil }
      path = above
    }
    return nil
  }

  /// Runs a command's work, writes its diagnostics, and ends with the status that they call for:
  /// 0 if all is well, 1 if a document has faults.
  func run(_ work: () throws -> [Diagnostic]) throws {
    let found = try result(work)
    report(found)
    if found.contains(where: { $0.severity == .error }) { throw ExitCode(1) }
  }

  /// The result of some work; where it cannot go on, that is told and the command ends with 1.
  func result<Result>(_ work: () throws -> Result) throws -> Result {
    do {
      return try work()
    } catch let error as DocumentError {
      throw exit(for: error)
    }
  }

  /// Writes what is to be told of a document.
  func report(_ diagnostics: [Diagnostic]) {
    DiagnosticOutput(form: self.diagnostics).write(diagnostics)
  }

  /// Tells an error, and gives the status with which the command ends.
  func exit(for error: DocumentError) -> ExitCode {
    report(error.diagnostics)
    return ExitCode(1)
  }
}

/// Standard output as bytes.
enum StandardOutput {
  static func write(_ bytes: [UInt8]) {
    // A reader that ends early, such as `head`, is no fault.
    try? FileHandle.standardOutput.write(contentsOf: bytes)
  }

  static func write(_ text: String) { write(Array(text.utf8)) }
}
