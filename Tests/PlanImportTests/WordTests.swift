import Fuzzing
import PlanImport
import PlanModel
import Testing

private let text = "坚持以人民为中心的发展思想，认真贯彻执行。"

@Suite struct `A Word document`: WordSetting {
  @Test func `has its headings by style, by the style that one is based on, and by outline level`()
    throws
  {
    let styles = """
      <w:style w:type="paragraph" w:default="1" w:styleId="a"><w:name w:val="Normal"/></w:style>
      <w:style w:type="paragraph" w:styleId="1"><w:name w:val="heading 1"/><w:basedOn w:val="a"/>
      <w:pPr><w:outlineLvl w:val="0"/></w:pPr></w:style>
      <w:style w:type="paragraph" w:styleId="x"><w:name w:val="own"/><w:basedOn w:val="1"/></w:style>
      <w:style w:type="paragraph" w:styleId="2"><w:name w:val="heading 2"/></w:style>
      <w:style w:type="paragraph" w:styleId="loop"><w:name w:val="l"/><w:basedOn w:val="loop"/></w:style>
      """
    let body =
      p("总体要求", "<w:pStyle w:val=\"1\"/>") + p(text, "<w:pStyle w:val=\"loop\"/>")
      + p("重点任务", "<w:pStyle w:val=\"x\"/>") + p("水质", "<w:pStyle w:val=\"2\"/>") + p(text)
      + p("岸线", "<w:outlineLvl w:val=\"2\"/>") + p(text)
      + p(text, "<w:pStyle w:val=\"1\"/><w:outlineLvl w:val=\"9\"/>")
    #expect(
      try lines(body, styles: styles) == [
        "h1|总体要求", "p|" + text, "h1|重点任务", "h2|水质", "p|" + text, "h3|岸线", "p|" + text,
        "p|" + text,
      ])
  }

  @Test func `has its title by alignment and style`() throws {
    let body =
      p("示范湖泊", "<w:jc w:val=\"center\"/>") + p("保护规划", "<w:jc w:val=\"center\"/>")
      + p("第一章 总则") + p(text)
    let draft = try read(wordDocument(body))
    #expect(draft.metadata.title == "示范湖泊保护规划")
    #expect(draft.metadata.language == "zh-Hans")
    #expect(draft.blocks.map(line) == ["h1|第一章总则", "p|" + text])
  }

  @Test func `has its tables row by row, merged cells said in each`() throws {
    func cell(_ text: String, _ properties: String = "") -> String {
      "<w:tc><w:tcPr>\(properties)</w:tcPr>\(text.isEmpty ? "<w:p/>" : p(text))</w:tc>"
    }
    let table = """
      <w:tbl><w:tr>\(cell("部门"))\(cell("任务|期限", "<w:gridSpan w:val=\"2\"/>"))</w:tr>
      <w:tr>\(cell("林业局", "<w:vMerge w:val=\"restart\"/>"))\(cell("封山"))\(cell("2025年"))</w:tr>
      <w:tr>\(cell("", "<w:vMerge/>"))\(cell("育林"))\(cell(""))</w:tr></w:tbl>
      """
    let draft = try read(wordDocument(p(text) + table + p(text)))
    #expect(
      draft.blocks.map(line) == [
        "p|" + text, "r|部门 | 任务\\|期限 | 任务\\|期限", "r|林业局 | 封山 | 2025年",
        "r|林业局 | 育林 | ", "p|" + text,
      ])
    #expect(draft.blocks.map { $0.source?.lines } == [1...1, 2...3, 4...6, 7...9, 10...10])
  }

  @Test func `reads a table that only lays out the page as the paragraphs in it`() throws {
    let table = "<w:tbl><w:tr><w:tc>\(p("第一章 总则"))\(p(text))</w:tc></w:tr></w:tbl>"
    #expect(try lines(table) == ["h1|第一章总则", "p|" + text])
  }

  @Test func `is read as it is once its marked changes are accepted`() throws {
    let body = """
      <w:p><w:r><w:t>坚持</w:t></w:r><w:del><w:r><w:delText>旧</w:delText><w:t>旧</w:t></w:r></w:del>\
      <w:ins><w:r><w:t>新</w:t></w:r></w:ins><w:moveFrom><w:r><w:t>移</w:t></w:r></w:moveFrom>\
      <w:hyperlink><w:r><w:t>发展</w:t></w:r></w:hyperlink><w:r><w:rPr><w:vanish/></w:rPr>\
      <w:t>隐</w:t></w:r><w:r><w:instrText>PAGE</w:instrText><w:t>理念</w:t><w:noBreakHyphen/></w:r></w:p>
      <w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr><w:r><w:t>前半</w:t></w:r></w:p>\(p("后半。"))
      """
    let draft = try read(wordDocument(body))
    #expect(draft.blocks.map(line) == ["p|坚持新发展理念\u{2011}", "p|前半后半。"])
    #expect(draft.diagnostics.map(\.code) == ["tracked-changes", "hidden-text"])
    #expect(draft.removed.map { $0.rule + " " + $0.text } == ["deleted 旧旧", "moved 移", "hidden 隐"])
  }

  @Test func `has the rows that are deleted listed as removed`() throws {
    func row(_ words: String, _ properties: String = "") -> String {
      "<w:tr><w:trPr>\(properties)</w:trPr><w:tc>\(p(words))</w:tc><w:tc>\(p("乙"))</w:tc></w:tr>"
    }
    let draft = try read(
      wordDocument("<w:tbl>\(row("甲"))\(row("旧", "<w:del/>"))\(row("丙"))</w:tbl>"))
    #expect(draft.blocks.map(line) == ["r|甲 | 乙", "r|丙 | 乙"])
    #expect(draft.removed.map(\.text) == ["旧", "乙"])
  }

  @Test(arguments: ["http://schemas.openxmlformats.org/officeDocument/2006/relationships/", "x/"])
  func `is found by what the archive says of its parts`(types: String) throws {
    func list(_ targets: [(type: String, target: String)]) -> String {
      let list = targets.map {
        "<Relationship Type=\"\(types)\($0.type)\" Target=\"\($0.target)\"/>"
      }
      return "<Relationships>\(list.joined())</Relationships>"
    }
    let styles = """
      <w:styles xmlns:w="w"><w:style w:type="paragraph" w:styleId="1"><w:name w:val="heading 1"/>
      </w:style></w:styles>
      """
    let heading = "<w:pStyle w:val=\"1\"/>"
    let body = p("总则", heading) + p(text) + p("附则", heading)
    let bytes = ArchiveSetter([
      .init("[Content_Types].xml", "<Types/>"),
      .init("_rels/.rels", list([("officeDocument", "/word/%E6%AD%A3%E6%96%87.xml")])),
      .init("word/正文.xml", "<w:document xmlns:w=\"w\"><w:body>\(body)</w:body></w:document>"),
      .init("word/_rels/正文.xml.rels", list([("styles", "../look/styles.xml")])),
      .init("look/styles.xml", styles),
      .init("word/footnotes.xml", "<w:footnotes xmlns:w=\"w\">\(p("不属于正文。"))</w:footnotes>"),
    ]).bytes
    #expect(ForeignFormat(of: bytes) == .word)
    #expect(try read(bytes).blocks.map(line) == ["h1|总则", "p|" + text, "h1|附则"])
  }

  @Test func `keeps its footnotes behind the text, and says so`() throws {
    let notes = """
      <w:footnote w:type="separator" w:id="-1">\(p("线"))</w:footnote>
      <w:footnote w:id="1">\(p("见附件的说明。"))</w:footnote>
      """
    let draft = try read(wordDocument(p(text), footnotes: notes))
    #expect(draft.blocks.map(line) == ["p|" + text, "p|见附件的说明。"])
    #expect(draft.diagnostics.map(\.code) == ["footnotes"])
  }

  @Test func `has its table of contents set aside`() throws {
    let chapters = ["第一章 总则", "第二章 目标", "第三章 任务", "第四章 附则"]
    let contents = chapters.enumerated().map { index, title in
      """
      <w:p><w:hyperlink><w:r><w:t>\(title)</w:t></w:r><w:r><w:tab/></w:r><w:r><w:fldChar/>\
      <w:instrText>PAGEREF _Toc\(index)</w:instrText><w:t>\(index + 1)</w:t></w:r></w:hyperlink></w:p>
      """
    }
    let body =
      "<w:sdt><w:sdtContent>\(p("目录"))\(contents.joined())</w:sdtContent></w:sdt>"
      + chapters.map { p($0) + p(text) }.joined()
    let draft = try read(wordDocument(body))
    #expect(
      draft.blocks.map(line)
        == chapters.flatMap { ["h1|" + $0.replacing(" ", with: ""), "p|" + text] })
    #expect(draft.furniture.count == 5)
    #expect(draft.diagnostics == [])
  }

  @Test
  func `has a table of contents set aside that says it is one, and is compared with the text`()
    throws
  {
    let contents = """
      <w:sdt><w:sdtPr><w:docPartObj><w:docPartGallery w:val="Table of Contents"/></w:docPartObj></w:sdtPr>
      <w:sdtContent>\(p("目录"))\(p("第一章 总则</w:t><w:tab/><w:t>1"))\(p("第九章 遗失</w:t><w:tab/><w:t>7"))
      </w:sdtContent></w:sdt>
      """
    let draft = try read(wordDocument(contents + p("第一章 总则") + p(text)))
    #expect(draft.blocks.map(line) == ["h1|第一章总则", "p|" + text])
    #expect(draft.furniture.map(\.text) == ["目录", "第一章 总则…1", "第九章 遗失…7"])
    #expect(draft.diagnostics.map(\.code) == ["contents-mismatch"])
  }

  @Test(arguments: [
    "<w:object><o:OLEObject xmlns:o=\"o\"/></w:object>",
    "<w:drawing><a:graphicData xmlns:a=\"a\"><c:chart xmlns:c=\"c\"/></a:graphicData></w:drawing>",
    "<w:pict><w:altChunk/></w:pict>",
    "<w:drawing><a:graphicData xmlns:a=\"a\"><d:relIds xmlns:d=\"d\"/></a:graphicData></w:drawing>",
  ])
  func `that embeds what is not read says so`(object: String) throws {
    let draft = try read(wordDocument(p(text) + "<w:p><w:r>\(object)</w:r></w:p>"))
    #expect(draft.blocks.map(line) == ["p|" + text])
    #expect(draft.diagnostics.map(\.code) == ["embedded-object"])
  }

  @Test func `says that comments and signs of picture fonts are not read`() throws {
    let body = """
      <w:p><w:r><w:t>已完成</w:t><w:sym w:font="Wingdings" w:char="F0FE"/><w:sym w:char="2265"/></w:r>\
      <w:r><w:commentReference w:id="0"/></w:r></w:p>
      """
    let draft = try read(wordDocument(body))
    #expect(draft.blocks.map(line) == ["p|已完成≥"])
    #expect(draft.diagnostics.map(\.code) == ["comments", "picture-signs"])
  }

  @Test func `has the words that are drawn as a picture`() throws {
    let head = "<v:shape xmlns:v=\"v\"><v:textpath string=\"某某县人民政府文件\"/></v:shape>"
    let body = "<w:p><w:r><w:pict>\(head)</w:pict></w:r></w:p>" + p(text)
    #expect(try lines(body) == ["p|某某县人民政府文件", "p|" + text])
  }

  @Test func `reads a text box once, behind the paragraph that holds it`() throws {
    let box = "<w:txbxContent>\(p("框内一句。"))</w:txbxContent>"
    let body = """
      <w:p><w:r><w:t>前文，</w:t></w:r><w:r><mc:AlternateContent xmlns:mc="m"><mc:Choice>\(box)</mc:Choice>
      <mc:Fallback>\(box)</mc:Fallback></mc:AlternateContent></w:r><w:r><w:t>后文。</w:t></w:r></w:p>
      """
    #expect(try lines(body) == ["p|前文，后文。", "p|框内一句。"])
  }

  @Test(arguments: 0..<8)
  func `loses no character`(seed: Int) throws {
    let signs = Array("湖泊保护治理水质生态岸线整治规划建设推动加强完善提升机制协调发展")
    func words(_ index: Int) -> String {
      String((0..<30).map { signs[($0 &* 7 &+ index &* 13 &+ seed &* 5) % signs.count] }) + "。"
    }
    let body = (0..<40).map { index -> String in
      switch (index &+ seed) % 4 {
      case 0: p("第\(index + 1)章 \(words(index).prefix(8))")
      case 1:
        "<w:tbl>"
          + String(
            repeating: "<w:tr><w:tc>\(p(words(index)))</w:tc><w:tc>\(p("乙"))</w:tc></w:tr>",
            count: 2)
          + "</w:tbl>"
      case 2:
        "<w:p><w:r><w:t>\(words(index))</w:t><w:br/><w:t>\(words(index &+ 1))</w:t></w:r></w:p>"
      default: p(words(index))
      }
    }.joined()
    let draft = try read(wordDocument(body))
    let kept =
      draft.blocks.map { ($0.number ?? "") + $0.text.replacing(" | ", with: "") }
      + draft.furniture.map(\.text)
    func ink(_ text: String) -> Int {
      text.unicodeScalars.count { !$0.properties.isWhitespace }
    }
    let plain = body.replacing(#/<[^>]*>/#, with: "")
    #expect(ink(kept.joined()) == ink(plain))
  }

  @Test func `that names another file or declares entities is refused`() {
    let outside = "<!DOCTYPE a [<!ENTITY b SYSTEM \"file:///etc/passwd\">]>"
    let bomb = "<!DOCTYPE a [<!ENTITY b \"bbbb\"><!ENTITY c \"&b;&b;\">]>"
    for declaration in [outside, bomb] {
      let error = #expect(throws: ImportError.self) {
        try read(wordDocument(p("甲&b;"), declaration: declaration))
      }
      #expect(error?.diagnostic.message.contains("document type") == true)
    }
  }

  @Test func `that is no XML, or without text, is refused`() {
    let error = #expect(throws: ImportError.self) { try read(wordDocument("<w:p>")) }
    #expect(error?.diagnostic.code == "damaged-file")
    #expect(throws: ImportError.empty(file: "plan.docx")) { try read(wordDocument("<w:p/>")) }
  }

  /// The entries are stored, and are packed anew so that their markup is what is damaged.
  @Test(arguments: 0..<200)
  func `of any markup is read or refused`(seed: Int) {
    let pieces = [
      "<w:p>", "</w:p>", "<w:tbl>", "</w:tbl>", "<w:tr>", "</w:tr>", "<w:tc>", "</w:tc>",
      "<w:r><w:t>甲|\u{0B}</w:t></w:r>", "<w:numPr><w:numId w:val=\"1\"/></w:numPr>", "<w:pPr/>",
      "<w:tcPr><w:gridSpan w:val=\"99999\"/></w:tcPr>", "<w:tcPr><w:vMerge/></w:tcPr>",
      "<w:trPr><w:gridBefore w:val=\"99999\"/></w:trPr>", "<w:txbxContent/>", "<w:del/>",
    ]
    var state = UInt64(seed)
    var open: [String] = []
    var body = ""
    for _ in 0..<120 {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      let piece = pieces[Int(state >> 33) % pieces.count]
      if piece.hasPrefix("</") {
        guard let last = open.popLast() else { continue }
        body += "</" + last
      } else {
        body += piece
        if !piece.contains("/") { open.append(String(piece.dropFirst())) }
      }
    }
    body += open.reversed().map { "</" + $0 }.joined()
    do {
      let draft = try read(
        wordDocument(body, numbering: list(1, level(0, "decimal", "%1.%9%"))))
      #expect(!draft.blocks.isEmpty)
    } catch {
      #expect(!error.diagnostic.message.isEmpty)
    }
  }
}

@Suite struct `A Word document made to fill a memory`: WordSetting {
  @Test func `covers no more columns than any table has`() throws {
    let row =
      "<w:tr><w:trPr><w:gridBefore w:val=\"99999\"/></w:trPr>"
      + "<w:tc><w:tcPr><w:gridSpan w:val=\"99999\"/></w:tcPr>\(p("甲"))</w:tc><w:tc/></w:tr>"
    let draft = try read(
      wordDocument("<w:tbl>\(String(repeating: row, count: 2_000))</w:tbl>"))
    #expect(draft.blocks.count == 2_000)
    #expect(draft.blocks.reduce(0) { $0 + $1.text.utf8.count } < 2_000_000)
  }

  @Test func `joins no paragraphs more slowly than it reads them`() throws {
    let cut = p("甲", "<w:rPr><w:del/></w:rPr>")
    let draft = try read(wordDocument(String(repeating: cut, count: 20_000)))
    #expect(draft.blocks.map(\.text.count) == [20_000])
  }
}
