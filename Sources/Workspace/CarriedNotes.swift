public import Annotations
public import PlanModel
public import PluginKit

/// Notes carried from one version into another, whether they stand in the project or in a file.
public struct CarriedNotes: Sendable {
  /// One note and what became of it.
  public struct Outcome: Sendable {
    /// The note's name.
    public var id: String
    /// The words as they were marked.
    public var quote: String
    /// Its placement in the new version; `nil` if its passage wasn't found in the old one.
    public var placement: Placement?
  }

  /// The two versions.
  public var compared: ComparedVersions
  /// The outcomes in the order of the notes.
  public var outcomes: [Outcome]
  /// What is wrong with the notes.
  public var diagnostics: [Diagnostic]

  /// Carries the notes of a file, in any form that an importer of notes reads.
  ///
  /// A note keeps the name that it has in the file.
  ///
  /// - Parameters:
  ///   - source: The file.
  ///   - format: The form's word, such as `csv`; told by the file's name and first words if it is `nil`.
  ///   - plugins: The plugins of the project, or those that ship.
  ///   - kinds: The kinds of the project, for what a field is.
  ///   - compared: The comparison of the two versions.
  /// - Throws: A `DocumentError` if the form is unknown or the file cannot be read at all.
  public init(
    in source: ImportSource, as format: String?, plugins: PluginSet, kinds: [AnnotationKind],
    _ compared: ComparedVersions
  ) throws {
    let importer = try plugins.noteImporter(of: format ?? Self.format(of: source))
    let imported = try importer.notes(of: source, kinds: kinds)
    let carrying = Self.carrying(compared)
    let finder = PassageFinder(compared.old)
    self.compared = compared
    diagnostics = imported.diagnostics
    var found: [(id: String, passage: Passage?, quote: String)] = []
    for (index, draft) in imported.drafts.enumerated() {
      let id = draft.name ?? draft.content["id"]?.text ?? "\(index + 1)"
      let quote = draft.selector.quote ?? ""
      guard case .found(let passage) = finder.passage(draft.selector) else {
        found.append((id, nil, quote))
        diagnostics.append(
          Diagnostic(
            .warning, code: "quote-not-found",
            "the passage of ‘\(id)’ doesn't stand in the old version, or in several places",
            at: draft.place ?? FilePlace(file: source.name)))
        continue
      }
      found.append((id, passage, passage.quote(in: compared.old.blocks)))
    }
    var placements = carrying.placements(of: found.compactMap(\.passage), sharing: .atOnce)[...]
    outcomes = found.map { id, passage, quote in
      Outcome(id: id, quote: quote, placement: passage == nil ? nil : placements.popFirst())
    }
  }

  /// The form of a file of notes: by its name, and a file of JSON by whether it has Hypothesis's rows.
  private static func format(of source: ImportSource) -> String {
    if source.name.lowercased().hasSuffix(".csv") { return "csv" }
    let isRows = (try? JSONValue(source.bytes, file: source.name))?["rows"] != nil
    return isRows ? "hypothesis" : "jsonld"
  }

  /// Carries the project's notes that were marked in the old version; a decision that a note holds
  /// wins over what is computed.
  ///
  /// - Parameters:
  ///   - project: The project.
  ///   - old: The name of the old version.
  ///   - new: The name of the new version.
  ///   - compared: The comparison of the two.
  /// - Throws: A `DocumentError` if the notes cannot be read.
  public init(
    of project: Project, from old: String, to new: String, in compared: ComparedVersions
  ) throws {
    let set = try project.annotations()
    let versions = [
      NamedPlan(version: old, plan: compared.old), NamedPlan(version: new, plan: compared.new),
    ]
    let (passages, faults) = set.located(in: versions)
    let placements = set.placements(
      of: passages, in: versions, comparisons: [compared.comparison], sharing: .atOnce)
    self.compared = compared
    diagnostics = set.diagnostics + faults.filter { $0.code != "unknown-version" }
    outcomes = set.annotations.indices.compactMap { index in
      guard set.annotations[index].target.version == old, let placement = placements[index]?.last
      else { return nil }
      return Outcome(
        id: set.annotations[index].id, quote: set.annotations[index].target.quote,
        placement: placement)
    }
  }

  private static func carrying(_ compared: ComparedVersions) -> Carrying {
    Carrying(
      from: NamedPlan(version: compared.old.metadata.version ?? "old", plan: compared.old),
      to: NamedPlan(version: compared.new.metadata.version ?? "new", plan: compared.new),
      by: compared.comparison)
  }
}
