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
      case "第", "제": reader.ordinal()
      case "（", "(": reader.parenthesis()
      case "专": reader.labelled("专栏", .box, needsNumber: true)
      case "附": reader.annex()
      case "§": reader.sign()
      case "①"..."⑳": reader.circled()
      case "A"..."Z", "a"..."z", "\u{C0}"..."\u{24F}", "\u{370}"..."\u{52F}": reader.word()
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
