internal import PlanModel

/// Makes the paragraphs of a word processor's document ready for the grammar of plans.
struct OfficeComposition {
  private(set) var paragraphs: [FlowParagraph] = []
  /// Whether merged cells would have repeated too much text.
  private(set) var isCut = false
  /// The text of rows that are deleted in marked changes.
  private(set) var removed: [RemovedText] = []
  let spaces: SpaceRule
  private var followsGap = false
  /// The table that is open and only lays out the page, and how many there were.
  private var table: Int?
  private var tables = 0

  init(_ parts: [OfficePart]) {
    spaces = SpaceRule(for: Self.text(of: parts))
    add(parts)
    settleItems()
    paragraphs.markRepeatedTags()
  }

  private static func text(of parts: [OfficePart]) -> [Unicode.Scalar] {
    parts.flatMap { part in
      switch part {
      case .paragraph(let paragraph): paragraph.text
      case .table(let table): table.rows.flatMap { $0.cells.flatMap { text(of: $0.parts) } }
      }
    }
  }

  private mutating func add(_ parts: [OfficePart]) {
    for part in parts {
      switch part {
      case .paragraph(let paragraph): add(paragraph)
      case .table(let table): add(table)
      }
    }
  }

  /// Adds a paragraph; where its lines are broken by hand, each line for itself.
  private mutating func add(_ paragraph: OfficeParagraph) {
    guard !paragraph.isEmpty else {
      followsGap = true
      return
    }
    var flow = FlowParagraph(text: [])
    flow.tag = paragraph.tag
    flow.isCentred = paragraph.isCentred
    flow.isAtEnd = paragraph.isAtEnd
    flow.isBold = paragraph.bold == paragraph.inked
    flow.element = paragraph.ordinal
    flow.table = table
    flow.goesOnInItem = paragraph.goesOnInItem
    flow.source = Self.place(paragraph.ordinal...paragraph.ordinal)
    if flow.tag == nil, case .bullet(let depth) = paragraph.mark {
      flow.form = .item(depth: depth, number: nil)
    }
    var mark = paragraph.mark
    for line in paragraph.words.split(separator: "\n") {
      flow.text = spaces.normalized((mark?.text ?? []) + line)
      guard !flow.text.isEmpty, line.contains(where: { !SourceLine.isSpace($0) }) else { continue }
      flow.item = flow.tag == nil ? mark?.item.map { ($0, $1, spaces.normalized(line)) } : nil
      flow.followsGap = followsGap
      paragraphs.append(flow)
      followsGap = false
      mark = nil
    }
  }

  /// Makes items of the paragraphs with numbers that have an item beside them, or go on; one that stands alone
  /// may be a heading, as its like is where the number was typed.
  private mutating func settleItems() {
    func isListed(_ index: Int) -> Bool {
      guard paragraphs.indices.contains(index), !paragraphs[index].followsGap else { return false }
      if case .item = paragraphs[index].form { return true }
      if paragraphs[index].goesOnInItem { return true }
      return paragraphs[index].item != nil
    }
    let settled = paragraphs.indices.filter { index in
      paragraphs[index].item != nil
        && (isListed(index + 1) || !paragraphs[index].followsGap && isListed(index - 1))
    }
    for index in settled { paragraphs[index].becomeItem() }
  }

  /// Adds a table's rows; the cells of one that lays out a page come one after the other.
  private mutating func add(_ table: OfficeTable) {
    for row in table.rows where row.isDeleted { remove(row) }
    let rows = Self.withoutContinuations(table)
    guard !Self.holdsTable(table),
      let data = DataTable(rows.map { ($0.places.lowerBound, $0.cells) })
    else {
      let around = self.table
      tables += 1
      self.table = tables
      for row in table.rows where !row.isDeleted { for cell in row.cells { add(cell.parts) } }
      self.table = around
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

  static func place(_ paragraphs: ClosedRange<Int>) -> SourcePlace {
    SourcePlace(lines: paragraphs, bytes: 0..<0)
  }

  private mutating func remove(_ row: OfficeTable.Row) {
    for cell in row.cells {
      for case .paragraph(let paragraph) in cell.parts where !paragraph.isEmpty {
        removed.append(
          RemovedText(
            rule: "deleted", text: String(scalars: paragraph.text),
            source: Self.place(paragraph.ordinal...paragraph.ordinal)))
      }
    }
  }

  private static func holdsTable(_ table: OfficeTable) -> Bool {
    table.rows.contains { row in
      row.cells.contains { cell in
        cell.parts.contains { if case .table = $0 { true } else { false } }
      }
    }
  }
}

extension OfficeComposition {
  private typealias Row = (places: ClosedRange<Int>, cells: [DataTable.Cell])

  /// The rows with each cell once, and with how many rows it covers.
  private static func withoutContinuations(_ table: OfficeTable) -> [Row] {
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

  private static func cell(_ part: OfficeTable.Cell, _ places: inout [Int]) -> DataTable.Cell {
    var cell = DataTable.Cell()
    cell.columns = part.columns
    cell.rows = part.rows
    for case .paragraph(let paragraph) in part.parts {
      places.append(paragraph.ordinal)
      if !cell.text.isEmpty, cell.text.last != " " { cell.text.append(" ") }
      _ = cell.append(paragraph.mark?.text ?? [])
      _ = cell.append(paragraph.text)
    }
    while cell.text.last == " " { cell.text.removeLast() }
    return cell
  }
}
