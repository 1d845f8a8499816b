public import PlanModel

/// All notes of a project.
public struct AnnotationSet: Sendable {
  /// The notes in the order of their files.
  public var annotations: [Annotation]
  /// The kinds.
  public var kinds: [AnnotationKind]
  /// The agencies.
  public var agencies: AgencyRegistry
  /// What is wrong among the notes.
  public var diagnostics: [Diagnostic]

  /// Brings files together; of two notes of one name the first counts.
  ///
  /// - Parameters:
  ///   - files: The files of notes.
  ///   - kinds: The file of kinds.
  ///   - agencies: The file of agencies.
  public init(_ files: [AnnotationFile], kinds: KindsFile, agencies: AgenciesFile) {
    self.kinds = kinds.kinds
    self.agencies = agencies.registry
    diagnostics = kinds.diagnostics + agencies.diagnostics + files.flatMap(\.diagnostics)
    annotations = []
    var places: [String: FilePlace] = [:]
    for annotation in files.flatMap(\.annotations) {
      if let first = places[annotation.id] {
        diagnostics.append(
          Diagnostic(
            .error, code: "duplicate-note",
            "the note ‘\(annotation.id)’ is there already, in \(first.file), line \(first.line)",
            at: annotation.place))
      } else {
        places[annotation.id] = annotation.place
        annotations.append(annotation)
      }
    }
    for annotation in annotations {
      guard let other = annotation.continues, places[other] == nil else { continue }
      let near = nearestName(to: other, among: annotations.map(\.id))
      diagnostics.append(
        Diagnostic(
          .error, code: "unknown-note", "there is no note ‘\(other)’ to continue",
          at: annotation.place, help: near.map { "did you mean ‘\($0)’?" }))
    }
    for id in cycles(annotations.map { ($0.id, $0.continues) }) {
      diagnostics.append(
        Diagnostic(
          .error, code: "circular", "the notes that ‘\(id)’ continues lead back to it",
          at: places[id]))
    }
  }

  /// The kind of a note.
  public func kind(of annotation: Annotation) -> AnnotationKind? {
    kinds.first { $0.name == annotation.kind }
  }
}

/// A version's name and its plan.
public struct NamedPlan: Sendable {
  /// The version's name.
  public var version: String
  /// The plan.
  public var plan: Plan

  /// Names a plan.
  public init(version: String, plan: Plan) {
    self.version = version
    self.plan = plan
  }
}
