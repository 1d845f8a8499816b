import PlanModel

/// The blocks that changed or are gone, each with the way to its history.
struct HistoriesPage: PageBody {
  let scope: PageScope

  var title: String { scope.text(.histories) }
  var shownVersions: [EditionVersion] { [] }
  var summary: String? { scope.text(.historiesExplained) }
  var part: SitePart { .comparison }
  var template: TemplateName { .histories }

  static let names: [String: TemplateShape] = [
    "title": .text, "explanation": .text, "entries": .markup,
  ]

  var values: [String: TemplateValue] {
    [
      "title": .text(title),
      "explanation": .text(scope.text(.historiesExplained)),
      "entries": .markup(entries),
    ]
  }

  private var entries: HTML {
    let retired = Set(scope.edition.retired)
    let storied = scope.edition.storied
    return list(.retiredBlocks, storied.filter(retired.contains))
      + list(.changedBlocks, storied.filter { !retired.contains($0) })
  }

  private func list(_ heading: Phrase, _ blocks: [BlockID]) -> HTML {
    guard !blocks.isEmpty else { return .empty }
    return .element(
      .section, [], .element(.h2, [], scope.words(heading)),
      .element(.ul, [.classes("histories")], children: blocks.map(entry)))
  }

  private func entry(_ block: BlockID) -> HTML {
    .element(
      .li, [],
      scope.link(.element(.code, [], .text(block.rawValue)), to: .history(block: block)), " ",
      Self.words(of: block, in: scope))
  }

  /// Where a block stood last, with the beginning of its words.
  static func words(of block: BlockID, in scope: PageScope) -> HTML {
    let holder = scope.edition.versions.last { $0.index(of: block) != nil }
    guard let holder, let index = holder.index(of: block) else {
      let text = scope.edition.retirement(of: block)?.text ?? ""
      return .element(.span, [.classes("excerpt"), .ownDirection], .text(text + "…"))
    }
    return scope.quoted(holder.position(of: index).text, in: holder) + " "
      + .element(
        .span, [.classes("excerpt")],
        scope.quoted(excerpt(holder.plan.blocks[index].heading, length: 30), in: holder))
  }
}
