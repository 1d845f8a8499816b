internal import PlanModel

/// How the lines of a region are set, and what that says of where a paragraph ends.
struct LineSetting {
  /// The size of running text in the file.
  let size: Double
  /// The usual distance from one line to the next.
  let leading: Double
  private let left: Double
  private let right: Double

  init(_ region: PageRegion, size: Double, leading: Double) {
    self.size = size
    self.leading = leading
    left = Self.edge(region.lines.map { ($0.left, $0.inked) }, within: size * 0.3) ?? region.left
    right =
      Self.edge(region.lines.map { (-$0.right, $0.inked) }, within: size * 0.8).map { -$0 }
      ?? region.right
  }

  /// The outermost place where lines with a good part of the text begin; a few may stick out.
  private static func edge(_ lines: [(place: Double, inked: Int)], within near: Double) -> Double? {
    let lines = lines.sorted { ($0.place, $0.inked) < ($1.place, $1.inked) }
    let enough = lines.reduce(0) { $0 + $1.inked } / 7
    var start = 0
    var inked = 0
    for (index, line) in lines.enumerated() {
      inked += line.inked
      while lines[start].place < line.place - near {
        inked -= lines[start].inked
        start += 1
      }
      if inked > enough, index > start || lines.count < 4 { return lines[start].place }
    }
    return lines.first?.place
  }

  /// How far a line begins right of the edge.
  func indent(_ line: PDFLine) -> Double { line.left - left }

  /// Larger than running text.
  func isLarge(_ line: PDFLine) -> Bool { line.size > size * 1.13 }

  func isCentred(_ line: PDFLine) -> Bool {
    let margins = (line.left - left, right - line.right)
    return min(margins.0, margins.1) > size * 1.5 && abs(margins.0 - margins.1) < size * 1.5
  }

  func isAtEnd(_ line: PDFLine) -> Bool {
    line.left - left > (right - left) * 0.4 && right - line.right < size * 4.5 && !isCentred(line)
  }

  /// Whether the next line's first word had no room in a line.
  func isFull(_ line: PDFLine, before next: PDFLine) -> Bool {
    // Between two words there has to be room for a space too, a quarter of the size at least.
    let parts = [line.text.last, next.text.first]
    let space = parts.contains { $0.map(SpaceRule.isWide) ?? true } ? 0 : size * 0.2
    return line.right + space + next.firstWord > right + size * 0.1
  }

  /// Whether a line begins a paragraph, the line above it being known, and by which rule.
  func gap(between last: PDFLine, and line: PDFLine) -> Gap {
    if ContentsTable.hasLeader(last.text[...]) { return .split(.contentsEntry) }
    if line.size > last.size * 1.13 || last.size > line.size * 1.13 { return .split(.typeSize) }
    let distance = line.middle - last.middle
    let opens = Self.hasMark(line)
    if isLarge(line) {
      if opens { return .split(.headingMark) }
      return distance > line.size * 2.4 || Closing.ends(last.text[...])
        ? .split(.headingEnds) : .join(.headingGoesOn)
    }
    if distance > leading * 1.35 || distance < 0 { return .split(.roomAbove) }
    if isCentred(line), isCentred(last) {
      if opens { return .split(.headingMark) }
      return Self.isBroken(last, line) ? .join(.headingGoesOn) : .split(.headingEnds)
    }
    let isFull = isFull(last, before: line)
    if indent(line) > size * 0.8 {
      let hangs = abs(line.left - last.left) < size * 0.3
      return hangs && isFull && !Closing.ends(last.text[...])
        ? .join(.noRoomForWord) : .split(.indent)
    }
    return isFull ? .join(.noRoomForWord) : .split(.roomForWord)
  }

  /// Whether a line at the top of a column or page goes on with the paragraph that the one before
  /// has at its end.
  func gap(overPageFrom last: PDFLine, in lastSetting: LineSetting, to line: PDFLine) -> Gap {
    if ContentsTable.hasLeader(last.text[...]) { return .split(.contentsEntry) }
    if line.size > last.size * 1.13 || last.size > line.size * 1.13 { return .split(.typeSize) }
    if isLarge(line) || isCentred(line) { return .split(.newColumn) }
    if indent(line) >= size * 0.8 { return .split(.indent) }
    let goesOn =
      lastSetting.isFull(last, before: line)
      && (!Self.hasMark(line) || !Closing.ends(last.text[...]))
    return goesOn ? .join(.pageBreak) : .split(.newColumn)
  }

  private static func hasMark(_ line: PDFLine) -> Bool {
    guard let mark = NumberMark(openingOf: line.text.prefix(40)) else { return false }
    switch mark.scheme {
    case .part, .chapter, .section, .article:
      return mark.length > mark.text.unicodeScalars.count || mark.length == line.text.count
    default: return true
    }
  }

  /// Lines in the middle that are one title: neither ends a sentence, and both are short.
  private static func isBroken(_ last: PDFLine, _ line: PDFLine) -> Bool {
    !Closing.ends(last.text[...]) && PaperParts.date(line.text) == nil
  }
}
