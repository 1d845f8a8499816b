internal import Foundation
internal import PlanModel

/// What a plugin says of itself in `plugin.json`; it is read without running anything.
public struct PluginManifest: Sendable, Hashable, Codable {
  /// The extension points.
  public enum Stage: String, Sendable, Hashable, Codable, CaseIterable {
    /// Reads a source.
    case importer
    /// Changes a draft by operations.
    case transformer
    /// Proposes notes.
    case suggester
    /// Says what changes are worth.
    case classifier
    /// Writes files.
    case exporter
    /// Adds parts to pages.
    case pages
  }

  /// What a plugin needs beyond its own folder.
  public struct Needs: Sendable, Hashable, Codable {
    /// Whether it needs the network.
    public var network: Bool?
    /// The names of variables of the environment that are handed on.
    public var environment: [String]?
  }

  /// The plugin's name: lower-case words joined by hyphens.
  public var name: String
  /// The plugin's version, for messages.
  public var version: String
  /// The version of the protocol that it speaks.
  public var `protocol`: Int
  /// The program with its arguments; a path with a slash is relative to the plugin's folder.
  public var command: [String]
  /// Where it takes part.
  public var stages: [Stage]
  /// What it does, in a sentence.
  public var description: String?
  /// For an importer the endings of the files that it reads, and for an exporter the form's word.
  public var formats: [String]?
  /// For an exporter what its first file is called.
  public var fileName: String?
  /// For an exporter what that is, as a media type.
  public var mediaType: String?
  /// Whether the same request always gives the same answer, so that answers may be kept.
  public var deterministic: Bool?
  /// What it needs.
  public var needs: Needs?
  /// For how many seconds an answer may be waited for.
  public var timeoutSeconds: Double?

  /// Reads a manifest.
  ///
  /// - Parameters:
  ///   - json: The file's bytes.
  ///   - file: The file's name, for diagnostics.
  /// - Throws: A `DocumentError` that says what is wrong.
  public init(json: [UInt8], file: String) throws {
    do {
      self = try JSONDecoder().decode(PluginManifest.self, from: Data(json))
    } catch {
      throw DocumentError(
        code: "bad-manifest", "the manifest cannot be read: \(Self.words(for: error))",
        at: FilePlace(file: file),
        help: "it needs name, version, protocol, command and stages")
    }
    if let fault {
      throw DocumentError(code: "bad-manifest", "the manifest \(fault)", at: FilePlace(file: file))
    }
  }

  private var fault: String? {
    let isName =
      !name.isEmpty && name.utf8.count <= 64
      && name.utf8.allSatisfy { (97...122).contains($0) || (48...57).contains($0) || $0 == 45 }
    if !isName { return "has the name ‘\(name)’; use lower-case letters, digits and hyphens" }
    if `protocol` != 1 {
      return "asks for protocol \(`protocol`) of plugins; this is variorum, which speaks 1"
    }
    if command.isEmpty || command[0].isEmpty { return "has no command" }
    if let word = command.first(where: { $0.split(separator: "/").contains("..") }) {
      return "has ‘\(word)’ in its command, which lies outside its folder"
    }
    if stages.isEmpty { return "names no stage" }
    if stages.contains(.exporter), formats?.first == nil || fileName == nil {
      return "is one of an exporter and needs formats and fileName"
    }
    if let fileName, fileName.contains("/") || fileName.hasPrefix(".") {
      return "has ‘\(fileName)’ for a file's name"
    }
    if let seconds = timeoutSeconds, !(0.1...600).contains(seconds) {
      return "waits for \(seconds) seconds; from 0.1 to 600 can be waited for"
    }
    return nil
  }

  private static func words(for error: any Error) -> String {
    switch error {
    case DecodingError.keyNotFound(let key, _): "‘\(key.stringValue)’ is missing"
    case DecodingError.typeMismatch(_, let context), DecodingError.valueNotFound(_, let context):
      "‘\(context.codingPath.map(\.stringValue).joined(separator: "."))’ is of another type"
    case DecodingError.dataCorrupted(let context):
      context.codingPath.isEmpty
        ? "it is no JSON"
        : "‘\(context.codingPath.map(\.stringValue).joined(separator: "."))’: \(context.debugDescription)"
    default: "it is no JSON"
    }
  }
}
