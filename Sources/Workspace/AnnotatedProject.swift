public import Annotations
public import Collation
public import PlanModel
internal import PluginKit

/// A project read whole: its versions, what became of each in the next, and its notes with their
/// places.
public struct AnnotatedProject: Sendable {
  /// The versions, oldest first.
  public var versions: [Project.Version]
  /// The comparison of each version with the next one.
  public var steps: [Comparison]
  /// The notes with their kinds and agencies.
  public var notes: AnnotationSet
  /// The placements of each note, by the note's index, in the order of the versions.
  public var placements: [Int: [Placement]]
  /// What is wrong or doubtful in any file.
  public var diagnostics: [Diagnostic]
  /// The project's plugins, which know its agencies' names.
  let plugins: PluginSet

  /// Reads a project.
  ///
  /// - Throws: A `DocumentError` if a version has no sound plan.md.
  public init(_ project: Project) throws {
    // The notes are read while the plans are.
    let annotations = Background { Result { try project.annotations() } }
    versions = try project.versions()
    notes = try annotations.value.get()
    plugins = try project.plugins(agencies: notes.agencies)
    steps = zip(versions, versions.dropFirst()).map { [plugins] old, new in
      ComparedVersions(identifying: old.plan, with: new.plan, plugins: plugins).comparison
    }
    let named = versions.map { NamedPlan(version: $0.name, plan: $0.plan) }
    let (passages, faults) = notes.located(in: named)
    placements = notes.placements(
      of: passages, in: named, comparisons: steps, sharing: .atOnce)
    diagnostics =
      versions.flatMap(\.diagnostics) + notes.diagnostics + faults + plugins.faults.drained()
  }
}

extension Project {
  /// The folder of the notes.
  static let annotationFolder = "Annotations"

  /// The notes of the project; a file that isn't there counts as empty.
  ///
  /// - Throws: A `DocumentError` if a file cannot be read at all; what is wrong in it is a diagnostic
  ///   of the set.
  public func annotations() throws -> AnnotationSet { try annotations(replacing: [:]) }

  /// Whether a file of the folder holds notes, by its name.
  static func isNotesFile(_ name: String) -> Bool {
    let others: Set = ["kinds.yml", "agencies.yml", "suggestions.yml"]
    return (name.hasSuffix(".yml") || name.hasSuffix(".yaml")) && !others.contains(name)
  }

  /// The notes of the project as they would be if some files had other texts.
  func annotations(replacing texts: [String: String]) throws -> AnnotationSet {
    let notes = try folder.folder(Self.annotationFolder)
    func text(_ name: String) throws -> String {
      if let text = texts[name] { return text }
      return notes.contains(name) ? try notes.text(name) : ""
    }
    let kinds = KindsFile(yaml: try text("kinds.yml"), file: notes.shown("kinds.yml"))
    let agencies = AgenciesFile(yaml: try text("agencies.yml"), file: notes.shown("agencies.yml"))
    let names = Set(notes.names() + texts.keys).filter(Self.isNotesFile)
      .sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    let files = try names.map { name in
      AnnotationFile(
        yaml: try text(name), file: notes.shown(name), kinds: kinds.kinds,
        agencies: agencies.registry)
    }
    return AnnotationSet(files, kinds: kinds, agencies: agencies)
  }
}
