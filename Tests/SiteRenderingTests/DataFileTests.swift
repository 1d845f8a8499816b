import Collation
import Foundation
import FoundationXML
import PlanModel
import SiteRendering
import Testing

@Suite struct `The files for programs` {
  private func pages(_ address: String?) throws -> [String: String] {
    var site = try SampleSite.site()
    site.address = address.flatMap(SiteAddress.init)
    return Dictionary(
      try SiteRenderer(site).pages().map { ($0.path, String(decoding: $0.bytes, as: UTF8.self)) },
      uniquingKeysWith: { first, _ in first })
  }

  @Test func `are one text for each version and one for each comparison`() throws {
    let site = try SampleSite.site()
    let pages = try pages(nil)
    for version in site.versions {
      let text = try #require(pages[version.name + "/plan.json"])
      let form = try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any]
      let plan = try #require(form?["plan"] as? [String: Any])
      let blocks = try #require(plan["blocks"] as? [[String: Any]])
      #expect(blocks.map { $0["id"] as? String } == version.plan.blocks.map(\.id.rawValue))
      #expect(blocks.map { $0["text"] as? String } == version.plan.blocks.map(\.text))
    }
    for pair in site.comparisons {
      let text = try #require(pages["compare/\(pair.old)..\(pair.new)/comparison.json"])
      let form = try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any]
      #expect((form?["links"] as? [Any])?.count == pair.comparison.links.count)
    }
  }

  @Test func `are no feed and no map as long as nobody knows where the site is`() throws {
    let pages = try pages(nil)
    #expect(pages["feed.xml"] == nil && pages["sitemap.xml"] == nil)
    #expect(pages["index.html"]?.contains("application/atom+xml") == false)
  }

  @Test func `name every page by its whole address`() throws {
    let pages = try pages("https://example.org/a b".replacing(" ", with: "-"))
    let map = try #require(pages["sitemap.xml"])
    #expect(XMLParser(data: Data(map.utf8)).parse())
    for path in pages.keys where path.hasSuffix("index.html") {
      let folder = path.dropLast("index.html".count)
        .addingPercentEncoding(withAllowedCharacters: .urlPathAllowed)
      #expect(map.contains("<loc>https://example.org/a-b/\(folder ?? "?")</loc>"), "\(path)")
    }
  }

  @Test func `tell of each step between versions in the feed, dated by the versions`() throws {
    let pages = try pages("https://example.org")
    let feed = try #require(pages["feed.xml"])
    #expect(XMLParser(data: Data(feed.utf8)).parse())
    let site = try SampleSite.site()
    #expect(feed.split(separator: "<entry>").count == site.versions.count)
    #expect(pages["index.html"]?.contains("href=\"feed.xml\"") == true)
  }

  @Test(arguments: [
    "example.org", "ftp://example.org", "https://", "https://a b", "javascript:alert(1)",
    "https://x/?q", "https://x/#f", "https://\"x", "https://user@x",
  ])
  func `take no address but a site's`(address: String) {
    #expect(SiteAddress(address) == nil)
  }
}
