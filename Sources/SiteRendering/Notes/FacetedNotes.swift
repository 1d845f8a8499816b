/// The notes of a site by their facets.
///
/// Each page of a facet asks for its notes, and each entry for its facets: with thousands of notes they
/// are told once for all pages.
struct FacetedNotes: Sendable {
  /// The facets of each note, by the note's index.
  private let facets: [[NoteFacet]]
  /// The notes of each facet, in the site's order.
  private let notes: [NoteFacet: [Int]]
  /// The facets that some note has, by sort; kinds and agencies in the site's order, years in that of
  /// time.
  let all: [NoteFacet]

  init(of site: Site) {
    let facets = site.notes.map(\.facets)
    var notes: [NoteFacet: [Int]] = [:]
    var order: [NoteFacet] = []
    for (index, own) in facets.enumerated() {
      for facet in own {
        if notes[facet] == nil { order.append(facet) }
        notes[facet, default: []].append(index)
      }
    }
    let kinds = site.kinds.compactMap { NoteFacet(.kind, $0.id) }
    let agencies = site.agencies.compactMap { NoteFacet(.agency, $0.id) }
    let years = order.filter { $0.sort == .year }.sorted { $0.value < $1.value }
    var seen: Set<NoteFacet> = []
    let used = (kinds + agencies + years + order).filter {
      notes[$0] != nil && seen.insert($0).inserted
    }
    all = NoteFacet.Sort.allCases.flatMap { sort in used.filter { $0.sort == sort } }
    self.facets = facets
    self.notes = notes
  }

  /// The notes that have a facet, by their places in the site's list.
  func notes(of facet: NoteFacet) -> [Int] { notes[facet] ?? [] }

  /// The facets under which a note is found, each once.
  func facets(ofNote note: Int) -> [NoteFacet] { facets[note] }
}

extension Edition {
  /// The notes in which an agency has a part.
  func notes(ofAgency id: String) -> [Site.Note] {
    let notes = NoteFacet(.agency, id).map(facetedNotes.notes(of:)) ?? []
    return notes.map { site.notes[$0] }
  }

  /// The parts that an agency has in the notes.
  func parts(of agency: String) -> [Site.Part] {
    notes(ofAgency: agency).flatMap { note in note.parts.filter { $0.agency == agency } }
  }
}
