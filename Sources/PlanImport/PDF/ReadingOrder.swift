internal import PlanModel

/// Numbers the lines of a file anew, in the order in which they are read: column by column, the notes
/// where they were put, and what runs through all pages where a page begins and ends.
///
/// Poppler's own order goes back and forth in tables and columns.
struct ReadingOrder {
  /// All lines in order; a line's number is its place here, from 1.
  private(set) var lines: [ReadLine] = []
  /// The lines that run through all pages, with their new numbers.
  private(set) var running: [PDFLine] = []
  private let runningByPage: [Int: [PDFLine]]
  private var page = 0

  /// Orders the lines.
  ///
  /// - Parameters:
  ///   - paragraphs: The paragraphs in the order of reading; their lines and reasons are renumbered.
  ///   - running: The lines that run through all pages.
  init(_ paragraphs: inout [PDFParagraphs.Paragraph], running: [PDFLine]) {
    runningByPage = Dictionary(grouping: running, by: \.box.page)
    for index in paragraphs.indices { number(&paragraphs[index]) }
    turn(to: (running.map(\.box.page).max() ?? 0) + 1)
  }

  private mutating func number(_ paragraph: inout PDFParagraphs.Paragraph) {
    var numbers: [Int: Int] = [:]
    if let cells = paragraph.cells {
      var last: PDFLine?
      let renumbered = cells.map { cell in
        cell.map { number($0, besides: &last, &numbers) }
      }
      paragraph.cells = renumbered
      paragraph.lines = renumbered.flatMap(\.self)
    } else {
      var last: PDFLine?
      for index in paragraph.lines.indices {
        last = nil
        paragraph.lines[index] = number(paragraph.lines[index], besides: &last, &numbers)
      }
    }
    for index in paragraph.reasons.indices {
      let line = paragraph.reasons[index].line
      paragraph.reasons[index].line = numbers[line] ?? line
    }
  }

  /// Numbers a line; a cell that stands beside the one before is on that one's line.
  private mutating func number(
    _ line: PDFLine, besides last: inout PDFLine?, _ numbers: inout [Int: Int]
  ) -> PDFLine {
    turn(to: line.box.page)
    let text = String(scalars: line.text)
    if let last, last.box.page == line.box.page, abs(last.middle - line.middle) < line.size * 0.5 {
      lines[lines.count - 1].text += "\t" + text
    } else {
      lines.append(ReadLine(text: text, page: line.box.page))
    }
    var result = line
    result.number = lines.count
    if numbers[line.number] == nil { numbers[line.number] = lines.count }
    last = result
    return result
  }

  /// Adds what runs through the pages up to the head of a page.
  private mutating func turn(to next: Int) {
    while page < next {
      addRunning(isAtTop: false)
      page += 1
      addRunning(isAtTop: true)
    }
  }

  private mutating func addRunning(isAtTop: Bool) {
    guard let lines = runningByPage[page], let highest = lines.map(\.middle).min(),
      let lowest = lines.map(\.middle).max()
    else { return }
    // Heads and feet are far apart; a single row is shown above its page.
    let border = lowest - highest > 200 ? (highest + lowest) / 2 : lowest
    for line in lines where (line.middle <= border) == isAtTop {
      self.lines.append(ReadLine(text: String(scalars: line.text), page: page))
      running.append(line)
      running[running.count - 1].number = self.lines.count
    }
  }
}
