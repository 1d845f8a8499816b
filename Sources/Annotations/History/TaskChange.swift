/// What became of a note between two versions of a plan.
public struct TaskChange: Sendable, Hashable {
  /// What became of it as a whole.
  public enum Fate: String, Sendable, Hashable, CaseIterable {
    /// It was made for the new version and continues nothing.
    case new
    /// Nothing of it is left: its passage is gone and no note continues it.
    case dropped
    /// It goes on, and what it says changed.
    case changed
    /// It goes on, and only the words of the plan changed.
    case wording
    /// It goes on as it was.
    case unchanged
    /// Nobody knows yet: its words stand in several places.
    case unclear
  }

  /// One thing that changed in it.
  public enum Detail: Sendable, Hashable {
    /// Agencies came to a role or left it; by their identifiers, in the order of the notes.
    case agencies(role: String, added: [String], removed: [String])
    /// A time was moved, set or taken away.
    case date(field: String, old: DateExpression?, new: DateExpression?, DateShift)
    /// An amount was changed, set or taken away.
    case quantity(field: String, old: Quantity?, new: Quantity?, AmountShift)
    /// A word of a choice was changed, such as how strongly a task binds.
    case choice(field: String, old: String?, new: String?)
    /// Another field says something else.
    case text(field: String)
    /// The plan's own words changed in what counts, by the tags of the change such as `number`, while
    /// the note still says what it said: a person is to look.
    case passage(tags: [String])
  }

  /// Where a time went.
  public enum DateShift: String, Sendable, Hashable, CaseIterable {
    /// Its last day comes sooner.
    case earlier
    /// Its last day comes later.
    case later
    /// There was none.
    case set
    /// There is none any longer.
    case removed
    /// It ends on the same day, or never, and is of another kind or precision.
    case restated
  }

  /// Where an amount went.
  public enum AmountShift: String, Sendable, Hashable, CaseIterable {
    /// There is more to be reached, or more is allowed.
    case raised
    /// There is less to be reached, or less is allowed.
    case lowered
    /// There was none.
    case set
    /// There is none any longer.
    case removed
    /// It binds in another way, or is of another unit.
    case restated
  }

  /// The note of the old version, by its index; `nil` if it is new.
  public var old: Int?
  /// The note of the new version, by its index: the same one, or the one that continues it; `nil` if
  /// nothing is left.
  public var new: Int?
  /// What became of it.
  public var fate: Fate
  /// What changed in it.
  public var details: [Detail]
}

extension TaskChange.Detail {
  /// What differs between two notes, in the order of their fields.
  static func differences(from old: Annotation, to new: Annotation) -> [TaskChange.Detail] {
    var keys = old.fields.map(\.key)
    keys += new.fields.map(\.key).filter { !keys.contains($0) }
    return keys.compactMap { difference($0, from: old.value($0), to: new.value($0)) }
  }

  private static func difference(
    _ key: String, from old: Annotation.Value?, to new: Annotation.Value?
  ) -> TaskChange.Detail? {
    switch (old, new) {
    case (.agencies?, _), (_, .agencies?):
      let (before, after) = (names(old), names(new))
      let added = after.filter { !before.contains($0) }
      let removed = before.filter { !after.contains($0) }
      return added.isEmpty && removed.isEmpty
        ? nil : .agencies(role: key, added: added, removed: removed)
    case (.date?, _), (_, .date?):
      var (before, after) = (date(old), date(new))
      let shift = TaskChange.DateShift(from: before, to: after)
      before?.words = nil
      after?.words = nil
      return before == after
        ? nil : .date(field: key, old: date(old), new: date(new), shift)
    case (.quantity?, _), (_, .quantity?):
      var (before, after) = (quantity(old), quantity(new))
      let shift = TaskChange.AmountShift(from: before, to: after)
      if before?.value != nil, after?.value != nil {
        before?.words = nil
        after?.words = nil
      }
      return before == after
        ? nil : .quantity(field: key, old: quantity(old), new: quantity(new), shift)
    case (.choice?, _), (_, .choice?):
      let (before, after) = (choice(old), choice(new))
      return before == after ? nil : .choice(field: key, old: before, new: after)
    default: return old == new ? nil : .text(field: key)
    }
  }

  private static func names(_ value: Annotation.Value?) -> [String] {
    guard case .agencies(let references)? = value else { return [] }
    return references.map { $0.agency ?? $0.name }
  }

  private static func date(_ value: Annotation.Value?) -> DateExpression? {
    if case .date(let date)? = value { date } else { nil }
  }

  private static func quantity(_ value: Annotation.Value?) -> Quantity? {
    if case .quantity(let quantity)? = value { quantity } else { nil }
  }

  private static func choice(_ value: Annotation.Value?) -> String? {
    if case .choice(let word)? = value { word } else { nil }
  }
}

extension TaskChange.DateShift {
  init(from old: DateExpression?, to new: DateExpression?) {
    guard let old else {
      self = .set
      return
    }
    guard let new else {
      self = .removed
      return
    }
    switch (old.lastDay, new.lastDay) {
    case (let before?, let after?) where after < before: self = .earlier
    case (let before?, let after?) where before < after: self = .later
    case (nil, _?): self = .set
    case (_?, nil): self = .removed
    default: self = .restated
    }
  }
}

extension TaskChange.AmountShift {
  init(from old: Quantity?, to new: Quantity?) {
    guard let old else {
      self = .set
      return
    }
    guard let new else {
      self = .removed
      return
    }
    guard old.unit == new.unit, old.comparator == new.comparator,
      let before = old.value.flatMap(DecimalText.init),
      let after = new.value.flatMap(DecimalText.init), before != after
    else {
      self = .restated
      return
    }
    self = before < after ? .raised : .lowered
  }
}

/// A decimal number as its digits, so that it is compared exactly.
struct DecimalText: Equatable, Comparable {
  private let isNegative: Bool
  private let whole: String
  private let fraction: String

  init?(_ text: String) {
    let unsigned = text.hasPrefix("-") ? text.dropFirst() : text[...]
    let parts = unsigned.split(separator: ".", omittingEmptySubsequences: false)
    guard (1...2).contains(parts.count),
      parts.allSatisfy({ !$0.isEmpty && $0.utf8.allSatisfy { (0x30...0x39).contains($0) } })
    else { return nil }
    let whole = String(parts[0].drop { $0 == "0" })
    var fraction = parts.count > 1 ? String(parts[1]) : ""
    while fraction.hasSuffix("0") { fraction.removeLast() }
    self.whole = whole
    self.fraction = fraction
    isNegative = text.hasPrefix("-") && !(whole.isEmpty && fraction.isEmpty)
  }

  static func < (left: DecimalText, right: DecimalText) -> Bool {
    if left.isNegative != right.isNegative { return left.isNegative }
    let isSmaller =
      (left.whole.utf8.count, left.whole, left.fraction)
      < (right.whole.utf8.count, right.whole, right.fraction)
    return left.isNegative ? left != right && !isSmaller : isSmaller
  }
}
