internal import PlanModel

/// Finds the text of a page among menus, teasers and buttons.
///
/// No site is known by name. A line counts for the text if it says something in sentences outside
/// links, or is a row of a table; the text is in the innermost element that holds nearly all of
/// what counts, and grows outward as long as what comes in addition counts too.
struct PageContent {
  private let tree: HTMLTree
  private let lines: [HTMLLine]
  /// The sums of what counts, and of all characters, before each line.
  private var worth: [Int] = [0]
  private var inked: [Int] = [0]

  /// The lines of the text; the rest is around it.
  private(set) var range: Range<Int> = 0..<0
  /// The lines inside ``range`` that are none of the text.
  private(set) var surrounding: Set<Int> = []

  init(_ lines: [HTMLLine], in tree: HTMLTree) {
    self.tree = tree
    self.lines = lines
    for line in lines {
      worth.append(worth[worth.count - 1] + Self.worth(of: line))
      inked.append(inked[inked.count - 1] + line.inked)
    }
    guard let element = innermost() else {
      range = lines.indices
      return
    }
    range = self.lines(of: grown(from: element))
    for index in range where isSurrounding(index) { surrounding.insert(index) }
    while let first = range.first, surrounding.contains(first) { range.removeFirst() }
    while let last = range.last, surrounding.contains(last) { range.removeLast() }
  }

  /// A line's share in the text: its characters outside links, a long line no more than a paragraph.
  private static func worth(of line: HTMLLine) -> Int {
    if line.isSurrounding || PageCatalogue.isField(line) { return 0 }
    let own = line.inked - line.linked
    if line.cells != nil { return min(own, 100) / 2 }
    let isSentence = line.text.contains { "。；！？：".unicodeScalars.contains($0) }
    let isLatinSentence = line.text.count(where: { $0 == " " }) >= 6
    return isSentence || isLatinSentence ? min(own, 400) : own >= 40 ? own / 2 : 0
  }

  private func lines(of element: Int) -> Range<Int> {
    let end = tree.nodes[element].end
    let start = lines.partitioningIndex { $0.node >= element }
    return start..<max(start, lines.partitioningIndex { $0.node >= end })
  }

  private func worth(of element: Int) -> Int {
    let range = lines(of: element)
    return worth[range.upperBound] - worth[range.lowerBound]
  }

  private func innermost() -> Int? {
    guard !tree.nodes.isEmpty, worth[lines.count] > 0 else { return nil }
    var element = 0
    while true {
      let total = worth(of: element)
      let next = tree.children(of: element).first { child in
        HTMLElement.containers.contains(tree.nodes[child].name)
          && worth(of: child) * 100 >= total * 75
      }
      guard let next else { return element }
      element = next
    }
  }

  private func grown(from element: Int) -> Int {
    var element = element
    while tree.nodes[element].parent >= 0 {
      let parent = tree.nodes[element].parent
      let inside = lines(of: element)
      let outside = lines(of: parent)
      let added =
        inked[outside.upperBound] - inked[outside.lowerBound]
        - inked[inside.upperBound] + inked[inside.lowerBound]
      let gain = worth(of: parent) - worth(of: element)
      guard gain * 2 >= added else { break }
      element = parent
    }
    return element
  }

  /// Whether a line inside the text's element is none of it: it is hidden or a menu, a bundle of
  /// links, or a button of the page.
  private func isSurrounding(_ index: Int) -> Bool {
    let line = lines[index]
    if line.isSurrounding { return true }
    if PageFurniture.isMadeOfWords(line) { return true }
    let isAtEdge = index < range.lowerBound + 8 || index >= range.upperBound - 8
    if isAtEdge, PageFurniture.isLabelled(line) || PageCatalogue.isField(line) { return true }
    guard isLinks(line) else { return false }
    // `▼M5` in a consolidated text leads to the act that changed what follows.
    if line.inked <= 6, line.text.contains(where: Self.isArrow) { return true }
    let isBundle =
      index > range.lowerBound && isLinks(lines[index - 1])
      || index + 1 < range.upperBound && isLinks(lines[index + 1])
    return isBundle && !PageFurniture.isAttachment(line)
  }

  private static func isArrow(_ scalar: Unicode.Scalar) -> Bool {
    (0x2190...0x21FF).contains(scalar.value) || (0x25B2...0x25C5).contains(scalar.value)
  }

  private func isLinks(_ line: HTMLLine) -> Bool {
    line.linked * 10 >= line.inked * 8 && line.cells == nil
      && !line.text.contains { "。；".unicodeScalars.contains($0) }
  }
}
