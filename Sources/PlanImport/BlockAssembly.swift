internal import PlanModel

/// Puts lines together to blocks, and keeps account of every character left out.
struct BlockAssembly {
  let source: SourceText
  let spaces: SpaceRule
  /// The ranges of furniture, ascending: they lie between a block's lines and are none of its text.
  let furniture: [Range<Int>]
  private(set) var removed: [RemovedText] = []
  private let lineNumbers: [Int]
  private lazy var words = BrokenWords(source.scalars)

  init(source: SourceText, spaces: SpaceRule, furniture: [Range<Int>]) {
    self.source = source
    self.spaces = spaces
    self.furniture = furniture
    lineNumbers = Self.lineStarts(source)
  }

  /// A block from its lines; for a heading the mark is kept apart.
  mutating func block(
    _ kind: Block.Kind, lines: [SourceLine], heading: RecognizedHeading? = nil
  ) -> DraftBlock? {
    guard let first = lines.first, let last = lines.last else { return nil }
    let range = first.content.lowerBound..<last.content.upperBound
    let place = SourcePlace(lines: first.number...last.number, bytes: source.bytes(range))
    guard let heading else {
      return DraftBlock(
        kind: kind, text: text(of: range, keepsSpaceBehindMark: true), source: place)
    }
    let markEnd = heading.mark.lowerBound + heading.number.unicodeScalars.count
    note(markEnd..<heading.mark.upperBound, rule: "heading-separator", replacement: "")
    var start = heading.mark.upperBound
    while start < range.upperBound, SourceLine.isSpace(source.scalars[start]) { start += 1 }
    note(heading.mark.upperBound..<start, rule: "line-break", replacement: "")
    let title = text(of: start..<range.upperBound, keepsSpaceBehindMark: false)
    return DraftBlock(kind: kind, number: heading.number, text: title, source: place)
  }

  /// A row of a table: its cells, with bars between.
  mutating func row(_ row: TextTable.Row, lines: [SourceLine]) -> DraftBlock {
    let range = lines[0].content.lowerBound..<lines[lines.count - 1].content.upperBound
    let pieces = row.cells.enumerated().flatMap { column, cell in cell.map { (column, range: $0) } }
      .sorted { $0.range.lowerBound < $1.range.lowerBound }
    var last = (column: 0, end: range.lowerBound)
    for (column, piece) in pieces {
      let bars = String(repeating: Self.cellSeparator, count: max(0, column - last.column))
      if last.end < piece.lowerBound {
        note(last.end..<piece.lowerBound, rule: "cell-gap", replacement: bars)
      }
      last = (column, piece.upperBound)
    }
    if last.end < range.upperBound {
      note(last.end..<range.upperBound, rule: "cell-gap", replacement: "")
    }
    let cells = row.cells.map { cell in
      let parts = cell.map { text(of: $0, keepsSpaceBehindMark: false) }
      let words = parts.dropFirst().reduce(parts.first ?? "") { spaces.joined($0, $1) }
      return words.utf8.contains(UInt8(ascii: "|")) ? words.replacing("|", with: "\\|") : words
    }
    return DraftBlock(
      kind: .row, text: cells.joined(separator: Self.cellSeparator),
      source: SourcePlace(
        lines: lines[0].number...lines[lines.count - 1].number, bytes: source.bytes(range)))
  }

  private static let cellSeparator = " | "

  /// The text of a range, by the rule of spaces; what is left out is noted.
  private mutating func text(of range: Range<Int>, keepsSpaceBehindMark: Bool) -> String {
    let pieces = pieces(of: range)
    // Hardly ever does furniture stand inside a paragraph; a long one is not copied for it.
    if pieces.count == 1 {
      return text(source.scalars[pieces[0]], keepsSpaceBehindMark: keepsSpaceBehindMark)
    }
    return text(
      pieces.flatMap { source.scalars[$0] }[...], at: pieces.flatMap(\.self),
      keepsSpaceBehindMark: keepsSpaceBehindMark)
  }

  /// The text of some scalars, with their places where those aren't their indices.
  private mutating func text(
    _ scalars: ArraySlice<Unicode.Scalar>, at places: [Int]? = nil, keepsSpaceBehindMark: Bool
  ) -> String {
    let markEnd = keepsSpaceBehindMark ? articleMarkEnd(scalars) : nil
    // Bytes, since a text of one long line would take four times as much as scalars.
    var result: [UInt8] = []
    result.reserveCapacity(scalars.count)
    var index = scalars.startIndex
    while index < scalars.endIndex {
      guard SourceLine.isSpace(scalars[index]) else {
        result.append(utf8Of: scalars[index])
        index += 1
        continue
      }
      let start = index
      while index < scalars.endIndex, SourceLine.isSpace(scalars[index]) { index += 1 }
      var replacement =
        start == markEnd
        ? String(SpaceRule.separator(scalars[start]))
        : spaces.replacement(for: start..<index, in: scalars)
      if spaces.breaksWord(start..<index, in: scalars) {
        switch words.outcome(scalars[..<(start - 1)], scalars[index...]) {
        case .joined:
          result.removeLast(Unicode.UTF8.width(scalars[start - 1]))
          let hyphen = places?[start - 1] ?? start - 1
          note(hyphen..<hyphen + 1, rule: "hyphen", replacement: "")
        case .kept: break
        case .spaced: replacement = " "
        }
      }
      result.append(contentsOf: replacement.utf8)
      if let places {
        noteParts(of: places[start..<index], replacement: replacement)
      } else if !source.scalars[start..<index].elementsEqual(replacement.unicodeScalars) {
        note(start..<index, replacement: replacement)
      }
    }
    return String(decoding: result, as: UTF8.self)
  }

  /// The parts of a range between pieces of furniture.
  private func pieces(of range: Range<Int>) -> [Range<Int>] {
    var result: [Range<Int>] = []
    var start = range.lowerBound
    var next = furniture.partitioningIndex { $0.upperBound > range.lowerBound }
    while next < furniture.count, furniture[next].lowerBound < range.upperBound {
      result.append(start..<max(start, furniture[next].lowerBound))
      start = furniture[next].upperBound
      next += 1
    }
    result.append(start..<max(start, range.upperBound))
    return result
  }

  /// Notes a run of white space, in pieces where furniture stood inside it.
  private mutating func noteParts(of places: ArraySlice<Int>, replacement: String) {
    var start = places.startIndex
    while start < places.endIndex {
      var end = start + 1
      while end < places.endIndex, places[end] == places[end - 1] + 1 { end += 1 }
      let run = places[start]..<places[end - 1] + 1
      let stands = start == places.startIndex ? replacement : ""
      if source.text(run) != stands { note(run, replacement: stands) }
      start = end
    }
  }

  /// Where the space behind `第一条` begins: it separates mark and text in print too.
  private func articleMarkEnd(_ scalars: ArraySlice<Unicode.Scalar>) -> Int? {
    guard let mark = NumberMark(openingOf: scalars.prefix(40)) else { return nil }
    let length = mark.text.unicodeScalars.count
    return mark.length > length && mark.scheme == .article ? scalars.startIndex + length : nil
  }

  private mutating func note(_ run: Range<Int>, rule: String? = nil, replacement: String) {
    guard !run.isEmpty else { return }
    let breaks = run.count {
      SourceLine.isLineEnd(source.scalars[$0])
        && !(source.scalars[$0] == "\r" && $0 + 1 < source.scalars.count
          && source.scalars[$0 + 1] == "\n")
    }
    let kind = breaks == 0 ? "typesetting-space" : breaks == 1 ? "line-break" : "blank-line"
    removed.append(
      RemovedText(
        rule: breaks == 0 ? rule ?? kind : kind, text: source.text(run), replacement: replacement,
        source: SourcePlace(
          lines: lineNumber(run.lowerBound)...lineNumber(run.upperBound - 1),
          bytes: source.bytes(run))))
  }

  private func lineNumber(_ index: Int) -> Int {
    lineNumbers.partitioningIndex { $0 > index }
  }

  private static func lineStarts(_ source: SourceText) -> [Int] {
    var starts = [0]
    for (index, scalar) in source.scalars.enumerated() where SourceLine.isLineEnd(scalar) {
      let isCRLF =
        scalar == "\r" && index + 1 < source.scalars.count && source.scalars[index + 1] == "\n"
      if !isCRLF { starts.append(index + 1) }
    }
    return starts
  }
}
