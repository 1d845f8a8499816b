import PlanModel

extension TextDifference {
  /// Widens each replacement to whole words: a common ideograph beside it that holds more firmly to
  /// what was replaced than to what stands on its other side goes with it.
  mutating func takeInBoundNeighbours(_ binding: Binding) {
    for place in hunks.indices where !hunks[place].old.isEmpty && !hunks[place].new.isEmpty {
      let before = place == 0 ? 0 : hunks[place - 1].old.upperBound + 1
      for _ in 0..<Self.mostTaken {
        let hunk = hunks[place]
        guard hunk.old.lowerBound > before, bindsLeft(hunk, binding) else { break }
        hunks[place].old = hunk.old.lowerBound - 1..<hunk.old.upperBound
        hunks[place].new = hunk.new.lowerBound - 1..<hunk.new.upperBound
      }
      let after =
        place + 1 == hunks.count ? oldTokens.count : hunks[place + 1].old.lowerBound - 1
      for _ in 0..<Self.mostTaken {
        let hunk = hunks[place]
        guard hunk.old.upperBound < after, bindsRight(hunk, binding) else { break }
        hunks[place].old = hunk.old.lowerBound..<hunk.old.upperBound + 1
        hunks[place].new = hunk.new.lowerBound..<hunk.new.upperBound + 1
      }
    }
  }

  private static let mostTaken = 2
  /// Pairs that hold together less than this are no words.
  private static let leastStrength: Float = 2

  private func bindsLeft(_ hunk: Hunk, _ binding: Binding) -> Bool {
    let place = hunk.old.lowerBound
    let inside = max(
      strength(oldTokens, oldText, place, binding),
      strength(newTokens, newText, hunk.new.lowerBound, binding))
    return inside > Self.leastStrength
      && inside > strength(oldTokens, oldText, place - 1, binding)
  }

  private func bindsRight(_ hunk: Hunk, _ binding: Binding) -> Bool {
    let place = hunk.old.upperBound
    let inside = max(
      strength(oldTokens, oldText, place, binding),
      strength(newTokens, newText, hunk.new.upperBound, binding))
    return inside > Self.leastStrength
      && inside > strength(oldTokens, oldText, place + 1, binding)
  }

  /// How firmly the tokens on both sides of a place hold together.
  private func strength(
    _ tokens: [Token], _ text: [Unicode.Scalar], _ place: Int, _ binding: Binding
  ) -> Float {
    guard place > 0, place < tokens.count, tokens[place - 1].isSingleIdeograph,
      tokens[place].isSingleIdeograph
    else { return 0 }
    return binding.strength(
      text[tokens[place - 1].range.upperBound - 1], text[tokens[place].range.lowerBound])
  }
}

extension Token {
  /// An ideograph, and not a number of several: `二十万` is whole as it is.
  fileprivate var isSingleIdeograph: Bool { kind == .ideograph && range.count == 1 }
}
