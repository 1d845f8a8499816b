public import PlanModel

extension PlanDraft {
  /// The draft with the headings that the grammar of plans finds among its paragraphs, each heading
  /// at its level, and with warnings where the numbering has gaps.
  ///
  /// It is for sources whose markup says little or nothing of headings. Where the markup names
  /// headings they stay as they are, and only a short line in bold becomes one more.
  ///
  /// The heading over all others becomes the title.
  ///
  /// - Parameter file: The source's name, for diagnostics.
  /// - Returns: The same words in the same order.
  public func structured(file: String) -> PlanDraft {
    var draft = self
    draft.takeTitle()
    let hasTags = draft.blocks.contains { $0.kind.isHeading }
    if hasTags {
      draft.promoteBoldLines()
    } else {
      draft.decideHeadings(context: [])
    }
    draft.diagnostics += NumberingCheck.diagnostics(of: draft.blocks, file: file)
    return draft
  }

  /// Looks again at each paragraph and at each heading that was found by a weak mark, now that the
  /// whole text is known, and gives all headings their levels.
  ///
  /// - Parameters:
  ///   - context: The forms of the headings above the text's beginning.
  ///   - contents: The table of contents that the text has.
  ///   - lone: The blocks that are headings though they bear no number.
  mutating func decideHeadings(
    context: [HeadingForm], contents: ContentsTable? = nil, lone: Set<Int> = []
  ) {
    let paragraphs = blocks.map(FlowParagraph.init)
    let decision = HeadingDecision(paragraphs, contents: contents)
    let found = decision.headings()
    var headings: [HeadingDecision.Heading?] = []
    headings.reserveCapacity(blocks.count)
    for (index, block) in blocks.enumerated() {
      headings.append(block.hasStrongHeading ? decision.given(index, block) : found[index])
    }
    Self.add(lone, to: &headings)
    var levels = HeadingLevels.levels(
      of: headings.compactMap { $0.map { ($0.form, nil) } }, context: context)[...]
    for index in blocks.indices {
      if let heading = headings[index], let level = levels.popFirst() {
        blocks[index].becomeHeading(heading, level: level)
      } else if blocks[index].kind.isHeading {
        blocks[index].becomeParagraph()
      }
    }
  }

  /// Adds headings without a number to those with one.
  ///
  /// Where a numbered one stands right under one of them, they are the outer ones. What stands before
  /// all numbered ones, such as a preface, is of the outermost form; the rest stands inside.
  private static func add(_ lone: Set<Int>, to headings: inout [HeadingDecision.Heading?]) {
    let lone = lone.filter { headings[$0] == nil }
    guard !lone.isEmpty else { return }
    let outermost = headings.compactMap(\.self).filter { $0.number != nil }
      .min { $0.form.rank < $1.form.rank }?.form
    let first = headings.firstIndex { $0?.number != nil } ?? headings.count
    let areOuter = lone.contains { $0 + 1 < headings.count && headings[$0 + 1]?.number != nil }
    for index in lone {
      let form = areOuter ? .tag(0) : index < first ? outermost ?? .bold : .bold
      headings[index] = HeadingDecision.Heading(form: form)
    }
  }

  private mutating func promoteBoldLines() {
    let paragraphs = blocks.map(FlowParagraph.init)
    let bold = paragraphs.count(where: \.isBold)
    guard bold > 0, bold * 2 <= paragraphs.count else { return }
    let decision = HeadingDecision(paragraphs)
    var above = 0
    for (index, found) in decision.headings().enumerated() {
      if let level = blocks[index].kind.headingLevel {
        above = level
      } else if paragraphs[index].isBold, let found {
        blocks[index].becomeHeading(found, level: min(6, above + 1))
      }
    }
  }
}

extension DraftBlock {
  /// Whether the block is a heading beyond doubt: by 章 or by a mark that stands before nothing else.
  fileprivate var hasStrongHeading: Bool {
    guard kind.isHeading else { return false }
    switch number.flatMap({ NumberMark(openingOf: $0)?.scheme }) {
    case .chineseComma, .chineseParenthesis: return false
    default: return true
    }
  }

  fileprivate mutating func becomeHeading(_ heading: HeadingDecision.Heading, level: Int) {
    if !kind.isHeading, let number = heading.number {
      text = String(scalars: text.unicodeScalars.dropFirst(heading.length))
      self.number = number
    }
    kind = .heading(level: level)
    markup = nil
  }

  fileprivate mutating func becomeParagraph() {
    kind = .paragraph
    text = (number ?? "") + text
    number = nil
  }
}

extension FlowParagraph {
  /// A block as the grammar looks at it.
  fileprivate init(_ block: DraftBlock) {
    let words = block.number.map { $0 + " " + block.text } ?? block.text
    // Both ends of a long paragraph say that it is no heading.
    let isLong = words.utf8.count > 4_000
    self.init(
      text: isLong
        ? words.unicodeScalars.prefix(400) + words.unicodeScalars.suffix(100)
        : Array(words.unicodeScalars))
    source = block.source
    switch block.kind {
    case .heading, .paragraph: form = .paragraph
    case .item(let depth):
      form = .item(depth: depth, number: block.number)
      if !isLong { text = Array(block.text.unicodeScalars) }
    case .row: form = .row
    }
    if let markup = block.markup, markup.utf8.count > 4 {
      let stars = markup.hasPrefix("**") && markup.hasSuffix("**")
      isBold = stars && !markup.dropFirst(2).dropLast(2).contains("**")
    }
  }
}
