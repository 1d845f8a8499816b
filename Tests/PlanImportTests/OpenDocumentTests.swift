import Fuzzing
import PlanImport
import PlanModel
import Testing

private let text = "坚持以人民为中心的发展思想，认真贯彻执行。"

@Suite struct `An OpenDocument text`: OpenDocumentSetting {
  @Test func `has its headings by their level, and by the level of a style or its parent`() throws {
    let named = """
      <style:style style:name="A" style:family="paragraph" style:default-outline-level="2"/>
      <style:style style:name="B" style:family="paragraph" style:parent-style-name="A"/>
      <style:style style:name="C" style:family="paragraph" style:parent-style-name="B"
        style:default-outline-level=""/>
      <style:style style:name="L" style:family="paragraph" style:parent-style-name="L"/>
      """
    let body =
      h("总体要求", 1) + p(text, "L") + p("水质", "B") + p(text, "C") + h("岸线", 3) + p(text)
      + h("附则", 1)
    let expected = [
      "h1|总体要求", "p|" + text, "h2|水质", "p|" + text, "h3|岸线", "p|" + text, "h1|附则",
    ]
    #expect(try lines(body, named: named) == expected)
    #expect(try read(flat(body, named: named)).blocks.map(line) == expected)
  }

  @Test func `has its title by alignment, its language, and no head of a page`() throws {
    let styles = """
      <style:style style:name="P1" style:family="paragraph">
      <style:paragraph-properties fo:text-align="center"/></style:style>
      """
    let body = p("示范湖泊", "P1") + p("保护规划", "P1") + p("第一章 总则") + p(text)
    let draft = try read(document(body, styles: styles))
    #expect(draft.metadata.title == "示范湖泊保护规划")
    #expect(draft.metadata.language == "zh-Hans")
    #expect(draft.blocks.map(line) == ["h1|第一章总则", "p|" + text])
    #expect(draft.removed == [])
  }

  @Test func `has bold short lines as headings, by the weight of the script's own font`() throws {
    func style(_ name: String, _ weights: String) -> String {
      """
      <style:style style:name="\(name)" style:family="text">
      <style:text-properties \(weights)/></style:style>
      """
    }
    let styles =
      style("T1", "fo:font-weight=\"bold\" style:font-weight-asian=\"bold\"")
      + style("T2", "fo:font-weight=\"bold\" style:font-weight-asian=\"normal\"")
    func span(_ words: String, _ style: String) -> String {
      "<text:span text:style-name=\"\(style)\">\(words)</text:span>"
    }
    let body = p(text) + p(span("水质", "T1")) + p(text) + p(span("岸线", "T2")) + p(text)
    #expect(
      try lines(body, styles: styles)
        == ["p|" + text, "h1|水质", "p|" + text, "p|岸线", "p|" + text])
  }

  @Test func `has its white space as elements, and its lines broken by one`() throws {
    let body =
      p("The plan<text:s text:c=\"3\"/>says<text:tab/>what<text:line-break/>is to be done.")
      + p("湖泊\n  保护")
    #expect(try lines(body) == ["p|The plan says what", "p|is to be done.", "p|湖泊保护"])
  }

  @Test func `has its tables row by row, merged cells said in each`() throws {
    func cell(_ words: String, _ attributes: String = "") -> String {
      "<table:table-cell \(attributes)>\(p(words))</table:table-cell>"
    }
    let covered = "<table:covered-table-cell/>"
    let table = """
      <table:table><table:table-column table:number-columns-repeated="3"/><table:table-header-rows>
      <table:table-row>\(cell("部门"))\(cell("任务|期限", "table:number-columns-spanned=\"2\""))
      \(covered)</table:table-row></table:table-header-rows>
      <table:table-row>\(cell("林业局", "table:number-rows-spanned=\"3\""))\(cell("封山"))
      \(cell("2025年"))</table:table-row>
      <table:table-row>\(covered)\(covered)\(covered)</table:table-row>
      <table:table-row>\(covered)\(cell("育林"))\(cell(""))</table:table-row>
      <table:table-row>\(cell("同上", "table:number-columns-repeated=\"3\""))</table:table-row>
      </table:table>
      """
    #expect(
      try lines(p(text) + table + p(text)) == [
        "p|" + text, "r|部门 | 任务\\|期限 | 任务\\|期限", "r|林业局 | 封山 | 2025年",
        "r|林业局 | 育林 | ", "r|同上 | 同上 | 同上", "p|" + text,
      ])
  }

  @Test func `keeps its notes behind the text, and says so`() throws {
    let note = """
      <text:note text:note-class="footnote"><text:note-citation>1</text:note-citation>
      <text:note-body>\(p("见附件的说明。"))</text:note-body></text:note>
      """
    let draft = try read(document(p("前文，\(note)后文。") + p(text)))
    #expect(draft.blocks.map(line) == ["p|前文，后文。", "p|" + text, "p|见附件的说明。"])
    #expect(draft.diagnostics.map(\.code) == ["footnotes"])
  }

  @Test func `has the contents tables set aside that a program made`() throws {
    let contents = """
      <text:table-of-content><text:table-of-content-source><text:index-title-template>模板
      </text:index-title-template></text:table-of-content-source><text:index-body>
      <text:index-title>\(p("目录"))</text:index-title>\(p("第一章 总则<text:tab/>1"))</text:index-body>
      </text:table-of-content>
      """
    let draft = try read(document(contents + h("第一章 总则", 1) + p(text)))
    #expect(draft.blocks.map(line) == ["h1|第一章总则", "p|" + text])
    #expect(draft.furniture.map(\.text) == ["目录", "第一章 总则…1"])
    #expect(draft.furniture.allSatisfy { $0.role == .contents })
  }

  @Test
  func `reads a text box behind the paragraph that holds it, and no comment or picture's name`()
    throws
  {
    let frame = """
      <draw:frame><draw:text-box>\(p("框内一句。"))</draw:text-box><svg:title>图</svg:title>
      <svg:desc>说明</svg:desc></draw:frame><office:annotation><dc:creator>甲</dc:creator>
      \(p("批注"))</office:annotation>
      """
    let draft = try read(document(p("前文，\(frame)后文。")))
    #expect(draft.blocks.map(line) == ["p|前文，后文。", "p|框内一句。"])
    #expect(draft.diagnostics.map(\.code) == ["comments"])
  }

  @Test func `that embeds what is not read says so`() throws {
    let object = "<draw:frame><draw:object xlink:href=\"./Object 1\"/><draw:image/></draw:frame>"
    let draft = try read(document(p(text + object)))
    #expect(draft.blocks.map(line) == ["p|" + text])
    #expect(draft.diagnostics.map(\.code) == ["embedded-object"])
  }

  @Test(arguments: 0..<8)
  func `loses no character`(seed: Int) throws {
    let signs = Array("湖泊保护治理水质生态岸线整治规划建设推动加强完善提升机制协调发展")
    func words(_ index: Int) -> String {
      String((0..<30).map { signs[($0 &* 7 &+ index &* 13 &+ seed &* 5) % signs.count] }) + "。"
    }
    let body = (0..<40).map { index -> String in
      switch (index &+ seed) % 6 {
      case 0: h("第\(index + 1)章 \(words(index).prefix(8))", 1)
      case 1:
        p(
          "\(words(index))<text:note><text:note-body>\(p(words(index)))</text:note-body></text:note>"
        )
      case 2: "<text:section text:display=\"none\">\(p(words(index)))</text:section>"
      case 3: list(item(p(words(index)) + p(words(index &+ 2))))
      case 4:
        "<text:table-of-content><text:index-body>\(p(words(index)))</text:index-body></text:table-of-content>"
      default: p(words(index) + "<text:line-break/>" + words(index &+ 1))
      }
    }.joined()
    let draft = try read(document(body))
    let kept =
      draft.blocks.map { ($0.number ?? "") + $0.text } + draft.furniture.map(\.text)
      + draft.removed.map(\.text)
    func ink(_ text: String) -> Int { text.unicodeScalars.count { !$0.properties.isWhitespace } }
    #expect(ink(kept.joined()) == ink(body.replacing(#/<[^>]*>/#, with: "")))
  }

  @Test func `that is encrypted, declares a document type, or has no text is refused`() {
    #expect(throws: ImportError.encrypted(file: "plan.odt")) {
      try read(document(p(text), manifest: "<encryption-data/>"))
    }
    let outside = "<!DOCTYPE a [<!ENTITY b SYSTEM \"file:///etc/passwd\">]>"
    let error = #expect(throws: ImportError.self) {
      try read(document(p("甲&b;"), declaration: outside))
    }
    #expect(error?.diagnostic.message.contains("document type") == true)
    #expect(throws: ImportError.empty(file: "plan.odt")) { try read(document(p(" "))) }
    #expect(throws: ImportError.self) { try read(flat("<text:p>")) }
    #expect(throws: ImportError.damaged(file: "plan.odt", reason: "the archive has no content.xml"))
    { try read(ArchiveSetter([.init("a", "a")]).bytes) }
  }

  @Test(.timeLimit(.minutes(1)))
  func `covers no more cells than any table has`() throws {
    let cell = """
      <table:table-cell table:number-columns-spanned="99" table:number-rows-spanned="9999"
       table:number-columns-repeated="99">\(p("甲"))</table:table-cell>
      """
    let table =
      "<table:table>"
      + String(repeating: "<table:table-row>\(cell)\(cell)</table:table-row>", count: 2_000)
      + "</table:table>"
    #expect(try read(document(table)).blocks.reduce(0) { $0 + $1.text.utf8.count } < 2_000_000)
  }
}
