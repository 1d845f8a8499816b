public import Annotations
public import PlanModel

/// What became of a plan's tasks between two versions, for each agency.
public struct TaskReport: Sendable {
  /// The old version's name.
  public var old: String
  /// The new version's name.
  public var new: String
  /// The notes.
  public var notes: AnnotationSet
  /// What became of each.
  public var changes: [TaskChange]
  /// What is wrong with the notes.
  public var diagnostics: [Diagnostic]
}

extension Project {
  /// What became of the notes between two versions.
  ///
  /// - Parameters:
  ///   - old: The old version's name; the one before the new one by default.
  ///   - new: The new version's name; the last one by default.
  ///   - agency: The agency that they are to concern, by identifier, name or alias.
  ///   - kind: The kind of the notes.
  ///   - isWhole: Whether notes that nothing happened to are wanted too.
  /// - Returns: The report.
  /// - Throws: A `DocumentError` if there is no such version or agency, or the old one isn't older.
  public func taskReport(
    from old: String? = nil, to new: String? = nil, agency: String? = nil, kind: String? = nil,
    isWhole: Bool = false
  ) throws -> TaskReport {
    let annotated = try AnnotatedProject(self)
    let names = annotated.versions.map(\.name)
    let new = new ?? names.last ?? ""
    _ = try version(new)
    let place = names.firstIndex(of: new) ?? 0
    guard let old = old ?? (place > 0 ? names[place - 1] : nil) else {
      throw DocumentError(
        code: "no-older-version", "‘\(new)’ has no version before it",
        help: "the versions are: \(names.joined(separator: ", "))")
    }
    _ = try version(old)
    guard names.firstIndex(of: old) ?? 0 < place else {
      throw DocumentError(
        code: "no-older-version", "‘\(old)’ isn't older than ‘\(new)’",
        help: "the versions, oldest first: \(names.joined(separator: ", "))")
    }
    let set = annotated.notes
    let wanted = try agency.map { try Self.agency(named: $0, of: set).id }
    let changes = set.changes(
      from: old, to: new, versions: names, placements: annotated.placements
    ).filter { change in
      (isWhole || change.fate != .unchanged)
        && (wanted.map { set.agencies(concernedBy: change).contains($0) } ?? true)
        && (kind == nil || (change.new ?? change.old).map { set.annotations[$0].kind } == kind)
    }
    return TaskReport(
      old: old, new: new, notes: set, changes: changes, diagnostics: annotated.diagnostics)
  }
}
