import PlanModel

/// The head of a version's text: its title, its label, and the ways to other pages.
struct TitlePage {
  let scope: PageScope
  let version: EditionVersion

  var html: HTML {
    .element(
      .header, [.classes("title-page")],
      .element(
        .h1, [.language(version.language)], .text(version.plan.metadata.title ?? version.label)),
      .element(.p, [.classes("edition")], scope.label(of: version)),
      VersionLinks(scope: scope, version: version).html,
      beginning)
  }

  /// Says where the text begins, if its first headings stood on a page that is not here.
  private var beginning: HTML {
    guard let start = version.plan.metadata.startsIn else { return .empty }
    return .element(
      .h2, [.classes("beginning")],
      scope.catalogue.html(.textBeginsIn, ["place": scope.quoted(start, in: version)]))
  }
}
