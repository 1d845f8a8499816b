/// Which notes a person asks for; what is `nil` or `false` lets every note through.
public struct NoteFilter: Sendable, Hashable {
  /// The name of their kind.
  public var kind: String?
  /// The identifier of an agency that they name.
  public var agency: String?
  /// The key of a field in which they name agencies; with ``agency``, that one's part.
  public var role: String?
  /// They set a time whose last day lies before this day.
  public var dueBefore: CalendarDay?
  /// They set a time that is over while nothing is settled.
  public var isOverdue = false
  /// What is known of them on the day.
  public var state: Annotation.StatusEntry.State?
  /// A person has to look at their place, or choose one.
  public var needsReview = false

  /// Creates a filter that lets every note through.
  public init() {}

  /// Whether a note is asked for.
  ///
  /// - Parameters:
  ///   - note: The note.
  ///   - placement: Its place in the version that is looked at, if it has one there.
  ///   - day: The day against which times are held; no clock is read here.
  /// - Returns: Whether everything that is asked for is so.
  public func includes(_ note: Annotation, placement: Placement?, on day: CalendarDay) -> Bool {
    if let kind, note.kind != kind { return false }
    if agency != nil || role != nil {
      let isNamed = note.agencies.contains { part in
        (agency == nil || part.reference.agency == agency) && (role == nil || part.role == role)
      }
      guard isNamed else { return false }
    }
    let ends = note.dates.compactMap(\.date.lastDay)
    if let dueBefore, !ends.contains(where: { $0 < dueBefore }) { return false }
    if isOverdue, !note.isOverdue(on: day) { return false }
    if let state, note.state(on: day)?.state != state { return false }
    if needsReview, placement.map({ $0.needsReview || $0.outcome != .attached }) != true {
      return false
    }
    return true
  }
}

extension Annotation {
  /// Whether a time that the note sets is over on a day while the task is neither done nor dropped.
  public func isOverdue(on day: CalendarDay) -> Bool {
    !isSettled(on: day) && dates.contains { $0.date.isOver(on: day) }
  }
}
