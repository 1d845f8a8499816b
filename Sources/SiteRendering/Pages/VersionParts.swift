import PluginKit

/// What stands around a version's text, whether that is on one page or cut into chapters.
struct VersionParts {
  let scope: PageScope
  let version: EditionVersion

  static let names: [String: TemplateShape] = [
    "head": .markup, "unplaced": .markup, "departed": .markup, "contributions": .markup,
    "citation": .markup,
  ]

  var values: [String: TemplateValue] {
    [
      "head": .markup(TitlePage(scope: scope, version: version).html),
      "unplaced": .markup(UnplacedNotes(scope: scope, version: version).html),
      "departed": .markup(DepartedList(scope: scope, version: version).html),
      "contributions": .markup(
        ContributedParts(scope: scope, version: version, slot: .reading).html),
      "citation": .markup(CitationBox(scope: scope, version: version).html),
    ]
  }
}
