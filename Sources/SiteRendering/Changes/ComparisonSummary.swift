import PlanModel
import Collation

/// The head of a comparison: figures, changed values, and what was moved, added and taken out, each
/// with a link to its place.
struct ComparisonSummary {
  let scope: PageScope
  let comparison: EditionComparison
  /// The page that the links lead to.
  let address: Address

  private let summary: ChangeSummary

  init(scope: PageScope, comparison: EditionComparison, address: Address) {
    self.scope = scope
    self.comparison = comparison
    self.address = address
    summary = ChangeSummary(of: comparison)
  }

  var html: HTML {
    .element(
      .section, [.classes("summary"), .ariaLabelledBy("summary")],
      .element(.h2, [.id("summary")], scope.words(.summary)),
      figures, .newline, weights, .newline,
      .element(.div, [.classes("lists")], valueLists() + structure + notes))
  }

  /// How many links there are of each sort.
  var figures: HTML {
    .element(
      .dl, [.classes("figures")],
      children: summary.counts.map { count in
        .element(
          .div, [.classes(count.sort.rawValue)],
          .element(.dt, [], scope.words(count.sort.phrase)),
          .element(.dd, [], .text("\(count.count)")))
      })
  }

  private var weights: HTML {
    let weights = summary.substances
    guard !weights.isEmpty else { return .empty }
    return .element(
      .p, [.classes("weights")], scope.words(.byWeight), " ",
      .sequence(
        weights.map { weight in
          .element(
            .span, [.classes("weight", weight.substance.rawValue)],
            scope.words(weight.substance.phrase), " ",
            .element(.strong, [], .text("\(weight.count)")))
        }, separator: " "))
  }

  /// The changed numbers, dates, agencies, each as it was and as it is.
  ///
  /// - Parameter limit: How many of each sort to show; the others are a link away.
  /// - Returns: A list for each sort of value.
  func valueLists(limit: Int = .max) -> HTML {
    .sequence(
      summary.values.map { values in
        let rest = values.changes.count - limit
        let more: HTML =
          rest > 0
          ? .element(
            .li, [.classes("more")],
            scope.link(scope.words(.more, count: rest), to: address, "summary")) : .empty
        return .element(
          .div, [.classes("values")],
          .element(.h3, [], scope.words(.changed, ["what": scope.name(ofTag: values.tag)])),
          .element(.ul, [], .sequence(values.changes.prefix(limit).map(value)), more))
      }, separator: .newline)
  }

  /// A changed value as it was and as it is, with some words around it and the way to its place.
  func value(_ change: ChangeSummary.ValueChange) -> HTML {
    let link = comparison.links[change.link]
    let old = comparison.oldText(of: link).scalars
    let new = comparison.newText(of: link).scalars
    let text = ChangedText(scope: scope, old: .empty, new: .empty, spans: [])
    let span = change.span
    let surroundings = Surroundings(of: span.new, in: new)
    let reading: HTML =
      .text(surroundings.before)
      + (span.old.isEmpty ? .empty : text.removed(.text(old[span.old]), span.substance))
      + (span.new.isEmpty ? .empty : text.added(.text(new[span.new]), span.substance))
      + .text(surroundings.after)
    return .element(
      .li, [],
      .element(.span, [.classes("excerpt"), .language(comparison.new.language)], reading), " ",
      place(of: change.link))
  }

  /// What was added, taken out, moved, split and merged.
  private var structure: HTML {
    let sorts: [ChangeSort] = [.inserted, .deleted, .moved, .split, .merged, .retitled]
    return .sequence(
      sorts.map { sort in
        let links = comparison.links.indices.filter { comparison.links[$0].sorts.contains(sort) }
        guard !links.isEmpty else { return .empty }
        return .element(
          .div, [.classes("values")], .element(.h3, [], scope.words(sort.phrase)),
          .element(.ul, [], children: links.map(line)))
      })
  }

  /// The notes that the new version touches: for a person to look at.
  private var notes: HTML {
    let lines = scope.edition.site.notes.compactMap { note -> HTML? in
      guard
        let placement = note.placements.first(where: { $0.version == comparison.new.name }),
        note.placements.contains(where: { $0.version == comparison.old.name }), placement.isNews
      else { return nil }
      return .element(
        .li, [],
        scope.link(
          .element(
            .span, [.classes("excerpt"), .language(comparison.old.language)],
            .text(excerpt(note.quote, length: 28))), to: .notes, "note-" + note.id), " ",
        .element(.span, [], OutcomeBadge(scope: scope, placement: placement).html))
    }
    guard !lines.isEmpty else { return .empty }
    return .element(
      .div, [.classes("values", "on-notes")],
      .element(.h3, [], scope.words(.changedNotes)), .element(.ul, [], children: lines))
  }

  private func line(_ index: Int) -> HTML {
    let link = comparison.links[index]
    let side = link.new.isEmpty ? comparison.old : comparison.new
    let block = side.plan.blocks[(link.new.isEmpty ? link.old : link.new)[0]]
    return .element(
      .li, [],
      .element(
        .span, [.classes("excerpt"), .language(side.language)],
        .text(excerpt(block.lead ?? block.heading, length: 28))), " ", place(of: index))
  }

  /// The position of a link, leading to its place in the page.
  private func place(of index: Int) -> HTML {
    let link = comparison.links[index]
    let side = link.new.isEmpty ? comparison.old : comparison.new
    let position = side.position(of: (link.new.isEmpty ? link.old : link.new)[0])
    let target = comparison.anchor(of: index)
    let label = HTML.element(.bdi, [.language(side.language)], .text(position.text))
    return scope.link(label, to: address, target, [.classes("position")])
  }
}
