import Annotations
import PlanModel
import SiteRendering
import Testing

@Suite struct NoteTextTests {
  /// The register of the sample with one note that says something.
  private static func register(
    saying text: String = "", facts: [Site.Fact] = []
  ) throws -> String {
    var site = try SampleSite.site()
    site.notes[0].text = text
    site.notes[0].facts = facts
    let renderer = try SiteRenderer(site)
    let page = try #require(renderer.page(at: .notes, in: site.catalogues[0]))
    return String(decoding: page.bytes, as: UTF8.self)
  }

  @Test(arguments: [
    ("Is **this** enough?", "<p>Is <strong>this</strong> enough?</p>"),
    ("*one* `a < b`", "<p><em>one</em> <code>a &lt; b</code></p>"),
    ("- first\n- second", "<ul><li>first</li><li>second</li></ul>"),
    ("3. third\n4. fourth", "<ol start=\"3\"><li>third</li><li>fourth</li></ol>"),
    ("## A heading", "<p><strong>A heading</strong></p>"),
    ("> said", "<blockquote><p>said</p></blockquote>"),
    (
      "[paper](https://example.org/?a=1&b=2)",
      "<a href=\"https://example.org/?a=1&amp;b=2\" rel=\"noopener noreferrer\">paper</a>"
    ),
    ("[the gates](p-gates)", "<a href=\"../2015/index.html#p-gates\">the gates</a>"),
    ("[another](overlap)", "<a href=\"#note-overlap\">another</a>"),
  ])
  func `Markdown in a note is HTML`(text: String, expected: String) throws {
    #expect(try Self.register(saying: text).contains(expected))
  }

  @Test(arguments: [
    "<script>alert(1)</script>", "a <img src=x onerror=alert(1)> b",
    "[x](javascript:alert(1))", "![x](data:text/html,x)", "[x](//evil.example/)", "[x](p-unknown)",
  ])
  func `what could do harm is text`(text: String) throws {
    let page = try Self.register(saying: text)
    #expect(!page.contains("<script>alert") && !page.contains("<img src=x"))
    #expect(!page.contains("href=\"javascript:") && !page.contains("href=\"//"))
    #expect(!page.contains("href=\"data:") && !page.contains("p-unknown\""))
  }

  @Test func `ten thousand quotation marks don't nest ten thousand elements`() throws {
    let page = try Self.register(saying: String(repeating: "> ", count: 10_000) + "deep")
    #expect(page.utf8.count < 40_000)
    #expect(page.contains("deep"))
  }

  @Test func `a reference leads to the block or the note that it names`() throws {
    let page = try Self.register(facts: [
      .init(
        label: LocalizedText("所指"), value: .references(["p-dikes", "crossing", "国务院令第1号"]))
    ])
    #expect(page.contains("href=\"../2020/index.html#p-dikes\" class=\"position\""))
    #expect(page.contains("href=\"#note-crossing\""))
    #expect(page.contains("国务院令第1号"))
  }

  @Test func `an agency that a note names by its identifier is shown by its name`() throws {
    var site = try SampleSite.site()
    site.notes[0].parts = [.init(role: "lead", name: "mwr", agency: "mwr")]
    let page = try #require(SiteRenderer(site).page(at: .notes, in: site.catalogues[0]))
    #expect(String(decoding: page.bytes, as: UTF8.self).contains(">水利部</a>"))
  }
}
