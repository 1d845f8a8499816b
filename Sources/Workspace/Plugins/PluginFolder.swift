internal import Crypto
internal import Foundation
internal import PlanModel
public import PluginKit

/// A plugin of a project's own as it lies in its folder; nothing of it has been run.
public struct PluginFolder: Sendable {
  /// What it says of itself.
  public let manifest: PluginManifest
  /// Its folder, as an absolute path.
  public let path: String
  /// SHA-256 over the names and bytes of all its files, in hexadecimal digits.
  public let identity: String

  /// More is not read of a plugin's files, in bytes.
  static let largest = 64 << 20

  /// Reads the plugin of a folder.
  ///
  /// - Parameters:
  ///   - folder: The folder, with `plugin.json` in it.
  ///   - name: The name by which it is listed, which must be the manifest's.
  /// - Throws: A `DocumentError` if there is no such plugin or its manifest is faulty.
  public init(_ folder: Folder, name: String) throws {
    let file = folder.shown("plugin.json")
    guard folder.contains("plugin.json") else {
      throw DocumentError(
        code: "no-such-plugin", "there is no plugin ‘\(name)’", at: FilePlace(file: file),
        help: "make one with: variorum plugins new \(name) --language python")
    }
    manifest = try PluginManifest(json: try folder.read("plugin.json"), file: file)
    guard manifest.name == name else {
      throw DocumentError(
        code: "bad-manifest", "the plugin of the folder ‘\(name)’ calls itself ‘\(manifest.name)’",
        at: FilePlace(file: file))
    }
    path = URL(filePath: folder.path, directoryHint: .isDirectory).standardizedFileURL
      .path(percentEncoded: false)
    identity = try Self.identity(of: folder)
  }

  private static func identity(of folder: Folder) throws -> String {
    var hash = SHA256()
    var left = largest
    for name in try files(in: folder) {
      let bytes = try folder.read(name)
      left -= bytes.count
      guard left >= 0 else {
        throw DocumentError(
          code: "too-large", "a plugin's files may hold \(largest >> 20) MiB",
          at: FilePlace(file: folder.path))
      }
      hash.update(data: Array("\(name)\0\(bytes.count)\0".utf8))
      hash.update(data: bytes)
    }
    return hash.finalize().hexadecimal
  }

  /// All of the plugin's files, hidden ones too, since any of them may be run; sorted.
  ///
  /// - Throws: A `DocumentError` if one is a link: what it points at could change, and nobody would be
  ///   asked again.
  private static func files(in folder: Folder) throws -> [String] {
    let names = FileManager.default.enumerator(atPath: folder.path)?.compactMap { $0 as? String }
    return try (names ?? []).filter { name in
      let attributes = try? FileManager.default.attributesOfItem(atPath: "\(folder.path)/\(name)")
      if attributes?[.type] as? FileAttributeType == .typeSymbolicLink {
        throw DocumentError(
          code: "bad-plugin", "a plugin's files may not be links",
          at: FilePlace(file: folder.shown(name)),
          help: "put the file itself there")
      }
      return attributes?[.type] as? FileAttributeType == .typeRegular
    }.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
  }
}

extension SHA256.Digest {
  /// The digest in hexadecimal digits.
  var hexadecimal: String {
    map { byte in
      let digits = String(byte, radix: 16)
      return digits.count == 1 ? "0" + digits : digits
    }.joined()
  }
}
