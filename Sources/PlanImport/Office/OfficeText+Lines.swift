internal import PlanModel

extension OfficeText {
  /// The paragraphs as they are shown, each at its place among all: what a person sees beside the blocks.
  var readLines: [ReadLine] {
    var lines: [ReadLine] = []
    func add(_ parts: [OfficePart]) {
      for part in parts {
        switch part {
        case .paragraph(let paragraph): add(paragraph)
        case .table(let table):
          for row in table.rows { for cell in row.cells { add(cell.parts) } }
        }
      }
    }
    func add(_ paragraph: OfficeParagraph) {
      guard (1...Self.mostElements).contains(paragraph.ordinal) else { return }
      while lines.count < paragraph.ordinal { lines.append(ReadLine(text: "")) }
      let words = (paragraph.mark?.text ?? []) + paragraph.words
      lines[paragraph.ordinal - 1] = ReadLine(text: String(scalars: words))
    }
    add(parts)
    add(contents)
    add(indexes)
    return lines
  }
}
