import PlanModel

/// Searching text, notes and versions; without script, ways into the site by headings and agencies.
struct SearchPage: PageBody {
  let scope: PageScope

  var title: String { scope.text(.search) }
  var shownVersions: [EditionVersion] { [] }
  var summary: String? { scope.text(.searchExplained) }
  var part: SitePart { .search }
  var template: TemplateName { .search }
  var scripts: [String] { [ThemeFile.search.path, SearchIndex.head] }

  private var principal: EditionVersion { scope.edition.principal }

  static let names: [String: TemplateShape] = [
    "title": .text, "explanation": .text, "form": .markup, "headings": .markup, "agencies": .markup,
  ]

  var values: [String: TemplateValue] {
    [
      "title": .text(title),
      "explanation": .text(scope.text(.searchExplained)),
      // The script builds the form: without it a form would be dead.
      "form": .markup(.element(.div, [.id("search")] + words)),
      "headings": .markup(headings),
      "agencies": .markup(agencies),
    ]
  }

  /// The words that the script needs.
  private var words: [Attribute] {
    [
      .data(.base, scope.reference(toFile: scope.folder).text),
      .data(.root, scope.reference(toFile: "").text),
      .data(.label, scope.text(.searchLabel)), .data(.button, scope.text(.search)),
      .data(.versions, scope.text(.versions)), .data(.all, scope.text(.searchEverywhere)),
      .data(.kinds, scope.text(.searchIn)), .data(.text, scope.text(.searchText)),
      .data(.note, scope.text(.searchNote)), .data(.none, scope.text(.searchNothing)),
      .data(.found, scope.text(.searchFound, ["count": "%"])),
      .data(.words, scope.text(.searchWords)),
      .data(.more, scope.text(.searchMore, ["count": "%"])),
    ]
  }

  private var headings: HTML {
    // Of a text that is cut into chapters only these are listed.
    let blocks =
      principal.chapters.isSplit
      ? principal.chapters.ranges.map(\.lowerBound) : Array(principal.plan.blocks.indices)
    let headings = blocks.filter { principal.plan.blocks[$0].kind.isHeading }
    guard !headings.isEmpty else { return .empty }
    return .element(
      .section, [.ariaLabelledBy("by-heading")],
      .element(.h2, [.id("by-heading")], scope.words(.searchByHeading)),
      .element(
        .ul, [.classes("brief")],
        children: headings.map { index in
          let block = principal.plan.blocks[index]
          return .element(
            .li, [],
            scope.link(
              scope.quoted(block.heading, in: principal), to: .reading(version: principal.name),
              block.id.rawValue))
        }))
  }

  private var agencies: HTML {
    let agencies = scope.edition.busyAgencies
    guard !agencies.isEmpty else { return .empty }
    return .element(
      .section, [.ariaLabelledBy("by-agency")],
      .element(.h2, [.id("by-agency")], scope.link(scope.words(.agencies), to: .agencies)),
      AgencyList(scope: scope, agencies: agencies).html)
  }
}
