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
      if case .item(let depth) = blocks[index].kind {
        document.children.append(list(from: &index, depth: depth))
      } else {
        document.children.append(blocks[index].node)
        index += 1
      }
    }
    return document
  }

  /// A list of the items from here on that are at least as deep; deeper ones form lists inside.
  private func list(from index: inout Int, depth: Int) -> MarkdownNode {
    let isOrdered = blocks[index].orderedNumber != nil
    var list = MarkdownNode(kind: .list(start: blocks[index].orderedNumber))
    while index < blocks.count, case .item(let level) = blocks[index].kind, level >= depth {
      if level > depth, !list.children.isEmpty {
        let inner = self.list(from: &index, depth: level)
        list.children[list.children.count - 1].children.append(inner)
        continue
      }
      guard (blocks[index].orderedNumber != nil) == isOrdered else { break }
      list.children.append(MarkdownNode(kind: .item, children: [blocks[index].node]))
      index += 1
    }
    return list
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
