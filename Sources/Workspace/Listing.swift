public import Annotations
public import PlanModel
public import PluginKit

/// The notes that a person asked for, as they stand in one version.
public struct NoteListing: Sendable {
  /// The notes with their places.
  public var register: NoteRegister
  /// The day against which times were held.
  public var day: CalendarDay
  /// What is wrong with the notes.
  public var diagnostics: [Diagnostic]
}

extension Project {
  /// The notes that pass a filter, as they stand in a version.
  ///
  /// - Parameters:
  ///   - filter: Which notes.
  ///   - agency: The agency that they are to name, by identifier, name or alias.
  ///   - version: The version; the one to which readers are led by default.
  ///   - day: The day against which times are held.
  /// - Returns: The notes, in the order of the files.
  /// - Throws: A `DocumentError` if there is no such version, kind, role or agency.
  public func listing(
    _ filter: NoteFilter, agency: String? = nil, in version: String? = nil, on day: CalendarDay
  ) throws -> NoteListing {
    let annotated = try AnnotatedProject(self)
    let set = annotated.notes
    var filter = filter
    if let agency { filter.agency = try Self.agency(named: agency, of: set).id }
    if let kind = filter.kind, !set.kinds.contains(where: { $0.name == kind }) {
      let near = nearestName(to: kind, among: set.kinds.map(\.name))
      throw DocumentError(
        code: "unknown-kind", "there is no kind ‘\(kind)’",
        help: near.map { "did you mean ‘\($0)’?" }
          ?? "the kinds are: \(set.kinds.map(\.name).joined(separator: ", "))")
    }
    let roles = set.kinds.flatMap(\.fields).filter { $0.type == .agencies }.map(\.key)
    if let role = filter.role, !roles.contains(role) {
      var seen = Set<String>()
      throw DocumentError(
        code: "unknown-role", "no kind has a field of agencies ‘\(role)’",
        help: "the roles are: "
          + roles.filter { seen.insert($0).inserted }.joined(separator: ", "))
    }
    var register = try register(of: annotated, in: version)
    register.entries = register.entries.filter {
      filter.includes($0.note, placement: $0.placement, on: day)
    }
    return NoteListing(register: register, day: day, diagnostics: annotated.diagnostics)
  }

  static func agency(named name: String, of set: AnnotationSet) throws -> Agency {
    if let agency = set.agencies.agency(named: name) { return agency }
    let near = nearestName(to: name, among: set.agencies.names)
    throw DocumentError(
      code: "unknown-agency", "there is no agency ‘\(name)’",
      help: near.map { "did you mean ‘\($0)’?" } ?? "Annotations/agencies.yml lists them")
  }

  /// What an exporter of a form makes of a listing.
  ///
  /// - Throws: A `DocumentError` if no exporter writes the form.
  public func exported(_ listing: NoteListing, as format: String) throws -> [UInt8] {
    try plugins(at: [.exporter]).exporter(of: format).bytes(of: listing.register)
  }
}
