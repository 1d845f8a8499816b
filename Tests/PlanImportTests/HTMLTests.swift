import Foundation
import PlanImport
import PlanModel
import Testing

/// A block in one line: `h2|（一）基本原则`, `p|…`, `r|…`, `i1|…`.
func line(of block: DraftBlock) -> String {
  let sort =
    switch block.kind {
    case .heading(let level): "h\(level)"
    case .paragraph: "p"
    case .item(let depth): "i\(depth)"
    case .row: "r"
    }
  return sort + "|" + (block.number ?? "") + block.text
}

private func draft(_ page: String) throws -> PlanDraft {
  try HTMLReader().draft(of: Array(page.utf8), file: "page.html")
}

private func lines(_ page: String) throws -> [String] { try draft(page).blocks.map(line) }

/// Makes and seeds.
private let pages = PageSetter.Make.allCases.flatMap { make in (0..<12).map { (make, UInt64($0)) } }

@Suite struct `A web page` {
  @Test(arguments: pages)
  func `of any make gives the same paper, and nothing of what is around it`(
    make: PageSetter.Make, seed: UInt64
  ) throws {
    var setter = PageSetter(seed: seed)
    let paper = setter.paper()
    let draft = try draft(setter.page(of: paper.parts, as: make))
    #expect(draft.metadata.title == paper.title)
    #expect(draft.blocks.map(line) == paper.expected)
    #expect(draft.metadata["issuer"]?.text == "国务院")
    #expect(draft.diagnostics == [])
  }

  @Test(arguments: pages)
  func `loses no character that it shows`(make: PageSetter.Make, seed: UInt64) throws {
    var setter = PageSetter(seed: seed)
    let page = setter.page(of: setter.paper().parts, as: make)
    let draft = try draft(page)
    let texts =
      draft.blocks.map { ($0.number ?? "") + $0.text.replacing(" | ", with: "") }
      + draft.furniture.map(\.text)
    let kept = texts.joined().unicodeScalars.count { !$0.properties.isWhitespace }
    #expect(kept == shownCharacters(page))
    for words in PageSetter.around {
      let compact = words.replacing(" ", with: "")
      #expect(draft.furniture.contains { $0.text.replacing(" ", with: "").contains(compact) })
    }
  }

  @Test(arguments: pages)
  func `gives each block its bytes and lines`(make: PageSetter.Make, seed: UInt64) throws {
    var setter = PageSetter(seed: seed)
    let page = setter.page(of: setter.paper().parts, as: make)
    let bytes = Array(page.utf8)
    for block in try draft(page).blocks {
      let place = try #require(block.source)
      let source = String(decoding: bytes[place.bytes], as: UTF8.self)
      #expect(
        shownCharacters(source)
          == (block.number ?? "").count + block.text.filter { $0 != " " && $0 != "|" }.count)
      let breaks = bytes[..<place.bytes.lowerBound].count { $0 == UInt8(ascii: "\n") }
      #expect(place.lines.lowerBound == breaks + 1)
    }
  }

  @Test(arguments: ["gb2312", "GBK", "utf-8"])
  func `is read in the encoding that it declares`(charset: String) throws {
    // “中文测试。” in GB 18030, then a character of four bytes.
    let text: [UInt8] =
      charset == "utf-8"
      ? Array("中文，\u{20087}测试。".utf8)
      : [
        0xD6, 0xD0, 0xCE, 0xC4, 0xA3, 0xAC, 0x95, 0x32, 0x90, 0x31, 0xB2, 0xE2, 0xCA, 0xD4, 0xA1,
        0xA3,
      ]
    let head = "<meta http-equiv=Content-Type content=\"text/html; charset=\(charset)\"><p>"
    let draft = try HTMLReader().draft(of: Array(head.utf8) + text, file: "p")
    #expect(draft.blocks.map(\.text) == ["中文，\u{20087}测试。"])
    #expect(draft.blocks[0].source?.bytes == head.utf8.count..<head.utf8.count + text.count)
  }

  @Test func `declared in a wrong encoding is read in the right one`() throws {
    #expect(try lines("<meta charset=gb2312><p>坚持新发展理念。") == ["p|坚持新发展理念。"])
  }
}

@Suite struct `The markup of a page` {
  private let sentence = "<p>坚持以人民为中心的发展思想，认真贯彻执行。</p>"

  @Test func `that prints its title above the text and in it gives it once`() throws {
    let page = """
      <h1>关于某某的意见</h1><div class=pages-date>2023-03-24 16:00 来源：某某网</div><div>
      <p align=center><b>关于某某</b></p><p align=center><b>的意见</b></p>\(sentence)\(sentence)</div>
      """
    let draft = try draft(page)
    #expect(draft.metadata.title == "关于某某的意见")
    #expect(draft.blocks.map { line(of: $0) }.allSatisfy { $0.hasPrefix("p|坚持") })
  }

  @Test func `that names its title by a class has it, with the page's head left out`() throws {
    let page = """
      <table><tr><td><p>4.5.2016</p></td><td><p>EN</p></td></tr></table><div class="eli-main-title">
      <p>REGULATION (EU) 2016/679</p><p>on the protection of natural persons</p></div>
      <p>The Council of the European Union has adopted this Regulation as follows.</p>
      <p>CHAPTER I</p><div class="eli-title"><p>General provisions</p></div>
      <p>This Regulation lays down rules relating to the protection of persons:</p>
      <table><tr><td><p>(a)</p></td><td><p>in the course of an activity outside the scope;</p></td></tr></table>
      """
    let draft = try draft(page)
    #expect(draft.metadata.title == "REGULATION (EU) 2016/679 on the protection of natural persons")
    #expect(
      draft.blocks.map { line(of: $0) }.suffix(3) == [
        "h1|CHAPTER IGeneral provisions",
        "p|This Regulation lays down rules relating to the protection of persons:",
        "p|(a) in the course of an activity outside the scope;",
      ])
    #expect(draft.furniture.filter { $0.role == .masthead }.map(\.text) == ["4.5.2016 EN"])
  }

  @Test func `that sets marks apart by style alone has a space behind them`() throws {
    let page = """
      <h1>Climate Change Act 2008</h1>
      <h2><span>Part 1</span><span>Carbon target</span></h2>
      <p><span>(1)</span><span>It is the duty of the Secretary of State to ensure that it is lower.</span></p>
      """
    #expect(
      try lines(page) == [
        "h1|Part 1Carbon target",
        "p|(1) It is the duty of the Secretary of State to ensure that it is lower.",
      ])
  }

  @Test func `whose tables are centred has no centred text for it`() throws {
    let page = """
      <table align=center><tr><td>\(sentence)<p>一、措施</p><p>1.坚持统筹协调推进。</p>
      <p>2.坚持以改革促进发展，取得实效。</p><p align=right>某某县人民政府</p></td></tr></table>
      """
    #expect(try lines(page).filter { $0.hasPrefix("h") } == ["h1|一、措施"])
  }

  @Test func `has what a box lists as its paragraphs`() throws {
    let page = """
      <table><tr><td><p>一、措施</p>\(sentence)<table><tr><td><p>专栏1 工程</p><p>1.治理污水。</p>
      \(sentence)<p>2.修复湿地。</p></td></tr></table>\(sentence)<p>（一）协调</p>
      \(sentence)</td></tr></table>
      """
    #expect(
      try lines(page).filter { !sentence.contains($0.dropFirst(2)) } == [
        "h1|一、措施", "h3|专栏1工程", "p|1.治理污水。", "p|2.修复湿地。", "h2|（一）协调",
      ])
  }

  @Test func `beside the text that says of the law what a catalogue says is no text`() throws {
    let page = """
      <div><div><p>制定机关：全国人民代表大会常务委员会</p><p>时效性：有效</p></div><div>
      <p align=center>中华人民共和国某某法</p><p>第一条　为了保护环境，制定本法。</p>
      <p>第二条　本法自2021年9月1日起施行。</p></div></div>
      """
    let draft = try draft(page)
    #expect(draft.metadata.title == "中华人民共和国某某法")
    #expect(draft.metadata["issuer"]?.text == "全国人民代表大会常务委员会")
    #expect(draft.blocks.count == 2)
  }

  @Test func `gives items with their depth and number`() throws {
    let page = """
      <p>The Member States shall adopt the following measures without delay:</p>
      <ol start=3><li>first <b>measure</b><ul><li>a part of it</ul><li><p>second</p><p>with more</ol>
      """
    #expect(
      try draft(page).blocks.map { [$0.number ?? "", line(of: $0)].joined(separator: " ") } == [
        " p|The Member States shall adopt the following measures without delay:",
        "3. i1|3.first measure", " i2|a part of it", "4. i1|4.second", " i1|with more",
      ])
  }

  @Test func `spreads merged cells over the rows and columns that they cover`() throws {
    let page = """
      <p>重点任务分工如下表所示，请各地认真落实。</p><table>
      <tr><th rowspan=2>领域</th><th colspan=2>目标</th></tr><tr><th>2025年</th><th>2030年</th></tr>
      <tr><td colspan=3>一、生态</td></tr>
      <tr><td rowspan=2>森林</td><td>a|b</td><td>24%</td></tr><tr><td>25%</td><td>26<br>%</td></tr>
      </table>
      """
    #expect(
      try lines(page).dropFirst() == [
        "r|领域 | 目标 | 目标", "r|领域 | 2025年 | 2030年", "r|一、生态", "r|森林 | a\\|b | 24%",
        "r|森林 | 25% | 26 %",
      ])
  }

  @Test func `has the place of a row that says only what a cell above it says`() throws {
    let page = """
      <p>重点任务分工如下表所示，请各地认真落实。</p><table>
      <tr><td rowspan=2>森林</td><td>2025年</td></tr><tr><td></td></tr><tr><td>草原</td><td>2030年</td></tr>
      </table>
      """
    let draft = try draft(page)
    let starts = draft.blocks.compactMap { $0.source?.bytes.lowerBound }
    #expect(draft.blocks.map(line).dropFirst(2).first == "r|森林 | ")
    #expect(starts.count == 4 && starts == starts.sorted())
  }

  @Test func `has levels from h1 to h6, and from bold lines where there are none`() throws {
    let text = "<p>The plan says what is to be done, by whom, and until when it is to be done.</p>"
    #expect(
      try lines("<h1>Plan</h1>\(text)<h3>Scope</h3>\(text)<h5>Rail</h5>\(text)<h3>Air</h3>\(text)")
        .filter { $0.hasPrefix("h") } == ["h1|Scope", "h2|Rail", "h1|Air"])
    #expect(
      try lines("\(text)<p><b>Background</b></p>\(text)<p><strong>Aims</strong></p>\(text)\(text)")
        .filter { $0.hasPrefix("h") } == ["h1|Background", "h1|Aims"])
  }

  @Test func `opens the plan behind the letter that brings it as a part of its own`() throws {
    let text = "<p>坚持以人民为中心的发展思想，认真贯彻执行。</p>"
    let centred = "<p align=center><b>"
    let page = """
      \(centred)国务院关于印发</b></p>\(centred)某某规划的通知</b></p><p align=center>国发〔2019〕4号</p>
      \(text)<p align=right>国务院</p><p align=right>2019年1月24日</p><p><br></p>
      \(centred)某某</b></p>\(centred)规划</b></p><p>一、总体要求</p>\(text)<p>（一）原则</p>\(text)
      <p>附件1</p>\(centred)任务分工表</b></p>\(text)
      """
    let draft = try draft(page)
    #expect(draft.metadata.title == "国务院关于印发某某规划的通知")
    #expect(draft.metadata["document-number"]?.text == "国发〔2019〕4号")
    #expect(draft.metadata["issued"]?.text == "2019-01-24")
    #expect(
      draft.blocks.map(line).filter { $0.hasPrefix("h") } == [
        "h1|某某规划", "h2|一、总体要求", "h3|（一）原则", "h1|附件1任务分工表",
      ])
  }

  @Test func `is left out where the page hides it`() throws {
    let text = "<p>坚持以人民为中心的发展思想，认真贯彻执行。</p>"
    #expect(
      try lines("\(text)<p style='display: none'>看不见的一句话。</p><p hidden>也看不见。</p>\(text)").count == 2
    )
  }

  @Test func `nested beyond all sense is refused in time`() {
    let page = Array(String(repeating: "<b>", count: 200_000).utf8)
    #expect(throws: ImportError.nestedTooDeeply(file: "p")) {
      try HTMLReader().draft(of: page, file: "p")
    }
  }

  @Test func `does not repeat a merged cell beyond measure`() throws {
    let long = String(repeating: "很长的单元格。", count: 200)
    let rows = String(repeating: "<tr><td>甲<td>乙", count: 2_000)
    let draft = try draft("<table><tr><td rowspan=9999>\(long)<td>一<td>二\(rows)</table>")
    #expect(draft.diagnostics.map(\.code) == ["table-cut"])
    #expect(draft.blocks.reduce(0) { $0 + $1.text.utf8.count } < 2_000_000)
  }

  @Test func `asks for nothing outside the page`() throws {
    let page = """
      <!DOCTYPE html [<!ENTITY a SYSTEM "file:///etc/passwd"><!ENTITY b "&a;&a;&a;">]>
      <p>坚持新发展理念&b;&a;，认真贯彻执行。<iframe src="http://127.0.0.1:9/"></iframe><img src="http://127.0.0.1:9/">
      """
    let text = try draft(page).blocks.map(\.text).joined()
    #expect(!text.contains("root:"))
    #expect(text.contains("认真贯彻执行。"))
  }
}
