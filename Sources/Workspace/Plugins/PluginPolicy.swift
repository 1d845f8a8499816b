internal import Crypto
internal import Foundation
internal import PluginKit

/// Whether the programs that a project brings may run.
///
/// A plugin is code. What somebody sends along with a plan runs only when its reader has said so; that
/// is remembered for this project and these very files, and asked again when one of them changes.
public enum PluginPolicy: Sendable, Hashable {
  /// Those run that were allowed before.
  case remembered
  /// All run, and are remembered.
  case allowed
  /// None run.
  case none
}

/// What a person has allowed on this machine: a folder of their own with an empty file for each plugin
/// in each project.
struct PluginTrust {
  private let folder: Folder?

  /// The folder that the XDG Base Directory Specification names for a program's state.
  init() {
    folder = UserFolder.state.map { Folder($0 + "/variorum/allowed-plugins") }
  }

  func allows(_ plugin: PluginFolder) -> Bool { folder?.contains(Self.name(of: plugin)) ?? false }

  func remember(_ plugin: PluginFolder) throws {
    try folder?.write(Array("\(plugin.path)\n".utf8), to: Self.name(of: plugin))
  }

  private static func name(of plugin: PluginFolder) -> String {
    SHA256.hash(data: Array("\(plugin.path)\0\(plugin.identity)".utf8)).hexadecimal
  }
}

/// The answers of plugins that always answer the same, kept in the user's folder for caches.
struct KeptPluginAnswers: PluginAnswers {
  private let folder: Folder?

  init() {
    folder = UserFolder.cache.map { Folder($0 + "/variorum/plugin-answers") }
  }

  /// Longer answers are not kept, in bytes.
  private static let longest = 8 << 20

  func answer(to request: [UInt8], of plugin: String) -> [UInt8]? {
    try? folder?.read(Self.name(request, plugin))
  }

  func keep(_ answer: [UInt8], to request: [UInt8], of plugin: String) {
    guard answer.count <= Self.longest else { return }
    // A cache that cannot be written is no fault.
    _ = try? folder?.write(answer, to: Self.name(request, plugin))
    makeRoom()
  }

  /// More answers are not kept.
  private static let most = 4_000

  /// Removes the older half of the answers when there are too many.
  private func makeRoom() {
    guard let folder else { return }
    let names = folder.names()
    guard names.count > Self.most else { return }
    let dated = names.map { name -> (name: String, date: TimeInterval) in
      let attributes = try? FileManager.default.attributesOfItem(atPath: folder.shown(name))
      let date = attributes?[.modificationDate] as? Date
      return (name, date?.timeIntervalSinceReferenceDate ?? 0)
    }
    for entry in dated.sorted(by: { $0.date < $1.date }).prefix(names.count / 2) {
      try? folder.remove(entry.name)
    }
  }

  private static func name(_ request: [UInt8], _ plugin: String) -> String {
    var hash = SHA256()
    hash.update(data: Array("1\0\(plugin)\0".utf8))
    hash.update(data: request)
    return hash.finalize().hexadecimal
  }
}

/// The folders for a program's state and caches that the XDG Base Directory Specification names; it asks
/// that paths which aren't absolute be ignored.
private enum UserFolder {
  static var state: String? { named("XDG_STATE_HOME", orElse: "/.local/state") }
  static var cache: String? { named("XDG_CACHE_HOME", orElse: "/.cache") }

  private static func named(_ variable: String, orElse place: String) -> String? {
    let environment = ProcessInfo.processInfo.environment
    if let path = environment[variable], path.hasPrefix("/") { return path }
    return environment["HOME"].flatMap { $0.hasPrefix("/") ? $0 + place : nil }
  }
}
