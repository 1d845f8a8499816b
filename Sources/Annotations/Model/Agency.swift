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

extension Agency {
  /// Whether the agency existed on a day; an end that isn't told counts as open.
  public func exists(on day: CalendarDay) -> Bool {
    if let first = from.flatMap(DateExpression.firstDay), day < first { return false }
    if let last = until.flatMap(DateExpression.lastDay), last < day { return false }
    return true
  }

  /// Whether two agencies existed on one day.
  func overlaps(_ other: Agency) -> Bool {
    func isBefore(_ left: Agency, _ right: Agency) -> Bool {
      guard let end = left.until.flatMap(DateExpression.lastDay),
        let start = right.from.flatMap(DateExpression.firstDay)
      else { return false }
      return end <= start
    }
    return !isBefore(self, other) && !isBefore(other, self)
  }
}

/// The agencies of a project, by identifier, name and alias.
///
/// One name may belong to several agencies, if they didn't exist at one time: a ministry that took
/// over another's name is another body.
public struct AgencyRegistry: Sendable, Hashable {
  /// The agencies in the order of the file.
  public let agencies: [Agency]
  private let places: [String: [Int]]

  /// Creates a registry; of two agencies with one name the first has it, where no day decides.
  public init(_ agencies: [Agency] = []) {
    self.agencies = agencies
    var places: [String: [Int]] = [:]
    for (index, agency) in agencies.enumerated() {
      for name in Self.names(of: agency) where places[name]?.last != index {
        places[name, default: []].append(index)
      }
    }
    self.places = places
  }

  /// Every name by which an agency is found.
  static func names(of agency: Agency) -> [String] {
    [agency.id] + agency.name.texts.map(\.text) + agency.aliases
  }

  /// The agency of an identifier, a name or an alias.
  ///
  /// - Parameters:
  ///   - name: The name, as written.
  ///   - day: The day on which it is so called. Of several agencies that bear the name the one that
  ///     existed then is taken; if none did, the first.
  /// - Returns: `nil` if none bears the name.
  public func agency(named name: String, on day: CalendarDay? = nil) -> Agency? {
    guard let indices = places[name], let first = indices.first else { return nil }
    let index = day.flatMap { day in indices.first { agencies[$0].exists(on: day) } } ?? first
    return agencies[index]
  }

  /// An agency and those above it, nearest first; a circle of parents is left after one round.
  public func lineage(of id: String) -> [Agency] {
    var lineage: [Agency] = []
    var next: String? = id
    while let id = next, let agency = agencies.first(where: { $0.id == id }) {
      guard !lineage.contains(where: { $0.id == id }) else { break }
      lineage.append(agency)
      next = agency.parent
    }
    return lineage
  }

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
