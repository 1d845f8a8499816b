internal import Foundation
internal import PlanModel

/// A file as it stood in a revision of the git repository around the working folder:
/// `REVISION:PATH`, as git itself writes it.
struct GitFile {
  /// The name as given.
  let name: String

  /// Reads a name; `nil` if it has no colon, or begins like an option.
  init?(_ name: String) {
    guard let colon = name.firstIndex(of: ":"), colon != name.startIndex,
      name.index(after: colon) != name.endIndex, !name.hasPrefix("-")
    else { return nil }
    self.name = name
  }

  /// The path, for telling what sort of file it is.
  var path: String { name.firstIndex(of: ":").map { String(name[name.index(after: $0)...]) } ?? "" }

  /// The bytes of the file.
  ///
  /// The file is taken out of git's store as it is: no filter, no converter and no pager that a
  /// configuration names is run.
  ///
  /// - Throws: A `DocumentError` if git is not there, or knows no such file, or it is too large.
  func read() throws -> [UInt8] {
    let size = try run(["cat-file", "-s", name])
    guard let count = Int(String(decoding: size, as: UTF8.self).filter(\.isNumber)),
      count <= Folder.largestFile
    else {
      throw DocumentError(
        code: "too-large", "the file is longer than the \(Folder.largestFile) bytes that are read",
        at: FilePlace(file: name))
    }
    return try run(["cat-file", "blob", name])
  }

  private func run(_ arguments: [String]) throws -> [UInt8] {
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = ["git"] + arguments
    let output = Pipe()
    process.standardOutput = output
    process.standardError = FileHandle.nullDevice
    process.standardInput = FileHandle.nullDevice
    let bytes: Data
    do {
      try process.run()
      bytes = try output.fileHandleForReading.readToEnd() ?? Data()
    } catch {
      throw DocumentError(
        code: "no-git", "git cannot be run", at: FilePlace(file: name),
        help: "install git, or name a file")
    }
    process.waitUntilExit()
    guard process.terminationReason == .exit, process.terminationStatus == 0 else {
      throw DocumentError(
        code: "no-such-file", "there is no such file, and git knows none by this name",
        at: FilePlace(file: name),
        help: "a file in git is named REVISION:PATH, such as HEAD~1:./plan.md")
    }
    return Array(bytes)
  }
}
