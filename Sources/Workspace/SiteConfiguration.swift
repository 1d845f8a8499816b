internal import PlanModel
internal import SiteRendering
internal import Yams

/// What `Site/site.yml` says: the title, the languages, the versions in order.
public struct SiteConfiguration: Sendable, Hashable {
  /// A version of the plan as the project lists it.
  public struct Version: Sendable, Hashable {
    /// The version's name, which is that of its folder.
    public var name: String
    /// What a reader sees for it.
    public var label: String?
  }

  /// The site's title.
  public var title: String
  /// The interface's languages; the first one's pages stand at the root.
  public var languages: [String]
  /// The versions, oldest first.
  public var versions: [Version]
  /// Where the site is published, for its feed and its map.
  public var address: String?
  /// What stands at the foot of each page.
  public var footer: String?

  /// Creates a configuration.
  public init(title: String, languages: [String] = ["zh-Hans", "en"], versions: [Version] = []) {
    self.title = title
    self.languages = languages
    self.versions = versions
  }

  /// Reads a configuration.
  ///
  /// - Parameters:
  ///   - yaml: The file's text.
  ///   - file: The file's name, for diagnostics.
  /// - Throws: A `DocumentError` that names line and column of what is wrong.
  public init(yaml: String, file: String) throws {
    if let alias = YAMLText(yaml).firstAlias() {
      throw DocumentError(
        code: "yaml-alias", "anchors and aliases aren't taken",
        at: FilePlace(
          file: file, line: alias.line, column: alias.column, length: alias.length),
        help: "write the value out")
    }
    let node: Node?
    do {
      node = try Yams.compose(yaml: yaml)
    } catch {
      throw DocumentError(code: "bad-configuration", "\(error)", at: FilePlace(file: file))
    }
    var reader = ConfigurationReader(file: file)
    self = reader.configuration(of: node)
    if !reader.diagnostics.isEmpty { throw DocumentError(reader.diagnostics) }
  }

  /// The configuration as a file.
  public var yaml: String {
    """
    # What the site shows. The versions stand in their order, the oldest first.
    title: \(quoted(title))
    languages: [\(languages.joined(separator: ", "))]
    versions:\(versions.isEmpty ? " []" : "")

    """ + versions.indices.map(entry).joined()
  }

  /// The lines of one version in the file.
  func entry(for index: Int) -> String {
    let version = versions[index]
    let label = version.label.map { "    label: \(quoted($0))\n" }
    return "  - name: \(quoted(version.name))\n" + (label ?? "")
  }

  private func quoted(_ text: String) -> String {
    let escaped = text.unicodeScalars.reduce(into: "") { result, scalar in
      if scalar == "\"" || scalar == "\\" { result.unicodeScalars.append("\\") }
      result.unicodeScalars.append(scalar.value < 0x20 ? " " : scalar)
    }
    return "\"\(escaped)\""
  }
}

/// Reads the configuration's nodes and notes what is wrong with them.
private struct ConfigurationReader {
  let file: String
  var diagnostics: [Diagnostic] = []

  mutating func configuration(of node: Node?) -> SiteConfiguration {
    var configuration = SiteConfiguration(title: "")
    guard case .mapping(let mapping)? = node else {
      report("the configuration must be a mapping of keys", at: node)
      return configuration
    }
    for (key, value) in mapping {
      switch key.scalar?.string {
      case "title": configuration.title = text(value) ?? ""
      case "languages": configuration.languages = list(value).compactMap { text($0) }
      case "address": configuration.address = address(value)
      case "footer": configuration.footer = text(value)
      case "versions": configuration.versions = list(value).compactMap { version($0) }
      default:
        report(
          "the key ‘\(key.scalar?.string ?? "?")’ is unknown", at: key,
          help: "the keys are: title, languages, address, footer, versions")
      }
    }
    if configuration.title.isEmpty { report("the site has no title", at: node) }
    let names = configuration.versions.map(\.name)
    for (index, name) in names.enumerated() where names[..<index].contains(name) {
      report("the version ‘\(name)’ is listed twice", at: node)
    }
    return configuration
  }

  private mutating func address(_ node: Node) -> String? {
    guard let text = text(node) else { return nil }
    guard SiteAddress(text) != nil else {
      report(
        "‘\(text)’ is no address of a site", at: node,
        help: "write it whole, such as https://example.org/plan/")
      return nil
    }
    return text
  }

  private mutating func version(_ node: Node) -> SiteConfiguration.Version? {
    if let name = node.scalar?.string { return named(name, at: node) }
    guard case .mapping(let mapping) = node else {
      report("a version is a name, or a mapping with name and label", at: node)
      return nil
    }
    var version: SiteConfiguration.Version?
    var label: String?
    for (key, value) in mapping {
      switch key.scalar?.string {
      case "name": version = text(value).flatMap { named($0, at: value) }
      case "label": label = text(value)
      default:
        report(
          "the key ‘\(key.scalar?.string ?? "?")’ is unknown", at: key,
          help: "the keys of a version are: name, label")
      }
    }
    version?.label = label
    return version
  }

  private mutating func named(_ name: String, at node: Node) -> SiteConfiguration.Version? {
    guard SiteConfiguration.isVersionName(name) else {
      report(
        "‘\(name)’ cannot be a version's name", at: node,
        help: "use letters, digits, '-', '_' and '.', such as 2019-12-02")
      return nil
    }
    return SiteConfiguration.Version(name: name)
  }

  private mutating func text(_ node: Node) -> String? {
    if let text = node.scalar?.string { return text }
    report("a text is expected here", at: node)
    return nil
  }

  private mutating func list(_ node: Node) -> [Node] {
    if case .sequence(let sequence) = node { return Array(sequence) }
    report("a list is expected here", at: node)
    return []
  }

  private mutating func report(_ message: String, at node: Node?, help: String? = nil) {
    let place = FilePlace(
      file: file, line: node?.mark?.line ?? 1, column: node?.mark?.column ?? 1)
    diagnostics.append(
      Diagnostic(.error, code: "bad-configuration", message, at: place, help: help))
  }
}

extension SiteConfiguration {
  /// Whether a text can name a version, and so a folder and a part of an address.
  ///
  /// ASCII letters, digits, `-`, `_` and `.`; it begins with a letter or digit and is no longer than
  /// 64 characters.
  public static func isVersionName(_ name: String) -> Bool {
    guard let first = name.utf8.first, name.utf8.count <= 64 else { return false }
    let isWord: (UInt8) -> Bool = { byte in
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"):
        true
      default: false
      }
    }
    return isWord(first) && name.utf8.allSatisfy { isWord($0) || "-_.".utf8.contains($0) }
  }
}
