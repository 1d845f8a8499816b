/// When things are due.
extension AnnotationSet {
  /// A time that a note sets.
  public struct Deadline: Sendable, Hashable {
    /// The note's index.
    public var note: Int
    /// The key of the field.
    public var field: String
    /// The time.
    public var date: DateExpression
  }

  /// The times of all notes: those with an end by their last day, then those without, each in the
  /// order of the notes.
  public func deadlines() -> [Deadline] {
    let all = annotations.enumerated().flatMap { index, annotation in
      annotation.dates.map { Deadline(note: index, field: $0.key, date: $0.date) }
    }
    let ended = all.enumerated().compactMap { place, deadline in
      deadline.date.lastDay.map { (day: $0, place: place, deadline: deadline) }
    }
    return ended.sorted { ($0.day, $0.place) < ($1.day, $1.place) }.map(\.deadline)
      + all.filter { $0.date.lastDay == nil }
  }

  /// The times that are over on a day while what is due wasn't done or dropped by then.
  ///
  /// - Parameter day: The day; it is given, so that no clock decides what a page says.
  /// - Returns: The times in the order of ``deadlines()``.
  public func overdue(on day: CalendarDay) -> [Deadline] {
    deadlines().filter { deadline in
      deadline.date.isOver(on: day) && !annotations[deadline.note].isSettled(on: day)
    }
  }
}

extension Annotation {
  /// What was known of the task on a day: the last entry up to then.
  public func state(on day: CalendarDay) -> StatusEntry? { status.last { $0.day <= day } }

  /// Whether the task was done or dropped by a day.
  public func isSettled(on day: CalendarDay) -> Bool {
    switch state(on: day)?.state {
    case .done, .dropped: true
    case .planned, .underWay, .delayed, nil: false
    }
  }
}

extension AnnotationSet {
  /// A note and those of earlier versions that it continues, the earliest first, by index.
  ///
  /// A circle of notes that continue each other is cut where it would close.
  public func history(of note: Int) -> [Int] {
    guard annotations.indices.contains(note) else { return [] }
    var history = [note]
    while let id = annotations[history[0]].continues,
      let earlier = annotations.firstIndex(where: { $0.id == id }), !history.contains(earlier)
    {
      history.insert(earlier, at: 0)
    }
    return history
  }
}
