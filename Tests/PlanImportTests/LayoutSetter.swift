/// Sets paragraphs as pages, and says where each word stands as poppler does.
struct LayoutSetter {
  struct Style {
    var columns = 1
    var size = 12.0
    /// Characters of a full line.
    var measure = 24
    var linesOnPage = 30
    var head: String?
    var isNumbered = false
    var hasIndent = true
  }

  enum Part {
    case heading(String, size: Double)
    case paragraph(String)
    /// A note under the column.
    case note(String)
    case row([String])
  }

  let style: Style
  private var pages: [[(x: Double, y: Double, size: Double, words: [String])]] = [[]]
  private var column = 0
  private var row = 0
  private var notes: [String] = []

  init(_ parts: [Part], style: Style) {
    self.style = style
    for part in parts {
      switch part {
      case .heading(let text, let size):
        if row > 0 { row += 1 }
        let words = text.split(separator: " ").map(String.init)
        let width = Double(text.count) * size
        let x = (Double(style.measure) * style.size - width) / 2
        place(words, x: style.columns == 1 ? x : 0, size: size)
        row += 1
      case .paragraph(let text):
        var rest = Array(text)[...]
        var isFirst = style.hasIndent
        while !rest.isEmpty {
          var count = min(rest.count, style.measure - (isFirst ? 2 : 0))
          // No line begins with a stop: the character before goes along.
          if count < rest.count, "，。；、".contains(rest[rest.startIndex + count]) { count -= 1 }
          place([String(rest.prefix(count))], x: isFirst ? style.size * 2 : 0, size: style.size)
          rest = rest.dropFirst(count)
          isFirst = false
        }
      case .note(let text): notes.append(text)
      case .row(let cells):
        let y = next()
        for (index, cell) in cells.enumerated() {
          set([cell], x: Double(index) * style.size * 8, y: y, size: style.size)
        }
      }
    }
    endPage()
  }

  private var columnLeft: Double { 60 + Double(column) * (Double(style.measure) + 2) * style.size }

  private mutating func next() -> Double {
    if row >= style.linesOnPage {
      row = 0
      column += 1
      if column == style.columns {
        endPage()
        column = 0
        pages.append([])
      }
    }
    row += 1
    return 80 + Double(row) * style.size * 1.7
  }

  private mutating func place(_ words: [String], x: Double, size: Double) {
    set(words, x: x, y: next(), size: size)
  }

  private mutating func set(_ words: [String], x: Double, y: Double, size: Double) {
    pages[pages.count - 1].append((columnLeft + x, y, size, words))
  }

  private mutating func endPage() {
    let bottom = 80 + Double(style.linesOnPage + 2) * style.size * 1.7
    for (index, note) in notes.enumerated() {
      pages[pages.count - 1].append(
        (columnLeft, bottom + Double(index) * 14, style.size * 0.8, [note]))
    }
    notes = []
    if let head = style.head { pages[pages.count - 1].append((200, 30, 9, [head])) }
    if style.isNumbered {
      pages[pages.count - 1].append((300, height - 30, 9, ["— \(pages.count) —"]))
    }
  }

  private var height: Double { 80 + Double(style.linesOnPage + 8) * style.size * 1.7 + 60 }

  /// The layout in poppler's form.
  var layout: [UInt8] {
    var text = "<html xmlns=\"http://www.w3.org/1999/xhtml\"><body><doc>\n"
    for page in pages {
      text += "<page width=\"900.0\" height=\"\(height)\">\n"
      for line in page {
        text += "<flow><block><line>\n"
        var x = line.x
        for word in line.words {
          let width = word.unicodeScalars.reduce(0.0) { $0 + ($1.isASCII ? 0.5 : 1) * line.size }
          text += "<word xMin=\"\(x)\" yMin=\"\(line.y)\" xMax=\"\(x + width)\" "
          text += "yMax=\"\(line.y + line.size * 1.4)\">\(word)</word>\n"
          x += width + line.size * 0.5
        }
        text += "</line></block></flow>\n"
      }
      text += "</page>\n"
    }
    return Array((text + "</doc></body></html>\n").utf8)
  }
}
