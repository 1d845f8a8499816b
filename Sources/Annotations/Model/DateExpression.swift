/// When something is due, with the precision of the words that say so.
///
/// “到2025年” is a year and not 31 December: it is written `by: "2025"`, and only
/// ``lastDay`` says on which day it is over. Values are written in the Extended Date/Time Format
/// (ISO 8601-2); see ``ExtendedDate``.
public struct DateExpression: Sendable, Hashable {
  /// What sort of time it is.
  public enum Kind: String, Sendable, Hashable, CaseIterable {
    /// To be done by then: `到2025年`, `年底前`.
    case by
    /// To be done within a span: `2021/2025`.
    case within
    /// To begin then; no deadline.
    case from
    /// Again and again: `每年3月底前`.
    case recurring
    /// Without end: `长期坚持`.
    case ongoing
    /// Until the end of the plan's own period.
    case horizon
    /// The text sets none.
    case none

    /// Whether the kind needs a value.
    var needsValue: Bool { self != .ongoing && self != .none }
  }

  /// What sort of time it is.
  public var kind: Kind
  /// The value as written: EDTF, or for a recurring date its rule in words; `nil` for `ongoing` and
  /// `none`.
  public var value: String?
  /// The original words.
  public var words: String?

  /// Creates an expression.
  public init(kind: Kind, value: String?, words: String? = nil) {
    self.kind = kind
    self.value = value
    self.words = words
  }

  /// The last day of the time, if it has an end; `nil` for what only begins, recurs or goes on.
  public var lastDay: CalendarDay? {
    switch kind {
    case .by, .within, .horizon: value.flatMap { Self.lastDay(of: $0) }
    case .from, .recurring, .ongoing, .none: nil
    }
  }

  /// Whether the time is over on a day and so something not yet done is late.
  ///
  /// It is computed against a day that is given, and never stored.
  public func isOver(on day: CalendarDay) -> Bool { lastDay.map { $0 < day } ?? false }

  /// How finely the value is given; `nil` for a rule in words or none.
  public var precision: ExtendedDate.Precision? {
    kind == .recurring ? nil : value.flatMap { ExtendedDate($0)?.precision }
  }

  /// Whether a text is a time in the form of ``ExtendedDate``.
  public static func isTime(_ text: String) -> Bool { ExtendedDate(text) != nil }

  /// The first day of a time, if it has a beginning.
  static func firstDay(of text: String) -> CalendarDay? { ExtendedDate(text)?.firstDay }

  /// The last day of a time, if it has an end.
  static func lastDay(of text: String) -> CalendarDay? { ExtendedDate(text)?.lastDay }
}
