internal import Foundation
internal import PlanImport
public import PlanModel

/// A file that a person named on the command line, anywhere on the disk; `-` is standard input.
public struct SourceFile: Sendable {
  /// The path as given.
  public let path: String

  /// Names a file.
  public init(_ path: String) { self.path = path }

  /// The file's bytes.
  ///
  /// - Throws: A `DocumentError` if there is no such file, or it cannot be read, or is too large.
  public func read() throws -> [UInt8] {
    guard path != "-" else { return try readStandardInput() }
    let attributes = try? FileManager.default.attributesOfItem(atPath: path)
    guard let attributes else {
      throw DocumentError(
        code: "no-such-file", "there is no such file", at: FilePlace(file: path))
    }
    guard attributes[.type] as? FileAttributeType != .typeDirectory else {
      throw DocumentError(
        code: "not-a-file", "this is a folder and no file", at: FilePlace(file: path))
    }
    let url = URL(filePath: path)
    do {
      return try Folder(url.deletingLastPathComponent().path(percentEncoded: false))
        .read(url.lastPathComponent)
    } catch var error as DocumentError {
      // The person is told the path that they gave.
      for index in error.diagnostics.indices { error.diagnostics[index].place?.file = path }
      throw error
    }
  }

  private func readStandardInput() throws -> [UInt8] {
    let data = try FileHandle.standardInput.read(upToCount: Folder.largestFile + 1) ?? Data()
    guard data.count <= Folder.largestFile else {
      throw DocumentError(
        code: "too-large", "standard input is longer than the \(Folder.largestFile) bytes read",
        at: FilePlace(file: "-"))
    }
    return Array(data)
  }
}

/// The lines of a text file in any encoding that is read.
///
/// - Returns: Nothing if the bytes are no text.
public func sourceLines(_ bytes: [UInt8]) -> TextLines { sourceLines(of: bytes) }
