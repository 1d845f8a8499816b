import PlanModel
import SiteRendering
import Testing

@Suite struct ReadingPageTests {
  private func page(_ path: String) throws -> (path: String, text: String) {
    try #require(try SampleSite.htmlPages().first { $0.path == path })
  }

  @Test func `overlapping notes become runs that follow one another`() throws {
    let page = try self.page("2015/index.html")
    expectPresent(
      "<mark class=\"definition\" data-notes=\"1\">堤防。</mark></span><mark class=\"task deep\" data-notes=\"1 2\">到2020年</mark>",
      in: page)
    expectAbsent("<mark class=\"task\" data-notes=\"2\"><mark", from: page)
  }

  @Test func `a note across a paragraph's end is marked in both and numbered once`() throws {
    let page = try self.page("2015/index.html")
    #expect(page.text.split(separator: "id=\"at-crossing\"").count == 2)
    #expect(page.text.split(separator: "id=\"note-crossing\"").count == 2)
    expectPresent("data-notes=\"4\">甲段。</mark></p>", in: page)
  }

  @Test func `a note that lost its place is told of, with the reason`() throws {
    let page = try self.page("2020/index.html")
    expectPresent("id=\"note-gone\"", in: page)
    expectPresent("所在段落已删去", in: page)
    expectAbsent("id=\"at-gone\"", from: page)
  }

  @Test func `each block names its lines in the source`() throws {
    let page = try self.page("2015/index.html")
    expectPresent("href=\"source/index.html#b-p-opening\" class=\"lines\"", in: page)
    expectPresent(">1–2</a>", in: page)
  }

  @Test func `the source page shows every line once, in order`() throws {
    let tags = TagReader(try page("2015/source/index.html").text).tags
    #expect(
      tags.compactMap { $0.attributes["id"] }.filter { $0.hasPrefix("L") }
        == ["L1", "L2", "L3", "L4", "L5", "L6", "L7"])
  }

  @Test func `the contents name the sections in which the text begins`() throws {
    let page = try self.page("2015/index.html")
    expectPresent("class=\"before\"", in: page)
    expectPresent("第一章", in: page)
  }

  @Test func `a retired block has a page that leads to its successors`() throws {
    let gone = try page("history/p-rest/index.html")
    expectPresent("最新版本中已没有这一段", in: gone)
    expectPresent("2020/index.html#p-half", in: gone)
    let deleted = try page("history/p-gates/index.html")
    expectPresent("没有接续的段落", in: deleted)
  }

  @Test func `a reader is led to the newest version that has no notice`() throws {
    expectPresent("href=\"2015/index.html\" class=\"button\"", in: try page("index.html"))
    var site = try SampleSite.site()
    site.versions[1].plan.metadata.notice = nil
    #expect(try Edition(site).principal.name == "2020")
    site.versions[0].plan.metadata.notice = "a"
    site.versions[1].plan.metadata.notice = "b"
    #expect(try Edition(site).principal.name == "2020")
  }
}
