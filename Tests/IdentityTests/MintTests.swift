import Identity
import PlanModel
import Testing

private func mint(_ texts: String..., kind: Block.Kind = .paragraph) -> [String] {
  var mint = Mint()
  return texts.map { mint.identifier(for: kind, number: nil, text: $0).rawValue }
}

@Suite struct `A minted identifier` {
  /// The first 40 bits of SHA-256 of the canonical text in Crockford's base 32, computed apart from
  /// this program.
  @Test(arguments: [("坚持生态保护优先.", "p-39s6vnhh"), ("abc", "p-q9w1dfwf")])
  func `comes from SHA-256 of the canonical text`(text: String, expected: String) {
    #expect(mint(text) == [expected])
  }

  @Test(arguments: [
    "加快推进 5G 网络建设，支持“互联网+先进制造业”。",
    "加快推进5G网络建设, 支持「互联网＋先进制造业」.",
    "加快推进５Ｇ网络建设，\n支持\u{200B}“互联网+先进制造业”｡",
    "\u{FEFF}加快\u{3000}推进5G网络建设，支持\"互联网+先进制造业\"。",
  ])
  func `is not changed by wrapping, spacing or width`(text: String) {
    #expect(mint(text) == mint("加快推进5G网络建设，支持“互联网+先进制造业”。"))
  }

  @Test func `is another one for other words, and for a heading`() {
    #expect(mint("总则") != mint("总 纲"))
    #expect(mint("总则", kind: .heading(level: 1))[0].hasPrefix("h-"))
  }

  @Test func `is another one for the second of two equal texts, the same on each run`() {
    let first = mint("略。", "略。", "略。")
    #expect(Set(first).count == 3)
    #expect(first == mint("略。", "略。", "略。"))
  }

  @Test func `is never one that was given before`() throws {
    let old = try #require(BlockID(mint("略。")[0]))
    var again = Mint(taken: [old])
    let new = again.identifier(for: .paragraph, number: nil, text: "略。")
    #expect(new != old)
    #expect(new.rawValue.hasPrefix(old.rawValue))
  }

  @Test func `of a heading without words comes from its number`() {
    var mint = Mint()
    let first = mint.identifier(for: .heading(level: 1), number: "第一章", text: "")
    #expect(first != mint.identifier(for: .heading(level: 1), number: "第二章", text: ""))
  }

  @Test func `has no letter that looks like a digit`() {
    var mint = Mint()
    for number in 0..<500 {
      let id = mint.identifier(for: .paragraph, number: nil, text: "文\(number)").rawValue
      #expect(id.dropFirst(2).allSatisfy { !"ilou".contains($0) })
      #expect(id.count == 10)
    }
  }
}
