internal import Collation
internal import PlanModel

extension Comparison.Span {
  /// The places that remain of a change after what both texts have in common inside it is left out:
  /// a change is shown by words and phrases, but a passage may end inside one.
  ///
  /// - Complexity: O(*n*), or O(*n* · *m*) where the old words stand in the new ones whole.
  func narrowed(oldText: [Unicode.Scalar], newText: [Unicode.Scalar]) -> [Comparison.Span] {
    guard !old.isEmpty, !new.isEmpty, old.upperBound <= oldText.count,
      new.upperBound <= newText.count
    else { return [self] }
    let (before, behind) = (oldText[old], newText[new])
    if let place = behind.indices.first(where: { behind[$0...].starts(with: before) }) {
      // What was put in before and behind the old words.
      return [
        (old.lowerBound, new.lowerBound..<place),
        (old.upperBound, place + before.count..<new.upperBound),
      ].filter { !$0.1.isEmpty }.map {
        part($0.0..<$0.0, $0.1)
      }
    }
    let head = zip(before, behind).prefix { $0 == $1 }.count
    let rest = min(before.count, behind.count) - head
    let tail = zip(before.reversed(), behind.reversed()).prefix(rest).prefix { $0 == $1 }.count
    return [
      part(
        old.lowerBound + head..<old.upperBound - tail,
        new.lowerBound + head..<new.upperBound - tail)
    ]
  }

  private func part(_ old: Range<Int>, _ new: Range<Int>) -> Comparison.Span {
    Comparison.Span(old: old, new: new, substance: substance, tags: tags)
  }

  /// The changes inside a change, for a passage that begins or ends there.
  ///
  /// What the old and the new words have in common counts if it is two ideographs or four letters
  /// long: less is an accident.
  ///
  /// - Complexity: As for `EditScript`.
  func parted(oldText: [Unicode.Scalar], newText: [Unicode.Scalar]) -> [Comparison.Span] {
    guard !old.isEmpty, !new.isEmpty, old.upperBound <= oldText.count,
      new.upperBound <= newText.count
    else { return [self] }
    let script = EditScript(from: oldText[old].map(\.value), to: newText[new].map(\.value))
    var parts: [Comparison.Span] = []
    var (place, newPlace) = (0, 0)
    var (start, newStart) = (0, 0)
    func change() -> Comparison.Span {
      part(
        old.lowerBound + start..<old.lowerBound + place,
        new.lowerBound + newStart..<new.lowerBound + newPlace)
    }
    while place < old.count || newPlace < new.count {
      while place < old.count, script.isRemoved[place] { place += 1 }
      while newPlace < new.count, script.isAdded[newPlace] { newPlace += 1 }
      var end = place
      while end < old.count, !script.isRemoved[end], newPlace + end - place < new.count,
        !script.isAdded[newPlace + end - place]
      {
        end += 1
      }
      if Self.tells(oldText[old.lowerBound + place..<old.lowerBound + end]) {
        if place > start || newPlace > newStart { parts.append(change()) }
        (start, newStart) = (end, newPlace + end - place)
      }
      (place, newPlace) = (end, newPlace + end - place)
    }
    if place > start || newPlace > newStart { parts.append(change()) }
    return parts
  }

  private static func tells(_ words: ArraySlice<Unicode.Scalar>) -> Bool {
    words.count >= (words.contains(where: \.isUnspaced) ? 2 : 4)
  }
}
