internal import PlanModel

/// The text of a version as the hierarchy of the standard: sections in sections, and in them
/// paragraphs, lists and tables.
struct AkomaNtosoBody {
  private let plan: Plan
  private let sections: [Outline.Section]
  private let children: [[Int]]
  private let notes: AkomaNtosoNotes
  private var names = ElementNames()

  init(_ plan: Plan, notes: AkomaNtosoNotes) {
    self.plan = plan
    self.notes = notes
    sections = Outline(of: plan).sections
    var children = Array(repeating: [Int](), count: sections.count)
    for (index, section) in sections.enumerated() {
      if let parent = section.parent { children[parent].append(index) }
    }
    self.children = children
  }

  /// What stands in the body.
  mutating func elements() -> [XMLElement] {
    let roots = sections.indices.filter { sections[$0].parent == nil }
    let start = roots.first.map { sections[$0].blocks.lowerBound } ?? plan.blocks.count
    var elements = blocks(0..<start, in: nil)
    for root in roots { elements.append(element(ofSection: root, in: nil)) }
    return elements
  }

  private mutating func element(ofSection index: Int, in parent: String?) -> XMLElement {
    let section = sections[index]
    let scheme = section.number.flatMap { NumberMark(openingOf: $0)?.scheme }
    let (name, short, label) = ElementNames.element(of: scheme)
    let id = names.name(short, section.path.last.map(String.init), in: parent)
    var attributes = [(name: "eId", value: id)]
    if let heading = section.heading {
      attributes.append((name: "wId", value: plan.blocks[heading].id.rawValue))
    }
    if let label { attributes.append((name: "name", value: label)) }
    var contents: [XMLElement] = []
    if let number = section.number { contents.append(XMLElement("num", text: number)) }
    if let heading = section.heading {
      contents.append(XMLElement("heading", [], marked(heading)))
    }
    let first = section.blocks.lowerBound + (section.heading == nil ? 0 : 1)
    let inner = children[index]
    let end = inner.first.map { sections[$0].blocks.lowerBound } ?? section.blocks.upperBound
    if inner.isEmpty {
      let text = blocks(first..<max(first, end), in: id)
      let isEmpty = text.isEmpty
      contents.append(
        XMLElement(
          "content", [("eId", names.name("content", nil, in: id))],
          isEmpty ? [XMLElement("p")] : text))
    } else {
      if first < end {
        let intro = names.name("intro", nil, in: id)
        contents.append(XMLElement("intro", [("eId", intro)], blocks(first..<end, in: id)))
      }
      for child in inner { contents.append(element(ofSection: child, in: id)) }
    }
    return XMLElement(name, attributes, contents)
  }

  // MARK: - Blocks

  /// Paragraphs, and the runs of items and of rows as lists and tables.
  private mutating func blocks(_ range: Range<Int>, in parent: String?) -> [XMLElement] {
    var elements: [XMLElement] = []
    var index = range.lowerBound
    while index < range.upperBound {
      switch plan.blocks[index].kind {
      case .heading, .paragraph:
        let name = names.name("p", "\(elements.count + 1)", in: parent)
        elements.append(XMLElement("p", identifiers(of: index, as: name), marked(index)))
        index += 1
      case .item(let depth):
        elements.append(list(at: &index, before: range.upperBound, depth: depth, in: parent))
      case .row:
        elements.append(table(at: &index, before: range.upperBound, in: parent))
      }
    }
    return elements
  }

  private mutating func list(
    at index: inout Int, before end: Int, depth: Int, in parent: String?
  ) -> XMLElement {
    let id = names.name("list", "1", in: parent)
    var items: [XMLElement] = []
    var item: String?
    while index < end, case .item(let own) = plan.blocks[index].kind, own >= depth {
      if own > depth, let item {
        let inner = list(at: &index, before: end, depth: own, in: item)
        items[items.count - 1].contents.append(.element(inner))
        continue
      }
      let name = names.name("item", "\(items.count + 1)", in: id)
      item = name
      items.append(
        XMLElement(
          "item", identifiers(of: index, as: name), [XMLElement("p", [], marked(index))]))
      index += 1
    }
    return XMLElement("blockList", [("eId", id)], items)
  }

  private mutating func table(
    at index: inout Int, before end: Int, in parent: String?
  ) -> XMLElement {
    let id = names.name("table", "1", in: parent)
    var rows: [XMLElement] = []
    while index < end, plan.blocks[index].kind == .row {
      let name = names.name("tr", "\(rows.count + 1)", in: id)
      let cells = plan.blocks[index].text.split(separator: " | ", omittingEmptySubsequences: false)
      rows.append(
        XMLElement(
          "tr", identifiers(of: index, as: name),
          cells.map { XMLElement("td", [], [XMLElement("p", text: String($0))]) }))
      index += 1
    }
    return XMLElement("table", [("eId", id)], rows)
  }

  private func identifiers(of block: Int, as name: String) -> [(name: String, value: String)] {
    [(name: "eId", value: name), (name: "wId", value: plan.blocks[block].id.rawValue)]
  }

  /// A block's text with the signs of its notes.
  private func marked(_ block: Int) -> [XMLElement.Content] {
    let calls = notes.calls(in: block)
    guard !calls.isEmpty else {
      let text = plan.blocks[block].text
      return text.isEmpty ? [] : [.text(text)]
    }
    let text = Array(plan.blocks[block].text.unicodeScalars)
    var contents: [XMLElement.Content] = []
    var start = 0
    func piece(_ end: Int) -> XMLElement.Content {
      .text(String(String.UnicodeScalarView(text[start..<end])))
    }
    for call in calls where (start...text.count).contains(call.offset) {
      if start < call.offset { contents.append(piece(call.offset)) }
      contents.append(
        .element(
          XMLElement(
            "noteRef", [("href", "#note_\(call.number)"), ("marker", "\(call.number)")])))
      start = call.offset
    }
    if start < text.count { contents.append(piece(text.count)) }
    return contents
  }
}
