internal import PlanModel

/// One version of a plan with the notes that have a place in it.
///
/// Every list is in an order that the values alone decide, so that the same notes always make the
/// same pages.
public struct AnnotatedPlan: Sendable {
  /// A note and where it stands in this version.
  public struct PlacedNote: Sendable {
    /// The note.
    public var annotation: Annotation
    /// Where it stands.
    public var placement: Placement
  }

  /// The version.
  public let version: NamedPlan
  /// The notes, in the order of their files; those marked in a later version are left out.
  public let notes: [PlacedNote]

  /// Brings a version together with its notes.
  ///
  /// - Parameters:
  ///   - version: The version.
  ///   - set: The notes.
  ///   - placements: The placements of each note by its index, as
  ///     ``AnnotationSet/placements(of:in:comparisons:sharing:)`` gives them.
  public init(_ version: NamedPlan, notes set: AnnotationSet, placements: [Int: [Placement]]) {
    self.version = version
    notes = set.annotations.indices.compactMap { index in
      placements[index]?.last { $0.version == version.version }
        .map { PlacedNote(annotation: set.annotations[index], placement: $0) }
    }
  }

  /// The notes of one kind.
  public func notes(ofKind kind: String) -> [PlacedNote] {
    notes.filter { $0.annotation.kind == kind }
  }

  /// The notes with one outcome, such as those that a person has to place.
  public func notes(with outcome: Placement.Outcome) -> [PlacedNote] {
    notes.filter { $0.placement.outcome == outcome }
  }

  /// For each block of the plan the notes whose passage touches it, by index in ``notes``; in the
  /// order in which the passages begin, the longer first, and then of the files.
  ///
  /// - Complexity: O(*b* + *n* log *n*) for *b* blocks and *n* notes.
  public func notesByBlock() -> [[Int]] {
    var lists = [[Int]](repeating: [], count: version.plan.blocks.count)
    let placed = notes.indices.compactMap { index in
      notes[index].placement.passage.map { (index: index, passage: $0) }
    }
    let ordered = placed.sorted { left, right in
      if left.passage.start != right.passage.start {
        return left.passage.start < right.passage.start
      }
      if left.passage.end != right.passage.end { return left.passage.end > right.passage.end }
      return left.index < right.index
    }
    for (index, passage) in ordered {
      for block in passage.blocks where lists.indices.contains(block) { lists[block].append(index) }
    }
    return lists
  }
}
