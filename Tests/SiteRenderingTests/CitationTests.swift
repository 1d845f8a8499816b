import PlanModel
import SiteRendering
import Testing

@Suite struct `A version's citation` {
  private func page(
    _ fields: [(String, String)], name: String = "2019-12-02", address: String? = nil
  ) throws -> String {
    let id = try #require(BlockID("p-1"))
    let metadata = PlanMetadata(
      fields: fields.map { MetadataField(key: $0.0, value: .text($0.1)) })
    let plan = Plan(
      metadata: metadata, blocks: [Block(id: id, kind: .paragraph, text: "甲乙。")])
    var site = Site(
      title: "站", catalogues: try Catalogue.shipped(),
      versions: [Site.Version(name: name, label: "某版", plan: plan)])
    site.address = address.flatMap(SiteAddress.init)
    let pages = try SiteRenderer(site).pages()
    let found = try #require(pages.first { $0.path == name + "/index.html" })
    return String(decoding: found.bytes, as: UTF8.self)
  }

  @Test func `names issuer, title and day, and the address if it is known`() throws {
    let text = try page(
      [("title", "某规划<草案>"), ("issuer", "某市人民政府")], address: "https://example.org/plan")
    #expect(
      text.contains(
        "某市人民政府. 某规划&lt;草案&gt;[Z/OL]. (2019-12-02). https://example.org/plan/2019-12-02/</bdi>"))
    #expect(text.contains("某市人民政府. 某规划&lt;草案&gt;. 某版 [online], 2019-12-02. https://"))
  }

  @Test func `makes up no day and no issuer`() throws {
    let text = try page([], name: "draft")
    #expect(text.contains("<bdi lang=\"und\">站[Z/OL]. 某版.</bdi>"))
  }

  @Test func `takes the day of issue from the front matter`() throws {
    let text = try page([("issued", "2019-12-01")])
    #expect(text.contains("站[Z/OL]. (2019-12-01)."))
  }
}
