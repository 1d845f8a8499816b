import PlanModel

/// The chapters and sections of a version as a nested list of links.
struct ContentsList {
  let scope: PageScope
  let version: EditionVersion

  /// The list with its frame, which folds on a narrow screen.
  var html: HTML {
    let sections = version.outline.sections
    let roots = sections.indices.filter { sections[$0].parent == nil }
    guard !roots.isEmpty else { return .empty }
    return .element(
      .nav, [.classes("contents"), .ariaLabel(scope.text(.contents))],
      .element(
        .details, [],
        .element(.summary, [], scope.words(.contents)),
        list(of: roots)))
  }

  private func list(of indices: [Int]) -> HTML {
    let sections = version.outline.sections
    return .element(
      .ol, [.language(version.language)],
      children: indices.map { index in
        let children = sections.indices.filter { sections[$0].parent == index }
        return .element(
          .li, [], entry(sections[index]), children.isEmpty ? .empty : list(of: children))
      })
  }

  private func entry(_ section: Outline.Section) -> HTML {
    let label = headingParts(number: section.number, words: .text(section.title))
    guard let heading = section.heading else {
      return .element(.span, [.classes("before"), .hint(scope.text(.beganEarlier))], label)
    }
    let id = version.plan.blocks[heading].id.rawValue
    return scope.link(label, to: .reading(version: version.name), id)
  }
}

/// A heading's number mark and words, each in an element of its own, so that the theme can set them
/// as print does.
func headingParts(number: String?, words: HTML) -> HTML {
  let title: HTML = words.isEmpty ? .empty : .element(.span, [.classes("words")], words)
  guard let number else { return title }
  return .sequence(
    [.element(.span, [.classes("number")], .text(number)), title], separator: " ")
}
