public import PlanModel

/// A Markdown document read as a plan: plan.md itself, or Markdown from anywhere.
public struct MarkdownDocument: Sendable, Hashable {
  /// A block with the identifier that its attribute list gives, if it has one.
  public struct Entry: Sendable, Hashable {
    /// The block with its lines in the file; its bytes aren't known.
    public var draft: DraftBlock
    /// The identifier.
    public var id: BlockID?
    /// The further ancestors that `data-from` names.
    public var ancestors: [BlockID]
    /// The block's first line in the file, from 1.
    public var line: Int
  }

  /// The front matter.
  public var metadata: PlanMetadata
  /// The blocks in the order of reading.
  public var entries: [Entry]
  /// What is wrong with the document.
  public var diagnostics: [Diagnostic]

  /// Reads a document; whatever is wrong with it becomes a diagnostic.
  ///
  /// - Parameters:
  ///   - markdown: CommonMark, with YAML front matter or without.
  ///   - file: The file's name, for diagnostics.
  ///   - sharing: How the pieces of a long text are read; what comes out is the same in any way.
  /// - Complexity: O(*n*) in the length of the text.
  public init(_ markdown: String, file: String, sharing: WorkSharing = .inTurn) {
    metadata = PlanMetadata()
    entries = []
    diagnostics = []
    var body = markdown[...]
    var lines = 0
    do {
      let parts = try FrontMatter.parse(markdown)
      (metadata, body, lines) = (parts.metadata, parts.body, parts.lines)
    } catch {
      diagnostics.append(
        Diagnostic(
          .error, code: "bad-front-matter", "the front matter \(error.problem)",
          at: FilePlace(file: file, line: error.line)))
    }
    let pieces = MarkdownPieces(body).pieces
    let readers = sharing.map(pieces.count) { [lines] index in
      var reader = BlockReader(file: file, linesBefore: lines + pieces[index].linesBefore)
      CommonMark.read(pieces[index].text) { reader.read($0, depth: 0) }
      return reader
    }
    for reader in readers {
      entries += reader.entries
      diagnostics += reader.diagnostics
    }
  }

  /// The plan, if every block has an identifier and none has another's.
  ///
  /// - Parameter file: The file's name, for diagnostics.
  /// - Returns: `nil` for the plan if something is wrong, with all diagnostics.
  public func plan(file: String) -> (plan: Plan?, diagnostics: [Diagnostic]) {
    var faults = diagnostics
    var lines: [BlockID: Int] = [:]
    var blocks: [Block] = []
    for entry in entries {
      let place = FilePlace(file: file, line: entry.line)
      guard let id = entry.id else {
        faults.append(
          Diagnostic(
            .error, code: "missing-identifier", "the block has no identifier", at: place,
            help: "import the text again, or write {: #p-…} on a line of its own behind it"))
        continue
      }
      if let line = lines.updateValue(entry.line, forKey: id) {
        faults.append(
          Diagnostic(
            .error, code: "duplicate-identifier", "\(id) names the block in line \(line) too",
            at: place, help: "an identifier names one block; give this one another"))
      }
      blocks.append(
        Block(
          id: id, kind: entry.draft.kind, number: entry.draft.number, text: entry.draft.text,
          markup: entry.draft.markup, ancestors: entry.ancestors))
    }
    let isSound = !faults.contains { $0.severity == .error }
    return (isSound ? Plan(metadata: metadata, blocks: blocks) : nil, faults)
  }

  /// The document as a draft, its identifiers left aside.
  public var draft: PlanDraft {
    PlanDraft(metadata: metadata, blocks: entries.map(\.draft), diagnostics: diagnostics)
  }
}

/// Goes through a document's nodes and makes blocks of them.
private struct BlockReader: Sendable {
  let file: String
  let linesBefore: Int
  var entries: [MarkdownDocument.Entry] = []
  var diagnostics: [Diagnostic] = []

  /// Nodes are nested no deeper than ``CommonMark/deepest``, so recursion is bounded.
  mutating func read(_ node: MarkdownNode, depth: Int, mark: String? = nil) {
    switch node.kind {
    case .document, .blockQuote:
      for child in node.children { read(child, depth: depth) }
    case .list(let start, _):
      for (index, item) in node.children.enumerated() {
        read(item, depth: depth + 1, mark: start.map { "\($0 + index)." })
      }
    case .item:
      for (index, child) in node.children.enumerated() {
        read(child, depth: depth, mark: index == 0 ? mark ?? "" : nil)
      }
    case .heading(let level):
      append(node, kind: .heading(level: level), mark: nil)
    case .paragraph:
      if mark == nil, let rows = PipeTable(node)?.rows {
        for row in rows { append(row, kind: .row, mark: nil) }
      } else {
        append(node, kind: mark == nil ? .paragraph : .item(depth: depth), mark: mark)
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
