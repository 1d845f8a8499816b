internal import PlanModel

/// A table that holds data, its merged cells spread out: a cell that covers several rows or columns
/// says the same in each.
///
/// Tables that lay out a page are none: those with a table inside, with one row or one column, or
/// with a cell as long as an article.
struct DataTable {
  struct Row {
    var element: Int
    var cells: [[Unicode.Scalar]] = []
    var bytes: Range<Int> = 0..<0
    var linked = 0
  }

  struct Cell {
    var text: [Unicode.Scalar] = []
    var columns = 1
    var rows = 1
    var bytes: Range<Int> = 0..<0
    var linked = 0
  }

  private(set) var rows: [Row] = []
  /// Whether cells would have been repeated beyond measure and were not.
  private(set) var isCut = false
  private var repeated = 0

  /// Longer cells make a table a layout.
  private static let longestCell = 1_500
  /// So many characters may be added by repeating merged cells.
  private static let mostRepeated = 200_000
  /// Beyond so many columns no cell is taken to cover several.
  private static let mostColumns = 1_000

  /// Reads a table.
  ///
  /// - Returns: `nil` if the table is a layout.
  init?(_ table: Int, in tree: HTMLTree) {
    let role = tree.attribute("role", of: table)
    guard role != "presentation", role != "none" else { return nil }
    var grid: [(element: Int, cells: [Cell])] = []
    var index = table + 1
    while index < tree.nodes[table].end {
      switch tree.nodes[index].name {
      case "table": return nil
      case "tr": grid.append((index, []))
      case "td", "th":
        if grid.isEmpty { grid.append((index, [])) }
        guard let cell = Self.cell(index, in: tree) else { return nil }
        grid[grid.count - 1].cells.append(cell)
        index = tree.nodes[index].end
        continue
      default: break
      }
      index += 1
    }
    let filled = grid.filter { !$0.cells.isEmpty }
    // A list that is set as a table.
    if filled.allSatisfy({ $0.cells.count == 2 && $0.cells[0].text.isItemMark }) { return nil }
    self.init(filled)
  }

  /// Takes rows of cells that another format's tables have.
  ///
  /// It fails if the table is a layout.
  init?(_ grid: [(element: Int, cells: [Cell])]) {
    guard grid.count >= 2, grid.count(where: { $0.cells.count >= 2 }) * 2 >= grid.count,
      // Where hardly a row has words in two cells the others are margins.
      grid.count(where: { $0.cells.count { !$0.text.isEmpty } >= 2 }) * 3 >= grid.count,
      grid.allSatisfy({ $0.cells.allSatisfy { $0.text.count <= Self.longestCell } })
    else { return nil }
    spread(grid)
  }

  private static func cell(_ index: Int, in tree: HTMLTree) -> Cell? {
    var cell = Cell()
    cell.columns = span("colspan", of: index, in: tree, atMost: 100)
    cell.rows = span("rowspan", of: index, in: tree, atMost: 10_000)
    var next = index + 1
    var linkEnd = 0
    while next < tree.nodes[index].end {
      let node = tree.nodes[next]
      if node.name == "table" { return nil }
      if HTMLElement.silent.contains(node.name) {
        next = node.end
        continue
      }
      if node.name == "a" { linkEnd = node.end }
      if node.name == "#text" {
        let inked = cell.append(node)
        if next < linkEnd { cell.linked += inked }
      } else if node.name == "br" || HTMLElement.breaksLines(node.name) {
        if !cell.text.isEmpty, cell.text.last != " " { cell.text.append(" ") }
      }
      next += 1
    }
    return cell.text.count <= longestCell ? cell : nil
  }

  private static func span(
    _ name: String, of index: Int, in tree: HTMLTree, atMost most: Int
  ) -> Int {
    let digits = tree.attribute(name, of: index)?.prefix(6).prefix { $0.isASCII && $0.isNumber }
    return min(most, max(1, digits.flatMap { Int($0) } ?? 1))
  }

  private mutating func spread(_ grid: [(element: Int, cells: [Cell])]) {
    var above: [(cell: Cell, left: Int)?] = []
    for (element, cells) in grid {
      var row = Row(element: element)
      var waiting = cells[...]
      let reach = above.lastIndex { $0 != nil } ?? -1
      while !waiting.isEmpty || row.cells.count <= reach {
        let column = row.cells.count
        if column < above.count, let (cell, left) = above[column] {
          row.cells.append(repeating(cell))
          above[column] = left > 1 ? (cell, left - 1) : nil
        } else if let cell = waiting.popFirst() {
          row.add(cell)
          // A cell as wide as the table is a group's name, and is said once.
          let columns = cells.count == 1 || column >= Self.mostColumns ? 1 : cell.columns
          for copy in 0..<columns { row.cells.append(copy == 0 ? cell.text : repeating(cell)) }
          guard cell.rows > 1, column < Self.mostColumns else { continue }
          while above.count < column + columns { above.append(nil) }
          for next in column..<column + columns { above[next] = (cell, cell.rows - 1) }
        } else {
          row.cells.append([])
        }
      }
      rows.append(row)
    }
  }

  private mutating func repeating(_ cell: Cell) -> [Unicode.Scalar] {
    repeated += cell.text.count
    if repeated > Self.mostRepeated { isCut = true }
    return isCut ? [] : cell.text
  }
}

extension DataTable.Cell {
  /// Adds a text; a bar is escaped, since it parts the cells.
  fileprivate mutating func append(_ node: HTMLTree.Node) -> Int {
    let inked = append(node.text.unicodeScalars)
    if inked > 0 {
      bytes = (bytes.isEmpty ? node.bytes.lowerBound : bytes.lowerBound)..<node.bytes.upperBound
    }
    return inked
  }

  /// Adds a text.
  ///
  /// - Returns: How many of its characters are no white space.
  mutating func append(_ scalars: some Sequence<Unicode.Scalar>) -> Int {
    var inked = 0
    for scalar in scalars {
      if SourceLine.isSpace(scalar) {
        if !text.isEmpty, text.last != " " { text.append(" ") }
      } else {
        if scalar == "|" { text.append("\\") }
        text.append(scalar)
        inked += 1
      }
    }
    return inked
  }
}

extension DataTable.Row {
  fileprivate mutating func add(_ cell: DataTable.Cell) {
    linked += cell.linked
    guard !cell.bytes.isEmpty else { return }
    bytes = (bytes.isEmpty ? cell.bytes.lowerBound : bytes.lowerBound)..<cell.bytes.upperBound
  }
}
