import PlanImport
import PlanModel
import Testing

/// The headings of a text with their levels, and everything else as a dot.
private func outline(_ text: String) throws -> [String] {
  try PlainTextReader().draft(of: Array(text.utf8), file: "t").blocks.map { block in
    guard let level = block.kind.headingLevel else { return "." }
    return "\(level) " + (block.number ?? "") + block.text
  }
}

/// Plans and papers have headings without a number too; in plain text nothing but their place tells.
@Suite struct `A heading without a number` {
  @Test func `stands apart by blank lines, with text below it`() throws {
    let text = """
      最高人民法院指导案例

      关键词　民事　合同纠纷

      裁判要点

      当事人一方不履行合同义务，应当承担违约责任。

      相关法条

      《中华人民共和国民法典》第五百七十七条

      基本案情

      原告某某公司诉称：被告未按约定履行合同，请求判令赔偿。

      某某人民法院

      2020年1月2日

      """
    #expect(try outline(text) == [".", "1 裁判要点", ".", "1 相关法条", ".", "1 基本案情", ".", ".", "."])
  }

  @Test func `is underlined, or in capitals`() throws {
    let text = """
      Regional Water Plan

      Introduction
      ------------

      The plan sets out what is to be done for the waters of the region in the
      next ten years. It replaces the plan of 2012.

      FINANCING OF THE PLAN

      The costs are borne by the region and by the municipalities together.

      """
    #expect(try outline(text) == ["1 Introduction", ".", "1 FINANCING OF THE PLAN", "."])
  }

  @Test func `begins at the margin where paragraphs are indented, over numbered ones`() throws {
    let text = """
      某某省水利发展规划

      前言
      　　本规划依据国家有关法律法规和规划编制。
      规划背景
      　　一、发展基础
      　　过去五年成效显著，基础不断夯实。
      　　二、面临形势
      　　形势复杂多变，任务依然艰巨繁重。

      """
    #expect(
      try outline(text) == ["1 前言", ".", "1 规划背景", "2 一、发展基础", ".", "2 二、面临形势", "."])
  }

  @Test func `before the first chapter is of the chapters' level`() throws {
    let text =
      "某某规划\n\n前　言\n\n本规划依据国家有关法律法规编制。\n\n第一章　总则\n\n为了保护湿地，制定本规划。\n\n指导思想\n\n坚持生态优先、绿色发展的理念。\n\n第二章　任务\n\n推进湿地的保护和修复工作。\n"
    #expect(
      try outline(text) == ["1 前言", ".", "1 第一章总则", ".", "2 指导思想", ".", "1 第二章任务", "."])
  }

  @Test(arguments: [
    "某某通知\n\n各单位：\n\n请认真贯彻执行本通知的各项要求。\n\n某某市人民政府\n\n2022年3月1日\n",
    "A list of towns\n\nOrdbury\n\nNorton Mills\n\nEaston\n\nThe towns are all in the region of the lakes.\n",
    "The plan is adopted.\n\nDear members of the council\n\nThe plan is sent to you with this letter.\n",
  ])
  func `is not taken from names, lists and letters`(text: String) throws {
    #expect(try outline(text).allSatisfy { $0 == "." })
  }
}
