internal import PlanModel

extension PlanDraft {
  /// Takes the heading over everything for the plan's title: the chapters are those below it.
  ///
  /// It is the first block, bears no number, and stands alone on its level; where chapters stand on
  /// the same level they all bear numbers. In a text without marked headings it is a first line in
  /// bold.
  mutating func takeTitle() {
    guard blocks.count > 1, let first = blocks.first,
      !first.isNumbered
    else { return }
    let others = blocks.dropFirst().compactMap(\.kind.headingLevel)
    guard let level = first.kind.headingLevel else {
      if others.isEmpty, first.isBoldLine { take(first) }
      return
    }
    if let title = metadata.title {
      if title == first.text { take(first, above: others.min()) }
      return
    }
    let isAlone = others.allSatisfy { $0 > level }
    let areNumbered = blocks.dropFirst().allSatisfy { block in
      block.kind.headingLevel.map { $0 > level } ?? true || block.isNumbered
    }
    if isAlone || areNumbered { take(first, above: others.min()) }
  }

  /// Moves the first block out of the text; the headings below it begin with level 1.
  private mutating func take(_ title: DraftBlock, above level: Int? = nil) {
    metadata.title = title.heading
    if let source = title.source {
      furniture.insert(Furniture(role: .title, text: title.heading, source: source), at: 0)
    }
    blocks.removeFirst()
    guard let level, level > 1 else { return }
    for index in blocks.indices {
      guard let old = blocks[index].kind.headingLevel else { continue }
      blocks[index].kind = .heading(level: old - level + 1)
    }
  }
}

extension DraftBlock {
  fileprivate var isNumbered: Bool { NumberMark(openingOf: heading) != nil }

  fileprivate var heading: String { number.map { $0 + " " + text } ?? text }

  /// Whether the block is one short line in bold.
  fileprivate var isBoldLine: Bool {
    guard kind == .paragraph, let markup, markup.hasPrefix("**"), markup.hasSuffix("**"),
      !markup.dropFirst(2).dropLast(2).contains("**")
    else { return false }
    let scalars = Array(text.unicodeScalars)
    return scalars.count <= 120 && !Closing.ends(scalars[...])
  }
}
