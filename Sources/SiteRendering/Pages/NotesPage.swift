/// Every note, or those of one facet, by kind, with what became of each in each version.
struct NotesPage: PageBody {
  let scope: PageScope
  let facet: NoteFacet?
  /// The notes that are listed, by their places in the site's list.
  private let notes: [Int]

  init(scope: PageScope, facet: NoteFacet?) {
    self.scope = scope
    self.facet = facet
    notes =
      facet.map(scope.edition.facetedNotes.notes(of:)) ?? Array(scope.edition.site.notes.indices)
  }

  var title: String {
    let register = scope.text(.notesRegister)
    return facet.map { scope.name(of: $0) + " · " + register } ?? register
  }
  var shownVersions: [EditionVersion] { scope.edition.versions }
  var summary: String? { scope.text(.notesExplained) }
  var part: SitePart { .notes }
  var template: TemplateName { .notes }
  var className: String { facet == nil ? "notes" : "facet" }

  private func note(_ index: Int) -> Site.Note { scope.edition.site.notes[index] }

  /// What the filters find an entry by.
  private func tokens(ofNote index: Int) -> Attribute {
    .facets(scope.edition.facetedNotes.facets(ofNote: index).map(\.token))
  }

  /// The kinds that have notes: first those that the site names, then others in the order of the
  /// notes.
  private var kinds: [String] {
    var seen: Set<String> = []
    let used = notes.map { note($0).kind }.filter { seen.insert($0).inserted }
    let known = scope.edition.site.kinds.map(\.id).filter(used.contains)
    return known + used.filter { !known.contains($0) }
  }

  static let names: [String: TemplateShape] = [
    "title": .text, "explanation": .text, "files": .markup, "back": .markup, "facets": .markup,
    "review": .markup, "notes": .markup,
  ]

  var values: [String: TemplateValue] {
    [
      "title": .text(title),
      "explanation": .text(scope.text(.notesExplained)),
      "files": .markup(facet == nil ? FileLinks(scope: scope).html : .empty),
      "back": .markup(
        facet == nil
          ? .empty : .element(.p, [], scope.link(scope.words(.facetsAll), to: .notes))),
      "facets": .markup(facets),
      "review": .markup(facet == nil ? forReview : .empty),
      "notes": .markup(sections),
    ]
  }

  private var facets: HTML {
    let faceted = scope.edition.facetedNotes
    let groups = NoteFacet.Sort.allCases.compactMap { sort -> (HTML, [FacetList.Choice])? in
      let choices = faceted.all.filter { $0.sort == sort }.map { choice in
        FacetList.Choice(
          label: .text(scope.name(of: choice)), count: faceted.notes(of: choice).count,
          token: choice.token, link: scope.reference(scope.address(of: choice)),
          isCurrent: choice == facet)
      }
      return choices.isEmpty ? nil : (scope.words(sort.phrase), choices)
    }
    return FacetList(scope: scope, groups: groups).html
  }

  /// The notes that a person should look at, since the text under them changed.
  private var forReview: HTML {
    let notes = notes.filter { note($0).isForReview }
    guard !notes.isEmpty else { return .empty }
    return .element(
      .section, [.ariaLabelledBy("for-review")],
      .element(.h2, [.id("for-review")], scope.words(.notesForReview)),
      .element(
        .ul, [.classes("brief")],
        children: notes.map { index in
          let note = note(index)
          return .element(
            .li, [tokens(ofNote: index)],
            .element(
              .a, [.href(Reference(fragment: "note-" + note.id))],
              .text(excerpt(note.quote, length: 36))), " ",
            .element(
              .span, [],
              .sequence(
                note.placements.filter(\.isNews).map {
                  OutcomeBadge(scope: scope, placement: $0).html
                }, separator: " ")))
        }))
  }

  private var sections: HTML {
    let byKind = Dictionary(grouping: notes) { note($0).kind }
    return .sequence(
      kinds.enumerated().map { place, kind in
        section(kind, of: byKind[kind] ?? [], anchor: "kind-\(place + 1)")
      }, separator: .newline)
  }

  private func section(_ kind: String, of notes: [Int], anchor: String) -> HTML {
    .element(
      .section, [.ariaLabelledBy(anchor)],
      .element(.h2, [.id(anchor)], .text(scope.name(ofKind: kind))),
      .element(
        .ul, [.classes("register")],
        children: notes.map { index in
          let note = note(index)
          return .element(
            .li, [tokens(ofNote: index)],
            NoteCard(scope: scope, note: note, version: nil).entry(withAnchor: "note-" + note.id))
            + .newline
        }))
  }
}
