import PlanImport
import PlanModel
import Testing

private let text = "坚持以人民为中心的发展思想，认真贯彻执行。"

@Suite struct `The numbers of a Word document`: WordSetting {
  @Test func `are written out as Word computes them, each level begun anew`() throws {
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

  @Test func `run through all chapters where the list says so`() throws {
    let numbering = list(
      1,
      level(0, "chineseCounting", "第%1章")
        + level(1, "chineseCounting", "第%2条", "<w:lvlRestart w:val=\"0\"/>"))
    let body =
      listed("总则", 1) + listed(text, 1, 1) + listed("附则", 1) + listed(text, 1, 1)
    #expect(try lines(body, numbering: numbering).last == "p|第二条　" + text)
  }

  @Test func `are of several levels, by the style alone, and begun anew by a list`() throws {
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
    ("chineseLegalSimplified", 12, "壹拾贰"), ("aiueoFullWidth", 46, "ン"), ("iroha", 47, "ｽ"),
    ("japaneseLegal", 203, "弐百零参"), ("ganada", 14, "하"), ("ganada", 15, "15"),
    ("unheardOf", 12, "12"),
  ])
  func `are in the format of their list`(format: String, number: Int, written: String) throws {
    let start = "<w:lvlOverride w:ilvl=\"0\"><w:startOverride w:val=\"\(number)\"/></w:lvlOverride>"
    let numbering = list(1, level(0, format, "〔%1〕"), start)
    #expect(try lines(listed(text, 1), numbering: numbering) == ["p|〔\(written)〕" + text])
  }

  @Test func `are none where a sign stands before the items`() throws {
    let numbering = list(1, level(0, "bullet", "\u{F0B7}") + level(1, "bullet", "o"))
    #expect(
      try lines(p(text) + listed("甲", 1) + listed("乙", 1, 1), numbering: numbering)
        == ["p|" + text, "i1|甲", "i2|乙"])
  }

  @Test func `are of a bounded length`() throws {
    let start = "<w:lvlOverride w:ilvl=\"0\"><w:startOverride w:val=\"780\"/></w:lvlOverride>"
    let mark = String(repeating: "%1", count: 500)
    let numbering = list(1, level(0, "lowerLetter", mark), start)
    #expect(try lines(listed(text, 1), numbering: numbering)[0].count < 200)
  }

  @Test func `in digits with a point make items of paragraphs that follow one another`() throws {
    let numbering = list(1, level(0, "decimal", "%1.") + level(1, "bullet", "•"))
    let body =
      p("任务如下：") + listed("治理水质", 1) + listed("每月监测", 1, 1) + listed("5G网络", 1) + p(text)
    let draft = try read(wordDocument(body, numbering: numbering))
    #expect(
      draft.blocks.map(line) == ["p|任务如下：", "i1|1.治理水质", "i2|每月监测", "i1|2.5G网络", "p|" + text])
    #expect(draft.blocks.map(\.number) == [nil, "1.", nil, "2.", nil])
  }

  @Test func `in digits with a point are read as typed ones where text stands under each`() throws {
    let numbering = list(1, level(0, "decimal", "%1."))
    let body = listed("治理水质", 1) + p(text) + listed("修复岸线", 1) + p(text) + listed(text, 1)
    let typed = p("1.治理水质") + p(text) + p("2.修复岸线") + p(text)
    let found = try lines(body, numbering: numbering)
    #expect(found.dropLast() == (try lines(typed))[...])
    #expect(found.prefix(2) == ["h1|1.治理水质", "p|" + text])
    #expect(found.last == "i1|3." + text)
  }
}
