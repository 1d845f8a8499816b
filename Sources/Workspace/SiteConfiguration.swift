internal import PlanModel
internal import SiteRendering
internal import YAMLReading
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

  /// A plugin of the project's own that takes part.
  public struct ListedPlugin: Sendable, Hashable {
    /// The name of its folder in `Site/Plugins`.
    public var name: String
    /// What the configuration says to it.
    public var settings: [String: String] = [:]
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
  /// The plugins of the project's own, in the order in which they are asked.
  public var plugins: [ListedPlugin] = []
  /// Whether a version's text stands on one page or by chapter.
  public var pagination = Pagination.automatic

  /// On how many pages a version's text stands.
  public enum Pagination: String, Sendable, Hashable, CaseIterable {
    /// On one page if it is short, else by chapter.
    case automatic
    /// On one page, however long it is.
    case onePage = "one-page"
    /// A page for each chapter, however short the text is.
    case byChapter = "by-chapter"

    var rendered: Site.Pagination {
      switch self {
      case .automatic: .automatic
      case .onePage: .onePage
      case .byChapter: .byChapter
      }
    }
  }

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
    var reader = YAMLReader(file: file)
    let node = reader.root(of: yaml)
    guard reader.diagnostics.isEmpty else { throw DocumentError(reader.diagnostics) }
    self = reader.configuration(of: node)
    guard reader.diagnostics.isEmpty else { throw DocumentError(reader.diagnostics) }
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

extension YAMLReader {
  fileprivate mutating func configuration(of node: Node?) -> SiteConfiguration {
    var configuration = SiteConfiguration(title: "")
    guard let node else {
      report("bad-configuration", "the configuration is empty", at: nil, help: "it needs a title")
      return configuration
    }
    for entry in mapping(node, "the configuration") {
      switch entry.key {
      case "title": configuration.title = text(entry.value, "the title") ?? ""
      case "languages": configuration.languages = texts(entry.value, "a language")
      case "address": configuration.address = address(entry.value)
      case "footer": configuration.footer = text(entry.value, "the footer")
      case "plugins":
        configuration.plugins = list(entry.value, "plugins").compactMap { plugin($0) }
      case "pages": configuration.pagination = pagination(entry.value)
      case "versions":
        configuration.versions = list(entry.value, "versions").compactMap { version($0) }
      default:
        unknownKey(
          entry, "the key",
          known: [
            "title", "languages", "address", "footer", "pages", "plugins", "versions",
          ])
      }
    }
    if configuration.title.isEmpty {
      report("bad-configuration", "the site has no title", at: node)
    }
    let names = configuration.versions.map(\.name)
    for (index, name) in names.enumerated() where names[..<index].contains(name) {
      report("bad-configuration", "the version ‘\(name)’ is listed twice", at: node)
    }
    return configuration
  }

  private mutating func pagination(_ node: Node) -> SiteConfiguration.Pagination {
    guard let text = text(node, "the pages") else { return .automatic }
    if let pagination = SiteConfiguration.Pagination(rawValue: text) { return pagination }
    let known = SiteConfiguration.Pagination.allCases.map(\.rawValue).joined(separator: ", ")
    report(
      "bad-configuration", "‘\(text)’ is no way to cut a text into pages", at: node,
      help: "choose one of: \(known)")
    return .automatic
  }

  private mutating func address(_ node: Node) -> String? {
    guard let text = text(node, "the address") else { return nil }
    guard SiteAddress(text) != nil else {
      report(
        "bad-configuration", "‘\(text)’ is no address of a site", at: node,
        help: "write it whole, such as https://example.org/plan/")
      return nil
    }
    return text
  }

  private mutating func plugin(_ node: Node) -> SiteConfiguration.ListedPlugin? {
    if node.scalar != nil { return versionName(node).map { .init(name: $0) } }
    var plugin: SiteConfiguration.ListedPlugin?
    var settings: [String: String] = [:]
    for entry in mapping(node, "a plugin") {
      switch entry.key {
      case "name": plugin = versionName(entry.value).map { .init(name: $0) }
      case "settings":
        for setting in mapping(entry.value, "the settings") {
          settings[setting.key] = text(setting.value, "a setting")
        }
      default: unknownKey(entry, "the key", known: ["name", "settings"])
      }
    }
    plugin?.settings = settings
    return plugin
  }

  private mutating func version(_ node: Node) -> SiteConfiguration.Version? {
    if node.scalar != nil { return versionName(node).map { SiteConfiguration.Version(name: $0) } }
    var name: String?
    var label: String?
    for entry in mapping(node, "a version") {
      switch entry.key {
      case "name": name = versionName(entry.value)
      case "label": label = text(entry.value, "the label")
      default: unknownKey(entry, "the key", known: ["name", "label"])
      }
    }
    return name.map { SiteConfiguration.Version(name: $0, label: label) }
  }

  private mutating func versionName(_ node: Node) -> String? {
    guard let name = text(node, "a version's name") else { return nil }
    guard SiteConfiguration.isVersionName(name) else {
      report(
        "bad-configuration", "‘\(name)’ cannot be a version's name", at: node,
        help: "use letters, digits, '-', '_' and '.', such as 2019-12-02")
      return nil
    }
    return name
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
