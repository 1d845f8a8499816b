/// Every note, or those of one facet, by kind, with what became of each in each version.
struct NotesPage: PageBody {
  let scope: PageScope
  let facet: NoteFacet?

  var title: String {
    let register = scope.text(.notesRegister)
    return facet.map { scope.name(of: $0) + " · " + register } ?? register
  }
  var shownVersions: [EditionVersion] { scope.edition.versions }
  var summary: String? { scope.text(.notesExplained) }
  var part: SitePart { .notes }
  var template: TemplateName { .notes }
  var className: String { facet == nil ? "notes" : "facet" }

  private var notes: [Site.Note] {
    let notes = scope.edition.site.notes
    return facet.map { facet in notes.filter { $0.facets.contains(facet) } } ?? notes
  }

  /// The kinds that have notes: first those that the site names, then others in the order of the
  /// notes.
  private var kinds: [String] {
    let used = notes.map(\.kind)
    var seen: Set<String> = []
    return (scope.edition.site.kinds.map(\.id).filter(used.contains) + used)
      .filter { seen.insert($0).inserted }
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
      "notes": .markup(.sequence(kinds.map(section), separator: .newline)),
    ]
  }

  private var facets: HTML {
    let all = scope.edition.noteFacets
    let groups = NoteFacet.Sort.allCases.compactMap { sort -> (HTML, [FacetList.Choice])? in
      let choices = all.filter { $0.facet.sort == sort }.map { entry in
        FacetList.Choice(
          label: .text(scope.name(of: entry.facet)), count: entry.count, token: entry.facet.token,
          link: scope.reference(scope.address(of: entry.facet)), isCurrent: entry.facet == facet)
      }
      return choices.isEmpty ? nil : (scope.words(sort.phrase), choices)
    }
    return FacetList(scope: scope, groups: groups).html
  }

  /// The notes that a person should look at, since the text under them changed.
  private var forReview: HTML {
    let notes = notes.filter(\.isForReview)
    guard !notes.isEmpty else { return .empty }
    return .element(
      .section, [.ariaLabelledBy("for-review")],
      .element(.h2, [.id("for-review")], scope.words(.notesForReview)),
      .element(
        .ul, [.classes("brief")],
        children: notes.map { note in
          .element(
            .li, [.facets(note.facets.map(\.token))],
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

  private func section(_ kind: String) -> HTML {
    let anchor = "kind-\((kinds.firstIndex(of: kind) ?? 0) + 1)"
    return .element(
      .section, [.ariaLabelledBy(anchor)],
      .element(.h2, [.id(anchor)], .text(scope.name(ofKind: kind))),
      .element(
        .ul, [.classes("register")],
        children: notes.filter { $0.kind == kind }.map { note in
          .element(
            .li, [.facets(note.facets.map(\.token))],
            NoteCard(scope: scope, note: note, version: nil).entry(withAnchor: "note-" + note.id))
            + .newline
        }))
  }
}
