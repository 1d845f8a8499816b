public import Annotations
public import PlanModel

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

  /// Carries the notes of a file of W3C annotations.
  ///
  /// - Throws: A `DocumentError` if the file is no JSON.
  public init(webAnnotations bytes: [UInt8], file: String, in compared: ComparedVersions) throws {
    let annotations = try WebAnnotations(bytes, file: file)
    let carrying = Self.carrying(compared)
    let text = PlanText(compared.old.blocks)
    self.compared = compared
    diagnostics = []
    outcomes = []
    for note in annotations.notes {
      guard let passage = annotations.passage(of: note, in: text) else {
        outcomes.append(Outcome(id: note.id, quote: note.exact ?? "", placement: nil))
        diagnostics.append(
          Diagnostic(
            .warning, code: "quote-not-found",
            "the passage of ‘\(note.id)’ doesn't stand in the old version",
            at: FilePlace(file: file)))
        continue
      }
      outcomes.append(
        Outcome(
          id: note.id, quote: passage.quote(in: compared.old.blocks),
          placement: carrying.placement(of: passage)))
    }
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
      of: passages, in: versions, comparisons: [compared.comparison])
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
