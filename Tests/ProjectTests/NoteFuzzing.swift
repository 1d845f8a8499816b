import Annotations
import Foundation
import Fuzzing
import PlanModel
import PluginKit
import StandardPlugins
import Testing
import Workspace

private let kinds = """
  kinds:
    task:
      fields:
        lead: { type: agencies }
        deadline: { type: date }
        target: { type: quantity }
        tags: { type: text, repeated: true }
        strength: { type: choice, choices: { firm: 硬, soft: { en: Soft } } }
  """
private let agencies = """
  agencies:
    - { id: shanghai, name: { zh-Hans: 上海市 }, aliases: [沪], from: "1949" }
    - { id: jiangsu, name: 江苏省, parent: shanghai, until: 2030-01 }
  """
private let notes = """
  # 注
  notes:
    - id: a   # first
      kind: task
      on: { version: "2020", paragraph: p-1a, quote: "甲: 乙" }
      lead: [上海市, { name: 江苏省, open: true }]
      deadline: { by: "2025", text: 到2025年 }
      status:
        - { on: 2021-06-30, state: done, evidence: "https://example.org" }
      note: |
        一
        # 二
    - { id: b, kind: task, on: { version: v, to: p-2b, quote: 丙 }, tags: [x, 'y''z'] }

  """
private let site = """
  title: 某规划
  languages: [zh-Hans, en]
  address: https://example.org/plan/
  plugins: [{ name: a, settings: { b: c } }]
  versions:
    - { name: "2020", label: { en: First }, notice: 草案 }
  """
private let marks = [
  "- ", ": ", "\n", "\n  ", "{ ", " }", "[", "]", ", ", "# ", "|\n", ">-\n", "\"", "'", "&a ",
  "*a", "!!binary ", "? ", "---\n", "...\n", "%YAML 9.9\n", "<<: ", "\t", "id: a\n", "notes:\n",
  "2021-06-30", "1e999", "\u{85}", "\u{2028}",
]

/// What reads YAML, with a good file.
private struct Reader: Sendable {
  var name: String
  var sample: String
  var read: @Sendable (String) throws -> [Diagnostic]
}

private let readers = [
  Reader(name: "kinds", sample: kinds) { KindsFile(yaml: $0, file: "f.yml").diagnostics },
  Reader(name: "agencies", sample: agencies) { AgenciesFile(yaml: $0, file: "f.yml").diagnostics },
  Reader(name: "suggestions", sample: "suggestions:\n  - { id: s-1a, decision: rejected }\n") {
    SuggestionsFile(yaml: $0, file: "f.yml").diagnostics
  },
  Reader(name: "notes", sample: notes) { document($0).content.diagnostics },
  Reader(name: "site", sample: site) { text in
    do {
      _ = try SiteConfiguration(yaml: text, file: "f.yml")
      return []
    } catch let error as DocumentError { return error.diagnostics }
  },
]

private func document(_ text: String) -> NotesDocument {
  NotesDocument(
    text: text, file: "f.yml", kinds: KindsFile(yaml: kinds, file: "kinds.yml").kinds,
    agencies: AgenciesFile(yaml: agencies, file: "agencies.yml").registry)
}

/// A few levels of aliases that stand for a thousand million elements.
private let bomb =
  "a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n"
  + (1...9).map { level in
    "a\(level): &a\(level) ["
      + Array(repeating: "*a\(level - 1)", count: 10).joined(separator: ", ")
      + "]\n"
  }.joined()

@Suite struct `Any text at all in a project's YAML` {
  @Test(arguments: readers.indices) func `is read or refused with a place`(index: Int) throws {
    let reader = readers[index]
    #expect(try reader.read(reader.sample).isEmpty || reader.name != "notes")
    try fuzz("yaml-\(reader.name)", samples: [Array(reader.sample.utf8)], fragments: marks) {
      let text = String(decoding: $0, as: UTF8.self)
      let lines = text.unicodeScalars.count {
        "\n\r\u{85}\u{2028}\u{2029}".unicodeScalars.contains($0)
      }
      for fault in try reader.read(text) {
        #expect(!fault.message.isEmpty)
        guard let place = fault.place else { continue }
        #expect(1...lines + 2 ~= place.line && place.column >= 1 && place.length >= 1, "\(text)")
      }
    }
  }

  /// Each of these would cost a reader its memory, its stack or an evening.
  @Test(arguments: readers.indices) func `cannot exhaust the machine`(index: Int) throws {
    let start = ContinuousClock.now
    let long = String(repeating: "x", count: 5 << 20)
    for (text, code) in [
      (bomb, "yaml-alias"),
      ("a: &a [*a]\n", "yaml-alias"),
      ("a: &a x\nb: { <<: *a }\n", "yaml-alias"),
      (String(repeating: "[", count: 100_000), "bad-yaml"),
      (String(repeating: "- ", count: 100_000), "bad-yaml"),
      (String(repeating: "{a: ", count: 20_000), "bad-yaml"),
      ("a: " + long, "too-large"), ("? " + long + "\n: x\n", "too-large"),
      ("a: 1\na: 2\n", "duplicate-key"),
    ] {
      let codes = try readers[index].read(text).map(\.code)
      #expect(codes.contains(code), "\(text.prefix(40)) \(codes)")
    }
    #expect(ContinuousClock.now - start < .seconds(20))
  }

  /// Whatever the file: a change does what was asked for and nothing else, or nothing.
  @Test func `is changed in one note alone, or not at all`() throws {
    let changes =
      ["lead+=沪", "lead=江苏省", "note=甲\n# 乙", "deadline.text=", "status+=2022-01-01 done"]
      .compactMap(NoteChange.init) + [NoteChange(.remove, "note"), NoteChange(.remove, "lead")]
    var changed = 0
    try fuzz("change", samples: [Array(notes.utf8)], fragments: marks) { bytes in
      guard let text = String(validating: bytes, as: UTF8.self) else { return }
      for change in changes {
        var document = document(text)
        let before = document.content
        do { changed += try document.change("a", by: [change]) ? 1 : 0 } catch is DocumentError {
          #expect(document.text == text)
          continue
        }
        let after = document.content
        #expect(after.annotations.count == before.annotations.count, "\(text) \(change)")
        for (old, new) in zip(before.annotations, after.annotations) where old.id != "a" {
          #expect(new.saysTheSame(as: old), "\(text) \(change)")
        }
      }
    }
    #expect(changed > 0)
  }
}

@Suite struct `Any bytes at all as notes of other programs` {
  private static let jsonld = """
    {"@context":"http://www.w3.org/ns/anno.jsonld","type":"AnnotationCollection","first":{"items":[
    {"id":"https://e.org/A","type":"Annotation","body":[{"type":"TextualBody","value":"看","purpose":"tagging"}],
    "target":{"source":"x","selector":[{"type":"RangeSelector","startSelector":{"type":"FragmentSelector",
    "value":"p-1a","refinedBy":[{"type":"TextPositionSelector","start":0,"end":4}]},"endSelector":{"value":"p-2b"}},
    {"type":"TextQuoteSelector","exact":"甲","prefix":"乙","suffix":"丙"}]},
    "variorum":{"id":"a","kind":"task","on":{"quote":"甲"},"fields":[{"key":"lead","value":["沪",{"name":"x","open":true}]}]}}]}}
    """
  private static let hypothesis = """
    {"total":1,"rows":[{"id":"aB","text":"看","tags":["x"],"user":"acct:a@b","updated":"2024","references":[],
    "target":[{"source":"https://e.org","selector":[{"type":"TextQuoteSelector","exact":"甲","prefix":"乙"},
    {"type":"TextPositionSelector","start":5,"end":9}]}]}]}
    """
  private static let csv = """
    \u{FEFF}id,kind,quote,lead,deadline,deadline.kind,status,as of,history,note
    a,task,"甲,""乙""\",沪、江苏省等,2025,by,done,2021-06-30,"2021-06-30 done https://e.org x
      y",'=1+1

    """
  private static let json = [
    "{", "}", "[", "]", "\"", ":", ",", "null", "true", "1e999", "-", "\\u0000", "\\ud800",
    "\"type\":\"RangeSelector\"", "\"refinedBy\":", "\"items\":", "\"first\":", "\"selector\":",
  ]
  private static let sources: [(importer: any NoteImporter, sample: String, fragments: [String])] =
    [
      (WebAnnotationNoteImporter(), jsonld, json), (HypothesisNoteImporter(), hypothesis, json),
      (
        TableNoteImporter(), csv,
        [
          ",", ";", "\t", "\"", "\"\"", "\r\n", "\n", "\r", "lead", "quote", "decisions", "'", "=",
          "  ",
        ]
      ),
    ]

  @Test(arguments: 0..<3) func `are read or refused with a reason`(index: Int) throws {
    let (importer, sample, fragments) = Self.sources[index]
    let known = KindsFile(yaml: kinds, file: "kinds.yml").kinds
    func read(_ bytes: [UInt8]) throws -> [NoteDraft] {
      try importer.notes(of: ImportSource(name: "f", bytes: bytes), kinds: known).drafts
    }
    #expect(try read(Array(sample.utf8)).count == 1)
    let plan = NamedPlan(
      version: "2020",
      plan: Plan(blocks: [Block(id: try #require(BlockID("p-1a")), kind: .paragraph, text: "乙甲丙")]))
    try fuzz("notes-\(importer.format)", samples: [Array(sample.utf8)], fragments: fragments) {
      bytes in
      do {
        var drafting = NoteDrafting(in: plan, taken: [])
        for draft in try read(bytes) {
          guard let note = try? drafting.note(of: draft) else { continue }
          _ = document("").reading(note)
        }
      } catch let error as DocumentError { #expect(!error.diagnostics.isEmpty) }
    }
  }

  @Test(arguments: 0..<3) func `cannot exhaust the machine`(index: Int) throws {
    let importer = Self.sources[index].importer
    let start = ContinuousClock.now
    for text in [
      String(repeating: "[", count: 200_000), String(repeating: "{\"first\":", count: 100_000),
      String(repeating: "{\"refinedBy\":[", count: 50_000),
      "\"" + String(repeating: "x", count: 4 << 20),
      "quote\n" + String(repeating: ",", count: 1 << 20), String(repeating: "\"", count: 1 << 20),
    ] {
      _ = try? importer.notes(of: ImportSource(name: "f", bytes: Array(text.utf8)), kinds: [])
    }
    #expect(ContinuousClock.now - start < .seconds(30))
  }
}
