public import PlanModel
public import PluginKit
internal import StandardPlugins

/// A project on the disk: the folder that holds `Site/` and `Annotations/`.
public struct Project: Sendable {
  /// The project's folder.
  public let folder: Folder
  /// What `Site/site.yml` says.
  public internal(set) var configuration: SiteConfiguration
  /// Whether the programs that the project brings may run.
  public var pluginPolicy = PluginPolicy.remembered

  /// The configuration's place in the project.
  public static let configurationFile = "Site/site.yml"

  /// Opens the project of a folder.
  ///
  /// - Parameter path: The folder that holds `Site/site.yml`.
  /// - Throws: A `DocumentError` if there is no project, or its configuration is faulty.
  public init(at path: String) throws {
    folder = Folder(path)
    guard folder.contains(Self.configurationFile) else {
      throw DocumentError(
        code: "no-project", "there is no \(Self.configurationFile) in ‘\(path)’",
        help: "run `variorum init` there, or name the project's folder with --project")
    }
    configuration = try SiteConfiguration(
      yaml: try folder.text(Self.configurationFile),
      file: folder.shown(Self.configurationFile))
  }

  /// A version of the plan as it stands in the project.
  public struct Version: Sendable {
    /// The version's name.
    public var name: String
    /// What a reader sees for it.
    public var label: String
    /// The plan of its plan.md.
    public var plan: Plan
    /// What is doubtful in its plan.md.
    public var diagnostics: [Diagnostic]
  }

  /// Reads a version's plan.md.
  ///
  /// - Throws: A `DocumentError` with every fault if the file is missing or no sound plan.md.
  public func version(_ name: String) throws -> Version {
    guard let listed = configuration.versions.first(where: { $0.name == name }) else {
      throw unknownVersion(name)
    }
    let file = Self.planFile(of: name)
    let (plan, diagnostics) = try PlanFile.read(file, in: folder)
    return Version(
      name: name, label: listed.label ?? name, plan: plan, diagnostics: diagnostics)
  }

  /// An error for a version that the project does not list.
  func unknownVersion(_ name: String) -> DocumentError {
    let known = configuration.versions.map(\.name).joined(separator: ", ")
    return DocumentError(
      code: "unknown-version", "the project has no version ‘\(name)’",
      help: known.isEmpty ? "import one first" : "the versions are: \(known)")
  }

  /// Every version that has been imported, oldest first.
  public func versions() throws -> [Version] {
    let names = configuration.versions.map(\.name)
    let versions = WorkSharing.atOnce.map(names.count) { index in
      Result { try version(names[index]) }
    }
    return try versions.map { try $0.get() }
  }

  static func planFile(of version: String) -> String { "Site/Versions/\(version)/plan.md" }
  static func lineageFile(of version: String) -> String { "Site/Versions/\(version)/lineage.json" }
  static func mapFile(of version: String) -> String { "Site/Versions/\(version)/source.map.json" }
}

extension Project {
  /// The plugins that ship, for work outside any project.
  public static var standardPlugins: PluginSet { StandardPlugins.all() }
}
