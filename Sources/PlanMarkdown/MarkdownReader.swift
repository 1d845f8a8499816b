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
  /// What is wrong with the document.
  public var diagnostics: [Diagnostic]
  /// The blocks of each piece that was read by itself.
  private var pieces: [[Entry]]

  /// The blocks in the order of reading; O(*n*) in their number.
  public var entries: [Entry] { Array(pieces.joined()) }

  /// Reads a document; whatever is wrong with it becomes a diagnostic.
  ///
  /// - Parameters:
  ///   - markdown: CommonMark, with YAML front matter or without.
  ///   - file: The file's name, for diagnostics.
  ///   - sharing: How the pieces of a long text are read; what comes out is the same in any way.
  /// - Complexity: O(*n*) in the length of the text.
  public init(_ markdown: String, file: String, sharing: WorkSharing = .inTurn) {
    metadata = PlanMetadata()
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
    let texts = MarkdownPieces(body).pieces
    let readers = sharing.map(texts.count) { [lines] index in
      var reader = BlockReader(file: file, linesBefore: lines + texts[index].linesBefore)
      CommonMark.read(texts[index].text) { reader.read($0, depth: 0) }
      return reader
    }
    pieces = readers.map(\.entries)
    diagnostics += readers.flatMap(\.diagnostics)
  }

  /// The document as a draft, its identifiers left aside.
  public var draft: PlanDraft {
    PlanDraft(
      metadata: metadata, blocks: pieces.joined().map(\.draft), diagnostics: diagnostics)
  }

  /// The plan, if every block has an identifier and none has another's.
  ///
  /// - Parameters:
  ///   - file: The file's name, for diagnostics.
  ///   - sharing: How the pieces of a long text are gone through.
  /// - Returns: `nil` for the plan if something is wrong, with all diagnostics.
  public func plan(
    file: String, sharing: WorkSharing = .inTurn
  ) -> (plan: Plan?, diagnostics: [Diagnostic]) {
    let parts = sharing.map(pieces.count) { IdentifiedBlocks(pieces[$0], file: file) }
    var lines: [BlockID: Int] = [:]
    lines.reserveCapacity(parts.reduce(0) { $0 + $1.blocks.count })
    var blocks: [Block] = []
    blocks.reserveCapacity(lines.capacity)
    var faults = diagnostics
    for part in parts {
      faults += part.faults
      for (block, line) in zip(part.blocks, part.lines) {
        if let earlier = lines.updateValue(line, forKey: block.id) {
          faults.append(
            Diagnostic(
              .error, code: "duplicate-identifier",
              "\(block.id) names the block in line \(earlier) too",
              at: FilePlace(file: file, line: line),
              help: "an identifier names one block; give this one another"))
        }
      }
      blocks += part.blocks
    }
    let isSound = !faults.contains { $0.severity == .error }
    return (isSound ? Plan(metadata: metadata, blocks: blocks) : nil, faults)
  }
}

/// The blocks of a piece that have identifiers, and a fault for each that has none.
private struct IdentifiedBlocks: Sendable {
  var blocks: [Block] = []
  /// The first line of each block.
  var lines: [Int] = []
  var faults: [Diagnostic] = []

  init(_ entries: [MarkdownDocument.Entry], file: String) {
    blocks.reserveCapacity(entries.count)
    lines.reserveCapacity(entries.count)
    for entry in entries {
      guard let id = entry.id else {
        faults.append(
          Diagnostic(
            .error, code: "missing-identifier", "the block has no identifier",
            at: FilePlace(file: file, line: entry.line),
            help: "import the text again, or write {: #p-…} on a line of its own behind it"))
        continue
      }
      lines.append(entry.line)
      blocks.append(
        Block(
          id: id, kind: entry.draft.kind, number: entry.draft.number, text: entry.draft.text,
          markup: entry.draft.markup, ancestors: entry.ancestors))
    }
  }
}
