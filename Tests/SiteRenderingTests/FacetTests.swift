import Annotations
import Collation
import PlanModel
import SiteRendering
import Testing

@Suite struct FacetTests {
  private static func text(_ address: Address, of site: Site) throws -> String {
    let page = try #require(SiteRenderer(site).page(at: address, in: site.catalogues[0]))
    return String(decoding: page.bytes, as: UTF8.self)
  }

  @Test func `the notes of a kind, a year, a state and for review have a page each`() throws {
    let paths = try SampleSite.htmlPages().map(\.path)
    for facet in ["kind/task", "kind/own-kind", "year/2020", "state/under-way", "review/yes"] {
      #expect(paths.contains("notes/\(facet)/index.html"))
      #expect(paths.contains("en/notes/\(facet)/index.html"))
    }
    #expect(!paths.contains { $0.hasPrefix("notes/agency") })
  }

  @Test func `a page of a facet holds the facet's notes alone`() throws {
    let pages = try SampleSite.htmlPages()
    let page = try #require(pages.first { $0.path == "notes/state/under-way/index.html" })
    #expect(page.text.contains("id=\"note-dikes\""))
    #expect(!page.text.contains("id=\"note-gone\""))
    #expect(page.text.contains("data-facet=\"state=under-way\" aria-current=\"page\""))
  }

  @Test func `a value that can't name a folder has no page and does no harm`() throws {
    var site = try SampleSite.site()
    site.notes[0].kind = "../../evil"
    site.notes[0].progress = [.init(on: "2019-01-01", state: "a b/c")]
    let paths = try SiteRenderer(site).pages().map(\.path)
    #expect(!paths.contains { $0.contains("evil") || $0.contains("a b") })
    #expect(try Self.text(.notes, of: site).contains("id=\"note-dikes\""))
  }

  @Test func `changes can be picked by weight, value and sort without script`() throws {
    let page = try Self.text(.comparison(old: "2015", new: "2020"), of: SampleSite.site())
    for anchor in ["only-weight-substantive", "only-value-date", "only-sort-moved"] {
      #expect(page.contains("<span class=\"only\" id=\"\(anchor)\">"))
      #expect(page.contains("href=\"#\(anchor)\""))
    }
    #expect(page.contains("data-facets=\"weight=substantive value=date value=number sort=edited\""))
  }

  @Test func `the style sheet has a rule for each value by which changes are picked`() throws {
    func rules(for tag: String) throws -> Int {
      var site = try SampleSite.site()
      site.comparisons[0].comparison.links[3].tags.append(tag)
      let sheet = try #require(SiteRenderer(site).pages().first { $0.path == "theme/site.css" })
      let words = String(decoding: sheet.bytes, as: UTF8.self)
      return words.ranges(of: ".change:not([data-facets~=\"value=\(tag)\"])").count
    }
    #expect(try rules(for: "number") == 1)
    #expect(try rules(for: "water") == 1)
    #expect(try rules(for: "水") == 1)
    #expect(try rules(for: "a\"]{}") == 0)
  }

  @Test func `an agency's page says where a version names it anew`() throws {
    var site = try SampleSite.site()
    let page = Address.agency(id: "mwr")
    #expect(try !Self.text(page, of: site).contains("class=\"values\""))
    site.agencies[0].otherNames = ["新设的局"]
    let index = try #require(
      site.versions[1].plan.blocks.firstIndex { $0.id.rawValue == "p-dikes" })
    let text = site.versions[1].plan.blocks[index].text
    site.versions[1].plan.blocks[index].text = text + "由新设的局负责。"
    var links = site.comparisons[0].comparison.links
    let count = text.unicodeScalars.count
    links[3].tags.append("agency")
    links[3].spans.append(
      .init(
        old: count..<count, new: count..<count + 8, substance: .substantive, tags: ["agency"]))
    site.comparisons[0].comparison = Comparison(links: links)
    let news = try Self.text(page, of: site)
    #expect(news.contains("class=\"values\""))
    #expect(news.contains("由新设的局负责。"))
    #expect(news.contains("href=\"../../compare/2015..2020/index.html#p-dikes\""))
  }

  @Test func `a page says what it is to those who find it elsewhere`() throws {
    var site = try SampleSite.site()
    site.address = SiteAddress("https://example.org/plan")
    let page = try Self.text(.reading(version: "2015"), of: site)
    #expect(page.contains("<meta name=\"description\" content=\"承前页的一段。\">"))
    #expect(page.contains("<link rel=\"canonical\" href=\"https://example.org/plan/2015/\">"))
    #expect(page.contains("<meta property=\"og:title\" content=\"2015年 · 水利规划\">"))
    site.address = nil
    #expect(try !Self.text(.home, of: site).contains("canonical"))
  }
}
