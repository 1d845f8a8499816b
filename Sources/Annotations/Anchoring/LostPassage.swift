internal import PlanModel

/// A passage of the old version whose words are looked for, folded, with the words around it.
struct LostPassage {
  /// The passage.
  let passage: Passage
  /// Its folded words; a line feed stands for the end of a block.
  let words: [Unicode.Scalar]
  /// The folded words before it in its first block.
  let before: [Unicode.Scalar]
  /// The folded words behind it in its last block.
  let behind: [Unicode.Scalar]
  /// How much the words tell: an ideograph counts three, anything else one.
  let weight: Int

  /// So many scalars on each side are looked at.
  private static let longestContext = 24

  /// Takes a passage from the texts of the old version's blocks.
  init(_ passage: Passage, in texts: [[Unicode.Scalar]]) {
    self.passage = passage
    var words: [Unicode.Scalar] = []
    for index in passage.blocks {
      let text = texts[index]
      if index > passage.start.block { words.append("\n") }
      words += FreeText.folded(Array(text[passage.range(in: index, length: text.count)]))
    }
    let first = texts[passage.start.block]
    let last = texts[passage.end.block]
    self.words = words
    before =
      FoldedText(
        Array(first[..<min(first.count, passage.start.offset)].suffix(Self.longestContext))
      ).scalars
    behind =
      FoldedText(Array(last.dropFirst(passage.end.offset).prefix(Self.longestContext)))
      .scalars
    weight = Self.weight(of: words)
  }

  /// How much some words tell: an ideograph counts three, anything else one.
  static func weight(of words: some Sequence<Unicode.Scalar>) -> Int {
    words.reduce(0) { $0 + ($1.isUnspaced ? 3 : $1.isWordPart ? 1 : 0) }
  }

  /// How alike a place of a whole sentence must be.
  static let leastOfSentence = 0.7

  /// How alike a place must be to be taken for the passage: the shorter the words, the more.
  ///
  /// Half a Chinese sentence, or two thirds of an English one, is told apart by its words alone; a
  /// term of three characters stands anywhere.
  var leastSimilarity: Double {
    switch weight {
    case 48...: Self.leastOfSentence
    case 30..<48: 0.85
    default: 0.97
    }
  }

  /// Whether the words are fewer than those of a sentence.
  var isShort: Bool { weight < 48 }

  /// Whether the words alone are too few to tell the passage.
  var needsContext: Bool { weight < 30 }
}
