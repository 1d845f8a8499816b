import PlanModel

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
  var entries: [Entry]

  /// How many blocks there are.
  var count: Int { entries.count }

  /// Reads the blocks of one side.
  init(_ blocks: [Block], bodies: inout TextInterner) {
    entries = []
    entries.reserveCapacity(blocks.count)
    for block in blocks {
      entries.append(Entry(block.kind, block.number, block.text, bodies: &bodies))
    }
  }

  /// Reads the blocks of a draft.
  init(_ blocks: [DraftBlock], bodies: inout TextInterner) {
    entries = []
    entries.reserveCapacity(blocks.count)
    for block in blocks {
      entries.append(Entry(block.kind, block.number, block.text, bodies: &bodies))
    }
  }
}

extension ComparedDocument.Entry {
  fileprivate init(
    _ kind: Block.Kind, _ number: String?, _ text: String, bodies: inout TextInterner
  ) {
    let source = Array(text.unicodeScalars)
    let folded = FoldedText.scalars(of: source)
    level = kind.headingLevel ?? 0
    weight = source.count + (number?.unicodeScalars.count ?? 0) + 1
    var start = 0
    if let number {
      let printed = FoldedText(number).scalars
      mark = bodies.intern(printed[...])
      scheme = NumberMark(openingOf: number)?.scheme
    } else if let found = NumberMark(openingOf: source.prefix(40)) {
      // Folding drops and joins spaces, so the mark's end is found anew.
      let printed = FoldedText(found.text).scalars
      mark = bodies.intern(printed[...])
      scheme = found.scheme
      start = min(printed.count, folded.count)
      while start < folded.count, folded[start] == " " { start += 1 }
    }
    body = bodies.intern(folded[start...])
    length = folded.count - start
  }
}
