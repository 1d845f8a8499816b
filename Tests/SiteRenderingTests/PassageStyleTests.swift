import Fuzzing
import PlanMarkdown
import PlanModel
import SiteRendering
import Testing

@Suite struct `Markup in a plan's paragraphs` {
  /// The HTML of a paragraph written in Markdown, with notes over ranges of its text.
  private func paragraph(
    _ markdown: String, notes: [Range<Int>] = []
  ) throws -> (html: String, text: String) {
    let draft = try #require(MarkdownDocument(markdown, file: "a.md").draft.blocks.first)
    let id = try #require(BlockID("p-styled"))
    var site = try SampleSite.site()
    site.comparisons = []
    site.notes = notes.enumerated().map { index, range in
      Site.Note(
        id: "n\(index + 1)", kind: "task", quote: "…",
        placements: [
          .init(version: "2015", outcome: .attached, passages: [.init(block: id, range: range)])
        ])
    }
    site.versions = [
      Site.Version(
        name: "2015", label: "2015",
        plan: Plan(
          metadata: PlanMetadata(),
          blocks: [Block(id: id, kind: draft.kind, text: draft.text, markup: draft.markup)]))
    ]
    let pages = SampleSite.htmlPages(of: try SiteRenderer(site).pages())
    let page = try #require(pages.first { $0.path == "2015/index.html" }).text
    let start = try #require(page.firstRange(of: "class=\"words\" dir=\"auto\">"))
    let end = try #require(page[start.upperBound...].firstRange(of: "</p>"))
    return (String(page[start.upperBound..<end.lowerBound]), draft.text)
  }

  private func mark(_ words: String, _ number: Int) -> String {
    "<mark class=\"task\" data-notes=\"\(number)\">\(words)</mark>"
  }

  private func callout(_ number: Int) -> String {
    "<a class=\"callout\" id=\"at-n\(number)\" href=\"#note-n\(number)\""
      + " aria-label=\"注 \(number)\">\(number)</a>"
  }

  @Test(arguments: [
    ("plain", "plain"),
    ("an *apple* a **day**", "an <em>apple</em> a <strong>day</strong>"),
    ("**a*b***", "<strong>a</strong><strong><em>b</em></strong>"),
    ("run `x < y`", "run <code>x &lt; y</code>"),
    (
      "see [it](https://a.b/?c=1&d=2)",
      "see <a href=\"https://a.b/?c=1&amp;d=2\" rel=\"noopener noreferrer\">"
        + "[it](https://a.b/?c=1&amp;d=2)</a>"
    ),
    (
      "[*all* of it](http://a.b)",
      "<a href=\"http://a.b\" rel=\"noopener noreferrer\">[<em>all</em> of it](http://a.b)</a>"
    ),
    ("第一句。**第二**句。", "<span class=\"lead\">第一句。</span><strong>第二</strong>句。"),
    (
      "**第一句。第二**句。",
      "<span class=\"lead\"><strong>第一句。</strong></span><strong>第二</strong>句。"
    ),
  ])
  func `is shown as what it says`(markdown: String, expected: String) throws {
    #expect(try paragraph(markdown).html == expected)
  }

  @Test func `is cut with a note that overlaps it`() throws {
    let html = try paragraph("an **apple a** day", notes: [0..<5]).html
    #expect(
      html == mark("an ", 1) + mark("<strong>ap</strong>", 1) + callout(1)
        + "<strong>ple a</strong> day")
  }

  @Test func `is parted where a note's number, itself a link, stands inside a link`() throws {
    let html = try paragraph("<https://a.b/cd>!", notes: [0..<8, 10..<15]).html
    let link = "<a href=\"https://a.b/cd\" rel=\"noopener noreferrer\">"
    #expect(
      html == link + mark("https://", 1) + "</a>" + callout(1) + link + "a."
        + mark("b/cd", 2).replacing("</mark>", with: "</mark></a>" + mark("!", 2) + callout(2)))
  }

  @Test(arguments: [
    "[a](javascript:alert(1))", "[a](data:text/html,b)", "[a](//example.org/)", "[a](p-other)",
    "![a](file:///etc/passwd)", "[a](<https://a.b/ c>)", "<javascript:alert(1)>",
    "[a](vbscript:x)", "[a](JaVaScRiPt:alert(1))", "[a](\u{1}javascript:alert(1))",
  ])
  func `makes no link of what leads elsewhere than into the web`(markdown: String) throws {
    let (html, text) = try paragraph(markdown)
    let reader = TagReader(html)
    #expect(reader.tags == [])
    #expect(reader.text == text.replacing("\u{1}", with: "\u{FFFD}"))
  }

  @Test(arguments: EscapingTests.hostile)
  func `adds no element but its own, whatever it holds`(hostile: String) throws {
    let escaped = hostile.map { $0.isLetter ? "\($0)" : "\\\($0)" }.joined()
    let (html, text) = try paragraph("**a\(escaped)** `\(hostile)` *z*", notes: [1..<4])
    let reader = TagReader(html)
    #expect(reader.faults == [])
    #expect(Set(reader.tags.map(\.name)).isSubset(of: ["strong", "code", "em", "mark", "a"]))
    #expect(reader.tags.filter { $0.name == "a" && !$0.isEnd }.count == 1)
    #expect(reader.text == String(text.prefix(4)) + "1" + String(text.dropFirst(4)))
  }

  @Test(arguments: 0..<60 as Range<UInt64>)
  func `loses and doubles nothing of the text, whatever lies over it`(seed: UInt64) throws {
    var random = SplitMix64(seed: seed)
    let pieces = [
      "堤防", "*", "**", "`", "[", "](https://a.b)", "](c)", "<https://d.e>", "word ", " ", "。", "&",
      "<b>", "\n", "  \n", "\\*", "_x_", "![", "\u{1F600}", "e\u{301}", "\u{3000}", "\"",
    ]
    let markdown =
      "始"
      + (0..<Int.random(in: 1...20, using: &random))
      .map { _ in pieces.randomElement(using: &random) ?? "" }.joined() + "终"
    let draft = try #require(MarkdownDocument(markdown, file: "a.md").draft.blocks.first)
    let count = draft.text.unicodeScalars.count
    let notes = (0..<Int.random(in: 0...3, using: &random)).map { _ in
      let start = Int.random(in: 0..<count, using: &random)
      return start..<Int.random(in: start + 1...count, using: &random)
    }
    let (html, text) = try paragraph(markdown, notes: notes)
    var words = html.unicodeScalars
    while let start = words.firstRange(of: "<a class=\"callout\"".unicodeScalars),
      let end = words[start.lowerBound...].firstRange(of: "</a>".unicodeScalars)
    {
      words.removeSubrange(start.lowerBound..<end.upperBound)
    }
    let reader = TagReader(String(words))
    #expect(reader.faults == [], "\(markdown.debugDescription)")
    #expect(reader.text == text, "\(markdown.debugDescription)")
    #expect(
      TagReader(html).tags.count { $0.attributes["class"] == "callout" } == notes.count,
      "\(markdown.debugDescription)")
    // No link in a link.
    var depth = 0
    for tag in TagReader(html).tags where tag.name == "a" {
      depth += tag.isEnd ? -1 : 1
      #expect(depth <= 1)
    }
  }
}
