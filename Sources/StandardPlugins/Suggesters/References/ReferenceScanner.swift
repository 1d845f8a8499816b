internal import PlanModel

/// Goes through a text and reads the references in it.
struct ReferenceScanner {
  /// A reference in the text.
  struct Found {
    var range: Range<Int>
    /// The title between 《 and 》, of another document.
    var title: String?
    /// The places, from the outside in.
    var steps: [(words: String, step: PlaceIndex.Step)] = []
    var relative: Relative?
  }

  /// A place that is named by where the reference stands.
  enum Relative {
    case document
    case article, chapter, section
    case articleBefore, paragraphBefore
  }

  private var scanner: ScalarScanner

  init(_ text: [Unicode.Scalar]) { scanner = ScalarScanner(text) }

  /// The references of the text, in order, without overlap.
  ///
  /// - Parameter start: Where to begin: behind the text's own number.
  /// - Returns: The references with their places in the text.
  /// - Complexity: O(*n*) in the length of the text.
  mutating func references(from start: Int) -> [Found] {
    var found: [Found] = []
    scanner.place = start
    while scanner.place < scanner.text.count {
      let begin = scanner.place
      if var reference = reference() {
        reference.range = begin..<scanner.place
        found.append(reference)
      } else {
        scanner.place = begin + 1
      }
    }
    return found
  }

  private mutating func reference() -> Found? {
    switch scanner.text[scanner.place] {
    case "《": title()
    case "本", "前": relative()
    case "第": placed()
    case "附", "专": labelled()
    case "A"..."Z", "a"..."z", "§": english()
    default: nil
    }
  }

  /// `《土地管理法》第三十二条`.
  private mutating func title() -> Found? {
    let start = scanner.place + 1
    var depth = 0
    while let scalar = scanner.current, scanner.place - start < 120 {
      if scalar == "《" || scalar == "〈" { depth += 1 }
      if scalar == "》" || scalar == "〉" { depth -= 1 }
      if depth == 0 { break }
      scanner.place += 1
    }
    guard depth == 0, scanner.place > start else { return nil }
    let title = scanner.words(from: start)
    scanner.place += 1
    let end = scanner.place
    // 《……法》（以下简称……）第三条.
    if scanner.take("（") {
      _ = scanner.take(atMost: 40) { $0 != "）" }
      if !scanner.take("）") || scanner.current != "第" { scanner.place = end }
    }
    return Found(range: 0..<0, title: title, steps: steps())
  }

  private static let documents = [
    "行动计划", "实施方案", "实施意见", "实施细则", "规划", "纲要", "条例", "办法", "规定", "方案", "意见", "通知", "决定", "细则",
    "章程",
    "计划", "指南", "标准", "规程", "规则", "法", "协定", "公约", "预案",
  ]

  /// `本规划`, `本法第三条`, `前款`, `本章`.
  private mutating func relative() -> Found? {
    let before = scanner.place > 0 ? scanner.text[scanner.place - 1] : " "
    if scanner.take("前款") || scanner.take("前两款") || scanner.take("前三款") {
      return Found(range: 0..<0, relative: .paragraphBefore)
    }
    if scanner.take("前条") { return Found(range: 0..<0, steps: steps(), relative: .articleBefore) }
    // 基本法, 成本规划, 日本标准.
    guard !"基成资样根日原版文剧脚课读标".unicodeScalars.contains(before), scanner.take("本") else {
      return nil
    }
    if scanner.take("条") {
      // 本条例 is a document.
      guard scanner.current != "例" else {
        _ = scanner.take("例")
        return Found(range: 0..<0, steps: steps(), relative: .document)
      }
      return Found(range: 0..<0, steps: steps(), relative: .article)
    }
    if scanner.take("章") {
      return scanner.current == "程"
        ? (scanner.take("程") ? Found(range: 0..<0, steps: steps(), relative: .document) : nil)
        : Found(range: 0..<0, relative: .chapter)
    }
    if scanner.take("节") { return Found(range: 0..<0, relative: .section) }
    guard let document = scanner.takeFirst(of: Self.documents) else { return nil }
    let isOtherWord =
      document == "法" && scanner.current.map { "律人院医定官庭".unicodeScalars.contains($0) } ?? false
    return isOtherWord ? nil : Found(range: 0..<0, steps: steps(), relative: .document)
  }

  /// `第三章第二节`, `第十二条第二款第（三）项`.
  private mutating func placed() -> Found? {
    let steps = steps()
    guard let first = steps.first?.step.unit, first != .item else { return nil }
    if steps.count == 1, !isPlace(first) { return nil }
    return Found(range: 0..<0, steps: steps)
  }

  /// Whether a number counts a place of a text, and not `第一条生产线` or `第一节课`.
  private func isPlace(_ unit: PlaceIndex.Step.Unit) -> Bool {
    guard let next = scanner.current else { return true }
    switch unit {
    case .mark(.article), .paragraph, .mark(.section):
      return "规的第至和、或及与以之，。；：）)中所明”》要确提—".unicodeScalars.contains(next)
    case .mark, .item: return true
    }
  }

  private mutating func steps() -> [(words: String, step: PlaceIndex.Step)] {
    var steps: [(words: String, step: PlaceIndex.Step)] = []
    while true {
      let start = scanner.place
      guard let step = step() else {
        scanner.place = start
        return steps
      }
      steps.append((scanner.words(from: start), step))
    }
  }

  private mutating func step() -> PlaceIndex.Step? {
    guard scanner.take("第") else { return nil }
    let isInParentheses = scanner.take("（") || scanner.take("(")
    guard let value = scanner.numeral() else { return nil }
    if isInParentheses { guard scanner.take("）") || scanner.take(")") else { return nil } }
    let units: [(String, PlaceIndex.Step.Unit)] = [
      ("编", .mark(.part)), ("篇", .mark(.part)), ("章", .mark(.chapter)), ("节", .mark(.section)),
      ("条", .mark(.article)), ("款", .paragraph), ("项", .item),
    ]
    guard let unit = units.first(where: { scanner.take($0.0) })?.1 else { return nil }
    var values = [value]
    let end = scanner.place
    if unit == .mark(.article), scanner.take("之") {
      if let further = scanner.numeral() { values.append(further) } else { scanner.place = end }
    }
    return PlaceIndex.Step(unit: unit, value: values)
  }

  /// `附件2`, `专栏3`.
  private mutating func labelled() -> Found? {
    let start = scanner.place
    let scheme: NumberMark.Scheme
    if scanner.take("附件") || scanner.take("附表") || scanner.take("附录") {
      scheme = .annex
    } else if scanner.take("专栏") {
      scheme = .box
    } else {
      return nil
    }
    guard let value = scanner.numeral() else { return nil }
    let step = PlaceIndex.Step(unit: .mark(scheme), value: [value])
    return Found(range: 0..<0, steps: [(scanner.words(from: start), step)])
  }

  private static let units: [(word: String, scheme: NumberMark.Scheme?)] = [
    ("Articles", .article), ("Article", .article), ("Sections", .section), ("Section", .section),
    ("sections", .section), ("section", .section), ("Chapter", .chapter), ("Part", .part),
    ("Annex", .annex), ("Appendix", .annex), ("Schedule", .annex), ("paragraph", nil),
    ("§§", .article), ("§", .article), ("Artikel", .article), ("article", .article),
  ]

  /// `Article 5(2)`, `Chapter IV`, `§ 12a`.
  private mutating func english() -> Found? {
    let start = scanner.place
    if start > 0, scanner.text[start - 1].properties.isAlphabetic { return nil }
    guard let unit = Self.units.first(where: { scanner.take($0.word) }) else { return nil }
    _ = scanner.take(atMost: 1) { $0 == " " || $0 == "\u{A0}" }
    guard scanner.place - start > unit.word.unicodeScalars.count || unit.word.hasPrefix("§") else {
      return nil
    }
    let digits = scanner.take(atMost: 8) {
      ("0"..."9").contains($0) || "IVXLC".unicodeScalars.contains($0)
    }
    guard let value = Numeral.value(of: digits) ?? Numeral.romanValue(of: digits) else {
      return nil
    }
    _ = scanner.take(atMost: 1) { ("a"..."z").contains($0) || ("A"..."H").contains($0) }
    while scanner.current == "(",
      let end = scanner.text[scanner.place...].prefix(6).firstIndex(of: ")")
    {
      scanner.place = end + 1
    }
    if let next = scanner.current, next.properties.isAlphabetic { return nil }
    guard let scheme = unit.scheme else { return Found(range: 0..<0) }
    let step = PlaceIndex.Step(unit: .mark(scheme), value: [value])
    return Found(range: 0..<0, steps: [(scanner.words(from: start), step)])
  }
}
