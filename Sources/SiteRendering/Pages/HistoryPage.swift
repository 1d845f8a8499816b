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
  var className: String { "history" }

  var main: HTML {
    .element(
      .header, [.classes("page-head")],
      .element(
        .h1, [],
        scope.catalogue.html(.historyOf, ["id": .element(.code, [], .text(block.rawValue))])),
      isRetired
        ? .element(.p, [.classes("retired")], scope.words(.retiredExplained)) : .empty)
      + .element(
        .ol, [.classes("biography")],
        children: scope.edition.versions.indices.map { index in
          stage(scope.edition.versions[index], previous: index > 0 ? index - 1 : nil)
        })
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
        .p, [.classes(found.kind.isHeading ? "is-heading" : "words"), .language(version.language)],
        .text(found.heading))
  }

  private func absent(from version: EditionVersion, since before: EditionVersion?) -> HTML {
    guard let before, let old = before.index(of: block) else {
      return .element(.p, [.classes("absent")], scope.words(.absentInVersion))
    }
    let event = outcome(from: before, to: version) { $0.link(ofOld: old) }
    let successors = scope.edition.successors(of: block, from: before, in: version)
    let list: HTML =
      successors.isEmpty
      ? .element(.p, [.classes("absent")], scope.words(.noSuccessor))
      : .element(.p, [], scope.words(.successors))
        + .element(
          .ul, [.classes("successors")],
          children: successors.map { index in
            .element(
              .li, [], scope.position(of: index, in: version), " ",
              .element(
                .span, [.classes("excerpt")],
                scope.quoted(excerpt(version.plan.blocks[index].heading, length: 32), in: version)))
          })
    return .element(.p, [.classes("places")], event ?? scope.words(.goneHere)) + list
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
        comparison.anchor(of: index))
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
