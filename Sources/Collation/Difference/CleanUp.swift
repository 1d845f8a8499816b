extension TextDifference {
  /// Joins changes between which nothing stands that is worth reading: two edits around a lone `的`
  /// are one edit.
  ///
  /// A common run goes if it is worth no more than the smaller change beside it; but between two pure
  /// insertions or two pure deletions only if it is next to nothing, since these are separate facts.
  /// The smallest runs go first.
  mutating func joinAcrossTrifles() {
    while true {
      let runs = (0..<max(0, hunks.count - 1)).map { place in
        (
          place: place,
          worth: worth(old: hunks[place].old.upperBound..<hunks[place + 1].old.lowerBound)
        )
      }.sorted { ($0.worth, $0.place) < ($1.worth, $1.place) }
      var isJoined = [Bool](repeating: false, count: hunks.count)
      var isTouched = isJoined
      for run in runs where isTrifle(run.worth, hunks[run.place], hunks[run.place + 1]) {
        // One join at a place in a round, so that the sizes that decide are those that are.
        guard !isTouched[run.place], !isTouched[run.place + 1] else { continue }
        isTouched[run.place] = true
        isTouched[run.place + 1] = true
        isJoined[run.place] = true
      }
      guard isJoined.contains(true) else { return }
      var joined: [Hunk] = []
      for (place, hunk) in hunks.enumerated() {
        if place > 0, isJoined[place - 1], let last = joined.popLast() {
          joined.append(
            Hunk(
              old: last.old.lowerBound..<hunk.old.upperBound,
              new: last.new.lowerBound..<hunk.new.upperBound))
        } else {
          joined.append(hunk)
        }
      }
      hunks = joined
    }
  }

  private func isTrifle(_ worth: Float, _ left: Hunk, _ right: Hunk) -> Bool {
    let isOneSided = left.old.isEmpty && right.old.isEmpty || left.new.isEmpty && right.new.isEmpty
    guard !isOneSided else { return worth <= 1 }
    let smaller = min(size(left), size(right))
    // Two ideographs are a word at most; more must be outweighed.
    return worth <= 2 ? worth <= smaller : worth < 5 && worth <= 0.6 * smaller
  }
}
