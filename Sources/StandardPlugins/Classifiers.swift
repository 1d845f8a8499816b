public import Collation
public import PluginKit

/// Tags changes of numbers and of dates.
///
/// A change of number is one after which other numerals stand in the words; of date, if a unit of the
/// calendar stands with them. `2025年` for `2020年` is a date and no number.
public struct QuantityClassifier: Classifier {
  /// The classifier's name.
  public let name = "quantities"

  /// Creates a classifier.
  public init() {}

  /// What a change of numerals is worth.
  public func judgement(of change: Comparison.Change) -> Comparison.Judgement? {
    let old = Numerals(in: change.oldText, around: change.span.old)
    let new = Numerals(in: change.newText, around: change.span.new)
    var tags: [String] = []
    if old.dates != new.dates { tags.append("date") }
    if old.numbers != new.numbers { tags.append("number") }
    return tags.isEmpty ? nil : .init(.substantive, tags: tags)
  }
}

/// The numerals in a span of text, each with its unit, sorted into dates and other numbers.
private struct Numerals {
  var dates: [String] = []
  var numbers: [String] = []

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
      while index < text.count, Self.isDigit(text[index]) { index += 1 }
      let digits = text[start..<index]
      let unit = index < text.count ? text[index] : " "
      let next = index + 1 < text.count ? text[index + 1] : " "
      // 一 and 十 alone are mostly part of a word: 一体化, 统一, 十分.
      let isWord = !digits.contains { $0.isASCII } && digits.count == 1 && !Self.isUnit(unit)
      if isWord { continue }
      let word = String(String.UnicodeScalarView(digits))
      if Self.isCalendar(unit, next) {
        dates.append(word + String(Character(unit)))
      } else {
        numbers.append(word + (Self.isUnit(unit) ? String(Character(unit)) : ""))
      }
    }
  }

  private static func isDigit(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "0"..."9", "\u{FF10}"..."\u{FF19}", ".", ",", "一", "二", "三", "四", "五", "六", "七", "八", "九",
      "十", "百", "千", "万", "亿", "〇", "零", "两":
      scalar != "." && scalar != ","
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
    "%％‰个项家元亿万公里米吨年月日次倍人户座条成".unicodeScalars.contains(scalar)
  }
}

/// Tags changes of duty: words that oblige, forbid, allow or encourage.
///
/// The Chinese words are those that 《立法技术规范（试行）（一）》 (2009) defines for laws, and the verbs of
/// strength that plans use; the English ones are the modal verbs of statutes.
public struct ModalityClassifier: Classifier {
  /// The classifier's name.
  public let name = "modality"

  /// Creates a classifier.
  public init() {}

  private static let words = [
    "应当", "必须", "不得", "严禁", "禁止", "可以", "确保", "保证", "力争", "争取", "鼓励", "支持", "引导", "探索",
    "试点", "全面", "逐步", "加快", "原则上", "适时", "研究", "基本", "率先",
  ]
  private static let modals: Set<String> = [
    "shall", "must", "may", "should", "will", "can", "might", "not", "cannot",
  ]

  /// What a change of duty is worth.
  public func judgement(of change: Comparison.Change) -> Comparison.Judgement? {
    Self.duties(change.removed) == Self.duties(change.added)
      ? nil : .init(.substantive, tags: ["modality"])
  }

  private static func duties(_ text: String) -> [String] {
    let bytes = Array(text.utf8)
    let chinese = words.flatMap { word in
      [String](repeating: word, count: occurrences(of: Array(word.utf8), in: bytes))
    }
    let english = text.lowercased().split { !$0.isLetter }.map(String.init).filter(modals.contains)
    return (chinese + english).sorted()
  }
}

/// Tags changes of who is to act: an agency's name, or the words that give it its part.
public struct AgencyClassifier: Classifier {
  /// The classifier's name.
  public let name = "agencies"
  private let names: [String]
  private static let roles = ["牵头", "负责", "会同", "主管"]

  /// Creates a classifier.
  ///
  /// - Parameter names: The names and aliases of agencies; those of one character, such as 沪, stand
  ///   in too many words to tell anything.
  public init(names: [String]) {
    self.names = names.filter { $0.count > 1 }.sorted { ($0.count, $0) > ($1.count, $1) }
  }

  /// What a change of agency is worth.
  public func judgement(of change: Comparison.Change) -> Comparison.Judgement? {
    found(in: change.removed) == found(in: change.added)
      ? nil : .init(.substantive, tags: ["agency"])
  }

  private func found(in text: String) -> [String] {
    let bytes = Array(text.utf8)
    return (names + Self.roles).filter { occurrences(of: Array($0.utf8), in: bytes) > 0 }
  }
}

/// How often some bytes stand in others, without overlap.
private func occurrences(of word: [UInt8], in bytes: [UInt8]) -> Int {
  var count = 0
  var place = 0
  while place + word.count <= bytes.count {
    if bytes[place] == word[0], bytes[place..<place + word.count] == word[...] {
      count += 1
      place += word.count
    } else {
      place += 1
    }
  }
  return count
}
