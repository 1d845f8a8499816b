/// The agencies that the notes name, with how much each has to do.
struct AgenciesPage: PageBody {
  let scope: PageScope

  var title: String { scope.text(.agencies) }
  var shownVersions: [EditionVersion] { [] }
  var summary: String? { scope.text(.agenciesExplained) }
  var part: SitePart { .agencies }
  var template: TemplateName { .agencies }

  static let names: [String: TemplateShape] = [
    "title": .text, "explanation": .text, "files": .markup, "agencies": .markup,
  ]

  var values: [String: TemplateValue] {
    [
      "title": .text(title),
      "explanation": .text(scope.text(.agenciesExplained)),
      "files": .markup(FileLinks(scope: scope).html),
      "agencies": .markup(
        AgencyList(scope: scope, agencies: scope.edition.busyAgencies).html),
    ]
  }
}

/// Agencies with the count of their notes by role.
struct AgencyList {
  let scope: PageScope
  let agencies: [Site.Agency]

  var html: HTML {
    .element(
      .ul, [.classes("agency-list")],
      children: agencies.map { agency in
        let parts = scope.edition.parts(of: agency.id)
        let counts = scope.roles(in: parts).map { role in
          "\(scope.name(ofRole: role, in: parts)) \(parts.count { $0.role == role })"
        }
        return .element(
          .li, [], scope.link(.text(scope.text(agency.name)), to: .agency(id: agency.id)), " ",
          .element(.span, [.classes("meta")], .text(counts.joined(separator: " · "))))
      })
  }
}
