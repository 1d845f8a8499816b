internal import PlanModel

/// Goes through the lines once and makes headings, paragraphs and the title of them.
struct BlockComposition {
  private let lines: [SourceLine]
  private let source: SourceText
  private let text: ObservedLines
  private let headings: [RecognizedHeading?]
  private let tables: [TextTable]
  /// Whether each line is a heading or stands in a table: no line of running text.
  private let isApart: [Bool]
  private let layout: TextLayout
  private let measure: ColumnMeasure
  private let boundaries: BlockBoundaries
  private let file: String
  private let continuesText: Bool
  private var assembly: BlockAssembly

  private(set) var blocks: [DraftBlock] = []
  /// The lines of each block.
  private var spans: [Range<Int>] = []
  /// The blocks that are headings though they bear no number.
  private(set) var loneHeadings: Set<Int> = []
  /// The lines above the text that are the plan's title.
  private(set) var title: Furniture?
  private(set) var diagnostics: [Diagnostic] = []
  /// Why each line of the text was joined or parted.
  private(set) var decisions: [LineDecision] = []
  var removed: [RemovedText] { assembly.removed }

  init(
    _ lines: [SourceLine], in source: SourceText, spaces: SpaceRule, furniture: [Furniture],
    file: String
  ) {
    self.lines = lines
    self.source = source
    self.file = file
    continuesText = furniture.contains { $0.role == .continuedFrom }
    let text = ObservedLines(lines, in: source)
    self.text = text
    let found = TextTables(in: lines, of: source)
    tables = found.tables
    var isRow = [Bool](repeating: false, count: lines.count)
    for table in tables { for line in table.lines { isRow[line] = true } }
    let candidates = lines.indices.map { index in
      text.schemes[index] == nil || isRow[index]
        ? nil
        : HeadingRecognition.heading(
          lines[index], after: index > 0 ? lines[index - 1] : nil, in: source)
    }
    layout = TextLayout(
      of: text, isHeading: zip(candidates, isRow).map { $0 != nil || $1 })
    let sure = zip(candidates, isRow).map { $0.map { !$0.isWeak } ?? $1 }
    headings = WeakHeadings(
      text, layout: layout,
      measure: ColumnMeasure(text: text, isHeading: sure, layout: layout)
    ).confirmed(candidates)
    isApart = zip(headings, isRow).map { $0 != nil || $1 }
    measure = ColumnMeasure(text: text, isHeading: isApart, layout: layout)
    boundaries = BlockBoundaries(text, isHeading: isApart, layout: layout)
    assembly = BlockAssembly(
      source: source, spaces: spaces,
      furniture: furniture.map { source.scalars(at: $0.source.bytes) })
    diagnostics = found.columns.map { columns in
      .columnsReadAcross(
        lines[columns.lowerBound].number...lines[columns.upperBound - 1].number, in: file)
    }
  }

  mutating func compose() {
    var index = takeTitle()
    var waiting = tables[...]
    while index < lines.count {
      if let table = waiting.first, table.lines.lowerBound == index {
        waiting.removeFirst()
        compose(table)
        index = table.lines.upperBound
        continue
      }
      if headings[index] != nil { decide(.headingMark, isJoined: false, nil, at: index) }
      let end = headings[index] == nil ? paragraphEnd(from: index) : headingEnd(from: index)
      // The levels follow when all headings are known.
      let kind: Block.Kind = headings[index] == nil ? .paragraph : .heading(level: 1)
      let block = assembly.block(kind, lines: Array(lines[index..<end]), heading: headings[index])
      if let block {
        blocks.append(block)
        spans.append(index..<end)
      }
      index = end
    }
    findLoneHeadings()
  }

  private mutating func findLoneHeadings() {
    loneHeadings = LoneLines(blocks, spans: spans, text: text, layout: layout).headings
    let numbers = Set(loneHeadings.map { lines[spans[$0].lowerBound].number })
    guard !numbers.isEmpty else { return }
    decisions.removeAll { numbers.contains($0.line) }
    decisions += numbers.map { LineDecision(line: $0, isJoined: false, rule: .standsApart) }
    decisions.sort { $0.line < $1.line }
  }

  private mutating func compose(_ table: TextTable) {
    for row in table.rows {
      decide(.tableRow, isJoined: false, nil, at: row.lines.lowerBound)
      blocks.append(assembly.row(row, lines: Array(lines[row.lines])))
      spans.append(row.lines)
    }
  }

  private mutating func paragraphEnd(from start: Int) -> Int {
    let isUnderHeading = blocks.last?.kind.isHeading ?? false
    var end = start + 1
    while end < lines.count, !isApart[end] {
      let gap = boundaries.gap(after: end - 1, since: start, isUnderHeading: isUnderHeading)
      decide(gap.rule, isJoined: gap.isJoined, gap.doubt, at: end)
      if !gap.isJoined { return end }
      end += 1
    }
    return end
  }

  /// A heading goes on in the next line if that is short, has no closing punctuation, and is not
  /// itself the start of something: print breaks titles in two, and an extractor may put a blank
  /// line between.
  private mutating func headingEnd(from start: Int) -> Int {
    var end = start + 1
    let mark = headings[start]?.mark
    if mark?.upperBound == lines[start].content.upperBound, isTitleOfBareMark(end) {
      decide(.titleOfMark, isJoined: true, nil, at: end)
      end += 1
    }
    while end < lines.count, end - start < 4, headingGoesOn(at: end, from: start) {
      decide(.headingGoesOn, isJoined: true, .headingGoesOn, at: end)
      end += 1
    }
    if end < lines.count, !isApart[end] {
      decide(.headingEnds, isJoined: false, nil, at: end)
    }
    return end
  }

  private func isTitleOfBareMark(_ index: Int) -> Bool {
    guard index < lines.count, !isApart[index] else { return false }
    let line = source.scalars[lines[index].content]
    let isLatin = line.first?.isOfAlphabet ?? false
    return line.count <= (isLatin ? 100 : 40) && !Closing.ends(line)
      && NumberMark(openingOf: line.prefix(40)) == nil
  }

  private func headingGoesOn(at index: Int, from start: Int) -> Bool {
    guard layout.isWrapped, !isApart[index], !lines[index].followsRuling, !text.opensArticle[index],
      !text.opensItem(index)
    else { return false }
    let line = source.scalars[lines[index].content]
    let isLast = index + 1 >= lines.count
    let column = isLast ? layout.columns[index] : measure.column(ahead: index + 1)
    let isSentence = line.contains { "。！？；，".unicodeScalars.contains($0) }
    guard !isSentence, !Closing.ends(line), lines[index].width < column - 3, !endsInComma(line)
    else { return false }
    let blankBehind = isLast || lines[index + 1].blankBefore > 0
    if lines[index].blankBefore > 0 {
      // Over a blank line only a single line goes on, with a blank line behind it too.
      return blankBehind && !isLast && index == start + 1
    }
    // Where first lines stand with their headings, a blank line behind one says nothing.
    return measure.shortness(ofStart: index) ?? 0 >= layout.doubt + 2
      || blankBehind && !layout.detachesFirstLines
  }

  private func endsInComma(_ line: ArraySlice<Unicode.Scalar>) -> Bool {
    line.last.map { "，、,".unicodeScalars.contains($0) } ?? false
  }

  private mutating func decide(
    _ rule: LineDecision.Rule, isJoined: Bool, _ doubt: Doubt?, at index: Int
  ) {
    decisions.append(
      LineDecision(
        line: lines[index].number, isJoined: isJoined, rule: rule,
        isDoubtful: doubt?.isGrave ?? false))
    guard let doubt else { return }
    diagnostics.append(
      doubt.diagnostic(
        at: FilePlace(file: file, line: lines[index].number),
        after: lines[index - 1].number))
  }
}

extension BlockComposition {
  /// Takes the lines before all text as the title: short, without punctuation at their ends, set
  /// off from what follows.
  private mutating func takeTitle() -> Int {
    // A text that goes on from another page has its title there.
    if continuesText { return 0 }
    var end = 0
    while end < lines.count, end < 4, !isApart[end], isTitleLine(end),
      end == 0 || lines[end].blankBefore == 0
    {
      end += 1
    }
    guard end > 0, end < lines.count, isSetOff(end) else { return 0 }
    let block = assembly.block(.heading(level: 1), lines: Array(lines[0..<end]))
    title = block.flatMap { block in
      block.source.map { Furniture(role: .title, text: block.text, source: $0) }
    }
    return end
  }

  private func isTitleLine(_ index: Int) -> Bool {
    let line = source.scalars[lines[index].content]
    let isNotice = line.first == "（" || line.first == "("
    // `1　总则` is the first heading.
    let isNumbered = line.first == "1" && (line.dropFirst().first.map(SourceLine.isSpace) ?? true)
    let longest = line.first?.isOfAlphabet ?? false ? 120 : 50
    return line.count <= longest && !isNotice && !isNumbered && !endsInComma(line)
      && !isSentence(line) && !isField(line)
      && !isDocumentNumber(line)
      && (!layout.isWrapped || lines[index].width < layout.widest - 3)
  }

  private func isSentence(_ line: ArraySlice<Unicode.Scalar>) -> Bool {
    line.contains { "。；！？，".unicodeScalars.contains($0) }
      || line.last.map { "：.;:!?".unicodeScalars.contains($0) } ?? true
  }

  /// `发布时间：2023-04-05`: the line says of the paper what a catalogue says.
  private func isField(_ line: ArraySlice<Unicode.Scalar>) -> Bool {
    guard let colon = line.firstIndex(of: "：") else { return false }
    return colon - line.startIndex <= 8
      || line[colon...].contains { ("0"..."9").contains($0) }
  }

  /// `国发〔2019〕3号`.
  private func isDocumentNumber(_ line: ArraySlice<Unicode.Scalar>) -> Bool {
    line.last == "号" && line.contains { $0 == "〔" || $0 == "[" || $0 == "［" }
  }

  private func isSetOff(_ index: Int) -> Bool {
    let next = source.scalars[lines[index].content]
    return isApart[index] || lines[index].blankBefore > 0 || lines[index].isIndented
      || next.first == "（" || !layout.isWrapped || isDocumentNumber(next)
      || Closing.ends(next) || lines[index].width >= layout.widest - 3.5
  }
}

extension SourceText {
  /// The scalars at some bytes; both ends are ends of scalars.
  func scalars(at bytes: Range<Int>) -> Range<Int> {
    let start = byteOffsets.partitioningIndex { Int($0) >= bytes.lowerBound }
    let end = byteOffsets.partitioningIndex { Int($0) >= bytes.upperBound }
    return start..<end
  }
}
