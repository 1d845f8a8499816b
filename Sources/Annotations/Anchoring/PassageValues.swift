internal import PlanModel

/// What a passage fixes, apart from its wording: numbers, dates, negations, names of agencies.
///
/// Two passages that are otherwise alike and differ in one of these are different passages; and a
/// passage in which one of them changed is put before a person.
struct PassageValues: Equatable {
  var numbers: [String] = []
  var dates: [String] = []
  var negations = 0
  var agencies: [String] = []

  /// Reads the values of a folded text; the number mark with which it begins is none of them, since
  /// articles and items are renumbered.
  ///
  /// - Parameters:
  ///   - text: The text.
  ///   - names: Names of agencies, longer ones first.
  init(of text: [Unicode.Scalar], names: [[Unicode.Scalar]] = []) {
    var index = NumberMark(openingOf: text[...])?.length ?? 0
    while index < text.count {
      index = readNumeral(text, from: index)
    }
    numbers.sort()
    dates.sort()
    negations = Self.negations(in: text)
    agencies = Self.names(names, in: text)
  }

  /// The tags of what differs, sorted.
  func differences(from other: PassageValues) -> [String] {
    var tags: [String] = []
    if agencies != other.agencies { tags.append("agency") }
    if dates != other.dates { tags.append("date") }
    if negations != other.negations { tags.append("modality") }
    if numbers != other.numbers { tags.append("number") }
    return tags
  }

  /// Takes a numeral with its unit, if one begins here; returns where to go on.
  private mutating func readNumeral(_ text: [Unicode.Scalar], from start: Int) -> Int {
    guard Self.isDigit(text[start]) else { return start + 1 }
    var end = start + 1
    while end < text.count {
      let isPoint = text[end] == "." || text[end] == ","
      let goesOn = end + 1 < text.count && Self.isArabic(text[end + 1])
      guard Self.isDigit(text[end]) || isPoint && goesOn else { break }
      end += 1
    }
    let digits = text[start..<end]
    let unit = end < text.count && Self.units.contains(text[end]) ? text[end] : nil
    let isOrdinal = start > 0 && text[start - 1] == "第"
    // 一 and 十 alone are mostly part of a word: 一体化, 统一, 十分.
    let isWord = unit == nil && !isOrdinal && !digits.contains(where: Self.isArabic)
    guard !isWord else { return end }
    var word = String(String.UnicodeScalarView(digits))
    if let unit {
      word.unicodeScalars.append(unit)
      if "年月日".unicodeScalars.contains(unit) {
        dates.append(word)
        return end + 1
      }
    }
    numbers.append(word)
    return end
  }

  private static let units = Set(
    "年月日%‰个项家元亿万公里米吨次倍人户座条成款章节编届岁周天季度级类种".unicodeScalars)

  private static func isArabic(_ scalar: Unicode.Scalar) -> Bool {
    ("0"..."9").contains(scalar)
  }

  private static func isDigit(_ scalar: Unicode.Scalar) -> Bool {
    isArabic(scalar) || "〇零一二三四五六七八九十百千万亿两".unicodeScalars.contains(scalar)
  }

  private static let negatingWords: Set<String> = [
    "not", "no", "never", "without", "cannot", "nor", "neither", "none",
  ]

  private static func negations(in text: [Unicode.Scalar]) -> Int {
    let chinese = text.indices.count { index in
      guard "不未无非勿禁".unicodeScalars.contains(text[index]) else { return false }
      // 不断, 不仅, 不同, 不少, 未来, 无锡, 非常, 非洲 deny nothing.
      return index + 1 == text.count
        || !"断仅同少来锡常洲".unicodeScalars.contains(text[index + 1])
    }
    let words = text.split { !$0.properties.isAlphabetic || $0.isHan }
    let english = words.count {
      negatingWords.contains(String(String.UnicodeScalarView($0)).lowercased())
    }
    return chinese + english
  }

  /// The names that stand in a text; one inside another counts as the longer alone.
  private static func names(_ names: [[Unicode.Scalar]], in text: [Unicode.Scalar]) -> [String] {
    var found: [String] = []
    var index = 0
    while index < text.count {
      if let name = names.first(where: { text[index...].starts(with: $0) }) {
        found.append(String(String.UnicodeScalarView(name)))
        index += name.count
      } else {
        index += 1
      }
    }
    return found.sorted()
  }
}
