import Collation
import SiteRendering
import Testing

@Suite struct ComparisonPageTests {
  private func edition() throws -> Edition { try Edition(SampleSite.site()) }

  @Test func `moved blocks leave a sign where they stood, and headings stay above their changes`()
    throws
  {
    let comparison = try #require(try edition().comparisons.first)
    #expect(
      changeSequence(of: comparison) == [
        .change(0), .unchanged([1]), .landmark(2), .change(3), .change(4), .change(5), .change(6),
        .change(7), .change(8), .departure(0),
      ])
  }

  @Test func `the summary counts each sort and lists changed values`() throws {
    let comparison = try #require(try edition().comparisons.first)
    let summary = ChangeSummary(of: comparison)
    let counts = Dictionary(uniqueKeysWithValues: summary.counts.map { ($0.sort, $0.count) })
    #expect(
      counts == [
        .edited: 1, .retitled: 1, .inserted: 1, .deleted: 1, .moved: 1, .split: 1, .merged: 1,
        .renumbered: 1, .unchanged: 2,
      ])
    #expect(summary.values.map(\.tag) == ["date", "number"])
    #expect(summary.values.map { $0.changes.map(\.link) } == [[3], [3]])
  }

  @Test func `insertions and deletions are said in words too`() throws {
    let page = try #require(
      try SampleSite.htmlPages().first { $0.path == "compare/2015..2020/index.html" })
    expectPresent(
      "<del class=\"substantive\"><span class=\"unseen\" lang=\"zh-Hans\">〔删去〕</span>2020", in: page
    )
    expectPresent(
      "<ins class=\"substantive\"><span class=\"unseen\" lang=\"zh-Hans\">〔新增〕</span>2025", in: page
    )
  }

  @Test func `each side of the side-by-side page has its own reading alone`() throws {
    let page = try #require(
      try SampleSite.htmlPages().first {
        $0.path == "compare/2015..2020/side-by-side/index.html"
      })
    let old = try #require(page.text.split(separator: "<p class=\"words old\"").dropFirst().first)
    let body = try #require(old.split(separator: "</p>").first)
    let hasInsertion = body.contains("<ins")
    #expect(!hasInsertion)
  }

  @Test(arguments: [
    "index.html", "2020/index.html", "compare/2015..2020/index.html",
    "compare/2015..2020/side-by-side/index.html", "compare/index.html", "notes/index.html",
    "agencies/mwr/index.html", "history/p-fresh/index.html", "en/2020/index.html",
  ])
  func `a version's notice stands on every page that shows it`(path: String) throws {
    let page = try #require(try SampleSite.htmlPages().first { $0.path == path })
    expectPresent("本版本系虚构", in: page)
  }

  @Test func `a comparison that doesn't fit its versions is refused`() throws {
    var site = try SampleSite.site()
    site.comparisons[0].comparison.links.removeLast()
    #expect(throws: SiteFault.unfitComparison(old: "2015", new: "2020")) {
      _ = try SiteRenderer(site)
    }
    site.comparisons[0].new = "2021"
    #expect(throws: SiteFault.unknownVersion("2021")) { _ = try SiteRenderer(site) }
  }

  @Test(arguments: ["", "..", "a/b", ".hidden", "notes", "a b", "C:", "a."])
  func `a version can't have a name that is no folder`(name: String) throws {
    var site = try SampleSite.site()
    site.versions[0].name = name
    #expect(throws: SiteFault.unusableName(name)) { _ = try SiteRenderer(site) }
  }
}
