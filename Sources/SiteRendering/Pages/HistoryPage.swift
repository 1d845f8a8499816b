import Collation
import PlanModel

/// One block through the versions: its text in each, what became of it, and what took its place.
struct HistoryPage: PageBody {
  let scope: PageScope
  let block: BlockID

  /// The versions that hold the block.
  private var holders: [(version: EditionVersion, index: Int)] {
    scope.edition.versions.compactMap { version in
      version.index(of: block).map { (version, $0) }
    }
  }

  private var isRetired: Bool { scope.edition.newest.index(of: block) == nil }

  var title: String { scope.text(.historyOf, ["id": block.rawValue]) }
  var shownVersions: [EditionVersion] { holders.map(\.version) }
  var part: SitePart { .comparison }
  var template: TemplateName { .history }

  static let names: [String: TemplateShape] = [
    "heading": .markup, "retired": .markup, "record": .markup, "stages": .markup,
  ]

  var values: [String: TemplateValue] {
    [
      "heading": .markup(heading),
      "retired": .markup(
        isRetired
          ? .element(.p, [.classes("retired")], scope.words(.retiredExplained)) : .empty),
      "record": .markup(record),
      "stages": .markup(stages),
    ]
  }

  private var heading: HTML {
    .element(
      .h1, [],
      scope.catalogue.html(.historyOf, ["id": .element(.code, [], .text(block.rawValue))]))
  }

  private var stages: HTML {
    .element(
      .ol, [.classes("biography")],
      children: scope.edition.versions.indices.map { index in
        stage(scope.edition.versions[index], previous: index > 0 ? index - 1 : nil)
      })
  }

  /// What was recorded of the block, if no version of the site has it.
  private var record: HTML {
    guard let retirement = scope.edition.retirement(of: block) else { return .empty }
    return .element(
      .p, [], scope.words(.lastRead), " ",
      .element(
        .bdi, [.language(scope.edition.newest.language), .classes("excerpt")],
        .text("“" + retirement.text + "…”")))
  }

  private func stage(_ version: EditionVersion, previous: Int?) -> HTML {
    let before = previous.map { scope.edition.versions[$0] }
    return .element(
      .li, [],
      .element(
        .h2, [], scope.link(scope.label(of: version), to: .reading(version: version.name))),
      version.index(of: block).map { present(at: $0, in: version, since: before) }
        ?? absent(from: version, since: before))
  }

  private func present(
    at index: Int, in version: EditionVersion, since before: EditionVersion?
  ) -> HTML {
    let found = version.plan.blocks[index]
    let event = before.flatMap { outcome(from: $0, to: version) { $0.link(ofNew: index) } }
    return .element(
      .p, [.classes("places")], scope.position(of: index, in: version), " ", event ?? .empty)
      + .element(
        .p,
        [
          .classes(found.kind.isHeading ? "is-heading" : "words"), .language(version.language),
          .ownDirection,
        ], words(at: index, in: version, since: before) ?? found.styledHeading)
      + notes(at: index, in: version)
  }

  /// The words with what changed in them, if the block alone came of one alone.
  private func words(
    at index: Int, in version: EditionVersion, since before: EditionVersion?
  ) -> HTML? {
    guard let before, let comparison = scope.edition.comparison(old: before.name, new: version.name)
    else { return nil }
    let link = comparison.links[comparison.link(ofNew: index)]
    guard link.old.count == 1, link.new.count == 1, !link.spans.isEmpty else { return nil }
    let number = version.plan.blocks[index].number.map { HTML.text($0 + " ") } ?? .empty
    return number
      + ChangedText(
        scope: scope, old: comparison.oldText(of: link), new: comparison.newText(of: link),
        spans: link.spans
      ).html(.both)
  }

  /// The notes on the block as they stand in a version.
  private func notes(at index: Int, in version: EditionVersion) -> HTML {
    let marks = scope.edition.notes(in: version).marks(ofBlock: index)
    guard !marks.isEmpty else { return .empty }
    return .element(
      .ul, [.classes("meta", "outcomes")],
      children: marks.map { mark in
        let note = scope.edition.site.notes[mark.note]
        return .element(.li, [], NoteLine(scope: scope, note: note, version: version).html)
      })
  }

  private func absent(from version: EditionVersion, since before: EditionVersion?) -> HTML {
    if let before, let old = before.index(of: block) {
      let event = outcome(from: before, to: version) { $0.link(ofOld: old) }
      return .element(.p, [.classes("places")], event ?? scope.words(.goneHere))
        + heirs(scope.edition.successors(of: block, from: before, in: version), in: version)
    }
    let absence = HTML.element(.p, [.classes("absent")], scope.words(.absentInVersion))
    guard let retirement = scope.edition.retirement(of: block), retirement.version == version.name
    else { return absence }
    return absence + heirs(retirement.successors.compactMap(version.index), in: version)
  }

  /// The blocks that took the words over.
  private func heirs(_ successors: [Int], in version: EditionVersion) -> HTML {
    guard !successors.isEmpty else {
      return .element(.p, [.classes("absent")], scope.words(.noSuccessor))
    }
    return .element(.p, [], scope.words(.successors))
      + .element(
        .ul, [.classes("successors")],
        children: successors.map { index in
          .element(
            .li, [], scope.position(of: index, in: version), " ",
            .element(
              .span, [.classes("excerpt")],
              scope.quoted(excerpt(version.plan.blocks[index].heading, length: 32), in: version)))
        })
  }

  /// What a comparison says became of the block, with a link to the place in it.
  private func outcome(
    from old: EditionVersion, to new: EditionVersion, _ link: (EditionComparison) -> Int
  ) -> HTML? {
    guard let comparison = scope.edition.comparison(old: old.name, new: new.name) else {
      return nil
    }
    let index = link(comparison)
    let sorts = comparison.links[index].sorts
    let label = HTML.sequence(
      sorts.map { .element(.span, [.classes("sort", $0.rawValue)], scope.words($0.phrase)) },
      separator: " ")
    return label + " "
      + scope.link(
        scope.words(.seeComparison), to: .comparison(old: old.name, new: new.name),
        comparison.shows(index) ? comparison.anchor(of: index) : nil)
  }
}

extension Edition {
  /// The blocks of a version that took the place of a block: those that name it as an ancestor, and
  /// those that a comparison links it to.
  func successors(
    of block: BlockID, from old: EditionVersion, in new: EditionVersion
  ) -> [Int] {
    var found = Set(
      new.plan.blocks.indices.filter { new.plan.blocks[$0].ancestors.contains(block) })
    if let comparison = comparison(old: old.name, new: new.name), let index = old.index(of: block) {
      found.formUnion(comparison.links[comparison.link(ofOld: index)].new)
    }
    return found.sorted()
  }
}
