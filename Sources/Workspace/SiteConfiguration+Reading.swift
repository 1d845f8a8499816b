internal import Foundation
internal import SiteRendering
internal import YAMLReading
internal import Yams

extension YAMLReader {
  /// What `site.yml` says.
  mutating func configuration(of node: Node?) -> SiteConfiguration {
    var configuration = SiteConfiguration(title: "")
    guard let node else {
      report("bad-configuration", "the configuration is empty", at: nil, help: "it needs a title")
      return configuration
    }
    var compared: Node?
    for entry in mapping(node, "the configuration") {
      switch entry.key {
      case "title": configuration.title = text(entry.value, "the title") ?? ""
      case "languages": configuration.languages = texts(entry.value, "a language")
      case "address": configuration.address = address(entry.value)
      case "footer": configuration.footer = text(entry.value, "the footer")
      case "plugins":
        configuration.plugins = list(entry.value, "plugins").compactMap { plugin($0) }
      case "pages": configuration.pagination = pagination(entry.value)
      case "comparisons": compared = entry.value
      case "versions":
        configuration.versions = list(entry.value, "versions").compactMap { version($0) }
      default:
        unknownKey(
          entry, "the key",
          known: [
            "title", "languages", "address", "comparisons", "footer", "pages", "plugins",
            "versions",
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
    if let compared { configuration.comparisons = comparisons(compared, of: names) }
    return configuration
  }

  private mutating func comparisons(
    _ node: Node, of versions: [String]
  ) -> SiteConfiguration.Comparisons {
    switch node.scalar?.string {
    case "all": return .all
    case "successive": return .successive
    case let word?:
      report(
        "bad-configuration", "‘\(word)’ is no choice of comparisons", at: node,
        help: "write all, successive, or a list such as [2019-12-02..2024-06-01]")
      return .all
    case nil: break
    }
    var pairs: [SiteConfiguration.Pair] = []
    for node in list(node, "comparisons") {
      guard let text = text(node, "a comparison") else { continue }
      let names = text.components(separatedBy: "..")
      let missing = names.filter { !versions.contains($0) }
      guard names.count == 2, missing.isEmpty, names[0] != names[1] else {
        report(
          "bad-configuration", "‘\(text)’ names no two versions of the list", at: node,
          help: "write OLD..NEW; the versions are: " + versions.joined(separator: ", "))
        continue
      }
      let pair = SiteConfiguration.Pair(old: names[0], new: names[1])
      if !pairs.contains(pair) { pairs.append(pair) }
    }
    return .pairs(pairs)
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
