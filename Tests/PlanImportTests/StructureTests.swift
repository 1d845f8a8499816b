import PlanImport
import PlanModel
import Testing

private func draft(_ text: String) throws -> PlanDraft {
  try PlainTextReader().draft(of: Array(text.utf8), file: "t")
}

private func outline(_ text: String) throws -> [String] { try draft(text).blocks.map(line) }

/// The codes of warnings with their lines.
private func warnings(_ text: String) throws -> [String] {
  try draft(text).diagnostics.filter { $0.severity == .warning }
    .map { "\($0.code) \($0.place?.line ?? 0)" }
}

@Suite struct `The structure of a text` {
  @Test func `of a standard goes by the numbers' depth`() throws {
    let text = """
      1　总则
      1.1　编制目的
      为了应对突发事件，制定本预案。
      1.1.1　依据
      依据有关法律制定。
      2　组织体系
      2.1　领导机构
      国务院设立领导机构。

      """
    #expect(
      try outline(text) == [
        "h1|1总则", "h2|1.1编制目的", "p|为了应对突发事件，制定本预案。", "h3|1.1.1依据", "p|依据有关法律制定。", "h1|2组织体系",
        "h2|2.1领导机构", "p|国务院设立领导机构。",
      ])
    #expect(try warnings(text) == [])
  }

  @Test func `of an official paper tells headings from leads that run into their paragraph`() throws
  {
    let text = """
      一、总体要求
      （一）指导思想。坚持新发展理念。
      （二）基本原则。
      坚持公平公正，统筹推进各项工作。
      1.统筹规划
      加强规划引领，做好衔接。
      2.分步实施
      按照先易后难的顺序推进。
      二、保障措施
      （三）加强领导。各地要高度重视。
      附件1
      任务分工表
      一、近期任务
      各部门抓紧落实。

      """
    #expect(
      try outline(text) == [
        "h1|一、总体要求", "p|（一）指导思想。坚持新发展理念。", "h2|（二）基本原则。", "p|坚持公平公正，统筹推进各项工作。", "h3|1.统筹规划",
        "p|加强规划引领，做好衔接。", "h3|2.分步实施", "p|按照先易后难的顺序推进。", "h1|二、保障措施", "p|（三）加强领导。各地要高度重视。",
        "h1|附件1任务分工表", "h2|一、近期任务", "p|各部门抓紧落实。",
      ])
    #expect(try warnings(text) == [])
  }

  @Test func `of a law keeps items as paragraphs`() throws {
    let text = """
      第一编　总则
      第一章　一般规定
      第一条　为了保护环境，制定本法。
      第二条　有下列情形之一的，予以处罚：
      （一）未按规定申报的；
      （二）其他情形。
      前款规定的处罚由主管部门决定。
      第三条　本法所称环境，包括：
      （一）大气
      （二）水
      第一百零一条　本法自公布之日起施行。

      """
    #expect(
      try outline(text).filter { $0.hasPrefix("h") } == ["h1|第一编总则", "h2|第一章一般规定"])
    #expect(try warnings(text) == ["numbering-gap 11"])
  }

  @Test func `of a European regulation joins an article's number with its title`() throws {
    let text = """
      CHAPTER I
      General provisions

      Article 1
      Subject-matter and objectives

      1. This Regulation lays down rules relating to the protection of natural persons.
      2. This Regulation protects fundamental rights, in particular those in
      Article 8 of the Charter.

      Article 2
      Material scope

      This Regulation applies to the processing of personal data referred to in
      Article 5 Charter.

      CHAPTER II
      Principles

      ANNEX I
      List of authorities

      """
    #expect(
      try outline(text).filter { $0.hasPrefix("h") } == [
        "h1|CHAPTER IGeneral provisions", "h2|Article 1Subject-matter and objectives",
        "h2|Article 2Material scope", "h1|CHAPTER IIPrinciples", "h1|ANNEX IList of authorities",
      ])
  }

  @Test func `of a German statute goes by its parts and sections`() throws {
    let text = """
      Buch 1 Allgemeiner Teil
      Abschnitt 1 Personen
      § 1 Beginn der Rechtsfähigkeit
      Die Rechtsfähigkeit des Menschen beginnt mit der Vollendung der Geburt.
      § 2 Eintritt der Volljährigkeit
      Die Volljährigkeit tritt mit der Vollendung des 18. Lebensjahres ein.

      """
    #expect(
      try outline(text).filter { $0.hasPrefix("h") } == [
        "h1|Buch 1Allgemeiner Teil", "h2|Abschnitt 1Personen", "h3|§ 1Beginn der Rechtsfähigkeit",
        "h3|§ 2Eintritt der Volljährigkeit",
      ])
  }

  @Test func `has the last item of a list as an item, though text stands under it`() throws {
    let text = "一、任务\n下列工程要抓紧。\n1.治理污水。\n2.修复湿地。\n3.整治岸线。\n以上工程于年底前完成，各地要按期上报。\n"
    #expect(
      try outline(text) == [
        "h1|一、任务", "p|下列工程要抓紧。", "p|1.治理污水。", "p|2.修复湿地。", "p|3.整治岸线。", "p|以上工程于年底前完成，各地要按期上报。",
      ])
  }

  @Test func `has boxes as headings inside their section`() throws {
    let text = "第一章 总则\n专栏1 主要指标\n到2025年，覆盖率达到24%。\n第二章 任务\n推进建设。\n"
    #expect(
      try outline(text) == [
        "h1|第一章总则", "h2|专栏1主要指标", "p|到2025年，覆盖率达到24%。", "h1|第二章任务", "p|推进建设。",
      ])
  }
}

@Suite struct `The numbers of a text` {
  @Test(arguments: [
    ("第一条　甲。\n第二条　乙。\n第四条　丁。\n", ["numbering-gap 3"]),
    ("第一章 甲\n第二章 乙\n第二章 丙\n", ["numbering-repeat 3"]),
    ("一、总则\n甲文。\n三、任务\n乙文。\n二、保障\n丙文。\n", ["numbering-gap 3", "numbering-disorder 5"]),
    ("第一章 甲\n第一节 乙\n第二节 丙\n第二章 丁\n第一节 戊\n文。\n", []),
    ("一、总则\n（一）甲文。乙。\n二、任务\n（二）丙文。丁。\n（三）戊文。己。\n", []),
    ("一、甲\n1．丙文。丁。\n2．戊文。己。\n二、乙\n附件：1.庚表\n2.辛表\n", []),
    ("第十二条　甲。\n第十二条之一　乙。\n第十三条　丙。\n", []),
  ])
  func `are warned of where they have a gap, a repeat or a disorder`(
    text: String, expected: [String]
  ) throws {
    #expect(try warnings(text) == expected)
  }
}

@Suite struct `A table of contents in the text` {
  private let text = """
    某某发展规划

    目　录
    第一章 总则……………1
    第二章 任务……………3
    第三章 保障 12

    第一章 总则
    坚持新发展理念。
    第二章 任务
    推进建设。

    """

  @Test func `is left out of the body and listed`() throws {
    let draft = try draft(text)
    #expect(
      draft.blocks.map(line) == ["h1|第一章总则", "p|坚持新发展理念。", "h1|第二章任务", "p|推进建设。"])
    #expect(draft.furniture.count { $0.role == .contents } == 4)
    #expect(draft.metadata.title == "某某发展规划")
    #expect(unaccounted(draft, in: Array(text.utf8)) == [])
  }

  @Test func `tells of a chapter that the text doesn't have`() throws {
    #expect(try warnings(text) == ["contents-mismatch 6"])
  }

  @Test func `is none where its first line doesn't come again`() throws {
    #expect(try outline("目录\n甲。\n乙。\n丙。\n丁。\n") == ["p|甲。", "p|乙。", "p|丙。", "p|丁。"])
  }
}

@Suite struct `An entry of a contents table` {
  /// A table at the end of a text has nothing by which it is known but its leaders.
  @Test func `is a line of its own wherever it stands`() throws {
    let text = """
      Die Behörde schützt die Seen der Region und berichtet jedes Jahr darüber in allen
      Gemeinden, die an ihnen liegen, und in denen, die Wasser aus ihnen beziehen oder sie
      auf andere Weise nutzen.

      Rechtsgleichheit ........................................................... Art. 8
      Schutz vor Willkür und Wahrung von Treu und Glauben ........................ Art. 9
      Recht auf Leben und auf persönliche Freiheit . . . . . . . . . . . . . . . . . . 10

      """
    let blocks = try PlainTextReader().draft(of: Array(text.utf8), file: "t").blocks
    #expect(
      blocks.map { $0.text.prefix(16) } == [
        "Die Behörde schü", "Rechtsgleichheit", "Schutz vor Willk", "Recht auf Leben ",
      ])
  }
}

@Suite struct `A paper with a law in it` {
  @Test func `has headings of its own before the law and behind it`() throws {
    let text = """
      某某省人民政府关于印发湿地保护办法的意见

      一、总体要求

      坚持生态优先的理念，保护好湿地资源。

      二、主要任务

      各地要认真贯彻执行下列办法的各项规定。

      第一条　为了保护湿地，制定本办法。

      第二条　有下列行为之一的，给予警告：

      （一）破坏湿地的

      （二）改变湿地用途的

      第三条　本办法自公布之日起施行。

      三、组织实施

      各地要加强对湿地保护工作的组织领导。

      """
    let blocks = try PlainTextReader().draft(of: Array(text.utf8), file: "t").blocks
    #expect(
      blocks.filter(\.kind.isHeading).map { ($0.number ?? "") + $0.text } == [
        "一、总体要求", "二、主要任务", "三、组织实施",
      ])
  }
}
