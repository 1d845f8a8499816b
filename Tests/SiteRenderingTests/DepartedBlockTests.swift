import PlanModel
import SiteRendering
import Testing

@Suite struct DepartedBlockTests {
  private static func text(_ address: Address, of site: Site) throws -> String {
    let page = try #require(SiteRenderer(site).page(at: address, in: site.catalogues[0]))
    return String(decoding: page.bytes, as: UTF8.self)
  }

  @Test func `an address that names a block which a version has lost leads to what became of it`()
    throws
  {
    let page = try Self.text(.reading(version: "2020"), of: SampleSite.site())
    for lost in ["p-gates", "p-rest"] {
      #expect(page.contains("<li id=\"\(lost)\"><a href=\"../history/\(lost)/index.html\">"))
    }
    let first = try Self.text(.reading(version: "2015"), of: SampleSite.site())
    #expect(!first.contains("class=\"departed\""))
  }

  @Test func `a block that no version has any more keeps its page and its heirs`() throws {
    var site = try SampleSite.site()
    let id = try #require(BlockID("p-ancient"))
    site.retirements = [
      .init(
        block: id, version: "2020", text: "兴修水利", successors: [try #require(BlockID("p-fresh"))])
    ]
    let page = try Self.text(.history(block: id), of: site)
    #expect(page.contains("“兴修水利…”"))
    #expect(page.contains("href=\"../../2020/index.html#p-fresh\""))
    #expect(try Self.text(.reading(version: "2020"), of: site).contains("<li id=\"p-ancient\">"))
    #expect(try !Self.text(.reading(version: "2015"), of: site).contains("p-ancient"))
    #expect(try Self.text(.histories, of: site).contains("p-ancient"))
  }

  @Test func `a history shows the notes on the block then and now, and what changed in its words`()
    throws
  {
    let id = try #require(BlockID("p-dikes"))
    let page = try Self.text(.history(block: id), of: SampleSite.site())
    #expect(page.contains("“到2020年，加固堤防300公里”"))
    #expect(page.contains("“到2025年，加固堤防500公里”"))
    #expect(page.contains("<del class=\"substantive\">"))
  }

  @Test func `rows that follow one another are one table`() throws {
    var site = try SampleSite.site()
    for version in site.versions.indices {
      for index in site.versions[version].plan.blocks.indices
      where ["p-half", "p-rest"].contains(site.versions[version].plan.blocks[index].id.rawValue) {
        site.versions[version].plan.blocks[index].kind = .row
        site.versions[version].plan.blocks[index].text = "甲 | 乙<b> | 丙"
      }
    }
    site.comparisons = []
    site.notes = []
    let page = try Self.text(.reading(version: "2015"), of: site)
    #expect(page.split(separator: "<table>").count == 2)
    #expect(page.contains("<tr id=\"p-half\"><th scope=\"col\" dir=\"auto\">甲</th>"))
    #expect(
      page.contains("<tr id=\"p-rest\"><td dir=\"auto\">甲</td><td dir=\"auto\">乙&lt;b&gt;</td>"))
  }
}
