import PlanModel

/// The chapters and sections of a version as a nested list of links.
struct ContentsList {
  let scope: PageScope
  let version: EditionVersion
  /// The chapter whose sections are listed; `nil` for all.
  var chapter: Int?

  /// The list with its frame, which folds on a narrow screen.
  var html: HTML {
    let entries = list
    guard !entries.isEmpty else { return .empty }
    return .element(
      .nav, [.classes("contents"), .ariaLabel(scope.text(.contents))],
      .element(
        .details, [],
        .element(.summary, [], scope.words(.contents)),
        entries))
  }

  /// The list alone; empty if there are no sections.
  var list: HTML {
    let sections = version.outline.sections
    let shown = shown
    let known = Set(shown)
    var children: [Int: [Int]] = [:]
    var roots: [Int] = []
    for index in shown {
      if let parent = sections[index].parent, known.contains(parent) {
        children[parent, default: []].append(index)
      } else {
        roots.append(index)
      }
    }
    return roots.isEmpty ? .empty : list(of: roots, children)
  }

  /// The sections that are listed.
  ///
  /// They follow one another as their headings do, so that a page of one chapter needn't look at
  /// those of all others.
  private var shown: [Int] {
    let sections = version.outline.sections
    guard let chapter else { return Array(sections.indices) }
    let blocks = version.chapters.ranges[chapter]
    return sections.indices[
      sections.partitioningIndex { $0.blocks.lowerBound >= blocks.lowerBound }...
    ]
    .prefix { sections[$0].blocks.lowerBound < blocks.upperBound }
    .filter { sections[$0].heading != nil }
  }

  private func list(of indices: [Int], _ children: [Int: [Int]]) -> HTML {
    .element(
      .ol, [.language(version.language)],
      children: indices.map { index in
        .element(
          .li, [], entry(version.outline.sections[index]),
          children[index].map { list(of: $0, children) } ?? .empty)
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
