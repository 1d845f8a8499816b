import Annotations
import Foundation
import PlanModel
import PluginKit
import StandardPlugins
import Testing
import Workspace

private func json(_ bytes: [UInt8]) throws -> [String: Any] {
  try #require(try JSONSerialization.jsonObject(with: Data(bytes)) as? [String: Any])
}

@Suite struct `Notes of other programs` {
  private let project: Project

  init() throws { project = try Project(at: Repository.path) }

  /// The notes that an importer makes of a file, read as the project would read them.
  private func notes(
    _ format: String, _ bytes: [UInt8], in version: String = "2019-12-02"
  ) throws -> [Annotation] {
    let set = try project.annotations()
    let importer = try project.plugins().noteImporter(of: format)
    let imported = try importer.notes(
      of: ImportSource(name: "a." + format, bytes: bytes), kinds: set.kinds)
    let plan = try project.version(version).plan
    var drafting = NoteDrafting(in: NamedPlan(version: version, plan: plan), taken: [])
    let document = NotesDocument(
      text: "", file: "a.yml", kinds: set.kinds, agencies: set.agencies)
    return try imported.drafts.flatMap { draft in
      let read = document.reading(try drafting.note(of: draft))
      #expect(read.diagnostics == [])
      return read.annotations
    }
  }

  @Test(arguments: ["csv", "jsonld"], ["2019-12-02", "2024-06-01-demo"])
  func `are our own again after going out and in`(format: String, version: String) throws {
    let bytes = try project.exported(format, version: version)
    let own = try project.annotations().annotations
    let back = try notes(format, bytes)
    #expect(back.count == own.count)
    for (note, again) in zip(own, back) { #expect(note.saysTheSame(as: again), "\(note.id)") }
  }

  /// What the Web Annotation Data Model requires of every annotation, collection and page.
  @Test func `get what the standard requires`() throws {
    let root = try json(try project.exported("jsonld"))
    let context = try #require(root["@context"] as? [Any])
    #expect(context.first as? String == "http://www.w3.org/ns/anno.jsonld")
    #expect(root["type"] as? String == "AnnotationCollection" && root["id"] is String)
    let page = try #require(root["first"] as? [String: Any])
    #expect(page["type"] as? String == "AnnotationPage" && page["id"] is String)
    let items = try #require(page["items"] as? [[String: Any]])
    #expect(items.count == root["total"] as? Int)
    #expect(Set(items.compactMap { $0["id"] as? String }).count == items.count)
    let motivations: Set = ["commenting", "describing"]
    for item in items {
      #expect(item["type"] as? String == "Annotation")
      #expect(motivations.contains(item["motivation"] as? String ?? ""))
      #expect(item["bodyValue"] == nil)
      for body in try #require(item["body"] as? [[String: Any]]) {
        #expect(body["type"] as? String == "TextualBody" && body["value"] is String)
      }
      let target = try #require(item["target"] as? [String: Any])
      #expect(target["type"] as? String == "SpecificResource" && target["source"] is String)
      var kinds: [String] = []
      func check(_ selector: [String: Any]) throws {
        let type = try #require(selector["type"] as? String)
        kinds.append(type)
        switch type {
        case "TextQuoteSelector": #expect(selector["exact"] is String)
        case "TextPositionSelector":
          let start = try #require(selector["start"] as? Int)
          let end = try #require(selector["end"] as? Int)
          #expect(0 <= start && start < end)
        case "FragmentSelector":
          #expect(selector["value"] is String && selector["conformsTo"] is String)
        case "RangeSelector":
          try check(try #require(selector["startSelector"] as? [String: Any]))
          try check(try #require(selector["endSelector"] as? [String: Any]))
        default: Issue.record("\(type)")
        }
        for inner in selector["refinedBy"] as? [[String: Any]] ?? [] { try check(inner) }
      }
      for selector in try #require(target["selector"] as? [[String: Any]]) { try check(selector) }
      #expect(kinds.contains("TextQuoteSelector") && kinds.contains("FragmentSelector"))
    }
  }

  @Test func `may be anybody's annotations, with words and tags as a comment`() throws {
    let text = """
      [{"@context":"http://www.w3.org/ns/anno.jsonld","id":"https://example.org/notes/A_1",
        "type":"Annotation","body":[{"type":"TextualBody","value":"看"},
        {"type":"TextualBody","purpose":"tagging","value":"港口"}],
        "target":{"source":"https://example.org/","selector":{"type":"TextQuoteSelector",
        "exact":"5G","prefix":"加快 推进","suffix":"网络"}}},
       {"type":"Annotation","bodyValue":"值","target":{"source":"x","selector":
        {"type":"FragmentSelector","value":"p-7k9q6zsh","refinedBy":
        {"type":"TextPositionSelector","start":0,"end":4}}}}]
      """
    let found = try notes("jsonld", Array(text.utf8))
    #expect(found.map(\.id) == ["a-1", "comment-7k9q6zsh"])
    #expect(found.map(\.note) == ["看\n\n#港口", "值"])
    #expect(found[0].source == "https://example.org/notes/A_1")
    #expect(found[0].target.quote == "5G" && found[0].target.paragraph?.rawValue == "p-7k9q6zsh")
    #expect(found[1].target.quote == "协同建设")
  }

  @Test func `come from Hypothesis with their replies, whatever the page's line ends`() throws {
    let text = """
      {"total":2,"rows":[{"id":"aB-1","text":"看","tags":["x","y"],"user":"acct:a@b","updated":"2024",
       "links":{"incontext":"https://hyp.is/aB-1"},"target":[{"source":"https://e.org","selector":[
       {"type":"RangeSelector","startContainer":"/p[1]","startOffset":1,"endContainer":"/p[1]","endOffset":9},
       {"type":"TextPositionSelector","start":5,"end":9},
       {"type":"TextQuoteSelector","exact":"加快推进5G\\n  网络建设","prefix":"长三角。","suffix":"，支持"}]}]},
       {"id":"r","references":["aB-1"],"text":"是","user":"acct:c@d","target":[{"source":"x"}]}]}
      """
    let found = try notes("hypothesis", Array(text.utf8))
    #expect(found.map(\.id) == ["hypothesis-ab-1"])
    #expect(found.first?.target.quote == "加快推进5G网络建设")
    #expect(found.first?.note == "看\n\n#x #y\n\nacct:c@d: 是")
    #expect(found.first?.source == "https://hyp.is/aB-1")
  }

  @Test(arguments: [",", ";", "\t"], ["\n", "\r\n", "\r"])
  func `come from an office's table, under the words that it uses`(
    separator: String, end: String
  ) throws {
    let rows = [
      ["quote", "kind", "牵头", "配合", "deadline", "note"],
      [
        "加快推进5G网络建设", "task", "工业和信息化部", "上海市、江苏省等", "horizon 2025", "\"说,;\t“甲”\"\"乙\"\"\(end)丙\"",
      ],
      ["", "", "", "", "", ""],
    ]
    let table = "\u{FEFF}" + rows.map { $0.joined(separator: separator) + end }.joined()
    let note = try #require(try notes("csv", Array(table.utf8)).first)
    #expect(note.kind == "task" && note.note == "说,;\t“甲”\"乙\"\n丙")
    #expect(note.agencies.map(\.role) == ["lead", "support", "support"])
    #expect(note.agencies.map(\.reference.isOpen) == [false, false, true])
    #expect(note.dates.first?.date == DateExpression(kind: .horizon, value: "2025"))
  }

  @Test func `that can't be placed are told one by one, and nothing is written`() throws {
    try withTemporaryFolder { folder in
      _ = try Run(["init"], in: folder)
      _ = try Run(["import", "-", "--as", "2020"], in: folder, input: "甲乙丙。\n\n丁戊己。\n")
      let before = contents(of: folder)
      let table = "quote,kind,note\n甲乙,comment,a\n没有,comment,b\n也没有,comment,c\n"
      let run = try Run(["annotations", "import", "csv", "-"], in: folder, input: table)
      #expect(run.status == 1)
      #expect(run.errors.contains("-:3:1: error: ") && run.errors.contains("-:4:1: error: "))
      #expect(contents(of: folder) == before)
    }
  }
}
