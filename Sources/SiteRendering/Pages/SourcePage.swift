import PlanModel

/// The source as it was received, line by line, beside the blocks that were made of it.
struct SourcePage: PageBody {
  let scope: PageScope
  let version: EditionVersion
  /// The chapter whose source is shown; `nil` for all.
  var chapter: Int?

  var title: String { scope.text(.sourceOf, ["version": version.label]) }
  var shownVersions: [EditionVersion] { [version] }
  var part: SitePart { .text }
  var template: TemplateName { .source }

  static let names: [String: TemplateShape] = [
    "title": .text, "explanation": .text, "hasFile": .flag, "file": .text, "steps": .markup,
    "rows": .markup,
  ]

  var values: [String: TemplateValue] {
    [
      "title": .text(title),
      "explanation": .text(scope.text(version.version.sourceExplanation)),
      "hasFile": .flag(version.version.sourceName != nil),
      "file": .text(version.version.sourceName ?? ""),
      "steps": .markup(steps),
      "rows": .markup(.sequence(rows.map(row))),
    ]
  }

  /// The ways to the sources of the chapters before and after this one.
  private var steps: HTML {
    guard let chapter else { return .empty }
    func step(to other: Int) -> ChapterSteps.Step? {
      guard version.chapters.ranges.indices.contains(other) else { return nil }
      let block = version.plan.blocks[version.chapters.ranges[other].lowerBound]
      return ChapterSteps.Step(address: .chapterSource(version: version.name, start: block.id))
    }
    return ChapterSteps(
      scope: scope, previous: step(to: chapter - 1), next: step(to: chapter + 1)
    ).html
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
    let blocks = chapter.map { version.chapters.ranges[$0] } ?? version.plan.blocks.indices
    let isLast = blocks.upperBound == version.plan.blocks.count
    let end = version.firstLines[isLast ? version.firstLines.count - 1 : blocks.upperBound]
    let last = isLast ? version.version.sourceLines.count + 1 : end
    var line = version.firstLines[blocks.lowerBound]
    for index in blocks {
      let block = version.plan.blocks[index]
      let place = version.version.places[block.id]
      let start = min(max(place?.lines.lowerBound ?? line, line), end)
      let stop = min(max((place?.lines.upperBound ?? start - 1) + 1, start), end)
      let isBlank = (line..<start).allSatisfy(isBlank)
      if !isBlank { rows.append(Row(lines: line..<start, block: nil)) }
      rows.append(Row(lines: (isBlank ? line : start)..<stop, block: index))
      line = stop
    }
    if line < last { rows.append(Row(lines: line..<last, block: nil)) }
    return rows
  }

  private func isBlank(line: Int) -> Bool {
    let bytes = version.version.sourceLines.utf8(at: line - 1)
    return bytes.isEmpty
      || String(decoding: bytes, as: UTF8.self).unicodeScalars.allSatisfy(\.isSpace)
  }

  private func row(_ row: Row) -> HTML {
    let lines = row.lines.map { number in
      HTML.element(
        .li, [.id("L\(number)")],
        page(beginningAt: number)
          + .text(version.version.sourceLines.utf8(at: number - 1)))
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
          block.styledHeading), reasons(of: block))) + .newline
  }

  /// The page that a line is the first of, where the source has pages.
  private func page(beginningAt line: Int) -> HTML {
    let starts = version.version.pageStarts
    let index = starts.partitioningIndex { $0.line >= line }
    guard index < starts.count, starts[index].line == line else { return .empty }
    return .element(
      .span, [.classes("source-page"), .language(scope.catalogue.language)],
      .text(scope.text(.sourcePage, ["page": String(starts[index].page)])))
  }

  private func reasons(of block: Block) -> HTML {
    guard let place = version.version.places[block.id] else { return .empty }
    return LineReasons(scope: scope, place: place).html
  }
}
