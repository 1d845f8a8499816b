import Collation
import Fuzzing
import PlanMarkdown
import PlanModel
import SiteRendering
import Testing

/// What stands in a comparison reads as in the text: with its styles, and in whole words.
@Suite struct `The text in a comparison` {
  /// The pages of a site of two versions of one paragraph, with one change.
  private func pages(
    _ old: String, _ new: String, span: Comparison.Span
  ) throws -> [String: String] {
    let id = try #require(BlockID("p-styled"))
    var site = try SampleSite.site()
    site.notes = []
    site.versions = try zip(["1", "2"], [old, new]).map { name, markdown in
      let draft = try #require(MarkdownDocument(markdown, file: "a.md").draft.blocks.first)
      return Site.Version(
        name: name,
        plan: Plan(
          metadata: PlanMetadata(),
          blocks: [Block(id: id, kind: draft.kind, text: draft.text, markup: draft.markup)]),
        sourceLines: [draft.text], places: [id: SourcePlace(lines: 1...1, bytes: 0..<1)])
    }
    let link = Comparison.Link(
      old: [0], new: [0], kind: .edited, confidence: 1, spans: [span])
    site.comparisons = [
      .init(old: "1", new: "2", comparison: Comparison(links: [link]))
    ]
    return Dictionary(
      SampleSite.htmlPages(of: try SiteRenderer(site).pages()).map { ($0.path, $0.text) },
      uniquingKeysWith: { first, _ in first })
  }

  @Test func `has the styles of the markup, cut where the change is cut`() throws {
    let pages = try pages(
      "甲**乙丙**丁*戊*", "甲**乙己**丁*戊*",
      span: Comparison.Span(old: 2..<3, new: 2..<3, substance: .wording))
    let both = try #require(pages["compare/1..2/index.html"])
    #expect(both.contains("甲<strong>乙</strong><del"))
    #expect(both.contains("<strong>丙</strong><span class=\"unseen\""))
    #expect(both.contains("<strong>己</strong><span class=\"unseen\""))
    #expect(both.contains("丁<em>戊</em></p>"))
    let history = try #require(pages["history/p-styled/index.html"])
    #expect(history.contains(">甲<strong>乙丙</strong>丁<em>戊</em></p>"))
    let source = try #require(pages["2/source/index.html"])
    #expect(source.contains("甲<strong>乙己</strong>丁<em>戊</em></p>"))
  }

  /// The words of the first excerpt of a page, without the mark of its cut.
  private func excerpt(in page: String) throws -> String {
    let start = try #require(page.firstRange(of: "<span class=\"excerpt\" lang=\"und\">"))
    let end = try #require(page[start.upperBound...].firstRange(of: "</span> <a"))
    return TagReader(String(page[start.upperBound..<end.lowerBound])).text
  }

  @Test(arguments: 1...20 as ClosedRange<UInt64>)
  func `is shown in whole words where a part of it is shown`(seed: UInt64) throws {
    var chance = SplitMix64(seed: seed)
    let words = (0..<40).map { _ in
      String(
        (0..<Int.random(in: 1...14, using: &chance)).map { _ in
          "abcdefghij".randomElement(using: &chance) ?? "a"
        })
    }
    let place = Int.random(in: 0..<words.count, using: &chance)
    var changed = words
    changed[place] = "2030"
    let start = words[..<place].reduce(0) { $0 + $1.count + 1 }
    let pages = try pages(
      words.joined(separator: " "), changed.joined(separator: " "),
      span: Comparison.Span(
        old: start..<start + words[place].count, new: start..<start + 4,
        substance: .substantive, tags: ["number"]))
    let page = try #require(pages["compare/1..2/index.html"])
    let shown = try excerpt(in: page).split(separator: " ").map(String.init)
      .flatMap { $0.split(whereSeparator: { !$0.isLetter && !$0.isNumber }) }.map(String.init)
    let known = Set(words + changed)
    #expect(shown.count > 2)
    for word in shown where word.allSatisfy(\.isASCII) { #expect(known.contains(word), "\(shown)") }
  }
}
