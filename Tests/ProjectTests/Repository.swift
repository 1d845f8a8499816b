import Foundation
import Workspace

/// The project's own folder and program.
enum Repository {
  static let path = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().path(percentEncoded: false)

  static let folder = Folder(path)

  /// The program, which is built beside the tests.
  static let program: URL? = {
    let bundle = CommandLine.arguments.first { $0.contains(".xctest") }
    return bundle.map {
      URL(filePath: $0.components(separatedBy: ".xctest")[0]).deletingLastPathComponent()
        .appending(path: "variorum")
    }
  }()
}

/// A folder of its own for a test, gone when the test is over.
func withTemporaryFolder<Result>(_ body: (String) throws -> Result) throws -> Result {
  let url = FileManager.default.temporaryDirectory.appending(path: "variorum-\(UUID().uuidString)")
  try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
  defer { try? FileManager.default.removeItem(at: url) }
  return try body(url.path(percentEncoded: false))
}

/// Every file in a folder with its bytes.
func contents(of path: String) -> [String: [UInt8]] {
  var files: [String: [UInt8]] = [:]
  for name in FileManager.default.enumerator(atPath: path)?.compactMap({ $0 as? String }) ?? [] {
    guard let data = try? Data(contentsOf: URL(filePath: path).appending(path: name)) else {
      continue
    }
    files[name] = Array(data)
  }
  return files
}

/// What a run of the program did.
struct Run {
  var status: Int32
  var output: String
  var errors: String

  init(
    _ arguments: [String], in folder: String, input: String = "",
    environment: [String: String] = [:]
  ) throws {
    guard let program = Repository.program else { throw CocoaError(.fileNoSuchFile) }
    let process = Process()
    process.executableURL = program
    process.arguments = arguments
    process.environment = ProcessInfo.processInfo.environment.merging(environment) { $1 }
    process.currentDirectoryURL = URL(filePath: folder)
    let (out, err, source) = (Pipe(), Pipe(), Pipe())
    (process.standardOutput, process.standardError, process.standardInput) = (out, err, source)
    try process.run()
    try source.fileHandleForWriting.write(contentsOf: Data(input.utf8))
    try source.fileHandleForWriting.close()
    output = String(decoding: try out.fileHandleForReading.readToEnd() ?? Data(), as: UTF8.self)
    errors = String(decoding: try err.fileHandleForReading.readToEnd() ?? Data(), as: UTF8.self)
    process.waitUntilExit()
    status = process.terminationStatus
  }
}
