public import PlanModel

extension Plan {
  /// The plan as plan.md: front matter, then CommonMark in which each block carries its identifier.
  ///
  /// Reading the text and writing it again gives the same bytes.
  ///
  /// - Complexity: O(*n*) in the length of the text.
  public var markdown: String {
    FrontMatter.text(of: metadata) + CommonMark.render(document)
  }

  private var document: MarkdownNode {
    var document = MarkdownNode(kind: .document)
    var index = 0
    while index < blocks.count {
      if case .item = blocks[index].kind {
        document.children.append(list(from: &index, depth: 1))
      } else {
        document.children.append(blocks[index].node)
        index += 1
      }
    }
    return document
  }

  /// A list of the items from here on that are at least as deep; deeper ones form lists inside, in an
  /// item that holds only a comment if there is none to hold them.
  ///
  /// A list ends where its numbers don't follow one another: Markdown counts on from the first. A
  /// list inside that doesn't begin with 1 would be read as words of the item without a blank line.
  private func list(from index: inout Int, depth: Int) -> MarkdownNode {
    var items: [MarkdownNode] = []
    var start: Int?
    var isTight = true
    var next: Int?
    while index < blocks.count, case .item(let level) = blocks[index].kind, level >= depth {
      if level > depth {
        if items.isEmpty { items.append(.emptyItem) }
        let inner = self.list(from: &index, depth: depth + 1)
        if case .list(let start?, _) = inner.kind, start != 1 { isTight = false }
        items[items.count - 1].children.append(inner)
        continue
      }
      let number = blocks[index].orderedNumber
      if items.isEmpty {
        start = number
      } else if number != next {
        break
      }
      items.append(MarkdownNode(kind: .item, children: [blocks[index].node]))
      next = number.map { $0 + 1 }
      index += 1
    }
    return MarkdownNode(kind: .list(start: start, isTight: isTight), children: items)
  }
}

extension MarkdownNode {
  /// An item that is there for a list inside it.
  fileprivate static var emptyItem: MarkdownNode {
    let comment = MarkdownNode(kind: .html("<!-- -->"))
    return MarkdownNode(
      kind: .item, children: [MarkdownNode(kind: .paragraph, children: [comment])])
  }
}

extension Block {
  /// The number of an item of an ordered list.
  fileprivate var orderedNumber: Int? {
    guard case .item = kind, let number, number.hasSuffix(".") else { return nil }
    return Int(number.dropLast())
  }

  fileprivate var node: MarkdownNode {
    let attributes = AttributeList(id: id, ancestors: ancestors).text
    if let level = kind.headingLevel {
      let words = heading.isEmpty ? "" : heading + " "
      return MarkdownNode(
        kind: .heading(level: level),
        children: [
          MarkdownNode(kind: .text(words.joinedLines)),
          MarkdownNode(kind: .html("{\(attributes)}")),
        ])
    }
    var children = inlines
    if !children.isEmpty { children.append(MarkdownNode(kind: .softBreak)) }
    // As literal HTML, so that nothing in it is escaped.
    children.append(MarkdownNode(kind: .html("{: \(attributes)}")))
    return MarkdownNode(kind: .paragraph, children: children)
  }

  private var inlines: [MarkdownNode] {
    if let markup { return CommonMark.nodes(of: markup).first?.children ?? [] }
    if kind == .row { return [MarkdownNode(kind: .text("| \(text.joinedLines) |"))] }
    let words = orderedNumber == nil && kind != .paragraph && number != nil ? heading : text
    return words.isEmpty ? [] : [MarkdownNode(kind: .text(words.joinedLines))]
  }
}
