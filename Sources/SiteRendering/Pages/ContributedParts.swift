import PlanModel
import PluginKit

/// What plugins contribute to a page, each part in a box of its own; it may be one without a heading,
/// which makes it no section.
struct ContributedParts {
  let scope: PageScope
  let version: EditionVersion
  let slot: PagePart.Slot

  var html: HTML {
    let parts = scope.edition.site.contributions.filter {
      $0.version == version.name && $0.part.slot == slot
    }
    return .sequence(
      parts.map { contribution in
        .newline
          + .element(
            .div, [.classes("contributed"), .language(version.language)],
            children: contribution.part.content.map(HTML.contributed))
      })
  }
}
