import Annotations
import Testing

@Suite struct `A date expression` {
  @Test(arguments: [
    ("2025", "2025-12-31"), ("2024-02", "2024-02-29"), ("2023-02", "2023-02-28"),
    ("2025-06-30", "2025-06-30"), ("2021/2025", "2025-12-31"), ("../2030", "2030-12-31"),
  ])
  func `is over after its last day`(value: String, last: String) throws {
    let date = DateExpression(kind: .by, value: value)
    let day = try #require(CalendarDay(last))
    #expect(date.lastDay == day)
    #expect(!date.isOver(on: day))
    #expect(date.isOver(on: try #require(CalendarDay(year: day.year + 1, month: 1, day: 1))))
  }

  @Test(arguments: [
    "25", "2025-13", "2025-6", "2025-02-30", "2025/2021", "到2025年", "2025-1-1", "/", "2025-",
  ])
  func `is refused if it is no time`(value: String) {
    #expect(!DateExpression.isTime(value))
  }

  @Test(arguments: [DateExpression.Kind.from, .recurring, .ongoing, .none])
  func `without an end is never over`(kind: DateExpression.Kind) throws {
    let day = try #require(CalendarDay("2999-01-01"))
    #expect(!DateExpression(kind: kind, value: "2020").isOver(on: day))
  }

  @Test func `keeps leap years`() {
    #expect(CalendarDay("2000-02-29") != nil)
    #expect(CalendarDay("1900-02-29") == nil)
  }

  @Test(arguments: [
    ("2025", ExtendedDate.Precision.year, "2025-01-01", "2025-12-31"),
    ("2025-33", .quarter, "2025-01-01", "2025-03-31"),
    ("2025-36", .quarter, "2025-10-01", "2025-12-31"),
    ("2025-40", .half, "2025-01-01", "2025-06-30"),
    ("2025-41", .half, "2025-07-01", "2025-12-31"),
    ("2024-02", .month, "2024-02-01", "2024-02-29"),
    ("2025-06-30", .day, "2025-06-30", "2025-06-30"),
    ("2021/2025", .interval, "2021-01-01", "2025-12-31"),
    ("2021/..", .interval, "2021-01-01", ""), ("/2030", .interval, "", "2030-12-31"),
    ("2025-06/2025-06-30", .interval, "2025-06-01", "2025-06-30"),
  ])
  func `keeps its precision`(
    value: String, precision: ExtendedDate.Precision, first: String, last: String
  ) throws {
    let date = try #require(ExtendedDate(value))
    #expect(date.precision == precision)
    #expect(date.firstDay == CalendarDay(first))
    #expect(date.lastDay == CalendarDay(last))
    #expect(!date.isApproximate)
    #expect(DateExpression(kind: .by, value: value).precision == precision)
  }

  @Test(arguments: ["2025~", "2025-06?", "2025%", "2021~/2025"])
  func `can be about so`(value: String) {
    #expect(ExtendedDate(value)?.isApproximate == true)
  }

  @Test(arguments: [
    "2025-37", "2025-00", "2025-33-01", "~", "2025~~", "../..", "2025/2021", "2021/2023/2025",
  ])
  func `is refused in forms that plans don't need`(value: String) {
    #expect(ExtendedDate(value) == nil)
  }
}
