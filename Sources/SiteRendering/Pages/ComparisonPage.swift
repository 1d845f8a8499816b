import Collation
import PlanModel

/// What became of one version in another: the summary first, then the text with its changes.
struct ComparisonPage: PageBody {
  let scope: PageScope
  let comparison: EditionComparison
  let isSideBySide: Bool
  /// The part that is shown, by index; `nil` for all.
  var partIndex: Int?

  private var shown: ComparisonPart? { partIndex.map { comparison.parts[$0] } }

  private var head: ComparisonHead {
    ComparisonHead(
      scope: scope, comparison: comparison, isSideBySide: isSideBySide, partIndex: partIndex)
  }

  var title: String {
    let title = scope.text(
      .comparisonOf, ["old": comparison.old.label, "new": comparison.new.label])
    guard let shown else { return title }
    return excerpt(comparison.new.chapterTitle(shown.chapter), length: 60) + " · " + title
  }
  var shownVersions: [EditionVersion] { [comparison.old, comparison.new] }
  var summary: String? {
    guard partIndex == nil else { return nil }
    let counts = ChangeSummary(of: comparison).counts.map {
      "\(scope.text($0.sort.phrase)) \($0.count)"
    }
    return counts.joined(separator: scope.text(.and))
  }
  var part: SitePart { .comparison }
  var template: TemplateName { .comparison }
  var className: String { isSideBySide ? "side-by-side" : "comparison" }

  static let names: [String: TemplateShape] = [
    "heading": .markup, "ways": .markup, "files": .markup, "steps": .markup, "summary": .markup,
    "changesLabel": .text,
    "index": .markup, "filters": .markup, "legend": .markup, "columnHeads": .markup,
    "changes": .markup,
  ]

  var values: [String: TemplateValue] {
    [
      "heading": .markup(head.heading),
      "ways": .markup(head.ways),
      "files": .markup(FileLinks(scope: scope).html),
      "steps": .markup(head.steps),
      "summary": .markup(
        partIndex == nil
          ? ComparisonSummary(scope: scope, comparison: comparison, address: scope.address).html
          : .empty),
      "changesLabel": .text(
        shown.map { comparison.new.chapterTitle($0.chapter) } ?? scope.text(.textWithChanges)),
      "index": .markup(isSideBySide ? .empty : changeIndex),
      "filters": .markup(ChangeFilters(scope: scope, comparison: comparison, part: shown).html),
      "legend": .markup(legend),
      "columnHeads": .markup(isSideBySide ? columnHeads : .empty),
      "changes": .markup(.sequence(items)),
    ]
  }

  /// The changes in the order of reading, each with its place and its sort.
  private var changeIndex: HTML {
    let entries = changeSequence(of: comparison, in: shown).compactMap { item -> HTML? in
      guard case .change(let index) = item else { return nil }
      let link = comparison.links[index]
      let side = link.new.isEmpty ? comparison.old : comparison.new
      let block = (link.new.isEmpty ? link.old : link.new)[0]
      let sorts = link.sorts.map {
        HTML.element(.span, [.classes("sort", $0.rawValue)], scope.words($0.phrase))
      }
      return .element(
        .li, [.facets(link.facets.map(\.token))],
        .element(
          .a, [.href(Reference(fragment: comparison.anchor(of: index)))],
          scope.quoted(side.position(of: block).text, in: side), " ",
          .element(.span, [.classes("sorts")], .sequence(sorts, separator: " "))))
    }
    return .element(
      .nav, [.classes("contents", "change-index"), .ariaLabel(scope.text(.changeIndex))],
      .element(
        .details, [], .element(.summary, [], scope.words(.changeIndex)),
        .element(.ol, [], children: entries)))
  }

  /// What the signs mean, shown by themselves.
  private var legend: HTML {
    let sample = ChangedText(scope: scope, old: .empty, new: .empty, spans: [])
    return .element(
      .p, [.classes("legend"), .data(.keys, scope.text(.keysForChanges))],
      sample.added(scope.words(.legendAdded), .wording), " ",
      sample.removed(scope.words(.legendRemoved), .wording), " ",
      .element(.span, [.classes("hint")], scope.words(.legendTypographic)))
  }

  private var columnHeads: HTML {
    .element(
      .div, [.classes("columns", "column-heads")],
      .element(.p, [], scope.label(of: comparison.old)),
      .element(.p, [], scope.label(of: comparison.new)))
  }

  private var items: [HTML] {
    let sequence = changeSequence(of: comparison, in: shown)
    let changes = sequence.compactMap { item -> Int? in
      if case .change(let index) = item { index } else { nil }
    }
    var rank = 0
    return sequence.map { item in
      switch item {
      case .unchanged(let links): return unchanged(links)
      case .landmark(let link): return landmark(link)
      case .departure(let link): return departure(link)
      case .change(let link):
        let previous = rank > 0 ? changes[rank - 1] : nil
        let next = rank + 1 < changes.count ? changes[rank + 1] : nil
        rank += 1
        return ChangeEntry(
          scope: scope, comparison: comparison, index: link, neighbours: (previous, next),
          isSideBySide: isSideBySide
        ).html
      }
    }
  }

  /// An unchanged stretch, folded; its text is there all the same, to be found and printed.
  private func unchanged(_ links: [Int]) -> HTML {
    let blocks = links.flatMap { comparison.links[$0].new }
    let texts = links.map { index in
      let block = comparison.new.plan.blocks[comparison.links[index].new[0]]
      return HTML.element(
        .p,
        [
          .classes(block.kind.isHeading ? "is-heading" : "words"),
          .id(comparison.anchor(of: index)),
          .language(comparison.new.language),
        ], block.styledHeading)
    }
    guard let first = blocks.first, let last = blocks.last else { return .empty }
    let range = [first, last].map { comparison.new.position(of: $0).text }
    let ends = range[0] == range[1] ? range[0] : range[0] + " – " + range[1]
    return .element(
      .details, [.classes("unchanged")],
      .element(
        .summary, [], scope.words(.blocksUnchanged, count: blocks.count), " ",
        .element(.span, [.classes("range")], scope.quoted(ends, in: comparison.new))),
      children: texts) + .newline
  }

  private func landmark(_ index: Int) -> HTML {
    guard let block = comparison.links[index].new.first.map({ comparison.new.plan.blocks[$0] })
    else { return .empty }
    return .element(
      .p,
      [
        .classes("landmark"), .id(comparison.anchor(of: index)),
        .language(comparison.new.language),
      ], headingParts(number: block.number, words: .text(block.text))) + .newline
  }

  /// The place that a moved block has left, with the way to where it is now.
  private func departure(_ index: Int) -> HTML {
    let link = comparison.links[index]
    guard let first = link.old.first else { return .empty }
    let block = comparison.old.plan.blocks[first]
    return .element(
      .p, [.classes("departure"), .id("left-" + block.id.rawValue)],
      .element(.span, [.classes("sort", "moved")], scope.words(.movedAway)), " ",
      scope.position(of: first, in: comparison.old), " ",
      scope.quoted(excerpt(block.heading, length: 24), in: comparison.old), " ",
      .element(
        .a,
        [
          .href(
            scope.reference(
              to: comparison.anchor(of: index), in: comparison, isSideBySide: isSideBySide))
        ], scope.words(.seeNewPlace)))
      + .newline
  }
}
