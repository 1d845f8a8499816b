import PlanImport
import PlanModel
import Testing

private let text = "坚持以人民为中心的发展思想，认真贯彻执行。自公布之日起施行。"

@Suite struct `The numbers of an OpenDocument text`: OpenDocumentSetting {
  private var law: String {
    listStyle(
      level(1, "一, 二, 三, ...", "style:num-prefix=\"（\" style:num-suffix=\"）\"")
        + level(2, "1", "style:num-suffix=\".\" text:display-levels=\"2\""))
  }

  @Test func `of headings are those of the outline, each level begun anew`() throws {
    let outline = """
      <text:outline-style style:name="Outline">
      <text:outline-level-style text:level="1" style:num-format="一, 二, 三, ..." style:num-prefix="第"
        style:num-suffix="章"/>
      <text:outline-level-style text:level="2" style:num-format="一, 二, 三, ..."
        loext:num-list-format="第%2%节" xmlns:loext="loext"/>
      <text:outline-level-style text:level="3" style:num-format=""/></text:outline-style>
      <style:style style:name="Bare" style:family="paragraph" style:list-style-name=""/>
      """
    let body =
      h("总则", 1) + h("目的", 2) + h("原则", 2) + h("细则", 3) + p(text)
      + h("前言", 1, " text:style-name=\"Bare\"") + h("附则", 1) + h("解释", 2) + p(text)
      + list(item(h("另章", 1), "text:start-value=\"9\""), "text:style-name=\"Outline\"") + p(text)
    #expect(
      try lines(body, named: outline) == [
        "h1|第一章总则", "h2|第一节目的", "h2|第二节原则", "h3|细则", "p|" + text, "h1|前言", "h1|第二章附则",
        "h2|第一节解释", "p|" + text, "h1|第九章另章", "p|" + text,
      ])
  }

  @Test func `go on in a list that says so, and begin anew in any other`() throws {
    let body =
      list(item(p(text)), "text:style-name=\"L\" xml:id=\"a\"") + p(text)
      + list(
        item(list(item(p(text)) + item(p(text)), "")),
        "text:style-name=\"L\" text:continue-numbering=\"true\"")
      + list(item(p(text)), "text:style-name=\"L\" xml:id=\"b\"")
      + list(item(p(text)), "text:style-name=\"L\" text:continue-list=\"a\"")
      + list(item(p(text), "text:start-value=\"7\"") + item(p(text) + p(text)))
    #expect(
      try lines(body, styles: law) == [
        "p|（一）" + text, "p|" + text, "p|一.1." + text, "p|一.2." + text, "p|（一）" + text,
        "p|（二）" + text, "p|（七）" + text, "p|（八）" + text, "p|" + text,
      ])
  }

  @Test func `are none in the head of a list, and in a paragraph that has no list`() throws {
    let body = list("<text:list-header>\(p(text))</text:list-header>" + item(p(text))) + p(text)
    #expect(try lines(body, styles: law) == ["p|" + text, "p|（一）" + text, "p|" + text])
  }

  @Test func `in digits with a point make an item of what goes on in a second paragraph`() throws {
    let style = listStyle(level(1, "1", "style:num-suffix=\".\""))
    let body = p(text) + list(item(p("治水") + p("到年底完成。"))) + p(text)
    #expect(
      try lines(body, styles: style) == ["p|" + text, "i1|1.治水", "p|到年底完成。", "p|" + text])
  }

  @Test func `in digits with a point make items, as signs do`() throws {
    let style = listStyle(
      level(1, "1", "style:num-suffix=\".\"")
        + "<text:list-level-style-bullet text:level=\"2\" text:bullet-char=\"•\"/>")
    let body = p("任务如下：") + list(item(p("治水") + list(item(p("监测")), "")) + item(p("植树")))
    #expect(
      try lines(body, styles: style) == ["p|任务如下：", "i1|1.治水", "i2|监测", "i1|2.植树"])
    #expect(try lines(p(text) + list(item(p("甲")), "")) == ["p|" + text, "i1|甲"])
  }

  /// As LibreOffice 7.4 writes them.
  @Test(arguments: [
    ("1", 3, "3"), ("a", 27, "aa"), ("a", 28, "ab"), ("A", 703, "AAA"), ("i", 14, "xiv"),
    ("I", 49, "XLIX"), ("01, 02, 03, ...", 3, "03"), ("一, 二, 三, ...", 21, "二十一"),
    ("甲, 乙, 丙, ...", 4, "丁"), ("子, 丑, 寅, ...", 12, "亥"), ("①, ②, ③, ...", 20, "⑳"),
    ("壹, 贰, 叁, ...", 11, "壹拾壹"),
    ("壹, 貳, 參, ...", 26, "貳拾陸"), ("ア, イ, ウ, ...", 5, "オ"), ("イ, ロ, ハ, ...", 7, "ト"),
    ("일, 이, 삼, ... (ko-x-digital)", 10, "일영"), ("unheard of", 12, "12"),
  ])
  func `are in the format of their list`(format: String, number: Int, written: String) throws {
    let style = listStyle(
      level(
        1, format, "style:num-prefix=\"〔\" style:num-suffix=\"〕\" text:start-value=\"\(number)\""))
    #expect(try lines(list(item(p(text))), styles: style) == ["p|〔\(written)〕" + text])
  }

  @Test func `name no level above that shows nothing`() throws {
    let style = listStyle(
      level(1, "1") + level(2, "")
        + level(3, "1", "text:display-levels=\"3\" style:num-suffix=\"）\""))
    let body = list(item(p(text) + list(item(list(item(p(text)), "")), "")))
    #expect(try lines(body, styles: style) == ["p|1" + text, "p|1.1）" + text])
  }

  @Test func `in letters are repeated where the list says so`() throws {
    let style = listStyle(
      level(1, "a", "style:num-suffix=\")\" style:num-letter-sync=\"true\" text:start-value=\"28\"")
    )
    #expect(try lines(list(item(p("Clean the lake."))), styles: style) == ["p|bb) Clean the lake."])
  }

  @Test func `are of the paragraph's own style where the list names none, or of one item's`() throws
  {
    let styles =
      listStyle(level(1, "1", "style:num-prefix=\"【\" style:num-suffix=\"】\""), name: "M")
      + law
      + "<style:style style:name=\"P\" style:family=\"paragraph\" style:list-style-name=\"M\"/>"
    let body =
      list(item(p(text, "P")), "") + list(item(p(text), "text:style-override=\"M\""))
        + """
        <text:numbered-paragraph text:list-id="n" text:list-style-name="L" text:level="1">\(p(text))\
        </text:numbered-paragraph><text:numbered-paragraph text:list-id="n" text:list-style-name="L"
         text:level="1">\(p(text))</text:numbered-paragraph>
        """
    #expect(
      try lines(body, styles: styles)
        == ["p|【1】" + text, "p|【1】" + text, "p|（一）" + text, "p|（二）" + text])
  }
}

@Suite struct `The marked changes of an OpenDocument text`: OpenDocumentSetting {
  private func region(_ id: String, _ change: String) -> String {
    "<text:changed-region text:id=\"\(id)\">\(change)</text:changed-region>"
  }

  private let info = "<office:change-info><dc:creator>某人</dc:creator></office:change-info>"

  @Test func `are accepted, and what was deleted is listed as removed`() throws {
    let changes =
      region("a", "<text:deletion>\(info)\(p("旧的"))</text:deletion>")
      + region("b", "<text:insertion>\(info)</text:insertion>")
      + region("c", "<text:deletion>\(info)</text:deletion>")
      + region("d", "<text:deletion>\(p("无处可寻"))</text:deletion>")
    func change(_ kind: String, _ id: String) -> String {
      "<text:\(kind) text:change-id=\"\(id)\"/>"
    }
    let body =
      "<text:tracked-changes>\(changes)</text:tracked-changes>"
      + p(
        "坚持\(change("change", "a"))\(change("change-start", "b"))新\(change("change-end", "b"))理念。")
      // A flat file has what is deleted in its place.
      + p("前半\(change("change-start", "c"))删去") + p("也删\(change("change-end", "c"))后半。")
    let draft = try read(document(body))
    #expect(draft.blocks.map(line) == ["p|坚持新理念。", "p|前半后半。"])
    #expect(
      draft.removed.map { $0.text.filter { !$0.isNewline } }
        == ["旧的", "删去", "也删无处可寻"])
    #expect(draft.removed.allSatisfy { $0.rule == "deleted" })
    #expect(draft.diagnostics.map(\.code) == ["tracked-changes"])
  }

  @Test func `and hidden text are told apart`() throws {
    let styles = """
      <style:style style:name="T" style:family="text"><style:text-properties text:display="none"/>
      </style:style>
      """
    let body =
      p("看得见<text:span text:style-name=\"T\">看不见</text:span>的。")
      + "<text:section text:display=\"condition\" text:is-hidden=\"true\">\(p("整节"))</text:section>"
      + p("整段<text:hidden-paragraph text:is-hidden=\"true\"/>") + p(text)
    let draft = try read(document(body, styles: styles))
    #expect(draft.blocks.map(line) == ["p|看得见的。", "p|" + text])
    #expect(draft.removed.map(\.text) == ["看不见", "整节", "整段"])
    #expect(draft.diagnostics.map(\.code) == ["hidden-text"])
  }
}
