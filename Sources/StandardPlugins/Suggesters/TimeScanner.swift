import PlanModel
import PluginKit

/// Goes through a text and reads the times in it.
struct TimeScanner {
  private let text: [Unicode.Scalar]
  private var place = 0

  init(_ text: [Unicode.Scalar]) { self.text = text }

  typealias Found = (range: Range<Int>, time: Suggestion.Time)

  /// The times of the text, in order, without overlap.
  mutating func times() -> [Found] {
    if let issued = dateOfIssue() { return [issued] }
    var found: [Found] = []
    var depth = 0
    place = 0
    while place < text.count {
      let scalar = text[place]
      if scalar == "《" || scalar == "〔" || scalar == "[" { depth += 1 }
      if scalar == "》" || scalar == "〕" || scalar == "]" { depth = max(0, depth - 1) }
      let start = place
      if depth == 0, let time = time() {
        found.append((start..<place, time))
      } else {
        place = start + 1
      }
    }
    return found
  }

  /// A block that holds a day and nothing else is the date of issue.
  private mutating func dateOfIssue() -> Found? {
    guard (8...14).contains(text.count), let date = date(), date.day != nil, place == text.count
    else { return nil }
    return (0..<place, time(0, .signatureDate, date.value))
  }

  /// What a time may begin with: nothing else needs a closer look.
  private static let beginnings = Set("每从自到今明当年“\"「一二三四五六七八九十两".unicodeScalars)

  private mutating func time() -> Suggestion.Time? {
    let start = place
    guard text[start].isTimeDigit || Self.beginnings.contains(text[start]) else { return nil }
    for read in [Self.recurrence, Self.start, Self.dated, Self.relative, Self.horizon] {
      place = start
      if let time = read(&self) { return time }
    }
    return nil
  }

  private func time(
    _ start: Int, _ timeClass: Suggestion.Time.Class, _ value: String?
  ) -> Suggestion.Time {
    .init(
      text: String(String.UnicodeScalarView(text[start..<place])), timeClass: timeClass,
      value: value)
  }

  // MARK: - Sorts of times

  /// `每年`, `每5年`, `每半年`, `每季度`, `5年一周期`.
  private static func recurrence(_ scanner: inout TimeScanner) -> Suggestion.Time? {
    let start = scanner.place
    if scanner.take("每") {
      let count = scanner.number()
      if count == nil, scanner.take("半年") { return scanner.time(start, .recurring, "P6M") }
      for (word, unit, factor) in [
        ("年", "Y", 1), ("季度", "M", 3), ("个月", "M", 1), ("月", "M", 1), ("周", "W", 1),
      ] where scanner.take(word) {
        if unit == "Y", count == nil { scanner.dayOfYear() }
        return scanner.time(start, .recurring, "P\((count ?? 1) * factor)\(unit)")
      }
      return nil
    }
    guard scanner.isAtNumber, let count = scanner.number(), scanner.take("年一"),
      scanner.take("周期") || scanner.take("轮")
    else { return nil }
    return scanner.time(start, .recurring, "P\(count)Y")
  }

  /// What says when in each year: `3月底前`, `3月31日前`, `年底前`.
  private mutating func dayOfYear() {
    let start = place
    if take("年底前") || take("底前") { return }
    if let month = number(), (1...12).contains(month), take("月") {
      if take("底前") || take("底") { return }
      if let day = number(), (1...31).contains(day), take("日前") { return }
    }
    place = start
  }

  /// `从2019年起`, `自2019年1月1日开始`, `2020年起`.
  private static func start(_ scanner: inout TimeScanner) -> Suggestion.Time? {
    let start = scanner.place
    _ = scanner.take("从") || scanner.take("自")
    guard let date = scanner.date(), scanner.take("开始") || scanner.take("起") else { return nil }
    return scanner.time(start, .start, date.value)
  }

  /// `2020年底前`, `2019年上半年`, `到2022年`, `2020年初步建成…`.
  private static func dated(_ scanner: inout TimeScanner) -> Suggestion.Time? {
    let start = scanner.place
    // 2002年到2005年 is a span of years.
    let isGoal = (start == 0 || scanner.text[start - 1] != "年") && scanner.take("到")
    guard let date = scanner.date() else { return nil }
    if date.day == nil, date.month == nil {
      for (word, end) in [
        ("上半年", "06-30"), ("下半年", "12-31"), ("一季度", "03-31"), ("二季度", "06-30"),
        ("三季度", "09-30"), ("四季度", "12-31"),
      ] where scanner.take(word) {
        guard !scanner.isFollowed(by: "以来") else { return nil }
        _ = scanner.take("前")
        return scanner.time(start, .deadline, "\(date.year)-\(end)")
      }
    }
    let hasEnd = scanner.take("年底") || scanner.take("年末") || scanner.take("底") || scanner.take("末")
    let isBefore = scanner.take("以前") || scanner.take("之前") || scanner.take("前")
    if isBefore {
      return scanner.isFollowed(by: "已") ? nil : scanner.time(start, .deadline, date.endOfPeriod)
    }
    if isGoal, date.month == nil { return scanner.time(start, .targetYear, date.value) }
    guard date.month == nil, !hasEnd, !scanner.isStory(from: start), scanner.promises() else {
      return nil
    }
    return scanner.time(start, .targetYear, date.value)
  }

  /// `年底前`, `6月底前`, `3月15日前`, `今年底前`, `年内`: the year is the plan's own, which the text
  /// doesn't say.
  private static func relative(_ scanner: inout TimeScanner) -> Suggestion.Time? {
    let start = scanner.place
    guard start == 0 || !scanner.text[start - 1].isTimeDigit else { return nil }
    let hasYear = scanner.take("今年") || scanner.take("明年") || scanner.take("当年")
    if !hasYear, scanner.isAtNumber {
      guard let month = scanner.number(), (1...12).contains(month), scanner.take("月") else {
        return nil
      }
      let isDay = scanner.number().map { (1...31).contains($0) && scanner.take("日") } ?? false
      guard scanner.take(isDay ? "前" : "底前") else { return nil }
      return scanner.time(start, .deadline, nil)
    }
    if start == 0 || hasYear || !scanner.text[start - 1].properties.isIdeographic,
      hasYear && scanner.take("内") || scanner.take("年内")
    {
      return scanner.time(start, .deadline, nil)
    }
    guard scanner.take("年底前") || hasYear && (scanner.take("底前") || scanner.take("上半年")) else {
      return nil
    }
    return scanner.time(start, .deadline, nil)
  }

  /// `三年内`, `5—10年左右`, `30日内`, `“十四五”期间`.
  private static func horizon(_ scanner: inout TimeScanner) -> Suggestion.Time? {
    let start = scanner.place
    if let plan = scanner.fiveYearPlan() { return scanner.time(start, .horizon, plan) }
    scanner.place = start
    guard scanner.isAtNumber, start == 0 || !scanner.text[start - 1].isNumeral,
      let least = scanner.number()
    else { return nil }
    var most = least
    if scanner.take("—") || scanner.take("-") || scanner.take("－") || scanner.take("至")
      || scanner.take("～")
    {
      guard let number = scanner.number() else { return nil }
      most = number
    }
    let units = [
      ("个工作日", "D"), ("个月", "M"), ("年", "Y"), ("日", "D"), ("天", "D"), ("小时", "H"),
    ]
    guard let unit = units.first(where: { scanner.take($0.0) })?.1, least < 1_000 else {
      return nil
    }
    // 5月3日内蒙古 is a place.
    guard scanner.take("左右") || scanner.take("以内") || scanner.take("之内") || scanner.take("内"),
      !scanner.isFollowed(by: "蒙")
    else { return nil }
    let mark = unit == "H" ? "PT" : "P"
    let value = "\(mark)\(least)\(unit)" + (most == least ? "" : "/\(mark)\(most)\(unit)")
    return scanner.time(start, .horizon, value)
  }

  private mutating func fiveYearPlan() -> String? {
    let isQuoted = take("“") || take("\"") || take("「")
    guard take("十"), place < text.count,
      let order = Array("一二三四五六七八九".unicodeScalars).firstIndex(of: text[place])
    else { return nil }
    place += 1
    guard take("五") else { return nil }
    if isQuoted { guard take("”") || take("\"") || take("」") else { return nil } }
    // The eleventh five-year plan began in 2006.
    let first = 2006 + 5 * order
    if take("末") { return "\(first + 4)" }
    guard take("期间") || take("时期") else { return nil }
    return "\(first)/\(first + 4)"
  }

  // MARK: - Parts

  /// A year with perhaps a month and a day.
  private struct Date {
    var year: Int
    var month: Int?
    var day: Int?

    var value: String {
      [(String(year), true), (padded(month), month != nil), (padded(day), day != nil)]
        .filter(\.1).map(\.0).joined(separator: "-")
    }

    /// The last day of the year or month, or the day itself.
    var endOfPeriod: String {
      let month = month ?? 12
      let isLeap = year % 4 == 0 && year % 100 != 0 || year % 400 == 0
      let last = [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1]
      return "\(year)-\(padded(month))-\(padded(day ?? last))"
    }

    private func padded(_ number: Int?) -> String {
      guard let number else { return "" }
      return number < 10 ? "0\(number)" : "\(number)"
    }
  }

  private mutating func date() -> Date? {
    let start = place
    guard start == 0 || !text[start - 1].isTimeDigit, let year = number(),
      place - start == 4, (1900...2199).contains(year), take("年")
    else { return nil }
    var date = Date(year: year)
    let behindYear = place
    guard let month = number(), (1...12).contains(month), take("月") else {
      place = behindYear
      return date
    }
    date.month = month
    let behindMonth = place
    guard let day = number(), (1...31).contains(day), take("日") else {
      place = behindMonth
      return date
    }
    date.day = day
    return date
  }

  private var isAtNumber: Bool {
    place < text.count
      && text[place].isNumeral
  }

  /// A number of at most four digits, or one ideographic numeral below a hundred.
  private mutating func number() -> Int? {
    let start = place
    while place < text.count, place - start < 5, text[place].isTimeDigit { place += 1 }
    if place > start { return place - start <= 4 ? Numeral.value(of: text[start..<place]) : nil }
    while place < text.count, place - start < 3,
      "一二三四五六七八九十两".unicodeScalars.contains(text[place])
    {
      place += 1
    }
    guard place > start else { return nil }
    return text[start] == "两" ? 2 : Numeral.value(of: text[start..<place])
  }

  private mutating func take(_ word: String) -> Bool {
    guard isFollowed(by: word) else { return false }
    place += word.unicodeScalars.count
    return true
  }

  private func isFollowed(by word: String) -> Bool { text[...].holds(word, at: place) }

  /// Whether what comes next in the clause is something to be brought about.
  private func promises() -> Bool {
    let clause = text[place...].prefix(30).prefix { !"。；".unicodeScalars.contains($0) }
    let words = String(String.UnicodeScalarView(clause))
    return ["建成", "实现", "达到", "完成", "形成", "建立", "基本"].contains(where: words.contains)
      && !["了", "已", "以来"].contains(where: words.contains)
  }

  /// Whether the words before a year tell what was.
  private func isStory(from start: Int) -> Bool {
    let before = text[max(0, start - 6)..<start]
    let words = String(String.UnicodeScalarView(before))
    return ["于", "已", "在", "以", "截至", "—", "－", "-", "至", "与", "比", "较", "年到"].contains(
      where: words.hasSuffix)
      || words.contains("已")
  }
}

extension Unicode.Scalar {
  fileprivate var isNumeral: Bool { isTimeDigit || "一二三四五六七八九十两".unicodeScalars.contains(self) }

  fileprivate var isTimeDigit: Bool {
    (0x30...0x39).contains(value) || (0xFF10...0xFF19).contains(value)
  }
}
