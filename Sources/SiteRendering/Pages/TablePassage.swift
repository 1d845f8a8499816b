import PlanModel

/// Rows that follow one another in the reading view: one table, whose rows can each be linked to.
struct TablePassage {
  let scope: PageScope
  let version: EditionVersion
  /// The rows, as indices of the version's blocks.
  let rows: Range<Int>

  var html: HTML {
    .element(
      .div, [.classes("passage", "tabular")],
      .element(
        .div, [.classes("table", "words"), .focusable, .role("group"), .ariaLabel(label)],
        .element(.table, [], children: head + [.element(.tbody, [], children: body.map(row))])),
      .sequence(rows.map { passage($0).notes }))
  }

  private var label: String { version.position(of: rows.lowerBound).text }

  /// The first of several rows names the columns, unless one of them would have no name.
  private var hasHead: Bool {
    rows.count > 1
      && PassageText(scope: scope, version: version, index: rows.lowerBound).cells
        .allSatisfy { !$0.isEmpty }
  }

  private var body: Range<Int> { hasHead ? rows.dropFirst() : rows }

  private var head: [HTML] {
    guard hasHead else { return [] }
    return [.element(.thead, [], row(rows.lowerBound, cell: .th, attributes: [.scope("col")]))]
  }

  private func row(_ index: Int) -> HTML { row(index, cell: .td, attributes: []) }

  private func row(_ index: Int, cell: Tag, attributes: [Attribute]) -> HTML {
    let cells = PassageText(scope: scope, version: version, index: index).cells
    return .element(
      .tr, [.id(version.plan.blocks[index].id.rawValue)],
      children: cells.map { .element(cell, attributes + [.ownDirection], $0) } + [
        .element(.td, [.classes("tools")], passage(index).apparatus)
      ]) + .newline
  }

  private func passage(_ index: Int) -> Passage {
    Passage(scope: scope, version: version, index: index, topLevel: 1)
  }
}
