public import Collation
public import PlanModel

/// Everything that a site shows, as a value.
///
/// What is in here decides every byte of the site: nothing is read from a disk, a clock or the
/// machine's language.
public struct Site: Sendable {
  /// The site's title, as it stands at the head of each page; mostly the plan's.
  public var title: String

  /// The interface's languages; the pages of the first stand at the site's root, those of any other
  /// in a folder named for its language.
  public var catalogues: [Catalogue]

  /// The versions, oldest first; the last one is what a reader is led to.
  public var versions: [Version]

  /// The comparisons to be shown; their order is that of the lists.
  public var comparisons: [VersionComparison]

  /// Creates a site.
  public init(
    title: String, catalogues: [Catalogue], versions: [Version],
    comparisons: [VersionComparison] = []
  ) {
    self.title = title
    self.catalogues = catalogues
    self.versions = versions
    self.comparisons = comparisons
  }

  /// One version of the plan and where its text came from.
  public struct Version: Sendable {
    /// Its name, which is also its folder: letters, digits, `-`, `_` and `.`.
    public var name: String

    /// What a reader sees for the name; the name itself if there is nothing better.
    public var label: String

    /// The text.
    public var plan: Plan

    /// The name of the file that the text came from, if it is known.
    public var sourceName: String?

    /// The source, line by line, without line ends; empty if it isn't shown.
    public var sourceLines: [String]

    /// Where in the source each block came from.
    public var places: [BlockID: SourcePlace]

    /// Creates a version.
    public init(
      name: String, label: String? = nil, plan: Plan, sourceName: String? = nil,
      sourceLines: [String] = [], places: [BlockID: SourcePlace] = [:]
    ) {
      self.name = name
      self.label = label ?? name
      self.plan = plan
      self.sourceName = sourceName
      self.sourceLines = sourceLines
      self.places = places
    }
  }

  /// What became of one version in another one.
  public struct VersionComparison: Sendable {
    /// The name of the old version.
    public var old: String
    /// The name of the new version.
    public var new: String
    /// The links between their blocks.
    public var comparison: Comparison

    /// Creates a comparison of two versions.
    public init(old: String, new: String, comparison: Comparison) {
      self.old = old
      self.new = new
      self.comparison = comparison
    }
  }
}

/// Why a site can't be rendered.
public enum SiteFault: Error, Sendable, Hashable, CustomStringConvertible {
  /// A name that can't be a folder's.
  case unusableName(String)
  /// Two versions, agencies or languages of one name.
  case repeatedName(String)
  /// A comparison or note that speaks of a version that there isn't.
  case unknownVersion(String)
  /// A comparison whose links don't fit the versions' blocks.
  case unfitComparison(old: String, new: String)
  /// A site without a version or without a language.
  case empty

  /// The fault as one line.
  public var description: String {
    switch self {
    case .unusableName(let name): "'\(name)' can't name a folder of the site"
    case .repeatedName(let name): "'\(name)' is named twice"
    case .unknownVersion(let name): "there is no version '\(name)'"
    case .unfitComparison(let old, let new):
      "the comparison of \(old) with \(new) doesn't fit their blocks"
    case .empty: "a site needs a version and a language"
    }
  }
}
