extension AnnotationSet {
  /// What became of each note between two versions.
  ///
  /// A note of the old version goes on if a note of a later one continues it, directly or through
  /// others, or if it has a place in the new version itself. A note that nothing continues and that
  /// has no place there any longer was dropped.
  ///
  /// - Parameters:
  ///   - old: The name of the old version.
  ///   - new: The name of the new version.
  ///   - versions: The names of all versions, oldest first.
  ///   - placements: The placements of each note by its index, as
  ///     ``placements(of:in:comparisons:sharing:)`` gives them.
  /// - Returns: The changes: those of the old version's notes in the order of the files, then the new
  ///   notes. None if a version isn't there, or the old one isn't older.
  /// - Complexity: O(*n*) in the number of notes, times the length of the longest chain.
  public func changes(
    from old: String, to new: String, versions: [String], placements: [Int: [Placement]]
  ) -> [TaskChange] {
    guard let first = versions.firstIndex(of: old), let last = versions.firstIndex(of: new),
      first < last
    else { return [] }
    let ranks = Dictionary(versions.enumerated().map { ($1, $0) }) { first, _ in first }
    func rank(_ index: Int) -> Int? { ranks[annotations[index].target.version] }
    func placement(_ index: Int, in version: String) -> Placement? {
      placements[index]?.last { $0.version == version }
    }
    let later = annotations.indices.filter { rank($0).map { first < $0 && $0 <= last } ?? false }
    // The notes of later versions by the old one that each goes back to; a note that another of
    // them continues is a step on the way.
    let continued = Set(later.compactMap { annotations[$0].continues })
    var successors: [Int: [Int]] = [:]
    var news: [Int] = []
    for index in later {
      let origin = history(of: index).last { rank($0).map { $0 <= first } ?? false }
      guard !continued.contains(annotations[index].id) else { continue }
      if let origin { successors[origin, default: []].append(index) } else { news.append(index) }
    }
    var changes: [TaskChange] = []
    for index in annotations.indices where rank(index).map({ $0 <= first }) ?? false {
      // A note that had gone before the old version isn't one of its notes.
      guard let before = placement(index, in: old), before.outcome != .orphaned else { continue }
      if let next = successors[index] {
        changes += next.map { change(from: index, to: $0) }
        continue
      }
      // Of two old notes of which one continues the other the later one speaks.
      let isPast = annotations.indices.contains { other in
        annotations[other].continues == annotations[index].id
          && (rank(other).map { $0 <= first } ?? false)
      }
      guard !isPast else { continue }
      let after = placement(index, in: new)
      switch after?.outcome {
      case .attached:
        let isSame = after?.quote == before.quote
        if case .changed(let tags)? = after?.reason, !isSame {
          changes.append(
            TaskChange(old: index, new: index, fate: .changed, details: [.passage(tags: tags)]))
        } else {
          changes.append(
            TaskChange(old: index, new: index, fate: isSame ? .unchanged : .wording, details: []))
        }
      case .ambiguous:
        changes.append(TaskChange(old: index, new: index, fate: .unclear, details: []))
      case .orphaned, nil:
        changes.append(TaskChange(old: index, new: nil, fate: .dropped, details: []))
      }
    }
    return changes
      + news.map { TaskChange(old: nil, new: $0, fate: .new, details: []) }
  }

  private func change(from old: Int, to new: Int) -> TaskChange {
    let (before, after) = (annotations[old], annotations[new])
    let details = TaskChange.Detail.differences(from: before, to: after)
    let isSame = before.target.quote == after.target.quote
    return TaskChange(
      old: old, new: new,
      fate: details.isEmpty ? (isSame ? .unchanged : .wording) : .changed, details: details)
  }

  /// The agencies that a change concerns: those that had a part or have one, by identifier, in the
  /// order of the notes.
  public func agencies(concernedBy change: TaskChange) -> [String] {
    var seen = Set<String>()
    return [change.old, change.new].compactMap(\.self)
      .flatMap { annotations[$0].agencies.compactMap(\.reference.agency) }
      .filter { seen.insert($0).inserted }
  }
}
