import PlanImport
import PlanModel
import Testing

private func draft(_ text: String) throws -> PlanDraft {
  try PlainTextReader().draft(of: Array(text.utf8), file: "t")
}

private func outline(_ text: String) throws -> [String] {
  try draft(text).blocks.map { block in
    let level = block.kind.headingLevel.map { "h\($0)" } ?? "p"
    return "\(level)|\(block.number.map { $0 + " " } ?? "")\(block.text)"
  }
}

/// Texts as they come out of mails, pages and other people's files.
@Suite struct `A copied text` {
  @Test func `of a mail is set apart from its header, its items joined over hanging lines`() throws
  {
    let text = """
      From: Office of Planning <plan@example.org>
      Subject: Draft action plan

      Regional Transport Action Plan

      1. Introduction

      The regional authority adopts this plan in order to guide invest-
      ment in public transport over the next five years. It builds on the
      well-known findings of the 2019 review of all lines in the region.

      1.1 Scope

      This plan applies to all road, rail and inland waterway infra-
      structure in the region. It does not apply to ports of entry.

      2. Measures

      The authority shall do what follows, with all due speed and care:

      (a) publish a list of priority corridors by 30 June 2026, after
          consultation with the municipalities concerned;
      (b) complete the signalling of the north line;

      3. Final provisions

      This plan enters into force on 1 January 2025.

      """
    let read = try draft(text)
    #expect(
      read.furniture.filter { $0.role == .masthead }.map(\.text) == [
        "From: Office of Planning <plan@example.org>", "Subject: Draft action plan",
      ])
    #expect(
      try outline(text).filter { $0.first == "h" } == [
        "h1|1. Introduction", "h2|1.1 Scope", "h1|2. Measures", "h1|3. Final provisions",
      ])
    #expect(
      read.blocks.contains {
        $0.text
          == "(a) publish a list of priority corridors by 30 June 2026, after consultation with the municipalities concerned;"
      })
    #expect(read.metadata.title == "Regional Transport Action Plan")
  }

  @Test(arguments: [
    ("invest-\nment", "investment"), ("well-\nknown", "well-known"),
    ("Vor-\nund Nachteile", "Vor- und Nachteile"), ("re-\nform", "re-form"),
    ("co\u{2010}\nordinate", "coordinate"), ("pre-\nAlpine", "pre- Alpine"),
  ])
  func `has its broken words put together, and whole ones left`(broken: String, whole: String)
    throws
  {
    let line = "In the middle of a sentence the words of a text are broken by"
    let text = """
      \(line) one
      \(line) \(broken) and so on, as re-form is
      \(line) two
      \(line) the end.

      """
    let read = try draft(text)
    #expect(read.blocks.map(\.text).joined().contains(whole), "\(read.blocks.map(\.text))")
    let ink = { (text: String) in text.unicodeScalars.count { !$0.properties.isWhitespace } }
    #expect(
      ink(text) == read.blocks.reduce(0) { $0 + ink($1.text) }
        + read.furniture.reduce(0) { $0 + ink($1.text) }
        + read.removed.reduce(0) { $0 + ink($1.text) })
  }

  @Test func `of a page has the way through the site set apart, and its fields out of the title`()
    throws
  {
    let read = try draft(
      """
      首页 > 政策 > 规划
      关于加快推进数字乡村建设的指导意见

      发布时间：2023-04-05 10:20　来源：市农业农村局

      一、总体目标

      到2025年，数字乡村建设取得重要进展。

      """)
    #expect(read.metadata.title == "关于加快推进数字乡村建设的指导意见")
    #expect(read.furniture.first { $0.role == .navigation }?.text == "首页>政策>规划")
    #expect(read.blocks.first?.number == "一、")
    #expect(read.furniture.map(\.role) == [.title, .navigation, .catalogue])
    #expect(read.metadata["published"]?.text == "2023-04-05")
  }

  @Test func `of a whole page has its catalogue and buttons set apart`() throws {
    let text = """
      索 引 号：\t000014349/2019-00005\t主题分类：\t商贸、海关
      发文机关：\t国务院\t成文日期：\t2019年01月02日
      标　　题：\t国务院关于促进综合保税区高质量发展的若干意见
      发文字号：\t国发〔2019〕3号\t发布日期：\t2019年01月25日
      主 题 词：

      国务院关于促进综合保税区
      高质量发展的若干意见
      国发〔2019〕3号

      各省、自治区、直辖市人民政府：

      　　综合保税区是开放型经济的重要平台。现提出以下意见：

      　　一、总体要求

      　　坚持改革。

      国务院
      2019年1月2日

      来源：中国政府网　【字体：大 中 小】
      分享到：微信 微博
      责任编辑：李四
      【打印】【关闭】
      扫一扫在手机打开当前页

      """
    let read = try draft(text)
    #expect(read.metadata.title == "国务院关于促进综合保税区高质量发展的若干意见")
    #expect(read.metadata["issued"]?.text == "2019-01-02")
    #expect(read.metadata["document-number"]?.text == "国发〔2019〕3号")
    #expect(
      read.blocks.map { ($0.number ?? "") + $0.text } == [
        "国发〔2019〕3号", "各省、自治区、直辖市人民政府：", "综合保税区是开放型经济的重要平台。现提出以下意见：",
        "一、总体要求", "坚持改革。", "国务院", "2019年1月2日",
      ])
    #expect(unaccounted(read, in: Array(text.utf8)) == [])
  }

  @Test func `has its rulings set apart, and paragraphs end at them`() throws {
    let read = try draft("The plan is adopted\n----\nOffice of Planning\n-- \nJ. Doe\n")
    #expect(read.blocks.map(\.text) == ["The plan is adopted", "Office of Planning", "J. Doe"])
    #expect(read.furniture.map(\.role) == [.ruling, .ruling])
  }

  @Test
  func `with a letter before it has the plan's title as a heading, and what its contents name`()
    throws
  {
    let blocks = try outline(
      """
      国务院办公厅关于印发湿地保护规划的通知
      国办发〔2022〕8号

      各省、自治区、直辖市人民政府：
      《湿地保护规划》已经国务院同意，现印发给你们，请认真贯彻执行。
      国务院办公厅
      2022年3月1日

      湿地保护规划

      目　　录
      第一章　总体要求
      第二章　重点任务
      附则

      第一章　总体要求
      坚持生态优先、绿色发展，统筹山水林田湖草沙系统治理。
      第二章　重点任务
      推进重要湿地修复。
      附　　则
      本规划自印发之日起施行。
      附表1　重点工程
      工程包括下列各项。

      """)
    #expect(
      blocks.filter { $0.first == "h" } == [
        "h1|湿地保护规划", "h2|第一章 总体要求", "h2|第二章 重点任务", "h2|附则", "h1|附表1 重点工程",
      ])
  }
}
