import PlanImport
import PlanModel
import Testing

/// The blocks of a text, a line each: kind and level, number, text.
private func blocks(_ text: String) throws -> [String] {
  try PlainTextReader().draft(of: Array(text.utf8), file: "t").blocks.map { block in
    let level = block.kind.headingLevel.map { "h\($0)" } ?? "p"
    return "\(level)|\(block.number ?? "")|\(block.text)"
  }
}

@Suite struct `Text that is no newspaper column` {
  @Test func `with one paragraph a line keeps its lines`() throws {
    let text = """
      促进中部地区发展规划

      　　第一章 总则
      　　坚持新发展理念。
      　　到2025年，形成新格局。
      第二节 任务
      　　推进建设。

      """
    #expect(
      try blocks(text) == [
        "h1|第一章|总则", "p||坚持新发展理念。", "p||到2025年，形成新格局。", "h2|第二节|任务", "p||推进建设。",
      ])
    let draft = try PlainTextReader().draft(of: Array(text.utf8), file: "t")
    #expect(draft.metadata.title == "促进中部地区发展规划")
  }

  @Test func `with Latin words is joined by spaces`() throws {
    let text = """
      The Agency shall publish a report on the state of the environment every
      year, and shall inform the Member States of the measures that were taken
      under this Regulation.

      The Commission shall adopt implementing acts laying down rules on self-
      assessment, and on the reports of the Agency and of the Member States.

      """
    #expect(
      try blocks(text) == [
        "p||The Agency shall publish a report on the state of the environment every year, and shall "
          + "inform the Member States of the measures that were taken under this Regulation.",
        "p||The Commission shall adopt implementing acts laying down rules on self-assessment, "
          + "and on the reports of the Agency and of the Member States.",
      ])
  }

  @Test func `keeps the space behind an article's mark`() throws {
    #expect(
      try blocks("第一条　为了保护环境，制定本法。\n第二条　本法适用于全国。\n") == [
        "p||第一条　为了保护环境，制定本法。", "p||第二条　本法适用于全国。",
      ])
  }

  @Test func `has headings by 一、 and （一）`() throws {
    #expect(
      try blocks("一、总体要求\n（一）指导思想。坚持改革。\n（二）基本原则\n坚持公平。\n") == [
        "h1|一、|总体要求", "p||（一）指导思想。坚持改革。", "h2|（二）|基本原则", "p||坚持公平。",
      ])
  }

  @Test func `takes no sentence that opens with an ordinal for a heading`() throws {
    #expect(
      try blocks("第十九届亚运会办好。\n第三章规定的事项办理。\n") == [
        "p||第十九届亚运会办好。", "p||第三章规定的事项办理。",
      ])
  }
}

@Suite struct `A law or an official paper in columns` {
  @Test func `keeps its title, its history and its items apart without a blank line`() throws {
    let text = """
      中华人民共和国统计法
      2024年9月13日第十四届全国人民代表大会常务委员
      会第十一次会议修订
      第一章 总则
      第一条 为了科学、有效地组织统计工作，保障统计
      资料的真实性、准确性、完整性和及时性，制定本法。
      第二条 统计机构有权采取下列措施：
      （一）发出统计检查查询书，向检查对象查询有关
      事项；
      （二）要求检查对象提供有关原始记录和凭证、统
      计台账、统计调查表、会计资料及其他相关证明和资
      料；
      （三）对违反本法规定的行为，依照本法第五十条第
      （一）项的规定处理。

      """
    let draft = try PlainTextReader().draft(of: Array(text.utf8), file: "t")
    #expect(draft.metadata.title == "中华人民共和国统计法")
    #expect(
      draft.blocks.map { "\($0.number ?? "")|\($0.text)" } == [
        "|2024年9月13日第十四届全国人民代表大会常务委员会第十一次会议修订", "第一章|总则",
        "|第一条 为了科学、有效地组织统计工作，保障统计资料的真实性、准确性、完整性和及时性，制定本法。",
        "|第二条 统计机构有权采取下列措施：", "|（一）发出统计检查查询书，向检查对象查询有关事项；",
        "|（二）要求检查对象提供有关原始记录和凭证、统计台账、统计调查表、会计资料及其他相关证明和资料；",
        "|（三）对违反本法规定的行为，依照本法第五十条第（一）项的规定处理。",
      ])
  }

  @Test func `has no article in the heading above it`() throws {
    let text = """
      第五章 询问和质询
      第三十六条 分组会议
      对议案或者有关的工作报告进行审议的时候，应当通知有关部门派人到会，听取意见，回答询问。
      第三十七条 联组会议
      对议案或者有关的工作报告进行审议的时候，应当通知有关负责人到会，听取意见，回答询问。

      """
    let draft = try PlainTextReader().draft(of: Array(text.utf8), file: "t")
    #expect(draft.blocks.first?.text == "询问和质询")
  }

  @Test func `has no document number in its title`() throws {
    let text = """
      国务院关于促进综合保税区
      高质量发展的若干意见
      国发〔2019〕3号
      各省、自治区、直辖市人民政府：
      综合保税区是开放型经济的重要平台，对发展对外贸
      易、吸引外商投资、促进产业转型升级发挥着重要作
      用。为贯彻落实新发展理念，推动综合保税区发展成为
      具有全球影响力和竞争力的加工制造中心，现提出以下
      意见。

      """
    let draft = try PlainTextReader().draft(of: Array(text.utf8), file: "t")
    #expect(draft.metadata.title == "国务院关于促进综合保税区高质量发展的若干意见")
    #expect(draft.blocks.prefix(2).map(\.text) == ["国发〔2019〕3号", "各省、自治区、直辖市人民政府："])
    #expect(draft.blocks.count == 3)
  }
}

@Suite struct `A newspaper's furniture` {
  @Test(arguments: [
    ("（上接第一版）", "第一版"), ("（上接 6 版）", "6版"), ("(上接A3版)", "A3版"), ("（紧接第 2 版）", "第2版"),
  ])
  func `is taken off the text it is glued to`(mark: String, page: String) throws {
    let text = "\(mark)坚持新发展理念，推动\n高质量发展，建设美丽长三角，共同\n富裕，不断增强国际竞争合作新优\n势。\n"
    let draft = try PlainTextReader().draft(of: Array(text.utf8), file: "t")
    #expect(draft.metadata["continued-from"]?.text == page)
    #expect(draft.blocks.map(\.text) == ["坚持新发展理念，推动高质量发展，建设美丽长三角，共同富裕，不断增强国际竞争合作新优势。"])
  }

  @Test func `inside a paragraph is taken out and the paragraph joined`() throws {
    let text = """
      坚持新发展理念，推动高质量发展，建设
      美丽长三角，共同富裕，构建开放型经济
      2019年12月3日 星期二 第 7 版
      要 闻
      新体制，不断增强国际竞争合作新优势。

      """
    let draft = try PlainTextReader().draft(of: Array(text.utf8), file: "t")
    #expect(
      draft.blocks.map(\.text) == [
        "坚持新发展理念，推动高质量发展，建设美丽长三角，共同富裕，构建开放型经济新体制，不断增强国际竞争合作新优势。"
      ])
    #expect(draft.furniture.map(\.text) == ["2019年12月3日 星期二 第7版", "要闻"])
    #expect(unaccounted(draft, in: Array(text.utf8)) == [])
  }
}
