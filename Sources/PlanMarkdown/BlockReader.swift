internal import PlanModel

/// Goes through a document's nodes and makes blocks of them.
struct BlockReader: Sendable {
  let file: String
  let linesBefore: Int
  var entries: [MarkdownDocument.Entry] = []
  var diagnostics: [Diagnostic] = []

  /// Nodes are nested no deeper than ``CommonMark/deepest``, so recursion is bounded.
  mutating func read(_ node: MarkdownNode, depth: Int, mark: String? = nil) {
    switch node.kind {
    case .document, .blockQuote:
      for child in blocks(of: node) { read(child, depth: depth) }
    case .list(let start, _):
      for (index, item) in blocks(of: node).enumerated() {
        read(item, depth: depth + 1, mark: start.map { "\($0 + index)." })
      }
    case .item:
      for (index, child) in blocks(of: node).enumerated() {
        read(child, depth: depth, mark: index == 0 ? mark ?? "" : nil)
      }
    case .heading(let level):
      append(node, kind: .heading(level: level), mark: nil)
    case .paragraph:
      if mark == nil, let rows = PipeTable(node)?.rows {
        for row in rows { append(row, kind: .row, mark: nil) }
      } else if mark == nil {
        for part in MarkedLines.parted(node) { append(part, kind: .paragraph, mark: nil) }
      } else {
        append(node, kind: .item(depth: depth), mark: mark)
      }
    case .codeBlock:
      append(node, kind: .paragraph, mark: nil)
    case .htmlBlock where node.isComment:
      break
    case .htmlBlock:
      diagnostics.append(
        Diagnostic(
          .warning, code: "html-left-out", "HTML in Markdown is not read", at: place(node)))
    default:
      break
    }
  }

  private mutating func append(_ node: MarkdownNode, kind: Block.Kind, mark: String?) {
    var node = node
    let attributes = takeAttributes(from: &node, isHeading: kind.isHeading)
    var text = node.plainText.joinedLines.trimmed
    var number = mark.flatMap { $0.isEmpty ? nil : $0 }
    var kind = kind
    if mark == nil, !kind.isHeading, let cells = PipeTable.cells(ofRow: text) {
      (kind, text) = (.row, cells)
    }
    var markup: String?
    if !node.isPlain, !kind.isHeading, kind != .row {
      markup = CommonMark.line(of: node.children, saying: text)
      if markup == nil {
        diagnostics.append(
          Diagnostic(
            .warning, code: "markup-left-out",
            "the block's words are kept; its markup can't be written so that it reads the same",
            at: place(node)))
      }
    }
    if kind.isHeading, let found = NumberMark(openingOf: text) {
      number = found.text
      let words = text.unicodeScalars.dropFirst(found.length)
      text = String(String.UnicodeScalarView(words.drop(while: \.properties.isWhitespace)))
    }
    if text.isEmpty, number == nil, attributes == nil { return }
    entries.append(
      MarkdownDocument.Entry(
        draft: DraftBlock(
          kind: kind, number: number, text: text, markup: markup,
          source: SourcePlace(
            lines: linesBefore + node.line...linesBefore + max(node.line, node.lastLine),
            bytes: 0..<0)),
        id: attributes?.id, ancestors: attributes?.ancestors ?? [],
        line: linesBefore + node.line))
  }

  private func place(_ node: MarkdownNode) -> FilePlace {
    FilePlace(file: file, line: linesBefore + node.line)
  }

  /// Takes the attribute list off the end of a block: the last line of a paragraph, the last braces
  /// of a heading.
  private mutating func takeAttributes(
    from node: inout MarkdownNode, isHeading: Bool
  ) -> AttributeList? {
    guard case .text(let last)? = node.children.last?.kind, last.utf8.contains(UInt8(ascii: "}"))
    else { return nil }
    var start = node.children.count
    while start > 0, case .text = node.children[start - 1].kind { start -= 1 }
    let tail = node.children[start...].map(\.plainText).joined().trimmed
    guard tail.utf8.last == UInt8(ascii: "}"),
      let brace = tail.range(ofLast: "{", isHeading ? "#" : ":")
    else {
      return nil
    }
    let standsAlone = brace.lowerBound == tail.startIndex
    guard isHeading || standsAlone else { return nil }
    let content = tail[
      tail.index(brace.lowerBound, offsetBy: isHeading ? 1 : 2)..<tail.index(before: tail.endIndex)]
    do {
      let attributes = try AttributeList(parsing: content)
      node.children.removeSubrange(start...)
      let rest = String(tail[..<brace.lowerBound]).trimmed
      if !rest.isEmpty { node.children.append(MarkdownNode(kind: .text(rest))) }
      if case .softBreak? = node.children.last?.kind { node.children.removeLast() }
      return attributes
    } catch {
      if case .malformed(let word) = error {
        diagnostics.append(
          Diagnostic(
            .error, code: "bad-attribute-list", "‘\(word)’ is no identifier or lineage",
            at: FilePlace(file: file, line: linesBefore + max(node.line, node.lastLine)),
            help: "write {: #p-… } or {: #p-… data-from=\"p-…\"}"))
      }
      return nil
    }
  }
}

extension String {
  /// From the last place of two ASCII characters to the end.
  fileprivate func range(ofLast first: Unicode.Scalar, _ second: Unicode.Scalar) -> Range<Index>? {
    var following: UInt8 = 0
    for (index, unit) in zip(utf8.indices.reversed(), utf8.reversed()) {
      if unit == UInt8(ascii: first), following == UInt8(ascii: second) { return index..<endIndex }
      following = unit
    }
    return nil
  }
}

extension BlockReader {
  /// The blocks in a node.
  ///
  /// Words that were laid into it from a deeper level than is kept make paragraphs, so that none are
  /// lost, and a person is told.
  private mutating func blocks(of node: MarkdownNode) -> [MarkdownNode] {
    guard node.children.contains(where: \.isInline) else { return node.children }
    if diagnostics.last?.code != "nested-too-deeply" {
      diagnostics.append(
        Diagnostic(
          .warning, code: "nested-too-deeply",
          "lists or quotations are nested so deep that nobody could mean it; their words are kept, "
            + "without the depth", at: place(node)))
    }
    var blocks: [MarkdownNode] = []
    var isGathering = false
    for child in node.children {
      if !child.isInline {
        blocks.append(child)
      } else if isGathering {
        blocks[blocks.count - 1].children.append(child)
      } else {
        blocks.append(
          MarkdownNode(
            kind: .paragraph, children: [child], line: node.line, lastLine: node.line))
      }
      isGathering = child.isInline
    }
    return blocks
  }
}
