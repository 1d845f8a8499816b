import Foundation
import Fuzzing
import PlanMarkdown
import PlanModel
import PluginKit
import StandardPlugins
import Testing
import Workspace

/// An importer, with what its language is made of.
struct FuzzedLanguage: Sendable {
  var importer: any Importer
  var sample: [UInt8]
  var fragments: [String]
  /// Makes a source of mutated text: of that of a part the archive, so that its sums are right.
  var packed: @Sendable ([UInt8]) -> [UInt8]

  init(
    _ importer: any Importer, _ sample: String, _ fragments: [String],
    packed: @escaping @Sendable ([UInt8]) -> [UInt8] = { $0 }
  ) {
    self.importer = importer
    self.sample = Array(sample.utf8)
    self.fragments = fragments
    self.packed = packed
  }
}

/// The languages that are text as they stand.
private let texts: [FuzzedLanguage] = [
  FuzzedLanguage(
    TextImporter(),
    """
    2021 年 3 月 4 日 星期四

    要 闻
    （上接 6 版）坚持新发展理念，把保护和修复生态环境摆在重要位
    置。努力建设绿色美丽家园。
    第一章 总则
    第一条　为了保护环境，制定本法。
    （一）推进建设；
    1.1 Scope
    This plan says what is to be done, by whom and until when, in
    all parts of the coun-
    try. （下转 8 版）

    指标\t2020年\t2025年
    湿地\t50\t55
    甲      乙      丙
    丁      戊      己
    庚      辛
    前言
    ----
    发布日期：2019年1月2日
    【打印】【关闭】

    """,
    [
      "\t", "      ", "| 甲 | 乙 |\n", "|", "+--+\n", "----\n", "\u{3000}\u{3000}", "索引号：", "目录\n",
      "第一章 ", "第九百九十九亿条　", "（一）", "1.1.1 ", "附件1\n", "专栏1 ", "\n\n", "（下转", "Article 1\n",
    ]
  ),
  FuzzedLanguage(
    HTMLImporter(),
    """
    <html><head><title>甲_乙</title></head><body><div><h1>某某规划</h1><p>坚持新发展理念，认真贯彻执行。</p>
    <table><tr><td rowspan=2>甲</td><td>乙</td></tr><tr><td>丙</td></tr></table><ol><li>一项<ul><li>子项</ul></ol>
    <p align=right>国务院</p></div></body></html>
    """,
    [
      "<table>", "</table>", "<tr>", "<td colspan=99999 rowspan=99999>", "<p>", "</div>", "<!--",
      "-->",
      "<![CDATA[", "&#x110000;", "&#0;", "&lt", "<script>", "<h2>", "<br>", "<li value=-9>",
      "<meta charset=utf-16>",
      "<iframe src=http://127.0.0.1:9/>",
      "<!DOCTYPE a [<!ENTITY b SYSTEM 'file:///etc/passwd'>]>&b;",
    ]
  ),
  FuzzedLanguage(
    MarkdownImporter(),
    """
    ---
    title: 某某规划
    ---

    # 第一章 总则 {#h-1a}

    坚持*新*发展[理念](http://example.org)。
    {: #p-1a data-from="p-2b"}

      - 一项
        {: #p-3c}

    | 甲 | 乙 |
    {: #p-4d}

    """,
    [
      "---\n", "{: #p-1a}\n", "{#h-1a}", "{: data-from=\"", "> ", "- ", "1. ", "    ", "```\n",
      "[a]: b\n", "![",
      "](", "**", "|---|\n", "<div>", "&#0;", "a: &x [*x]\n", "\\",
    ]
  ),
]

private let languages = texts + packedLanguages

@Suite struct `Any bytes at all` {
  @Test(arguments: languages.indices)
  func `are read into whole blocks in the order of the source, or refused with a reason`(
    index: Int
  ) throws {
    let language = languages[index]
    let importer = language.importer
    let name = "fuzz." + importer.formats[0]
    let whole = ImportSource(name: name, bytes: language.packed(language.sample))
    #expect(try !importer.draft(of: whole).blocks.isEmpty)
    #expect(
      try Project.standardPlugins.importer(for: whole, format: nil).name == importer.name)
    try fuzz(importer.name, samples: [language.sample], fragments: language.fragments) { text in
      let bytes = language.packed(text)
      do {
        let draft = try importer.draft(of: ImportSource(name: name, bytes: bytes))
        #expect(!draft.blocks.isEmpty)
        for place in draft.blocks.compactMap(\.source) {
          #expect(place.bytes.upperBound <= bytes.count, "\(bytes)")
        }
        let starts = draft.blocks.compactMap { $0.source?.bytes.lowerBound }
        #expect(starts == starts.sorted(), "\(bytes)")
      } catch let error as DocumentError {
        #expect(!error.diagnostics.isEmpty)
      }
    }
  }

  @Test func `that are a plan_md are the same plan when it is written and read again`() throws {
    let markdown = texts[2]
    func plan(_ text: String) -> Plan? {
      MarkdownDocument(text, file: "plan.md").plan(file: "plan.md").plan
    }
    try fuzz("plan", samples: [markdown.sample], fragments: markdown.fragments) { bytes in
      guard let text = String(validating: bytes, as: UTF8.self), let read = plan(text) else {
        return
      }
      let written = read.markdown
      let again = plan(written)
      #expect(again == read, "\(bytes)")
      #expect(again?.markdown == written, "\(bytes)")
    }
  }
}
