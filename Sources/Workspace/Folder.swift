internal import Foundation
internal import PlanModel

/// A folder on the disk: the only way in which the toolkit reads and writes files.
///
/// Paths are relative and cannot leave the folder. A file is written beside its place and renamed,
/// so that nobody ever sees half of one.
public struct Folder: Sendable {
  /// The folder's path.
  public let path: String
  private let url: URL

  /// The largest file that is read, in bytes: 256 MiB.
  public static let largestFile = 256 << 20

  /// Creates a folder from its path; it need not exist.
  public init(_ path: String) {
    self.path = path
    url = URL(filePath: path, directoryHint: .isDirectory)
  }

  /// A folder inside this one.
  ///
  /// - Throws: A `DocumentError` if the path would leave the folder.
  public func folder(_ name: String) throws -> Folder {
    _ = try place(of: name)
    return Folder(shown(name))
  }

  /// Whether a file or folder stands there.
  public func contains(_ name: String) -> Bool {
    guard let place = try? place(of: name) else { return false }
    return FileManager.default.fileExists(atPath: place.path(percentEncoded: false))
  }

  /// The bytes of a file.
  ///
  /// - Throws: A `DocumentError` if there is no such file, or it cannot be read, or is too large.
  public func read(_ name: String) throws -> [UInt8] {
    try check(name)
    let path = shown(name)
    do {
      return try DiskFile(path).bytes(atMost: Self.largestFile)
    } catch {
      switch error {
      case .tooLarge(let size):
        throw DocumentError(
          code: "too-large", "\(size) bytes are more than the \(Self.largestFile) that are read",
          at: FilePlace(file: path))
      case .missing:
        throw DocumentError(
          code: "no-such-file", "there is no such file", at: FilePlace(file: path))
      case .unreadable:
        throw DocumentError(
          code: "unreadable-file", "the file cannot be read", at: FilePlace(file: path))
      }
    }
  }

  /// The text of a file, which must be UTF-8; a byte-order mark is dropped.
  ///
  /// - Throws: A `DocumentError`, as for ``read(_:)``, or if the file is not UTF-8.
  public func text(_ name: String) throws -> String {
    let bytes = try read(name)
    let start = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    guard let text = String(validating: bytes[start...], as: UTF8.self) else {
      throw DocumentError(
        code: "malformed-text", "the file is not UTF-8", at: FilePlace(file: shown(name)))
    }
    return text
  }

  /// Writes a file unless it holds these bytes already.
  ///
  /// - Returns: Whether anything was written.
  /// - Throws: A `DocumentError` if it cannot be written.
  @discardableResult
  public func write(_ bytes: [UInt8], to name: String) throws -> Bool {
    try check(name)
    let path = shown(name)
    if DiskFile(path).holds(bytes) { return false }
    do {
      try DiskFile(path).replace(with: bytes)
    } catch {
      throw DocumentError(
        code: "unwritable-file", "the file cannot be written: \(error.message)",
        at: FilePlace(file: path))
    }
    return true
  }

  /// How a file looks from outside: its size and the time of its last change; `nil` if it isn't there.
  func stamp(of name: String) -> String? {
    (try? check(name)).flatMap { DiskFile(shown(name)).stamp }
  }

  /// Removes a file, and the folders that become empty thereby.
  public func remove(_ name: String) throws {
    var place = try place(of: name)
    try? FileManager.default.removeItem(at: place)
    for _ in name.split(separator: "/").dropLast() {
      place.deleteLastPathComponent()
      let rest = try? FileManager.default.contentsOfDirectory(
        atPath: place.path(percentEncoded: false))
      guard rest?.isEmpty == true else { return }
      try? FileManager.default.removeItem(at: place)
    }
  }

  /// The names of the files and folders in the folder, sorted by their bytes.
  public func names() -> [String] {
    let names = try? FileManager.default.contentsOfDirectory(atPath: path)
    return (names ?? []).sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
  }

  /// The path of a file as it is shown to a person.
  public func shown(_ name: String) -> String {
    path == "." || path == "./" ? name : (path.hasSuffix("/") ? path : path + "/") + name
  }

  /// Holds a path to staying inside the folder.
  private func check(_ name: String) throws {
    let parts = name.utf8.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
    let isSafe = parts.allSatisfy { part in
      !part.isEmpty && !part.elementsEqual(".".utf8) && !part.elementsEqual("..".utf8)
    }
    guard isSafe, !name.utf8.contains(0) else {
      throw DocumentError(
        code: "unsafe-path", "the path ‘\(name)’ does not stay inside its folder")
    }
  }

  private func place(of name: String) throws -> URL {
    try check(name)
    return name.split(separator: "/").reduce(url) { $0.appending(path: String($1)) }
  }
}
