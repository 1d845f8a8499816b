/// The mark that numbers a heading, an article or an item: `第二节`, `一、`, `（三）`, `§ 12a`.
///
/// A mark is set aside before texts are compared, since renumbering is the commonest of all changes
/// to a law (93 of the 118 changed blocks of the Civil Procedure Law's amendment of 2023), and it
/// gives a heading its level and a block its position.
public struct NumberMark: Sendable, Hashable {
  /// The family of marks, from which the level of what it numbers follows.
  public enum Scheme: String, Sendable, Hashable, CaseIterable {
    /// `第一编`, `第一篇`, `Part I`.
    case part
    /// `第一章`, `Chapter 1`.
    case chapter
    /// `第一节`, `Section 1`.
    case section
    /// `第一条`, `Article 1`, `§ 1`.
    case article
    /// `一、`.
    case chineseComma
    /// `（一）`.
    case chineseParenthesis
    /// `1.`.
    case arabicPoint
    /// `（1）`.
    case arabicParenthesis
    /// `1.2` and deeper.
    case decimal
    /// `①`.
    case circled
    /// `(a)`.
    case letter
    /// `专栏1`.
    case box
    /// `附件1`.
    case annex
  }

  /// The family.
  public var scheme: Scheme
  /// The number; several parts for `1.2.3` and for `第十二条之一`.
  public var value: [Int]
  /// The mark as printed, without the space that follows it.
  public var text: String
  /// How many scalars mark and following space take from the start of the text.
  public var length: Int

  /// Creates a mark.
  public init(scheme: Scheme, value: [Int], text: String, length: Int) {
    self.scheme = scheme
    self.value = value
    self.text = text
    self.length = length
  }

  /// Reads the mark at the start of a text.
  ///
  /// It fails if no mark opens the text.
  ///
  /// - Parameter text: A line or block without leading space.
  /// - Complexity: O(1); a mark has at most 24 scalars.
  public init?(openingOf text: String) {
    let scalars = Array(text.unicodeScalars.prefix(40))
    self.init(openingOf: scalars[...])
  }

  /// Reads the mark at the start of some scalars.
  public init?(openingOf scalars: ArraySlice<Unicode.Scalar>) {
    guard let first = scalars.first else { return nil }
    var reader = MarkReader(scalars: scalars)
    let found: (scheme: Scheme, value: [Int])? =
      switch first {
      case "第": reader.ordinal()
      case "（", "(": reader.parenthesis()
      case "专": reader.labelled("专栏", .box, needsNumber: true)
      case "附": reader.annex()
      case "§": reader.sign()
      case "①"..."⑳": reader.circled()
      case "A"..."Z", "a"..."z": reader.word()
      default: Numeral.isDigit(first) ? reader.number() : nil
      }
    guard let found else { return nil }
    let mark = scalars[scalars.startIndex..<reader.index]
    reader.skipSpace()
    self.init(
      scheme: found.scheme, value: found.value, text: String(scalars: mark),
      length: reader.index - scalars.startIndex)
  }
}

/// Reads one mark; each function leaves the index behind what it took.
private struct MarkReader {
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

  /// `第十二条之一`, where the unit decides.
  ///
  /// `第十九届` is no mark: its unit is none of ours.
  mutating func ordinal() -> Found? {
    index += 1
    skipSpace()
    guard let value = numeral() else { return nil }
    skipSpace()
    let scheme: NumberMark.Scheme
    switch current {
    case "编", "篇": scheme = .part
    case "章": scheme = .chapter
    case "节": scheme = .section
    case "条", "條": scheme = .article
    default: return nil
    }
    index += 1
    let end = index
    if scheme == .article, take("之"), let further = numeral() { return (scheme, [value, further]) }
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
    if takesOrdinalEnding() { return (scheme, value) }
    if let letter = current, ("a"..."z").contains(letter) {
      let next = index + 1 < scalars.endIndex ? scalars[index + 1] : " "
      guard !next.properties.isAlphabetic else { return nil }
      index += 1
      value.append(Int(letter.value) - 0x60)
    }
    _ = take(".", ":")
    return (scheme, value)
  }

  mutating func word() -> Found? {
    let run = digits { $0.properties.isAlphabetic && $0.value < 0x250 }
    let word = String(scalars: run).lowercased()
    let scheme: NumberMark.Scheme
    switch word {
    case "part", "title", "book", "teil", "buch", "livre", "partie", "titre", "libro", "titolo",
      "título", "parte":
      scheme = .part
    case "chapter", "kapitel", "chapitre", "capítulo", "capitolo": scheme = .chapter
    case "section", "subchapter", "abschnitt", "titel", "sección", "sezione": scheme = .section
    // `Sec. 2.` of an act of Congress is what `§ 2` is in the code.
    case "article", "art", "artikel", "artículo", "articolo", "sec": scheme = .article
    case "annex", "appendix", "schedule", "annexe", "anhang", "anlage", "anexo", "allegato":
      scheme = .annex
    default: return nil
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
    let letters = digits { ("A"..."Z").contains($0) }
    guard let value = Numeral.romanValue(of: letters),
      takesOrdinalEnding() || take(".", ":") || isFree
    else { return nil }
    takeSeparator()
    return (scheme, [value])
  }

  /// The letter of French codes, which says who made the article: `L. 211-1`, `R. 12`.
  private mutating func skipCodeLetter() {
    let start = index
    guard take("L", "R", "D", "A"), take("."), let next = current else { return index = start }
    if next == " " || next == "\u{A0}" { skipSpace() }
    if !(current.map { ("0"..."9").contains($0) } ?? false) { index = start }
  }

  /// The ending of `1er` and `Ier`.
  private mutating func takesOrdinalEnding() -> Bool {
    let start = index
    if take("e", "E"), take("r", "R"), isFree { return true }
    index = start
    return false
  }

  /// Takes the dash or the colon that parts a mark from its title, `TITLE 16—CONSERVATION`,
  /// `Chapitre Ier : Objet`.
  private mutating func takeSeparator() {
    let start = index
    if take("—", "–") { return }
    skipSpace()
    if index == start || !take(":") { index = start }
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
    guard take(".") else { return nil }
    return current?.properties.numericType == nil ? (.arabicPoint, values) : nil
  }
}
