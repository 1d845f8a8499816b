/// A time in the Extended Date/Time Format of ISO 8601-2:2019, as far as plans need it.
///
/// Level 0: a year, a month, a day, an interval (`2025`, `2025-06`, `2025-06-30`, `2021/2025`); of
/// level 1 the open interval (`2021/..`, `../2030`) and the marks of doubt (`2025?`, `2025~`,
/// `2025%`); of level 2 the quarters `2025-33` to `2025-36` and the halves `2025-40` and `2025-41`.
public struct ExtendedDate: Sendable, Hashable {
  /// How finely a time is given.
  public enum Precision: String, Sendable, Hashable, CaseIterable {
    /// 2025年.
    case year
    /// 2025年上半年.
    case half
    /// 2025年一季度.
    case quarter
    /// 2025年6月.
    case month
    /// 2025年6月30日.
    case day
    /// From one time to another.
    case interval
  }

  /// How finely the time is given.
  public let precision: Precision
  /// The first day; `nil` for an interval without a beginning.
  public let firstDay: CalendarDay?
  /// The last day; `nil` for an interval without an end.
  public let lastDay: CalendarDay?
  /// Whether the time is marked as uncertain or about so.
  public let isApproximate: Bool

  /// Reads a time.
  ///
  /// - Returns: `nil` if the text has another form, or an interval ends before it begins.
  public init?(_ text: String) {
    let ends = text.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
    switch ends.count {
    case 1:
      guard let point = Point(text) else { return nil }
      precision = point.precision
      (firstDay, lastDay, isApproximate) = (point.first, point.last, point.isApproximate)
    case 2:
      let (start, end) = (Point(ends[0]), Point(ends[1]))
      guard start != nil || Self.isOpen(ends[0]), end != nil || Self.isOpen(ends[1]),
        start != nil || end != nil
      else { return nil }
      if let start, let end, end.last < start.first { return nil }
      precision = .interval
      (firstDay, lastDay) = (start?.first, end?.last)
      isApproximate = start?.isApproximate ?? false || end?.isApproximate ?? false
    default: return nil
    }
  }

  private static func isOpen(_ text: String) -> Bool { text == ".." || text.isEmpty }

  /// One end of an interval, or a time that is none.
  private struct Point {
    var precision: Precision
    var first: CalendarDay
    var last: CalendarDay
    var isApproximate: Bool

    init?(_ text: String) {
      let mark = text.last.map { "?~%".contains($0) } ?? false
      let parts = (mark ? text.dropLast() : text[...])
        .split(separator: "-", omittingEmptySubsequences: false)
      guard (1...3).contains(parts.count), parts[0].count == 4,
        parts.allSatisfy({ $0.allSatisfy { $0.isASCII && $0.isNumber } }),
        parts.dropFirst().allSatisfy({ $0.count == 2 }), let year = Int(parts[0])
      else { return nil }
      let part = parts.count > 1 ? Int(parts[1]) : nil
      let months: ClosedRange<Int>
      switch part {
      case nil: (precision, months) = (.year, 1...12)
      case let quarter? where (33...36).contains(quarter):
        (precision, months) = (.quarter, 3 * (quarter - 33) + 1...3 * (quarter - 33) + 3)
      case let half? where half == 40 || half == 41:
        (precision, months) = (.half, half == 40 ? 1...6 : 7...12)
      case let month? where (1...12).contains(month): (precision, months) = (.month, month...month)
      default: return nil
      }
      let (from, to) = (months.lowerBound, months.upperBound)
      guard
        let first = CalendarDay(year: year, month: from, day: 1),
        let last = CalendarDay(year: year, month: to, day: CalendarDay.days(inMonth: to, of: year))
      else { return nil }
      (self.first, self.last, isApproximate) = (first, last, mark)
      guard parts.count == 3 else { return }
      guard precision == .month, let number = Int(parts[2]),
        let day = CalendarDay(year: year, month: from, day: number)
      else { return nil }
      (precision, self.first, self.last) = (.day, day, day)
    }
  }
}
