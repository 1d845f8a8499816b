import PlanImport
import PlanModel
import Testing

private let text = "坚持以人民为中心的发展思想，认真贯彻执行。"

/// A 专栏: a table of one cell whose text the mark of a box opens.
@Suite struct `A box in a Word document`: WordSetting {
  /// The mark of the box stands in the table or right above it; each item has text under it, or only
  /// the last one has, which is the text behind the box.
  @Test(arguments: ["", text], [true, false])
  func `has what a box lists as its paragraphs, and no headings in it`(under: String, inside: Bool)
    throws
  {
    let items = ["1.污水治理。", "2.湿地修复。", "（一）岸线整治。"]
    let title = p("专栏1 重大工程")
    let listed = items.map { p($0) + (under.isEmpty ? "" : p(under)) }.joined()
    let box = "<w:tbl><w:tr><w:tc>\(inside ? title : "")\(listed)</w:tc></w:tr></w:tbl>"
    let body =
      p("一、重点任务") + p(text) + (inside ? "" : title) + box + p(text) + p("二、保障措施") + p(text)
    let expected = items.flatMap { ["p|" + $0] + (under.isEmpty ? [] : ["p|" + under]) }
    #expect(
      try lines(body)
        == ["h1|一、重点任务", "p|" + text, "h2|专栏1重大工程"] + expected
        + ["p|" + text, "h1|二、保障措施", "p|" + text])
  }

  @Test func `counts what a box lists on its own`() throws {
    func warnings(_ items: [String]) throws -> [String] {
      let box = (["专栏1 工程"] + items).map { p($0) }.joined()
      let body =
        p("一、任务") + p(text) + p("（一）水质") + p(text)
        + "<w:tbl><w:tr><w:tc>\(box)</w:tc></w:tr></w:tbl>" + p("（二）岸线") + p(text)
      return try read(wordDocument(body)).diagnostics.map(\.message)
    }
    #expect(try warnings(["（一）治污。", "（二）修复。", "（三）监测。"]) == [])
    #expect(try warnings(["（一）治污。", "（三）监测。"]) == ["（三） follows （一）"])
  }

  @Test func `has headings in a table around the whole text, though there is a box in it`() throws {
    let inner = p("一、任务") + p(text) + p("专栏1 工程") + p(text) + p("（一）水质") + p(text)
    #expect(
      try lines("<w:tbl><w:tr><w:tc>\(inner)</w:tc></w:tr></w:tbl>") == [
        "h1|一、任务", "p|" + text, "h3|专栏1工程", "p|" + text, "h2|（一）水质", "p|" + text,
      ])
  }
}
