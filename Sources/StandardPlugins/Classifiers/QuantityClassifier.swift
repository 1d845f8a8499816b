public import Collation
public import PluginKit

/// Tags changes of numbers and of dates.
///
/// A change of number is one after which other numerals stand in the words, or another bound stands
/// with them (`不低于`, `at least`); of date, if a unit of the calendar stands with the numeral.
/// `2025年` for `2020年` is a date and no number.
public struct QuantityClassifier: Classifier {
  /// The classifier's name.
  public let name = "quantities"

  /// What includes or excludes the figure itself.
  ///
  /// 《立法技术规范（试行）（一）》 (Legislative Affairs
  /// Commission, 2009) fixes `以上`, `以下`, `以内` and `不满`; the rest is what plans write.
  private static let bounds = Lexicon([
    "以上", "以下", "以内", "以外", "不满", "超过", "不超过", "不低于", "不少于", "不高于", "不大于", "不小于", "至少", "至多",
    "左右", "达到", "提高到", "降低到", "控制在", "翻一番", "at least", "at most", "not less than", "no less than",
    "not more than", "no more than", "not exceeding", "up to", "minimum", "maximum",
  ])

  /// Creates a classifier.
  public init() {}

  /// What a change of numerals is worth.
  public func judgement(of change: Comparison.Change) -> Comparison.Judgement? {
    let old = Numerals(in: change.oldText, around: change.span.old)
    let new = Numerals(in: change.newText, around: change.span.new)
    var tags: [String] = []
    if old.dates != new.dates { tags.append("date") }
    if old.numbers != new.numbers || hasOtherBounds(change) { tags.append("number") }
    return tags.isEmpty ? nil : .init(.substantive, tags: tags)
  }

  /// Whether a bound changed that belongs to a number: `县级以上` holds none.
  private func hasOtherBounds(_ change: Comparison.Change) -> Bool {
    !change.isWholeBlock && !Self.bounds.isKept(by: change)
      && (Numerals.stand(in: change.oldText, near: change.span.old)
        || Numerals.stand(in: change.newText, near: change.span.new))
  }
}

/// The numerals in a span of text, each with its unit, sorted into dates and other numbers.
private struct Numerals {
  var dates: [ArraySlice<Unicode.Scalar>] = []
  var numbers: [ArraySlice<Unicode.Scalar>] = []

  init(in text: [Unicode.Scalar], around span: Range<Int>) {
    var index = span.lowerBound
    // A span may begin inside a number; the number counts whole.
    while index > 0, !span.isEmpty, Self.isDigit(text[index]), Self.isDigit(text[index - 1]) {
      index -= 1
    }
    while index < span.upperBound {
      guard Self.isDigit(text[index]) else {
        index += 1
        continue
      }
      let start = index
      while index < text.count, Self.isNumberPart(text, index) { index += 1 }
      let unit = index < text.count ? text[index] : " "
      let next = index + 1 < text.count ? text[index + 1] : " "
      // 一 and 十 alone are mostly part of a word: 一体化, 统一, 十分.
      if index - start == 1, !text[start].isASCII, !Self.isUnit(unit) { continue }
      let end = Self.isUnit(unit) ? index + 1 : index
      if Self.isCalendar(unit, next) {
        dates.append(text[start..<end])
      } else {
        numbers.append(text[start..<end])
      }
    }
  }

  /// Whether a numeral stands in a span or within a few scalars of it.
  static func stand(in text: [Unicode.Scalar], near span: Range<Int>) -> Bool {
    text[max(0, span.lowerBound - 6)..<min(text.count, span.upperBound + 6)]
      .contains(where: isDigit)
  }

  private static func isNumberPart(_ text: [Unicode.Scalar], _ index: Int) -> Bool {
    if isDigit(text[index]) { return true }
    return (text[index] == "." || text[index] == ",") && index + 1 < text.count
      && isDigit(text[index - 1]) && isDigit(text[index + 1])
  }

  private static func isDigit(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "0"..."9", "\u{FF10}"..."\u{FF19}", "一", "二", "三", "四", "五", "六", "七", "八", "九", "十", "百",
      "千", "万", "亿", "〇", "零", "两":
      true
    default: false
    }
  }

  private static func isCalendar(_ unit: Unicode.Scalar, _ next: Unicode.Scalar) -> Bool {
    switch unit {
    case "年": next != "内"
    case "月", "日": true
    default: false
    }
  }

  private static func isUnit(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "%", "％", "‰", "个", "项", "家", "元", "亿", "万", "公", "里", "米", "吨", "年", "月", "日", "倍", "人",
      "户", "座", "条", "成":
      true
    default: false
    }
  }
}
