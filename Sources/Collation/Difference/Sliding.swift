import PlanModel

extension TextDifference {
  /// Joins an insertion (or deletion) with a neighbouring change that it meets when it is slid: what
  /// stands between them stands behind or before them just as well.
  ///
  /// `建立{+统一的制度。建立+}健全` behind another insertion is one insertion, and then 建立健全 is whole.
  mutating func joinBySliding() {
    var joined: [Hunk] = []
    for hunk in hunks {
      if let last = joined.last, let whole = joinedBySliding(last, hunk) {
        joined[joined.count - 1] = whole
      } else {
        joined.append(hunk)
      }
    }
    hunks = joined
  }

  private func joinedBySliding(_ first: Hunk, _ second: Hunk) -> Hunk? {
    let distance = second.old.lowerBound - first.old.upperBound
    guard distance <= Self.furthest else { return nil }
    if let (tokens, range) = pure(second),
      (1...distance).allSatisfy({
        tokens[range.lowerBound - $0].id == tokens[range.upperBound - $0].id
      })
    {
      return Hunk(
        old: first.old.lowerBound..<second.old.upperBound - distance,
        new: first.new.lowerBound..<second.new.upperBound - distance)
    }
    if let (tokens, range) = pure(first),
      (0..<distance).allSatisfy({
        tokens[range.lowerBound + $0].id == tokens[range.upperBound + $0].id
      })
    {
      return Hunk(
        old: first.old.lowerBound + distance..<second.old.upperBound,
        new: first.new.lowerBound + distance..<second.new.upperBound)
    }
    return nil
  }

  /// The tokens that a hunk only removes or only adds, with its range among them.
  private func pure(_ hunk: Hunk) -> (tokens: [Token], range: Range<Int>)? {
    if hunk.old.isEmpty { return (newTokens, hunk.new) }
    return hunk.new.isEmpty ? (oldTokens, hunk.old) : nil
  }

  /// Moves each pure insertion or deletion to where a person would see it: `{+工作秘密、+}商业秘密` and
  /// not `工作{+秘密、工作+}秘密`.
  mutating func slideToBoundaries(_ binding: Binding) {
    for place in hunks.indices where hunks[place].old.isEmpty != hunks[place].new.isEmpty {
      let isInsertion = hunks[place].old.isEmpty
      let tokens = isInsertion ? newTokens : oldTokens
      let text = isInsertion ? newText : oldText
      let range = isInsertion ? hunks[place].new : hunks[place].old
      let before =
        place == 0
        ? 0 : isInsertion ? hunks[place - 1].new.upperBound : hunks[place - 1].old.upperBound
      let after =
        place + 1 == hunks.count
        ? tokens.count
        : isInsertion ? hunks[place + 1].new.lowerBound : hunks[place + 1].old.lowerBound
      var least = 0
      while range.lowerBound + least > before, least > -Self.furthest,
        tokens[range.lowerBound + least - 1].id == tokens[range.upperBound + least - 1].id
      {
        least -= 1
      }
      var most = 0
      while range.upperBound + most < after, most < Self.furthest,
        tokens[range.lowerBound + most].id == tokens[range.upperBound + most].id
      {
        most += 1
      }
      guard least < most else { continue }
      let boundaries = Boundaries(tokens: tokens, text: text, binding: binding)
      // A change keeps a common token from its neighbours.
      let usable = (least...most).filter {
        (range.lowerBound + $0 > before || place == 0)
          && (range.upperBound + $0 < after || place + 1 == hunks.count)
      }
      let best = usable.max { left, right in
        boundaries.quality(range, left) < boundaries.quality(range, right)
      }
      if let best { slide(place, by: best) }
    }
  }

  /// Far enough for any phrase, and a limit for a text that repeats one character.
  private static let furthest = 200

  private mutating func slide(_ place: Int, by distance: Int) {
    let hunk = hunks[place]
    hunks[place] = Hunk(
      old: hunk.old.lowerBound + distance..<hunk.old.upperBound + distance,
      new: hunk.new.lowerBound + distance..<hunk.new.upperBound + distance)
  }
}

/// How natural it is to cut a text before a token.
private struct Boundaries {
  let tokens: [Token]
  let text: [Unicode.Scalar]
  let binding: Binding

  /// The quality of both ends of a range that is slid.
  func quality(_ range: Range<Int>, _ distance: Int) -> Float {
    quality(before: range.lowerBound + distance) + quality(before: range.upperBound + distance)
  }

  /// Paragraph, sentence, clause, other punctuation or space, loose pair, word: in this order.
  private func quality(before place: Int) -> Float {
    guard place > 0, place < tokens.count else { return 6 }
    let (left, right) = (tokens[place - 1], tokens[place])
    if left.kind == .paragraphBreak || right.kind == .paragraphBreak { return 6 }
    let last = text[left.range.lowerBound].foldedPunctuation
    switch last {
    case "。", "!", "?", ";", ".": return 5
    case ",", "、", ":": return 4
    case "(", "《", "<", "[", "「": return 1.5
    default: break
    }
    if left.kind == .space { return 3 }
    switch text[right.range.lowerBound].foldedPunctuation {
    case "(", "《", "<", "[", "「": return 3
    default: break
    }
    if !left.kind.isWording || !right.kind.isWording { return 2 }
    guard left.kind == .ideograph, right.kind == .ideograph else { return 1 }
    let strength = binding.strength(text[left.range.upperBound - 1], text[right.range.lowerBound])
    return max(0, 1 - strength / 5)
  }
}
