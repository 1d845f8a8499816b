internal import PlanModel

/// Makes the blocks of a draft from paragraphs that the source sets apart: titles that are broken
/// over several lines joined, headings with their levels, a table of contents left out.
struct FlowComposition {
  /// Where the title stands, which a page may print twice.
  private var titles: [Furniture] = []
  /// The lines above the title.
  private var head: [Furniture] = []
  private var contents: [Furniture] = []
  /// What was left out of the text: its head, title and contents table.
  var furniture: [Furniture] { head + titles + contents }
  private(set) var blocks: [DraftBlock] = []
  /// The indices of the blocks that stand in a box.
  private var boxed: Set<Int> = []
  private(set) var metadata = PlanMetadata()
  private(set) var diagnostics: [Diagnostic] = []
  private let file: String
  private let spaces: SpaceRule

  /// Composes paragraphs.
  ///
  /// - Parameters:
  ///   - paragraphs: The paragraphs of the text.
  ///   - given: The lines of a contents table that the markup sets apart.
  ///   - spaces: The rule for white space.
  ///   - file: The source's name, for diagnostics.
  init(
    _ paragraphs: [FlowParagraph], contents given: [FlowParagraph] = [], spaces: SpaceRule,
    file: String
  ) {
    self.file = file
    self.spaces = spaces
    var rest = paragraphs
    takeTitle(from: &rest)
    let checked = takeContents(from: &rest)
    rest = joiningTitles(rest)
    PaperParts.describe(rest, in: &metadata)
    compose(rest, contents: checked)
    if let checked { diagnostics += checked.missing(among: blocks, lines: contents, file: file) }
    diagnostics += ContentsTable.missing(given, among: blocks, file: file)
    contents += given.compactMap { line in
      line.source.map { Furniture(role: .contents, text: line.string, source: $0) }
    }
    diagnostics += NumberingCheck.diagnostics(of: blocks, boxed: boxed, file: file)
  }

  /// Lines at the start of a text that are its title.
  private struct TitleLines {
    var text: String
    var count: Int
    var source: SourcePlace

    var furniture: Furniture { Furniture(role: .title, text: text, source: source) }
  }

  private mutating func compose(_ paragraphs: [FlowParagraph], contents: ContentsTable?) {
    let decision = HeadingDecision(paragraphs, contents: contents)
    let headings = decision.headings()
    // Each paragraph becomes a block.
    boxed = Set(decision.boxed.indices.filter { decision.boxed[$0] })
    var levels = HeadingLevels.levels(of: headings.compactMap { $0.map { ($0.form, $0.tag) } })[...]
    var element: Int?
    for (paragraph, heading) in zip(paragraphs, headings) {
      defer { element = paragraph.element }
      if let heading, let level = levels.popFirst() {
        var paragraph = paragraph
        // An element for headings, such as `h2`, says it itself.
        if heading.tag == nil {
          paragraph.begin(by: heading.number == nil ? .headingType : .headingMark)
        }
        let words = paragraph.text.dropFirst(heading.length)
        blocks.append(
          DraftBlock(
            kind: .heading(level: level), number: heading.number,
            text: String(scalars: words), source: paragraph.source))
        continue
      }
      var paragraph = paragraph
      if paragraph.form == .paragraph, paragraph.element == element {
        paragraph.begin(by: .lineBreak)
      }
      paragraph.becomeItem()
      let kind: Block.Kind
      var number: String?
      switch paragraph.form {
      case .paragraph: kind = .paragraph
      case .item(let depth, let mark): (kind, number) = (.item(depth: depth), mark)
      case .row: kind = .row
      }
      blocks.append(
        DraftBlock(
          kind: kind, number: number, text: paragraph.string, markup: paragraph.markup,
          source: paragraph.source))
    }
  }
}

extension FlowComposition {
  /// The longest line of a title, in characters of Han and of an alphabet.
  private static let longestTitle = (han: 80, alphabet: 240)
  /// So many lines of a page's head may stand above a title that the markup names.
  private static let mostHeadLines = 12
  /// A title is broken over so many lines at most.
  private static let mostTitleLines = 6

  /// Takes the lines before all text that are the plan's title.
  private mutating func takeTitle(from paragraphs: inout [FlowParagraph]) {
    takeHead(from: &paragraphs)
    guard let found = titleLines(of: paragraphs[...]) else { return }
    metadata.title = found.text
    titles = [found.furniture]
    paragraphs.removeFirst(found.count)
    // A page may print it above the text and again in it.
    if let again = titleLines(of: paragraphs[...]), again.text == found.text {
      titles.append(again.furniture)
      paragraphs.removeFirst(again.count)
    }
  }

  /// The lines at the start of some paragraphs that are a title.
  private func titleLines(of paragraphs: ArraySlice<FlowParagraph>) -> TitleLines? {
    var end = paragraphs.startIndex
    while end < min(paragraphs.endIndex, paragraphs.startIndex + Self.mostTitleLines),
      isTitleLine(paragraphs[end]),
      end == paragraphs.startIndex || goesOn(paragraphs[end - 1], paragraphs[end])
    {
      end += 1
    }
    guard end > paragraphs.startIndex, end < paragraphs.endIndex else { return nil }
    let joined = Self.joined(Array(paragraphs[..<end]), spaces)
    let count = end - paragraphs.startIndex
    return joined.source.map { TitleLines(text: joined.string, count: count, source: $0) }
  }

  /// Takes the short lines above a title that the markup names one: the head of the page.
  private mutating func takeHead(from paragraphs: inout [FlowParagraph]) {
    let start = paragraphs.prefix(Self.mostHeadLines).firstIndex {
      ($0.tag == 1 || $0.isNamedTitle) && isTitleLine($0)
    }
    guard let start, start > 0 else { return }
    let isNamed = paragraphs[start].isNamedTitle
    guard paragraphs[..<start].allSatisfy({ isHeadLine($0) || isNamed && isDisclaimer($0) })
    else { return }
    head = paragraphs[..<start].compactMap { line in
      line.source.map { Furniture(role: .masthead, text: line.string, source: $0) }
    }
    paragraphs.removeFirst(start)
  }

  private func isHeadLine(_ paragraph: FlowParagraph) -> Bool {
    paragraph.form == .paragraph && paragraph.tag == nil && paragraph.text.count <= 60
      && !Closing.ends(paragraph.text[...]) && !paragraph.isBold
      && !(NumberMark(openingOf: paragraph.text.prefix(40)).map { isHeadingMark($0.scheme) }
        ?? false)
  }

  /// A sentence above a title that the markup names so speaks of the page.
  private func isDisclaimer(_ paragraph: FlowParagraph) -> Bool {
    paragraph.form == .paragraph && paragraph.tag == nil && paragraph.text.count <= 600
      && NumberMark(openingOf: paragraph.text.prefix(40)) == nil
  }

  private func isTitleLine(_ paragraph: FlowParagraph) -> Bool {
    let text = paragraph.text
    let isSet = paragraph.tag.map { $0 <= 2 } ?? (paragraph.isCentred || paragraph.isBold)
    return paragraph.form == .paragraph && isSet && !paragraph.isOneOfSeveral
      && text.count
        <= (text.first?.isOfAlphabet ?? false ? Self.longestTitle.alphabet : Self.longestTitle.han)
      && !text.contains { "。；".unicodeScalars.contains($0) } && text.first != "（"
      && text.first != "(" && text.last.map { !"：:，".unicodeScalars.contains($0) } ?? false
      && NumberMark(openingOf: text.prefix(40)) == nil
      && !PaperParts.isDocumentNumber(text) && PaperParts.date(text) == nil
      && !ContentsTable.isName(text[...])
  }

  /// Whether a title goes on in the next line: in the same element, or set in the same way with
  /// nothing between.
  private func goesOn(_ line: FlowParagraph, _ next: FlowParagraph) -> Bool {
    if line.element == next.element, line.tag == next.tag { return true }
    return line.tag == nil && next.tag == nil && !next.followsGap && line.isCentred
      && next.isCentred && line.isBold == next.isBold
  }

  /// Joins titles inside the text that are broken over several lines.
  private func joiningTitles(_ paragraphs: [FlowParagraph]) -> [FlowParagraph] {
    var result: [FlowParagraph] = []
    var run = 1
    for paragraph in paragraphs {
      if let last = result.last, run < Self.mostTitleLines, continues(last, paragraph) {
        result[result.count - 1] = Self.joined([last, paragraph], spaces)
        run += 1
      } else {
        result.append(paragraph)
        run = 1
      }
    }
    return result
  }

  private func continues(_ line: FlowParagraph, _ next: FlowParagraph) -> Bool {
    let longest = next.text.first?.isOfAlphabet ?? false ? Self.longestTitle.alphabet : 60
    guard line.form == .paragraph, next.form == .paragraph, next.text.count <= longest,
      !Closing.ends(line.text[...])
    else { return false }
    let nextMark = NumberMark(openingOf: next.text.prefix(40))
    if let mark = NumberMark(openingOf: line.text.prefix(40)), mark.length == line.text.count,
      mark.scheme != .annex || next.isCentred || next.isBold, isHeadingMark(mark.scheme),
      nextMark == nil, !Closing.ends(next.text[...])
    {
      return true
    }
    if line.tag != nil { return line.tag == next.tag && line.element == next.element }
    return nextMark == nil && next.tag == nil && line.isCentred && next.isCentred && line.isBold
      && next.isBold && !next.followsGap && !PaperParts.isDocumentNumber(next.text)
      && PaperParts.date(next.text) == nil
  }

  private func isHeadingMark(_ scheme: NumberMark.Scheme) -> Bool {
    switch scheme {
    case .part, .chapter, .section, .annex, .box: true
    case .article: !spaces.isEastAsian
    default: false
    }
  }

  static func joined(_ paragraphs: [FlowParagraph], _ spaces: SpaceRule) -> FlowParagraph {
    var result = paragraphs[0]
    for next in paragraphs.dropFirst() {
      let rule: LineDecision.Rule = result.isBareMark ? .titleOfMark : .headingGoesOn
      result.text = spaces.normalized(result.text + [" "] + next.text)
      result.isBold = result.isBold && next.isBold
      result.isCentred = result.isCentred || next.isCentred
      if let first = result.source, var last = next.source {
        last.reasons.removeAll { !$0.rule.isJoin }
        last.reasons.insert(.init(line: last.lines.lowerBound, rule: rule), at: 0)
        result.source = first.joined(with: last)
      }
    }
    return result
  }
}

extension FlowComposition {
  /// Takes a table of contents out of the text.
  private mutating func takeContents(from paragraphs: inout [FlowParagraph]) -> ContentsTable? {
    let table = ContentsTable(count: paragraphs.count) { paragraphs[$0].text[...] }
    guard let table else { return nil }
    contents = paragraphs[table.range].compactMap { paragraph in
      paragraph.source.map { Furniture(role: .contents, text: paragraph.string, source: $0) }
    }
    paragraphs.removeSubrange(table.range)
    return table
  }
}
