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
}
