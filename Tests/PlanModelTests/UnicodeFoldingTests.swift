import PlanModel
import Testing

@Suite struct `Folding` {
  private func folded(_ text: String) -> String {
    String(String.UnicodeScalarView(FoldedText(text).scalars))
  }

  @Test(arguments: [
    ("到２０２５年，５Ｇ覆盖率达到　８０％。", "到2025年,5G覆盖率达到80%。"),
    ("到 2025 年, 5G 覆盖率", "到2025年,5G覆盖率"),
    ("“一核五圈”", "\"一核五圈\""),
    ("「一核五圈」", "\"一核五圈\""),
    ("上海——南京", "上海-南京"),
    ("Ｔｈｅ first", "The first"),
    ("two  words\n and a\u{AD} third", "two words and a third"),
    ("\u{FEFF}零\u{200B}宽", "零宽"),
    ("e\u{301}te\u{301}", "été"),
    ("  ", ""),
  ])
  func `makes one of what only typesetting tells apart`(text: String, expected: String) {
    #expect(folded(text) == expected)
  }

  @Test(arguments: ["力争", "2020年", "été", "a b", "第一条 为了", "Section 1. Scope"])
  func `keeps words apart`(text: String) {
    for other in ["确保", "2025年", "ete", "ab", "第二条 为了", "Section 1. Scopes"] {
      #expect(folded(text) != folded(other))
    }
  }

  @Test(arguments: ["到 ２０２５ 年　，Ｅ\u{301}x——y", "ﬁn㎡ ①", "각가\u{11A8} \u{200B}", ""])
  func `leads back to the source`(text: String) {
    let folded = FoldedText(text)
    let length = text.unicodeScalars.count
    #expect(folded.origins.count == folded.scalars.count + 1)
    #expect(folded.origins.last == length)
    #expect(zip(folded.origins, folded.origins.dropFirst()).allSatisfy { $0 <= $1 })
    #expect(folded.origins.allSatisfy { (0...length).contains($0) })
  }

  @Test func `finds the place of a folded piece in its source`() {
    let text = Array("到 ２０２５ 年".unicodeScalars)
    let folded = FoldedText(text)
    #expect(folded.source(of: 1..<5) == 2..<7)
    #expect(folded.source(of: 0..<1) == 0..<2)
  }

  @Test func `folds twice as once`() {
    for text in ["到 ２０２５ 年 , “x” —— y", "Hello ，world （ok）", "ｶﾞ－－x"] {
      #expect(folded(folded(text)) == folded(text))
    }
  }

  @Test func `knows spaces and invisible characters as Unicode does`() {
    let scalars = (0...0x10_FFFF as ClosedRange<UInt32>).compactMap(Unicode.Scalar.init)
    #expect(scalars.filter { $0.isSpace != $0.properties.isWhitespace }.isEmpty)
    #expect(
      scalars.filter { $0.isInvisible != $0.properties.isDefaultIgnorableCodePoint }.isEmpty)
  }
}
