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

  @Test(arguments: [nil, "https://example.org/a"])
  func `name the sections of a version as its parts, each by an address that is there`(
    address: String?
  ) throws {
    let pages = try pages(address)
    for version in try SampleSite.site().versions {
      let text = try #require(pages[version.name + "/legislation.jsonld"])
      let form = try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any]
      let parts = (form?["hasPart"] as? [[String: Any]]) ?? []
      #expect(!parts.isEmpty)
      for part in parts {
        let name = try #require(part["name"] as? String)
        let id = try #require((part["@id"] as? String)?.split(separator: "#").last)
        let block = version.plan.blocks.first { $0.id.rawValue == id }
        #expect(block?.heading == name)
      }
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

@Suite struct `The tables of a page` {
  private func files() throws -> [String: String] {
    Dictionary(
      try SiteRenderer(try SampleSite.site()).pages().map {
        ($0.path, String(decoding: $0.bytes, as: UTF8.self))
      }, uniquingKeysWith: { first, _ in first })
  }

  @Test func `stand beside it as CSV and JSON that say the same`() throws {
    let files = try files()
    let tables = files.keys.filter { $0.hasSuffix("s.csv") && $0.contains("/") }
      .map { String($0.dropLast(".csv".count)) }.filter { files[$0 + ".json"] != nil }
    #expect(tables.contains("deadlines/deadlines"))
    #expect(tables.contains("agencies/agencies"))
    #expect(tables.contains { $0.hasSuffix("/tasks") })
    for table in tables {
      let csv = try #require(files[table + ".csv"])
      let json = try #require(files[table + ".json"])
      let form = try JSONSerialization.jsonObject(with: Data(json.utf8)) as? [String: Any]
      let rows = try #require(form?["rows"] as? [[String: String]])
      #expect(csv.components(separatedBy: "\r\n").count == rows.count + 2, "\(table)")
      for value in rows.flatMap(\.values) where !value.isEmpty { #expect(csv.contains(value)) }
    }
  }

  @Test func `is linked from the page and known to its head`() throws {
    let files = try files()
    let page = try #require(files["deadlines/index.html"])
    #expect(page.contains("<a href=\"deadlines.csv\">deadlines.csv</a>"))
    #expect(page.contains("<link rel=\"alternate\" type=\"text/csv\" href=\"deadlines.csv\">"))
    let comparison = try #require(files["compare/2015..2020/index.html"])
    #expect(comparison.contains("<a href=\"changes.csv\">changes.csv</a>"))
    let changes = try #require(files["compare/2015..2020/changes.csv"])
    #expect(changes.contains("deleted,substantive,,p-gates,"))
  }
}

@Suite struct `What catalogues are told` {
  private func data(of path: String, _ change: (inout Site) -> Void = { _ in }) throws
    -> [String: Any]
  {
    var site = try SampleSite.site()
    change(&site)
    let file = try #require(try SiteRenderer(site).pages().first { $0.path == path })
    #expect(file.mediaType == "application/ld+json; charset=utf-8")
    let form = try JSONSerialization.jsonObject(with: Data(file.bytes))
    return try #require(form as? [String: Any])
  }

  @Test func `is that a version is legislation, an example of the work, and fictitious`() throws {
    let data = try data(of: "2020/legislation.jsonld") {
      $0.address = SiteAddress("https://example.org/w")
    }
    #expect(data["@context"] as? String == "https://schema.org")
    #expect(data["@type"] as? String == "Legislation")
    #expect(data["@id"] as? String == "https://example.org/w/2020/")
    #expect(data["inLanguage"] as? String == "zh-Hans")
    #expect(data["description"] as? String == "本版本系虚构")
    let before = data["isBasedOn"] as? [String: Any]
    #expect(before?["@id"] as? String == "https://example.org/w/2015/")
  }

  @Test func `is which versions the work has, by addresses that lead there from the file`() throws {
    let work = try data(of: "legislation.jsonld")
    let versions = try #require(work["workExample"] as? [[String: Any]])
    #expect(versions.map { $0["@id"] as? String } == ["2020/index.html", "2015/index.html"])
    let version = try data(of: "2015/legislation.jsonld")
    #expect(version["@id"] as? String == "index.html")
    #expect((version["exampleOfWork"] as? [String: Any])?["@id"] as? String == "../index.html")
  }
}
