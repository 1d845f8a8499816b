internal import PlanModel
internal import SiteRendering
internal import YAMLReading

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

  /// Which versions are compared.
  public var comparisons = Comparisons.all

  /// The comparisons that the site shows.
  public enum Comparisons: Sendable, Hashable {
    /// Every version with every later one.
    case all
    /// Every version with the next.
    case successive
    /// Those that are named, in their order.
    case pairs([Pair])
  }

  /// Two versions to be compared.
  public struct Pair: Sendable, Hashable {
    /// The version from which changes are told.
    public var old: String
    /// The version to which they lead; it may be an earlier one.
    public var new: String
  }

  /// The comparisons, by the versions' places in the list.
  var comparedVersions: [(old: Int, new: Int)] {
    let places = versions.indices
    switch comparisons {
    case .all: return places.flatMap { new in places[..<new].map { ($0, new) } }
    case .successive: return places.dropFirst().map { ($0 - 1, $0) }
    case .pairs(let pairs):
      return pairs.compactMap { pair in
        guard let old = versions.firstIndex(where: { $0.name == pair.old }),
          let new = versions.firstIndex(where: { $0.name == pair.new })
        else { return nil }
        return (old, new)
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
