/// A table of an OpenDocument text while it is read.
struct OpenDocumentTable {
  private var table = OfficeTable()
  private var cell: (cell: OfficeTable.Cell, copies: Int)?
  mutating func openRow() { table.rows.append(OfficeTable.Row()) }

  /// Opens a cell.
  ///
  /// - Parameters:
  ///   - attributes: How many columns and rows it covers, and how often it is repeated.
  ///   - room: How many cells more may be covered in the document; what this one takes is taken off.
  mutating func openCell(_ attributes: [String: String], room: inout Int) {
    func number(_ name: String, atMost most: Int) -> Int {
      min(max(attributes[name].flatMap { Int($0) } ?? 1, 1), most)
    }
    let copies = number("number-columns-repeated", atMost: 100)
    var cell = OfficeTable.Cell()
    cell.columns = number("number-columns-spanned", atMost: 100)
    cell.rows = number("number-rows-spanned", atMost: 10_000)
    let covered = copies * cell.columns * cell.rows - 1
    guard covered <= room else {
      self.cell = (OfficeTable.Cell(), 1)
      return
    }
    room -= covered
    self.cell = (cell, copies)
  }

  /// Puts what a cell holds into the row that is open.
  ///
  /// - Returns: Whether there is a row and a cell for it.
  mutating func closeCell(_ parts: [OfficePart]) -> Bool {
    guard let (open, copies) = cell, let row = table.rows.indices.last else { return false }
    var filled = open
    filled.parts = parts
    cell = nil
    table.rows[row].cells += Array(repeating: filled, count: copies)
    return true
  }

  /// The table without the rows that cells of others cover as a whole, which those cover no longer.
  func finished() -> OfficeTable {
    var emptyBefore = [0]
    for row in table.rows {
      emptyBefore.append(emptyBefore[emptyBefore.count - 1] + (row.cells.isEmpty ? 1 : 0))
    }
    var result = table
    for index in result.rows.indices {
      for cell in result.rows[index].cells.indices {
        let rows = result.rows[index].cells[cell].rows
        let end = min(table.rows.count, index + rows)
        result.rows[index].cells[cell].rows = rows - (emptyBefore[end] - emptyBefore[index])
      }
    }
    result.rows.removeAll { $0.cells.isEmpty }
    return result
  }
}
