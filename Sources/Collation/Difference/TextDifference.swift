/// What differs between two texts, as a person would mark it.
struct TextDifference {
  /// One change: some tokens of the old text and those that stand for them in the new.
  struct Hunk: Equatable {
    var old: Range<Int>
    var new: Range<Int>
  }

  let oldText: [Unicode.Scalar]
  let newText: [Unicode.Scalar]
  let oldTokens: [Token]
  let newTokens: [Token]
  /// The worth of all tokens before a place; one more than there are tokens.
  let oldWorth: [Float]
  let newWorth: [Float]
  /// The changes, ascending; between two of them stands at least one common token.
  var hunks: [Hunk] = []

  /// Compares two texts.
  ///
  /// - Complexity: O(*n*), times the number of differences up to a limit.
  init(
    from oldText: [Unicode.Scalar], to newText: [Unicode.Scalar], _ tokenizer: inout Tokenizer,
    _ binding: Binding
  ) {
    self.oldText = oldText
    self.newText = newText
    oldTokens = tokenizer.tokens(of: oldText)
    newTokens = tokenizer.tokens(of: newText)
    oldWorth = Self.sums(oldTokens)
    newWorth = Self.sums(newTokens)
    hunks = Self.hunks(EditScript(from: oldTokens.map(\.id), to: newTokens.map(\.id)))
    if isReplaced {
      hunks = [Hunk(old: 0..<oldTokens.count, new: 0..<newTokens.count)]
      return
    }
    joinBySliding()
    joinAcrossTrifles()
    slideToBoundaries(binding)
    takeInBoundNeighbours(binding)
    // Whole words may have left next to nothing between two changes.
    joinAcrossTrifles()
  }

  private static func sums(_ tokens: [Token]) -> [Float] {
    var sums: [Float] = [0]
    sums.reserveCapacity(tokens.count + 1)
    var sum: Float = 0
    for token in tokens {
      sum += token.worth
      sums.append(sum)
    }
    return sums
  }

  /// The runs of changed tokens.
  private static func hunks(_ script: EditScript) -> [Hunk] {
    var hunks: [Hunk] = []
    var (old, new) = (0, 0)
    while old < script.isRemoved.count || new < script.isAdded.count {
      let (oldStart, newStart) = (old, new)
      while old < script.isRemoved.count, script.isRemoved[old] { old += 1 }
      while new < script.isAdded.count, script.isAdded[new] { new += 1 }
      if old > oldStart || new > newStart {
        hunks.append(Hunk(old: oldStart..<old, new: newStart..<new))
      } else {
        old += 1
        new += 1
      }
    }
    return hunks
  }

  /// Whether so little is common that words marked in it would only confuse.
  private var isReplaced: Bool {
    let removed = hunks.reduce(0) { $0 + worth(old: $1.old) }
    let added = hunks.reduce(0) { $0 + worth(new: $1.new) }
    guard let oldSum = oldWorth.last, let newSum = newWorth.last else { return false }
    // What is common is held against the shorter text: a long addition replaces nothing.
    let common = max(oldSum - removed, newSum - added)
    return hunks.count > 1 && common < 0.25 * min(oldSum, newSum)
  }

  func worth(old range: Range<Int>) -> Float {
    oldWorth[range.upperBound] - oldWorth[range.lowerBound]
  }
  func worth(new range: Range<Int>) -> Float {
    newWorth[range.upperBound] - newWorth[range.lowerBound]
  }

  /// What a change is worth: the heavier of its sides.
  func size(_ hunk: Hunk) -> Float { max(worth(old: hunk.old), worth(new: hunk.new)) }
}
