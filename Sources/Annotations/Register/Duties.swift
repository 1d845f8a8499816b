/// What agencies have to do.
extension AnnotationSet {
  /// A part that an agency has in a note.
  public struct Duty: Sendable, Hashable {
    /// The note's index.
    public var note: Int
    /// The agency's role: the key of the field that names it.
    public var role: String
    /// The place in the field's list, from 0, which can mean rank.
    public var rank: Int
    /// The agency as the note names it.
    public var reference: AgencyReference
  }

  /// The parts that an agency has, in the order of the notes and, in one note, of its kind's fields.
  ///
  /// - Parameters:
  ///   - agency: The agency's identifier.
  ///   - role: The key of a field, or `nil` for all.
  /// - Returns: The parts; none if the agency isn't named.
  public func duties(of agency: String, role: String? = nil) -> [Duty] {
    duties { $0 == agency }.filter { role == nil || $0.role == role }
  }

  /// The parts of each agency that has any, in the order of the registry.
  ///
  /// - Complexity: O(*n* + *a*) for *n* parts and *a* agencies.
  public func dutiesByAgency() -> [(agency: Agency, duties: [Duty])] {
    let all = Dictionary(grouping: duties { _ in true }) { $0.reference.agency ?? "" }
    return agencies.agencies.compactMap { agency in
      all[agency.id].map { (agency: agency, duties: $0) }
    }
  }

  private func duties(where isWanted: (String) -> Bool) -> [Duty] {
    var duties: [Duty] = []
    for (index, annotation) in annotations.enumerated() {
      let order = kind(of: annotation)?.fields.map(\.key) ?? annotation.fields.map(\.key)
      for key in order {
        guard case .agencies(let references) = annotation.value(key) else { continue }
        for (rank, reference) in references.enumerated() {
          guard let agency = reference.agency, isWanted(agency) else { continue }
          duties.append(Duty(note: index, role: key, rank: rank, reference: reference))
        }
      }
    }
    return duties
  }
}
