import PlanModel
import Collation

/// One change of a comparison: what sort it is, where it stands, and both readings.
struct ChangeEntry {
  let scope: PageScope
  let comparison: EditionComparison
  /// The link, by index.
  let index: Int
  /// The changes before and after this one in the order of reading.
  let neighbours: (previous: Int?, next: Int?)
  let isSideBySide: Bool

  private var link: Comparison.Link { comparison.links[index] }

  var html: HTML {
    let anchor = comparison.anchor(of: index)
    let substance = link.substance.map(\.rawValue) ?? ""
    return .element(
      .article,
      [
        .classes("change", link.kind.rawValue, substance, link.isMoved ? "moved" : ""),
        .id(anchor), .ariaLabelledBy("kind-" + anchor), .facets(link.facets.map(\.token)),
        .reachableByScript,
      ],
      .element(
        .header, [],
        .element(.h3, [.id("kind-" + anchor)], sorts),
        places, tags, steps),
      .newline, isSideBySide ? columns : column) + .newline
  }

  private var sorts: HTML {
    .sequence(
      link.sorts.map { .element(.span, [.classes("sort", $0.rawValue)], scope.words($0.phrase)) },
      separator: " ")
  }

  private var places: HTML {
    let old = link.old.map { scope.position(of: $0, in: comparison.old) }
    let new = link.new.map { scope.position(of: $0, in: comparison.new) }
    var parts: [HTML] =
      isInPlace || old.isEmpty
      ? [] : [.sequence(old, separator: scope.words(.and))]
    if !parts.isEmpty, !new.isEmpty { parts.append(.element(.span, [.classes("arrow")], " → ")) }
    parts.append(.sequence(new, separator: scope.words(.and)))
    if let block, !scope.isStandalone {
      parts += [" ", scope.link(scope.words(.history), to: .history(block: block))]
    }
    if link.isMoved, let first = link.old.first {
      let id = "left-" + comparison.old.plan.blocks[first].id.rawValue
      parts += [
        " ",
        .element(
          .a, [.href(scope.reference(to: id, in: comparison, isSideBySide: isSideBySide))],
          scope.words(.seeOldPlace)),
      ]
    }
    return .element(.p, [.classes("places")], children: parts)
  }

  /// Whether one block stands where it stood, so that its place needs saying once.
  private var isInPlace: Bool {
    guard link.old.count == 1, link.new.count == 1 else { return false }
    return comparison.old.position(of: link.old[0]) == comparison.new.position(of: link.new[0])
  }

  /// The block whose history the entry leads to.
  private var block: BlockID? {
    link.new.first.map { comparison.new.plan.blocks[$0].id }
      ?? link.old.first.map { comparison.old.plan.blocks[$0].id }
  }

  private var tags: HTML {
    var words: [HTML] = []
    if let substance = link.substance {
      words.append(
        .element(.li, [.classes(substance.rawValue)], scope.words(substance.phrase)))
    }
    words += link.tags.map { .element(.li, [.classes("tag")], .text(scope.name(ofTag: $0))) }
    if link.confidence < 0.8, link.kind != .inserted, link.kind != .deleted {
      words.append(.element(.li, [.classes("doubtful")], scope.words(.doubtfulLink)))
    }
    return words.isEmpty ? .empty : .element(.ul, [.classes("tags")], children: words)
  }

  private var steps: HTML {
    func step(_ target: Int?, _ phrase: Phrase, _ sign: HTML, _ relation: String) -> HTML {
      guard let target else { return .empty }
      let reference = scope.reference(
        to: comparison.anchor(of: target), in: comparison, isSideBySide: isSideBySide)
      return .element(
        .a, [.href(reference), .relation(relation), .ariaLabel(scope.text(phrase))], sign)
    }
    return .element(
      .p, [.classes("steps")],
      step(neighbours.previous, .previousChange, "↑", "prev"),
      step(neighbours.next, .nextChange, "↓", "next"))
  }

  private var text: ChangedText {
    var spans = link.spans
    let old = comparison.oldText(of: link)
    let new = comparison.newText(of: link)
    if spans.isEmpty, link.old.isEmpty || link.new.isEmpty {
      spans = [
        Comparison.Span(
          old: old.scalars.indices, new: new.scalars.indices, substance: link.substance ?? .wording)
      ]
    }
    return ChangedText(scope: scope, old: old, new: new, spans: spans)
  }

  private var column: HTML {
    reading(.both, language: comparison.new.language, "both")
  }

  private var columns: HTML {
    .element(
      .div, [.classes("columns")],
      link.old.isEmpty
        ? .element(.p, [.classes("absent")], scope.words(.absentInVersion))
        : reading(.old, language: comparison.old.language, "old"),
      link.new.isEmpty
        ? .element(.p, [.classes("absent")], scope.words(.absentInVersion))
        : reading(.new, language: comparison.new.language, "new"))
  }

  private func reading(
    _ reading: ChangedText.Reading, language: String, _ name: String
  ) -> HTML {
    .element(
      .p, [.classes("words", name, isHeading ? "is-heading" : ""), .language(language)],
      number(reading), text.html(reading))
  }

  private var isHeading: Bool {
    link.new.first.map { comparison.new.plan.blocks[$0].kind.isHeading }
      ?? link.old.first.map { comparison.old.plan.blocks[$0].kind.isHeading } ?? false
  }

  /// The number mark of a heading, which stands apart from its text, and may have changed.
  private func number(_ reading: ChangedText.Reading) -> HTML {
    let old = link.old.first.flatMap { comparison.old.plan.blocks[$0].number }
    let new = link.new.first.flatMap { comparison.new.plan.blocks[$0].number }
    if old == new { return new.map { .text($0 + " ") } ?? .empty }
    var result = HTML.empty
    if let old, reading != .new { result += text.removed(.text(old), .wording) }
    if let new, reading != .old { result += text.added(.text(new), .wording) }
    return result.isEmpty ? .empty : result + " "
  }
}

extension EditionComparison {
  /// The name of a link in the page of its comparison: the identifier of the new block, or of the
  /// old one that is gone.
  func anchor(of index: Int) -> String {
    let link = links[index]
    if let block = link.new.first { return new.plan.blocks[block].id.rawValue }
    return link.old.first.map { "old-" + old.plan.blocks[$0].id.rawValue } ?? "link-\(index)"
  }
}

extension PageScope {
  /// A link to a place of a comparison, in the same sort of page.
  func reference(
    to place: String, in comparison: EditionComparison, isSideBySide: Bool
  ) -> Reference {
    let (old, new) = (comparison.old.name, comparison.new.name)
    return reference(
      isSideBySide ? .sideBySide(old: old, new: new) : .comparison(old: old, new: new), place)
  }

  /// The name of a tag of changes: the interface's word for it, or the tag itself, which may be a
  /// plugin's.
  func name(ofTag tag: String) -> String {
    switch tag {
    case "number": text(.tagNumber)
    case "date": text(.tagDate)
    case "agency": text(.tagAgency)
    case "modality": text(.tagModality)
    case "scope": text(.tagScope)
    default: tag
    }
  }
}
