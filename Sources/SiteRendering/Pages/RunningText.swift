import PlanModel

/// Some blocks of a version, one after another, with what belongs to them.
struct RunningText {
  let scope: PageScope
  let version: EditionVersion
  let blocks: Range<Int>

  var html: HTML {
    .element(
      .div, [.classes("text"), .language(version.language)],
      children: stretches.map { stretch in
        (isRow(stretch.lowerBound)
          ? TablePassage(scope: scope, version: version, rows: stretch).html
          : Passage(
            scope: scope, version: version, index: stretch.lowerBound, topLevel: version.topLevel
          ).html) + .newline
      })
  }

  /// The blocks one by one, rows of a table together.
  private var stretches: [Range<Int>] {
    var stretches: [Range<Int>] = []
    for index in blocks {
      if let last = stretches.last, isRow(index), isRow(index - 1) {
        stretches[stretches.count - 1] = last.lowerBound..<index + 1
      } else {
        stretches.append(index..<index + 1)
      }
    }
    return stretches
  }

  private func isRow(_ index: Int) -> Bool { version.plan.blocks[index].kind == .row }
}
