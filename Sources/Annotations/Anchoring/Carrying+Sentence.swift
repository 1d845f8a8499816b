internal import PlanModel

/// Phrases that went away with their sentence.
extension Carrying {
  /// The placement of a phrase inside its sentence, wherever that has come to.
  ///
  /// A few words stand in many places, but their sentence doesn't: so the sentence is looked for, as
  /// ``found(_:pieces:)`` looks for any passage, and the words in it.
  func placementInSentence(of lost: LostPassage) -> Placement? {
    guard let sentence = sentence(around: lost.passage) else { return nil }
    let whole = LostPassage(sentence, in: oldTexts)
    guard whole.weight > lost.weight, !whole.isShort, let place = onlyCandidate(for: whole) else {
      return nil
    }
    let text = added.scalars[place.range]
    let places = text.indices.filter { text[$0...].starts(with: lost.words) }
    let range: Range<Int>
    var similarity = 1.0
    switch places.count {
    case 1: range = places[0]..<places[0] + lost.words.count
    case 0:
      guard !lost.needsContext,
        let match = ApproximateMatch(of: lost.words[...], in: text)
      else { return nil }
      similarity = match.similarity(toPatternOf: lost.words.count)
      guard similarity >= LostPassage.leastOfSentence else { return nil }
      range = match.range
    default: return ambiguous(places.map { added.passage($0..<$0 + lost.words.count) })
    }
    let differences = PassageValues(of: Array(added.scalars[range]), names: names)
      .differences(from: PassageValues(of: lost.words, names: names))
    let passage = added.passage(range)
    return Placement(
      version: new.version, outcome: .attached, change: .moved,
      needsReview: similarity < Self.surelyKept || !differences.isEmpty,
      confidence: 0.5 + 0.4 * min(place.similarity, similarity), method: "search",
      passage: passage, quote: passage.quote(in: new.plan.blocks),
      reason: differences.isEmpty ? nil : .changed(differences))
  }

  /// The sentence in which a passage inside one block stands, without spaces at its ends.
  private func sentence(around passage: Passage) -> Passage? {
    guard passage.start.block == passage.end.block else { return nil }
    let text = oldTexts[passage.start.block]
    var start = passage.start.offset
    var end = passage.end.offset
    while start > 0, !text.endsSentence(at: start - 1) { start -= 1 }
    if end > start, !text.endsSentence(at: end - 1) {
      while end < text.count, !text.endsSentence(at: end) { end += 1 }
      end = min(end + 1, text.count)
    }
    while start < end, text[start].isSpace { start += 1 }
    return start < end ? Passage(block: passage.start.block, range: start..<end) : nil
  }
}

extension [Unicode.Scalar] {
  /// Whether a sentence ends at a place; a point between letters or digits ends none.
  fileprivate func endsSentence(at index: Int) -> Bool {
    guard self[index].endsSentence else { return false }
    return self[index] != "." || index + 1 == count || self[index + 1].isSpace
  }
}
