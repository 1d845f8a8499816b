internal import PlanModel

/// Reads a page's lines off its tree, in the order of reading.
struct HTMLLineReader {
  private let tree: HTMLTree
  private(set) var lines: [HTMLLine] = []
  /// Whether cells of tables would have been repeated beyond measure.
  private(set) var cutsTables = false
  /// The marks of notes in a book, which are left out of its text, with the index of their line.
  private(set) var noteMarks: [(line: Int, text: String)] = []
  /// Whether the page is part of a book: then nothing is around its text but menus, and what would be
  /// teasers on a page is boxes and notes.
  private let isBook: Bool
  private var line: HTMLLine
  /// Whether an empty paragraph, or two line breaks, stood behind the last line.
  private var sawGap = false
  private var sawLineBreak = false
  private var open: [State] = [State(end: Int.max)]

  /// What holds inside an open element.
  private struct State {
    var end: Int
    var element = 0
    var table: Int?
    var breaksLines = false
    var isParagraph = false
    var linesBefore = 0
    var isBold = false
    var isLink = false
    var isSurrounding = false
    var isNamedTitle = false
    var isPreformatted = false
    var isRaised = false
    var alignment = HTMLStyle.Alignment.start
    var tag: Int?
    var listDepth = 0
    var isOrdered = false
    /// The number of the next item.
    var next = 1
    var item: (depth: Int, number: String?)?
  }

  init(_ tree: HTMLTree, isBook: Bool = false) {
    self.tree = tree
    self.isBook = isBook
    line = HTMLLine(element: 0, at: 0)
    read(from: 0, to: tree.nodes.count)
  }

  private mutating func read(from start: Int, to end: Int) {
    var index = start
    while index < end {
      closeStates(at: index)
      let node = tree.nodes[index]
      if tree.isToggle(index) {
        index = node.end
      } else if node.name == "#text" {
        append(node, at: index)
        index += 1
      } else if HTMLElement.silent.contains(node.name) {
        index = node.end
      } else if isBook, node.name == "a", tree.isNoteMark(index) {
        noteMarks.append((lines.count, tree.nodes[index..<node.end].map(\.text).joined()))
        index = node.end
      } else if node.name == "br" {
        if line.isEmpty, sawLineBreak { sawGap = true }
        sawLineBreak = true
        finishLine()
        index += 1
      } else if node.name == "table", let table = DataTable(index, in: tree) {
        finishLine()
        append(table)
        index = node.end
      } else {
        enter(index)
        index += 1
      }
    }
    closeStates(at: Int.max - 1)
    finishLine()
  }

  private mutating func closeStates(at index: Int) {
    while let last = open.last, last.end <= index {
      if last.breaksLines {
        finishLine()
        sawLineBreak = false
        if last.isParagraph, last.linesBefore == lines.count { sawGap = true }
      }
      open.removeLast()
      if let state = open.last { restart(state) }
    }
  }

  private mutating func enter(_ index: Int) {
    let node = tree.nodes[index]
    // What aligns a table or a picture says nothing of the text in it.
    let aligns = node.name != "table" && node.name != "img"
    let style = HTMLStyle(
      style: tree.attribute("style", of: index),
      align: aligns ? tree.attribute("align", of: index) : nil)
    var state = open[open.count - 1]
    state.end = node.end
    state.breaksLines = style.breaksLines ?? HTMLElement.breaksLines(node.name)
    if state.breaksLines {
      finishLine()
      sawLineBreak = false
      state.element = index
      state.isParagraph = node.name == "p" || node.name == "div"
      state.linesBefore = lines.count
    }
    if let alignment = style.alignment { state.alignment = alignment }
    if let isBold = style.isBold { state.isBold = isBold }
    if tree.isNamedTitle(index) {
      (state.isNamedTitle, state.isBold, state.alignment) = (true, true, .centre)
    }
    if style.isHidden || isSurrounding(index) { state.isSurrounding = true }
    switch node.name {
    case "b", "strong", "th": state.isBold = true
    case "a": state.isLink = tree.attribute("href", of: index) != nil
    case "table": state.table = index
    case "center": state.alignment = .centre
    case "pre": state.isPreformatted = true
    case "sup": state.isRaised = true
    case "ul", "ol", "dl": openList(index, in: &state)
    case "li": openItem(in: &state)
    default:
      if let level = HTMLElement.headingLevel(node.name) { state.tag = level }
    }
    open.append(state)
    restart(state)
  }

  private func isSurrounding(_ index: Int) -> Bool {
    if isBook
      ? tree.nodes[index].name == "nav" : HTMLElement.surrounding.contains(tree.nodes[index].name)
    {
      return true
    }
    let classes = tree.attribute("class", of: index)?.split(separator: " ") ?? []
    return classes.contains { HTMLElement.hidingClasses.contains(String($0)) }
      || tree.attribute("hidden", of: index) != nil
      || tree.attribute("aria-hidden", of: index) == "true"
      || tree.attribute("role", of: index).map(HTMLElement.surroundingRoles.contains) ?? false
  }

  private func openList(_ index: Int, in state: inout State) {
    state.listDepth += 1
    state.isOrdered = tree.nodes[index].name == "ol"
    state.next = tree.attribute("start", of: index).flatMap { Int($0) } ?? 1
  }

  private mutating func openItem(in state: inout State) {
    let isOrdered = state.isOrdered && (1...99_999).contains(state.next)
    state.item = (max(1, state.listDepth), isOrdered ? "\(state.next)." : nil)
    if open[open.count - 1].next < 99_999 { open[open.count - 1].next += 1 }
  }

  /// An empty line takes the properties of the element that is open now.
  private mutating func restart(_ state: State) {
    guard line.isEmpty else { return }
    line.element = state.element
    line.table = state.table
    line.tag = state.tag
    line.alignment = state.alignment
    line.isNamedTitle = state.isNamedTitle
    line.item = state.item
    line.isSurrounding = state.isSurrounding
  }

  private mutating func append(_ node: HTMLTree.Node, at index: Int) {
    let state = open[open.count - 1]
    if line.isEmpty { restart(state) }
    if state.isPreformatted, node.text.utf8.contains(UInt8(ascii: "\n")) {
      for part in node.text.unicodeScalars.split(separator: "\n", omittingEmptySubsequences: false)
      {
        append(part, state, of: index)
        finishLine()
      }
      return
    }
    append(node.text.unicodeScalars[...], state, of: index)
  }

  private mutating func append(
    _ text: Substring.UnicodeScalarView, _ state: State, of node: Int
  ) {
    let bytes = tree.nodes[node].bytes
    var inked = 0
    if line.isLatinMark, !state.isRaised, text.first.map({ !SourceLine.isSpace($0) }) ?? false {
      // The style sheet sets off a mark that is an element of its own.
      line.text.append(" ")
    }
    for scalar in text {
      let isSpace = scalar == " " || scalar == "\n" || scalar == "\t" || scalar == "\r"
      if isSpace {
        if line.text.last != " " { line.text.append(" ") }
      } else {
        line.text.append(state.isRaised ? scalar.raised : scalar)
        if !SourceLine.isSpace(scalar) { inked += 1 }
      }
    }
    guard inked > 0 else { return }
    sawLineBreak = false
    if line.isEmpty { line.node = node }
    line.bytes = (line.isEmpty ? bytes.lowerBound : line.bytes.lowerBound)..<bytes.upperBound
    line.inked += inked
    if state.isLink { line.linked += inked }
    if state.isBold { line.bold += inked }
  }

  private mutating func finishLine() {
    let state = open.last ?? State(end: 0)
    if !line.isEmpty {
      line.followsGap = sawGap
      sawGap = false
      lines.append(line)
      // Only an item's first line bears its number.
      for index in open.indices where open[index].item?.number != nil {
        open[index].item?.number = nil
      }
    }
    line = HTMLLine(element: state.element, at: 0)
    restart(open.last ?? state)
  }

  private mutating func append(_ table: DataTable) {
    let isSurrounding = open[open.count - 1].isSurrounding
    for row in table.rows {
      var line = HTMLLine(element: row.element, at: 0)
      line.node = row.element
      line.cells = row.cells
      // A row that says only what cells above it say stands where it begins.
      let start = tree.nodes[row.element].bytes.lowerBound
      line.bytes = row.bytes.isEmpty ? start..<start : row.bytes
      line.inked = row.cells.reduce(0) { $0 + $1.count { !SourceLine.isSpace($0) } }
      line.linked = row.linked
      line.isSurrounding = isSurrounding
      if !line.isEmpty { lines.append(line) }
    }
    if table.isCut { cutsTables = true }
  }
}

extension Unicode.Scalar {
  /// The digit set above the line, so that `km<sup>2</sup>` is no number; other characters stay.
  fileprivate var raised: Unicode.Scalar {
    switch self {
    case "1": "\u{B9}"
    case "2": "\u{B2}"
    case "3": "\u{B3}"
    case "0", "4"..."9": Unicode.Scalar(value - 0x30 + 0x2070) ?? self
    default: self
    }
  }
}
