internal import PlanModel

/// Makes the paragraphs of a Word document ready for the grammar of plans.
struct WordComposition {
  private(set) var paragraphs: [FlowParagraph] = []
  /// Whether merged cells would have repeated too much text.
  private(set) var isCut = false
  let spaces: SpaceRule
  private let styles: WordStyles
  private var followsGap = false

  init(_ parts: [WordPart], _ styles: WordStyles) {
    self.styles = styles
    spaces = SpaceRule(for: Self.text(of: parts))
    add(parts)
    var tags: [Int: Int] = [:]
    for paragraph in paragraphs { if let tag = paragraph.tag { tags[tag, default: 0] += 1 } }
    for index in paragraphs.indices {
      paragraphs[index].isOneOfSeveral = paragraphs[index].tag.map { tags[$0] != 1 } ?? false
    }
  }

  private static func text(of parts: [WordPart]) -> [Unicode.Scalar] {
    parts.flatMap { part in
      switch part {
      case .paragraph(let paragraph): paragraph.text
      case .table(let table): table.rows.flatMap { $0.cells.flatMap { text(of: $0.parts) } }
      }
    }
  }

  private mutating func add(_ parts: [WordPart]) {
    for part in parts {
      switch part {
      case .paragraph(let paragraph): add(paragraph)
      case .table(let table): add(table)
      }
    }
  }

  /// Adds a paragraph; where its lines are broken by hand, each line for itself.
  private mutating func add(_ paragraph: WordParagraph) {
    guard !paragraph.isEmpty else {
      followsGap = true
      return
    }
    let chain = styles.chain(from: paragraph.style).map(\.style)
    let alignment = paragraph.alignment ?? chain.lazy.compactMap(\.alignment).first
    var flow = FlowParagraph(text: [])
    let level = paragraph.outlineLevel ?? chain.lazy.compactMap(\.heading).first
    flow.tag = level.flatMap { (0..<9).contains($0) ? min(6, $0 + 1) : nil }
    flow.isCentred = alignment == "center" || chain.first?.name == "title"
    flow.isAtEnd = alignment == "right" || alignment == "end"
    flow.isBold = paragraph.bold == paragraph.inked
    flow.element = paragraph.ordinal
    flow.source = Self.place(paragraph.ordinal...paragraph.ordinal)
    if flow.tag == nil, case .bullet(let depth) = paragraph.mark {
      flow.form = .item(depth: depth, number: nil)
    }
    var number = paragraph.number
    let isEntry = paragraph.namesPage || chain.first?.name.hasPrefix("toc ") ?? false
    let text = isEntry ? paragraph.textWithLeader : paragraph.text
    for line in text.split(separator: "\n") {
      flow.text = spaces.normalized(number + line)
      guard !flow.text.isEmpty, line.contains(where: { !SourceLine.isSpace($0) }) else { continue }
      flow.followsGap = followsGap
      paragraphs.append(flow)
      followsGap = false
      number = []
    }
  }

  /// Adds a table's rows; the cells of one that lays out a page come one after the other.
  private mutating func add(_ table: WordTable) {
    let rows = Self.withoutContinuations(table)
    guard !Self.holdsTable(table),
      let data = DataTable(rows.map { ($0.places.lowerBound, $0.cells) })
    else {
      for row in table.rows { for cell in row.cells { add(cell.parts) } }
      return
    }
    isCut = isCut || data.isCut
    for (row, places) in zip(data.rows, rows.map(\.places)) {
      var flow = FlowParagraph(text: [])
      flow.form = .row
      flow.text = Array(
        row.cells.map(spaces.normalized).joined(separator: " | ".unicodeScalars))
      guard row.cells.contains(where: { !$0.isEmpty }) else { continue }
      flow.element = row.element
      flow.source = Self.place(places)
      paragraphs.append(flow)
    }
    followsGap = false
  }

  private static func place(_ paragraphs: ClosedRange<Int>) -> SourcePlace {
    SourcePlace(lines: paragraphs, bytes: 0..<0)
  }

  private static func holdsTable(_ table: WordTable) -> Bool {
    table.rows.contains { row in
      row.cells.contains { cell in
        cell.parts.contains { if case .table = $0 { true } else { false } }
      }
    }
  }
}

extension WordComposition {
  private typealias Row = (places: ClosedRange<Int>, cells: [DataTable.Cell])

  /// The rows with each cell once, and with how many rows it covers.
  private static func withoutContinuations(_ table: WordTable) -> [Row] {
    var rows: [Row] = []
    // The cell that covers each column so far.
    var open: [Int: (row: Int, cell: Int)] = [:]
    for row in table.rows where !row.isDeleted {
      var cells: [DataTable.Cell] = []
      var places: [Int] = []
      var continued: [(row: Int, cell: Int)] = []
      var column = row.offset
      for _ in 0..<row.offset { cells.append(DataTable.Cell()) }
      for part in row.cells {
        let cell = Self.cell(part, &places)
        if part.goesOn, cell.text.isEmpty, let above = open[column] {
          continued.append(above)
        } else {
          for next in column..<column + cell.columns {
            open[next] = next == column ? (rows.count, cells.count) : nil
          }
          cells.append(cell)
        }
        column += cell.columns
      }
      // A row that has no cell of its own is none.
      guard cells.count > row.offset else { continue }
      // A cell without a paragraph is nothing that a word processor writes.
      let first = places.min() ?? rows.last?.places.upperBound ?? 1
      let last = places.max() ?? first
      for above in continued { rows[above.row].cells[above.cell].rows += 1 }
      rows.append((first...last, cells))
    }
    return rows
  }

  private static func cell(_ part: WordTable.Cell, _ places: inout [Int]) -> DataTable.Cell {
    var cell = DataTable.Cell()
    cell.columns = part.columns
    for case .paragraph(let paragraph) in part.parts {
      places.append(paragraph.ordinal)
      if !cell.text.isEmpty, cell.text.last != " " { cell.text.append(" ") }
      _ = cell.append(paragraph.number)
      _ = cell.append(paragraph.text)
    }
    while cell.text.last == " " { cell.text.removeLast() }
    return cell
  }
}
