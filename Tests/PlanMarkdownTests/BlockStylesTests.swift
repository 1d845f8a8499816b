import PlanMarkdown
import PlanModel
import Testing

@Suite struct `The styles of a block's words` {
  /// Reads a document of one block and writes each styled stretch of its text in brackets.
  private func shown(_ markdown: String) throws -> String {
    let draft = try #require(MarkdownDocument(markdown, file: "a.md").draft.blocks.first)
    return shown(
      Block(
        id: try #require(BlockID("p-1")), kind: draft.kind, text: draft.text, markup: draft.markup))
  }

  private func shown(_ block: Block) -> String {
    var pieces = block.text.unicodeScalars.map { String(Character($0)) }
    for (style, range) in block.styles {
      let name =
        switch style {
        case .emphasis: "em"
        case .strong: "strong"
        case .code: "code"
        case .link(let destination): destination
        }
      pieces[range.lowerBound] = "⟦\(name) " + pieces[range.lowerBound]
      pieces[range.upperBound - 1] += "⟧"
    }
    return pieces.joined()
  }

  @Test(arguments: [
    ("Plain words.", "Plain words."),
    ("An *apple* a **day**.", "An ⟦em apple⟧ a ⟦strong day⟧."),
    ("保护**生态*环境***。", "保护⟦strong 生态⟦em 环境⟧⟧。"),
    ("Run `x < y & z`.", "Run ⟦code x < y & z⟧."),
    ("**一行\n又一行**。", "⟦strong 一行又一行⟧。"),
    ("*one\ntwo*  \nthree", "⟦em one two⟧ three"),
    (
      "See [the *report*](https://a.b \"c\").",
      "See ⟦https://a.b [the ⟦em report⟧](https://a.b \"c\")⟧."
    ),
    ("See <https://a.b> *now*.", "See ⟦https://a.b https://a.b⟧ ⟦em now⟧."),
    ("![*map*](m.png)", "⟦m.png ![⟦em map⟧](m.png)⟧"),
    ("- **first** item", "⟦strong first⟧ item"),
    ("A <b>bold</b> *claim*", "A bold ⟦em claim⟧"),
    ("*\u{1F600}e\u{301}* ok", "⟦em \u{1F600}e\u{301}⟧ ok"),
    ("\\*not\\* *but*", "*not* ⟦em but⟧"),
  ])
  func `lie over the words that the markup styles`(markdown: String, expected: String) throws {
    #expect(try shown(markdown) == expected)
  }

  @Test(arguments: [
    ("**other** words", "these words"), ("**these** words more", "these words"),
    ("**these**", "these words"), ("1. **these** words", "1. these words"), ("", "these"),
  ])
  func `are none where text and markup say different things`(markup: String, text: String) throws {
    let block = Block(
      id: try #require(BlockID("p-1")), kind: .paragraph, text: text, markup: markup)
    #expect(shown(block) == text)
  }

  @Test func `are none over white space alone`() throws {
    let block = Block(
      id: try #require(BlockID("p-1")), kind: .paragraph, text: "a b", markup: "a` `b")
    #expect(shown(block) == "a b")
  }
}
