internal import PlanModel

/// What is done where an element of the text ends.
extension WordBody {
  mutating func close(_ name: String) {
    if skipped > 0 {
      skipped -= 1
      isInSkippedText = false
      return
    }
    path.removeLast()
    switch name {
    case "p": closeParagraph()
    case "r" where path.last != "rPr": _ = runs.popLast()
    case "tbl":
      if let table = tables.popLast() { assembly.put(.table(table)) }
    case "tc": closeCell()
    case "sdt": _ = controls.popLast()
    case "sdtContent":
      guard openContents.last == path.count else { break }
      openContents.removeLast()
      assembly.finishCarried()
      contents += assembly.close()
    case "txbxContent":
      let boxed = assembly.close()
      if let last = paragraphs.indices.last {
        paragraphs[last].content.attached += boxed
      } else {
        boxed.forEach { assembly.put($0) }
      }
    default: break
    }
  }

  private mutating func closeParagraph() {
    guard var paragraph = paragraphs.popLast() else { return }
    paragraph.style = paragraph.style ?? styles.usual
    if !openContents.isEmpty { paragraph.namesPage = true }
    if paragraph.endIsDeleted, paragraphs.isEmpty {
      assembly.carry(paragraph.content)
      return
    }
    paragraph.content.mark = numbering.mark(
      list: paragraph.list, level: paragraph.listLevel, style: paragraph.style)
    assembly.put(paragraph.resolved(styles))
  }

  private mutating func closeCell() {
    assembly.finishCarried()
    let parts = assembly.close()
    guard var cell = cells.popLast() else { return }
    cell.parts = parts
    if let table = tables.indices.last, let row = tables[table].rows.indices.last {
      tables[table].rows[row].cells.append(cell)
    } else {
      parts.forEach { assembly.put($0) }
    }
  }
}
