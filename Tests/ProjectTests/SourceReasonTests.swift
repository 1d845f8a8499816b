import PlanModel
import PluginKit
import Testing
import Workspace

/// Why lines were joined or parted, from the source to the page that shows it.
@Suite struct `The reasons of a source's blocks` {
  private static let wrapped = """
    第一章 总体要求
    坚持新发展理念，把保护和修复生态环境摆在重要位置，努
    力建设绿色美丽的家园，让人民满意放心，并推动经济持续

    健康发展取得新的成效。

    坚持以人民为中心，把保障和改善民生摆在更加突出的位置，
    努力办好人民满意的教育。

    """

  private func conversion(_ text: String, as name: String) throws -> Conversion {
    try Conversion(
      ImportSource(name: name, bytes: Array(text.utf8)), plugins: Project.standardPlugins)
  }

  private func reasons(_ text: String, as name: String) throws -> [[String]] {
    try conversion(text, as: name).draft.blocks.map { block in
      (block.source?.reasons ?? []).map { "\($0.line) \($0.rule.rawValue)" }
    }
  }

  @Test func `stand with each block that lines were joined to`() throws {
    #expect(
      try reasons(Self.wrapped, as: "a.txt") == [
        ["1 heading-mark"],
        ["2 heading-ends", "3 sentence-goes-on", "5 sentence-over-blank"],
        ["7 blank-line", "8 sentence-goes-on"],
      ])
  }

  @Test(arguments: [
    ("a.txt", "第一章 总则\n为了保护环境，制定本法。\n本法适用于一切活动。\n第二章 保护\n各级政府负责保护。\n"),
    ("a.html", "<h1>法</h1><h2>第一章 总则</h2><p>为了保护环境。</p><p>本法适用。</p>"),
    ("a.md", "# 第一章 总则\n\n为了保护环境。\n\n本法适用。\n"),
  ])
  func `are left out where the source says itself what a block is`(name: String, text: String)
    throws
  {
    #expect(try reasons(text, as: name).allSatisfy(\.isEmpty))
  }

  @Test func `of a web page tell marks, type, breaks and titles over several lines`() throws {
    let page = """
      <h1>规划</h1>
      <p>第一章</p>
      <p>总则</p>
      <p>为了保护环境，<br>努力建设家园。</p>
      <p><b>工作安排</b></p>
      <p>各级政府负责保护。</p>
      """
    #expect(
      try reasons(page, as: "a.html") == [
        ["2 heading-mark", "3 title-of-mark"], [], ["4 line-break"], ["5 heading-type"], [],
      ])
    let converted = try conversion(page, as: "a.html")
    let explanation = converted.explanation(of: Array(page.utf8), columns: 200)
    #expect(explanation.contains("from <p> (a number mark makes it a heading; the title of"))
  }

  @Test func `are written in the source's map and shown beside its lines`() throws {
    try withTemporaryFolder { path in
      _ = try Project.make(in: path, title: "x")
      var project = try Project(at: path)
      let source = ImportSource(name: "source.txt", bytes: Array(Self.wrapped.utf8))
      _ = try project.add(Project.ImportRequest(source: source, version: "one"))
      let map = try project.folder.read("Site/Versions/one/source.map.json")
      let text = String(decoding: map, as: UTF8.self)
      #expect(
        text.contains(
          #""rules":"2:heading-ends 3:sentence-goes-on 5:sentence-over-blank""#))
      let run = try Run(["build", "--output", path + "/out"], in: path)
      #expect(run.status == 0, "\(run.errors)")
      let pages = contents(of: path + "/out")
      let page = try #require(pages.first { $0.key.hasSuffix("en/one/source/index.html") })
      let shown = String(decoding: page.value, as: UTF8.self)
      #expect(shown.contains("<li>L2 begins a block: the heading above is complete</li>"))
      #expect(shown.contains("<li>L5 joined: the sentence goes on over the blank line</li>"))
    }
  }

  @Test(arguments: LineDecision.Rule.allCases)
  func `have words of their own`(rule: LineDecision.Rule) {
    #expect(LineDecision.Rule.allCases.count { $0.reason == rule.reason } == 1)
    #expect(rule.rawValue.unicodeScalars.allSatisfy { $0 == "-" || ("a"..."z").contains($0) })
  }
}
