import PlanModel

/// What aligning looks at in a block, with an identifier or without.
struct SourceBlock: Sendable {
  var kind: Block.Kind
  var number: String?
  var text: String

  init(_ block: Block) { (kind, number, text) = (block.kind, block.number, block.text) }
  init(_ block: DraftBlock) { (kind, number, text) = (block.kind, block.number, block.text) }
}

/// One side of an alignment: its blocks as integers, their number marks set aside.
struct ComparedDocument {
  /// One block.
  struct Entry {
    /// The folded words without the number mark, interned.
    var body: Int
    /// The folded number mark, interned; `nil` if the block bears none.
    var mark: Int?
    /// The family of the mark.
    var scheme: NumberMark.Scheme?
    /// The level of a heading; 0 for anything else.
    var level: Int
    /// The length of the source's text in scalars and one, as the weight of a block in a chain.
    var weight: Int
    /// The length of the folded body in scalars.
    var length: Int
  }

  /// The blocks in their order.
  private(set) var entries: [Entry]

  /// How many blocks there are.
  var count: Int { entries.count }

  /// Reads the blocks of one side.
  init(_ blocks: [SourceBlock], bodies: inout TextInterner, _ sharing: WorkSharing) {
    entries = []
    entries.reserveCapacity(blocks.count)
    let stretches = sharing.map(blocks.indices, by: 4_096) { FoldedBlocks(blocks[$0]) }
    for stretch in stretches {
      let text = bodies.keep(stretch.scalars)
      for block in stretch.blocks {
        let mark = block.mark.map { bodies.intern($0, of: text) }
        entries.append(
          Entry(
            body: bodies.intern(block.body, of: text), mark: mark, scheme: block.scheme,
            level: block.level, weight: block.weight, length: block.body.count))
      }
    }
  }
}

/// Some blocks, folded, with their number marks set aside.
private struct FoldedBlocks: Sendable {
  struct Folded: Sendable {
    var body: Range<Int>
    var mark: Range<Int>?
    var scheme: NumberMark.Scheme?
    var level: Int
    var weight: Int
  }

  /// The folded marks and bodies, one after the other.
  private(set) var scalars: [Unicode.Scalar] = []
  private(set) var blocks: [Folded] = []

  init(_ source: ArraySlice<SourceBlock>) {
    blocks.reserveCapacity(source.count)
    // No scalar takes less than a byte, and what isn't written to costs nothing.
    scalars.reserveCapacity(source.reduce(0) { $0 + $1.text.utf8.count })
    for block in source { append(block) }
  }

  private mutating func append(_ block: SourceBlock) {
    let source = Array(block.text.unicodeScalars)
    let folded = FoldedText.scalars(of: source)
    var (mark, scheme): (Range<Int>?, NumberMark.Scheme?)
    var start = 0
    if let number = block.number {
      mark = append(FoldedText(number).scalars[...])
      scheme = NumberMark(openingOf: number)?.scheme
    } else if let found = NumberMark(openingOf: source.prefix(40)) {
      // Folding drops and joins spaces, so the mark's end is found anew.
      let printed = FoldedText(found.text).scalars
      mark = append(printed[...])
      scheme = found.scheme
      start = min(printed.count, folded.count)
      while start < folded.count, folded[start] == " " { start += 1 }
    }
    blocks.append(
      Folded(
        body: append(folded[start...]), mark: mark, scheme: scheme,
        level: block.kind.headingLevel ?? 0,
        weight: source.count + (block.number?.unicodeScalars.count ?? 0) + 1))
  }

  private mutating func append(_ run: ArraySlice<Unicode.Scalar>) -> Range<Int> {
    let start = scalars.count
    scalars += run
    return start..<scalars.count
  }
}
