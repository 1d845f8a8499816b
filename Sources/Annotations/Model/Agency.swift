/// A body that can be named in a note.
public struct Agency: Sendable, Hashable {
  /// The agency's name in the project: lower-case words joined by hyphens.
  public var id: String
  /// What it is called.
  public var name: LocalizedText
  /// What else it is called: 沪, 上海.
  public var aliases: [String]
  /// What sort of body it is, in the project's own words.
  public var kind: String?
  /// The body above it.
  public var parent: String?
  /// When it began to exist, as EDTF.
  public var from: String?
  /// When it ceased to exist, as EDTF.
  public var until: String?
  /// The body that took its place.
  public var successor: String?
}

/// The agencies of a project, by identifier, name and alias.
public struct AgencyRegistry: Sendable, Hashable {
  /// The agencies in the order of the file.
  public let agencies: [Agency]
  private let places: [String: Int]

  /// Creates a registry; of two agencies with one name the first has it.
  public init(_ agencies: [Agency] = []) {
    self.agencies = agencies
    var places: [String: Int] = [:]
    for (index, agency) in agencies.enumerated() {
      for name in Self.names(of: agency) where places[name] == nil { places[name] = index }
    }
    self.places = places
  }

  /// Every name by which an agency is found.
  static func names(of agency: Agency) -> [String] {
    [agency.id] + agency.name.texts.map(\.text) + agency.aliases
  }

  /// The agency of an identifier, a name or an alias.
  public func agency(named name: String) -> Agency? { places[name].map { agencies[$0] } }

  /// Every name and alias in any language, in the order of the file; identifiers aren't among them.
  public var names: [String] { agencies.flatMap { $0.name.texts.map(\.text) + $0.aliases } }

  /// Names that a person may have meant.
  var knownNames: [String] { agencies.flatMap(Self.names) }
}

/// An agency as a note names it.
public struct AgencyReference: Sendable, Hashable {
  /// The name as written.
  public var name: String
  /// The identifier of the agency that it names.
  public var agency: String?
  /// Whether the list goes on: 等.
  public var isOpen: Bool
}
