import PlanImport
import PlanModel
import Testing

private func read(_ bytes: [UInt8]) throws(ImportError) -> PlanDraft {
  try WordReader().draft(of: bytes, file: "plan.docx")
}

private func lines(
  _ body: String, styles: String = "", numbering: String = "", footnotes: String? = nil
) throws -> [String] {
  try read(wordDocument(body, styles: styles, numbering: numbering, footnotes: footnotes))
    .blocks.map(line)
}

private func p(_ text: String, _ properties: String = "") -> String {
  "<w:p><w:pPr>\(properties)</w:pPr><w:r><w:t xml:space=\"preserve\">\(text)</w:t></w:r></w:p>"
}

private func listed(_ text: String, _ list: Int, _ level: Int = 0) -> String {
  p(text, "<w:numPr><w:ilvl w:val=\"\(level)\"/><w:numId w:val=\"\(list)\"/></w:numPr>")
}

private func level(_ place: Int, _ format: String, _ text: String, _ more: String = "") -> String {
  """
  <w:lvl w:ilvl="\(place)"><w:start w:val="1"/><w:numFmt w:val="\(format)"/>\(more)\
  <w:lvlText w:val="\(text)"/></w:lvl>
  """
}

private func list(_ id: Int, _ levels: String, _ overrides: String = "") -> String {
  """
  <w:abstractNum w:abstractNumId="\(id)">\(levels)</w:abstractNum>\
  <w:num w:numId="\(id)"><w:abstractNumId w:val="\(id)"/>\(overrides)</w:num>
  """
}

private let text = "坚持以人民为中心的发展思想，认真贯彻执行。"

@Suite struct `A Word document` {
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

  @Test func `has the numbers written out that Word computes, each level begun anew`() throws {
    let numbering = list(
      1,
      level(0, "chineseCountingThousand", "第%1章") + level(1, "chineseCounting", "第%2条")
        + level(2, "japaneseCounting", "（%3）"))
    let body =
      listed("总则", 1) + listed(text, 1, 1) + listed(text, 1, 2) + listed(text, 1, 2)
      + listed(text, 1, 1) + listed(text, 1, 2) + listed("附则", 1) + listed(text, 1, 1)
    #expect(
      try lines(body, numbering: numbering) == [
        "h1|第一章总则", "p|第一条　" + text, "p|（一）" + text, "p|（二）" + text, "p|第二条　" + text,
        "p|（一）" + text, "h1|第二章附则", "p|第一条　" + text,
      ])
  }

  @Test func `numbers the articles of a law through all chapters where its list says so`() throws {
    let numbering = list(
      1,
      level(0, "chineseCounting", "第%1章")
        + level(1, "chineseCounting", "第%2条", "<w:lvlRestart w:val=\"0\"/>"))
    let body =
      listed("总则", 1) + listed(text, 1, 1) + listed("附则", 1) + listed(text, 1, 1)
    #expect(try lines(body, numbering: numbering).last == "p|第二条　" + text)
  }

  @Test func `has numbers of several levels, by the style alone, and begun anew by a list`() throws
  {
    let styles = """
      <w:style w:type="paragraph" w:styleId="1"><w:name w:val="heading 1"/><w:pPr><w:numPr>
      <w:numId w:val="1"/></w:numPr></w:pPr></w:style>
      <w:style w:type="paragraph" w:styleId="2"><w:name w:val="heading 2"/><w:pPr><w:numPr>
      <w:ilvl w:val="1"/><w:numId w:val="1"/></w:numPr></w:pPr></w:style>
      """
    let numbering =
      list(
        1,
        level(0, "decimal", "%1", "<w:pStyle w:val=\"1\"/>")
          + level(1, "decimal", "%1.%2", "<w:pStyle w:val=\"2\"/>"))
        + """
        <w:num w:numId="7"><w:abstractNumId w:val="1"/><w:lvlOverride w:ilvl="1">
        <w:startOverride w:val="5"/></w:lvlOverride></w:num>
        """
    func heading(_ text: String, _ style: Int) -> String {
      p(text, "<w:pStyle w:val=\"\(style)\"/>")
    }
    let body =
      heading("Scope", 1) + heading("Lakes", 2) + heading("Rivers", 2) + heading("Aims", 1)
      + heading("Water", 2) + p("The plan says what is to be done, and by whom.")
      + listed("first of five", 7, 1) + listed("second", 7, 1)
      + p("Not numbered.", "<w:pStyle w:val=\"1\"/><w:numPr><w:numId w:val=\"0\"/></w:numPr>")
    let found = try lines(body, styles: styles, numbering: numbering)
    #expect(
      found.prefix(5) == ["h1|1 Scope", "h2|1.1Lakes", "h2|1.2Rivers", "h1|2 Aims", "h2|2.1Water"])
    #expect(found.suffix(3) == ["h2|2.5first of five", "h2|2.6second", "h1|Not numbered."])
  }

  @Test(arguments: [
    ("decimal", 3, "3"), ("decimalZero", 3, "03"), ("lowerLetter", 28, "bb"),
    ("upperLetter", 2, "B"), ("lowerRoman", 14, "xiv"), ("upperRoman", 49, "XLIX"),
    ("chineseCounting", 10, "十"), ("chineseCountingThousand", 110, "一百一十"),
    ("chineseCountingThousand", 105, "一百零五"), ("japaneseCounting", 21, "二十一"),
    ("ideographTraditional", 4, "丁"), ("decimalEnclosedCircle", 20, "⑳"),
    ("decimalEnclosedCircle", 21, "21"), ("ideographDigital", 105, "一〇五"),
    ("unheardOf", 12, "12"),
  ])
  func `has numbers in the format of its list`(format: String, number: Int, written: String) throws
  {
    let start = "<w:lvlOverride w:ilvl=\"0\"><w:startOverride w:val=\"\(number)\"/></w:lvlOverride>"
    let numbering = list(1, level(0, format, "〔%1〕"), start)
    #expect(try lines(listed(text, 1), numbering: numbering) == ["p|〔\(written)〕" + text])
  }

  @Test func `has items without a number where a sign stands before them`() throws {
    let numbering = list(1, level(0, "bullet", "\u{F0B7}") + level(1, "bullet", "o"))
    #expect(
      try lines(p(text) + listed("甲", 1) + listed("乙", 1, 1), numbering: numbering)
        == ["p|" + text, "i1|甲", "i2|乙"])
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
    #expect(draft.diagnostics.map(\.code) == ["tracked-changes"])
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

@Suite struct `A Word document made to fill a memory` {
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

  @Test func `has marks of a bounded length`() throws {
    let start = "<w:lvlOverride w:ilvl=\"0\"><w:startOverride w:val=\"780\"/></w:lvlOverride>"
    let mark = String(repeating: "%1", count: 500)
    let numbering = list(1, level(0, "lowerLetter", mark), start)
    #expect(try lines(listed(text, 1), numbering: numbering)[0].count < 200)
  }
}
