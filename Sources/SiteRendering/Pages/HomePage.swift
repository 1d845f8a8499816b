import PlanModel
import PluginKit

/// What the plan is, its versions, and what changed last.
struct HomePage: PageBody {
  let scope: PageScope

  var title: String { scope.edition.site.title }
  var shownVersions: [EditionVersion] { [] }
  var summary: String? { scope.text(.aboutSite) }
  var part: SitePart { .home }
  var template: TemplateName { .home }

  private var principal: EditionVersion { scope.edition.principal }

  static let names: [String: TemplateShape] = [
    "textLanguage": .text, "siteTitle": .text, "about": .text, "start": .markup,
    "versions": .markup, "latest": .markup, "agencies": .markup, "deadlines": .markup,
    "contributions": .markup,
  ]

  var values: [String: TemplateValue] {
    [
      "textLanguage": .text(principal.language),
      "siteTitle": .text(scope.edition.site.title),
      "about": .text(scope.text(.aboutSite)),
      "start": .markup(start),
      "versions": .markup(versions),
      "latest": .markup(latest),
      "agencies": .markup(agencies),
      "deadlines": .markup(deadlines),
      "contributions": .markup(
        ContributedParts(scope: scope, version: principal, slot: .home).html),
    ]
  }

  private var start: HTML {
    .element(
      .p, [.classes("start")],
      scope.link(
        scope.words(.startReading), to: .reading(version: principal.name), nil,
        [.classes("button")]), " ",
      .element(.span, [.classes("meta")], scope.label(of: principal)))
  }

  private var versions: HTML {
    .element(
      .section, [.classes("versions"), .ariaLabelledBy("versions")],
      .element(.h2, [.id("versions")], scope.words(.versions)),
      .element(
        .ol, [], children: scope.edition.versions.reversed().map(version)))
  }

  private func version(_ version: EditionVersion) -> HTML {
    let paragraphs = version.plan.blocks.count { !$0.kind.isHeading }
    let sections = version.outline.sections.count { $0.heading != nil }
    return .element(
      .li, [],
      .element(
        .h3, [], scope.link(scope.label(of: version), to: .reading(version: version.name))),
      version.plan.metadata.notice.map {
        .element(
          .p, [.classes("notice-line")], scope.quoted($0, in: version))
      } ?? .empty,
      .element(
        .p, [.classes("extent")],
        scope.catalogue.html(
          .extent, [:], counts: ["sections": sections, "paragraphs": paragraphs])),
      VersionLinks(scope: scope, version: version, isOutside: true).html)
  }

  private var latest: HTML {
    guard let comparison = scope.edition.latestComparison else { return .empty }
    let address = Address.comparison(old: comparison.old.name, new: comparison.new.name)
    let summary = ComparisonSummary(scope: scope, comparison: comparison, address: address)
    return .element(
      .section, [.classes("latest"), .ariaLabelledBy("latest")],
      .element(.h2, [.id("latest")], scope.words(.changedLast)),
      .element(
        .p, [],
        scope.link(
          scope.name(of: comparison),
          to: address)),
      .sequence(
        [comparison.old, comparison.new].compactMap { version in
          version.plan.metadata.notice.map {
            .element(.p, [.classes("notice-line")], scope.quoted($0, in: version))
          }
        }),
      summary.figures,
      .element(.div, [.classes("lists")], summary.valueLists(limit: 3)))
  }

  private var agencies: HTML {
    let agencies = scope.edition.busyAgencies
    guard !agencies.isEmpty else { return .empty }
    return .element(
      .section, [.ariaLabelledBy("agencies")],
      .element(.h2, [.id("agencies")], scope.link(scope.words(.agencies), to: .agencies)),
      AgencyList(scope: scope, agencies: Array(agencies.prefix(12))).html)
  }

  /// The dates that notes name, soonest first; without a clock nobody can say which are past.
  private var deadlines: HTML {
    let notes = scope.edition.site.notes.filter { $0.deadline?.value != nil }
    guard !notes.isEmpty else { return .empty }
    return .element(
      .section, [.ariaLabelledBy("deadlines")],
      .element(.h2, [.id("deadlines")], scope.link(scope.words(.deadlines), to: .deadlines)),
      Timeline(scope: scope, notes: notes).html)
  }
}
