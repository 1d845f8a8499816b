/// Reads one mark; each function leaves the index behind what it took.
struct MarkReader {
  let scalars: ArraySlice<Unicode.Scalar>
  var index: Int

  init(scalars: ArraySlice<Unicode.Scalar>) {
    self.scalars = scalars
    index = scalars.startIndex
  }

  typealias Found = (scheme: NumberMark.Scheme, value: [Int])

  var current: Unicode.Scalar? { index < scalars.endIndex ? scalars[index] : nil }

  mutating func skipSpace() {
    while let scalar = current, scalar.properties.isWhitespace { index += 1 }
  }

  private mutating func take(_ scalar: Unicode.Scalar...) -> Bool {
    guard let current, scalar.contains(current) else { return false }
    index += 1
    return true
  }

  private mutating func digits(where isDigit: (Unicode.Scalar) -> Bool) -> ArraySlice<
    Unicode.Scalar
  > {
    let start = index
    while let scalar = current, index - start < 12, isDigit(scalar) { index += 1 }
    return scalars[start..<index]
  }

  private mutating func numeral() -> Int? { Numeral.value(of: digits(where: Numeral.isDigit)) }

  private mutating func arabic() -> Int? {
    let run = digits { ("0"..."9").contains($0) || ("\u{FF10}"..."\u{FF19}").contains($0) }
    return run.count <= 4 ? Numeral.value(of: run) : nil
  }

  /// `第十二条之一`, `제2조의3`, where the unit decides.
  ///
  /// `第十九届` is no mark: its unit is none of ours.
  mutating func ordinal() -> Found? {
    index += 1
    skipSpace()
    guard let value = numeral() else { return nil }
    skipSpace()
    guard let scheme = current.flatMap({ NumberWords.units[$0] }) else { return nil }
    index += 1
    let end = index
    if scheme == .article, take("之", "의"), let further = numeral() {
      return (scheme, [value, further])
    }
    index = end
    return (scheme, [value])
  }

  mutating func parenthesis() -> Found? {
    index += 1
    skipSpace()
    let start = index
    let run = digits {
      Numeral.isDigit($0) || ("a"..."z").contains($0) || ("A"..."Z").contains($0)
    }
    skipSpace()
    guard !run.isEmpty, run.count <= 7, take("）", ")") else { return nil }
    let first = scalars[start]
    if let value = Numeral.value(of: run) {
      let isArabic = first.isASCII || ("\u{FF10}"..."\u{FF19}").contains(first)
      return (isArabic ? .arabicParenthesis : .chineseParenthesis, [value])
    }
    guard run.allSatisfy(\.isASCII) else { return nil }
    if run.count == 1 { return (.letter, [Int(first.value | 0x20) - 0x60]) }
    if let roman = Numeral.romanValue(of: run) { return (.letter, [roman]) }
    return run.count == 2 && run.first == run.last
      ? (.letter, [26 + Int(first.value | 0x20) - 0x60]) : nil
  }

  mutating func circled() -> Found? {
    guard let current else { return nil }
    index += 1
    return (.circled, [Int(current.value) - 0x245F])
  }

  mutating func sign() -> Found? {
    _ = take("§")
    _ = take("§")
    skipSpace()
    return lettered(.article)
  }

  /// `12`, `12a`, `1.2`, `16-1`.
  private mutating func lettered(_ scheme: NumberMark.Scheme) -> Found? {
    guard let first = arabic() else { return nil }
    var value = [first]
    while current == "." || current == "-", index + 1 < scalars.endIndex,
      Numeral.isDigit(scalars[index + 1])
    {
      index += 1
      guard let next = arabic() else { return nil }
      value.append(next)
    }
    if takesOrdinalEnding() || take("°", "º") {
      _ = take(".", ":")
      return (scheme, value)
    }
    if let letter = current, ("a"..."z").contains(letter) {
      let next = index + 1 < scalars.endIndex ? scalars[index + 1] : " "
      guard !next.properties.isAlphabetic else { return nil }
      index += 1
      value.append(Int(letter.value) - 0x60)
    }
    skipNoteMark()
    _ = take(".", ":")
    return (scheme, value)
  }

  /// The mark of a note behind a number: `§ 11²`.
  private mutating func skipNoteMark() {
    while let scalar = current, "¹²³⁰⁴⁵⁶⁷⁸⁹".unicodeScalars.contains(scalar) { index += 1 }
  }

  mutating func word() -> Found? {
    if let letter = item() { return letter }
    let run = digits { $0.properties.isAlphabetic && $0.value < 0x530 }
    let word = String(scalars: run).lowercased()
    guard let scheme = NumberWords.words[word] else {
      return NumberWords.ordinals[word].flatMap { unit(behind: $0) }
    }
    // `ANNEXE` alone on its line.
    if scheme == .annex, current == nil { return (.annex, []) }
    _ = take(".")
    guard current == " " || current == "\u{A0}" else { return nil }
    skipSpace()
    if scheme == .article { skipCodeLetter() }
    let start = index
    if let found = lettered(scheme) {
      guard isFree else { return nil }
      takeSeparator()
      return found
    }
    index = start
    let ordinal = digits { $0.properties.isAlphabetic && $0.value < 0x530 }
    if let value = NumberWords.ordinals[String(scalars: ordinal).lowercased()], isFree {
      _ = take(".", ":")
      takeSeparator()
      return (scheme, [value])
    }
    index = start
    let letters = digits { ("A"..."Z").contains($0) }
    guard let value = Numeral.romanValue(of: letters),
      takesOrdinalEnding() || take(".", ":") || isFree
    else { return nil }
    takeSeparator()
    return (scheme, [value])
  }

  /// The unit behind an ordinal: `1. Abschnitt`, `Erster Teil`, `PRVÁ HLAVA`.
  private mutating func unit(behind value: Int) -> Found? {
    let start = index
    guard current == " " || current == "\u{A0}" else { return nil }
    skipSpace()
    let run = digits { $0.properties.isAlphabetic && $0.value < 0x530 }
    switch NumberWords.words[String(scalars: run).lowercased()] {
    case let scheme? where isFree && [.part, .chapter, .section].contains(scheme):
      _ = take(".", ":")
      return (scheme, [value])
    default:
      index = start
      return nil
    }
  }

  /// `a)`, as laws of many countries mark their items.
  private mutating func item() -> Found? {
    let start = index
    guard let letter = current, ("a"..."z").contains(letter) else { return nil }
    index += 1
    if take(")", "）") { return (.letter, [Int(letter.value) - 0x60]) }
    index = start
    return nil
  }

  /// The letter of French codes, which says who made the article: `L. 211-1`, `R. 12`.
  private mutating func skipCodeLetter() {
    let start = index
    guard take("L", "R", "D", "A"), take("."), let next = current else { return index = start }
    if next == " " || next == "\u{A0}" { skipSpace() }
    if !(current.map { ("0"..."9").contains($0) } ?? false) { index = start }
  }

  /// The ending of an ordinal, as in `1er`, `Ier` and `1o.`.
  private mutating func takesOrdinalEnding() -> Bool {
    let start = index
    if take("e", "E"), take("r", "R"), isFree { return true }
    index = start
    if take("o"), current == "." { return true }
    index = start
    return false
  }

  /// Takes the dash or the colon that parts a mark from its title, `TITLE 16—CONSERVATION`,
  /// `Chapitre Ier : Objet`.
  private mutating func takeSeparator() {
    let start = index
    if take("—", "–") { return }
    skipSpace()
    let isSetOff = index > start
    if isSetOff, take(":") { return }
    // `TITRE 1er. - Objet`, `Artículo 1°- Objeto`.
    if take("-", "–", "—"), current == " " || current == "\u{A0}" { return }
    index = start
  }

  /// Whether the mark ends here: what follows is the end, a space or punctuation.
  private var isFree: Bool { current.map { !$0.properties.isAlphabetic } ?? true }

  mutating func labelled(_ label: String, _ scheme: NumberMark.Scheme, needsNumber: Bool) -> Found?
  {
    for scalar in label.unicodeScalars where !take(scalar) { return nil }
    skipSpace()
    if let value = numeral() { return isFree || current != "年" ? (scheme, [value]) : nil }
    return needsNumber ? nil : (scheme, [])
  }

  mutating func annex() -> Found? {
    index += 1
    guard take("件", "表", "录") else { return nil }
    let end = index
    skipSpace()
    if let value = numeral() {
      _ = take("：", ":")
      return (.annex, [value])
    }
    index = end
    return take("：", ":") || current == nil ? (.annex, []) : nil
  }

  /// `一、`, `1.`, `1.2`, `1．`, `1、`; `2025年` and `1.5亿` are no marks.
  mutating func number() -> Found? {
    guard let first = current else { return nil }
    guard first.isASCII || ("\u{FF10}"..."\u{FF19}").contains(first) else {
      guard let value = numeral(), take("、") else { return nil }
      return (.chineseComma, [value])
    }
    guard let value = arabic(), value > 0 else { return nil }
    var values = [value]
    while current == ".", index + 1 < scalars.endIndex, Numeral.isDigit(scalars[index + 1]) {
      index += 1
      guard let next = arabic() else { return nil }
      values.append(next)
    }
    if values.count > 1 {
      // A decimal mark is followed by a space or the end: `1.2 总则`, and not `1.5亿元`.
      _ = take(".")
      guard current?.properties.isWhitespace ?? true else { return nil }
      return (.decimal, values)
    }
    if take("．", "、") { return (.arabicPoint, values) }
    if value < 1_000, take(")", "）") { return (.arabicParenthesis, values) }
    guard take(".") else { return nil }
    if let unit = unit(behind: value) { return unit }
    return current?.properties.numericType == nil ? (.arabicPoint, values) : nil
  }
}
