import SiteRendering
import Testing

@Suite struct EscapingTests {
  static let hostile = [
    "<script>alert(1)</script>", "\"><img src=x onerror=alert(1)>", "' onmouseover='alert(1)",
    "</title><h1>", "{{main}}{{{main}}}", "&lt;b&gt;", "]]>--><!--", "javascript:alert(1)",
  ]

  @Test(arguments: hostile)
  func `hostile text stays text on every page`(text: String) throws {
    let pages = try SampleSite.htmlPages(hostile: text)
    let harmless = try SampleSite.htmlPages()
    for (page, same) in zip(pages, harmless) {
      let reader = TagReader(page.text)
      #expect(reader.faults == [], "\(page.path)")
      // The text adds no element and no attribute anywhere.
      let shape = TagReader(same.text).tags.map { "\($0.name) \($0.attributes.keys.sorted())" }
      #expect(reader.tags.map { "\($0.name) \($0.attributes.keys.sorted())" } == shape)
      #expect(!reader.tags.contains { tag in tag.attributes.keys.contains { $0.hasPrefix("on") } })
      #expect(
        !reader.tags.contains { $0.attributes["href"]?.hasPrefix("javascript:") == true },
        "\(page.path)")
    }
    let reading = try #require(pages.first { $0.path == "2015/index.html" })
    #expect(TagReader(reading.text).text.contains(text))
  }

  @Test(arguments: ["\u{202E}", "\u{2066}", "\u{0}", "\u{7F}", "\u{202A}", "\u{85}"])
  func `characters that reorder or hide text don't reach a page`(character: String) throws {
    for page in try SampleSite.htmlPages(hostile: character) {
      expectAbsent(character, from: page)
    }
    #expect(HTML.text("a" + character + "b").markup == "a\u{FFFD}b")
  }

  @Test func `marks that right-to-left text needs are kept`() {
    #expect(HTML.text("א\u{200F}!\u{61C}").markup == "א\u{200F}!\u{61C}")
  }

  @Test func `an attribute's value is escaped`() {
    let element = HTML.element(.p, [.hint("a\"b'<c>&d")], "<")
    #expect(
      element.markup == "<p title=\"a&quot;b&#39;&lt;c&gt;&amp;d\">&lt;</p>")
  }

  @Test func `every page holds the strict policy and no inline style or script`() throws {
    for page in try SampleSite.htmlPages() {
      expectPresent("default-src 'none'; style-src 'self'; script-src 'self'", in: page)
      expectAbsent("unsafe-inline", from: page)
      let tags = TagReader(page.text).tags
      #expect(!tags.contains { $0.name == "style" || $0.attributes["style"] != nil })
      #expect(
        tags.filter { $0.name == "script" && !$0.isEnd }.allSatisfy { $0.attributes["src"] != nil })
    }
  }
}
