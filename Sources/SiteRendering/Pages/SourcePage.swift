import PlanModel

/// The source as it was received, line by line, beside the blocks that were made of it.
struct SourcePage: PageBody {
  let scope: PageScope
  let version: EditionVersion

  var title: String { scope.text(.sourceOf, ["version": version.label]) }
  var shownVersions: [EditionVersion] { [version] }
  var part: SitePart { .text }
  var className: String { "source" }

  var main: HTML {
    .element(
      .header, [.classes("page-head")],
      .element(.h1, [], .text(title)),
      .element(.p, [], scope.words(.sourceExplained)),
      version.version.sourceName.map {
        .element(.p, [.classes("file")], .element(.code, [], .text($0)))
      } ?? .empty)
      + .element(.div, [.classes("source")], children: rows.map(row))
  }

  /// Lines of the source and the block made of them, if any was.
  private struct Row {
    var lines: Range<Int>
    var block: Int?
  }

  /// The whole source cut into rows: a line that two blocks share stands in the first one's row, and
  /// blank lines in that of the block after them.
  private var rows: [Row] {
    var rows: [Row] = []
    let end = version.version.sourceLines.count + 1
    var line = 1
    for (index, block) in version.plan.blocks.enumerated() {
      let place = version.version.places[block.id]
      let start = min(max(place?.lines.lowerBound ?? line, line), end)
      let stop = min(max((place?.lines.upperBound ?? start - 1) + 1, start), end)
      let isBlank = (line..<start).allSatisfy(isBlank)
      if !isBlank { rows.append(Row(lines: line..<start, block: nil)) }
      rows.append(Row(lines: (isBlank ? line : start)..<stop, block: index))
      line = stop
    }
    if line < end { rows.append(Row(lines: line..<end, block: nil)) }
    return rows
  }

  private func isBlank(line: Int) -> Bool {
    version.version.sourceLines[line - 1].allSatisfy(\.isWhitespace)
  }

  private func row(_ row: Row) -> HTML {
    let lines = row.lines.map { number in
      HTML.element(
        .li, [.id("L\(number)")], .text(version.version.sourceLines[number - 1]))
    }
    let list =
      lines.isEmpty
      ? HTML.element(.p, [.classes("shared")], scope.words(.lineShared))
      : .element(
        .ol, [.classes("lines"), .start(row.lines.lowerBound), .language(version.language)],
        children: lines)
    guard let index = row.block else {
      return .element(
        .div, [.classes("source-row", "furniture")], list,
        .element(.p, [.classes("no-block")], scope.words(.noBlock))) + .newline
    }
    let block = version.plan.blocks[index]
    return .element(
      .div, [.classes("source-row"), .id("b-" + block.id.rawValue)], list,
      .element(
        .div, [.classes("made")],
        .element(.p, [.classes("place")], scope.position(of: index, in: version)),
        .element(
          .p,
          [.classes(block.kind.isHeading ? "is-heading" : "words"), .language(version.language)],
          .text(block.heading)))) + .newline
  }
}
