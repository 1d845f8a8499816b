import Annotations
import PlanModel
import Testing

private func document(_ text: String) -> NotesDocument {
  NotesDocument(
    text: text, file: "notes.yml", kinds: KindsFile(yaml: kindsYAML, file: "kinds.yml").kinds,
    agencies: AgenciesFile(yaml: agenciesYAML, file: "agencies.yml").registry)
}

private func note(_ id: String, quote: String = "甲乙", _ more: [NoteValue.Entry] = []) -> NoteValue {
  .mapping(
    [
      .init("id", id), .init("kind", "task"),
      .init("on", .mapping([.init("version", "2020"), .init("quote", quote)])),
    ] + more)
}

/// What is left of a text when another has been put in: every byte of the one stands in the other,
/// in its order.
private func isKept(_ old: String, in new: String) -> Bool {
  var rest = Array(new.utf8)[...]
  for byte in old.utf8 {
    guard let place = rest.firstIndex(of: byte) else { return false }
    rest = rest[(place + 1)...]
  }
  return true
}

private let files = [
  "",
  "# Nothing yet\n",
  "notes:\n",
  "notes: # none yet\n",
  "notes: []\n",
  "notes: [ ]   # none\n",
  "\u{FEFF}notes:\n  - id: a\n    kind: task\n    on: { version: v, quote: 甲 }\n",
  "notes:\r\n  - id: a\r\n    kind: task\r\n    on:\r\n      version: v\r\n      quote: 甲\r\n# end\r\n",
  "notes:\n- id: a\n  kind: task\n  on: { version: v, quote: 甲 }\n\n# behind\n\n",
  "notes:\n  - { id: a, kind: task, on: { version: v, quote: \"it's } #\" } } # why",
  "notes:\n    -   id: a\n        kind: task\n        on: { version: v, quote: 甲 }\n        note: |\n          x\n\n          # no comment\n",
  "notes:\n  - id: a\n    kind: task\n    on: { version: v, quote: 甲 }\n    note: |+\n      x\n\n\n",
  "notes:\n  # first\n  - id: a\n    on: { version: v, quote: 甲 }\n# aside\n    kind: task\n    decisions: [{ version: w, decision: retired }]\n  # second\n  - id: b\n    kind: task\n    on: { version: v, quote: 乙 }\n    decisions:\n    - { version: w, decision: confirmed }\n    # last\n",
  "notes:\n  - id: a\n    kind: task\n    on:\n      version: v\n      quote: \"甲\n        乙\"\n    decisions: []",
]

@Suite struct `A file of notes that is edited` {
  @Test(arguments: files) func `takes a note and keeps every byte`(text: String) throws {
    var document = document(text)
    let before = document.content.annotations
    let added = try document.add([note("new"), note("newer", [.init("lead", .list([.text("沪")]))])])
    #expect(added.map(\.id) == ["new", "newer"])
    let after = document.content
    #expect(after.diagnostics == [])
    #expect(after.annotations.map(\.id) == before.map(\.id) + ["new", "newer"])
    #expect(isKept(text.replacing(" []", with: "").replacing(" [ ]", with: ""), in: document.text))
    #expect(text.contains("\r\n") == document.text.contains("\r\n"))
    if text.contains("\r\n") { #expect(!document.text.replacing("\r\n", with: "").contains("\n")) }
  }

  @Test(arguments: files.filter { $0.contains("id: a") })
  func `takes a decision and keeps every byte`(text: String) throws {
    var document = document(text)
    let decision = Annotation.Decision(
      version: "2025", verdict: .reattached, paragraph: BlockID("p-1"), quote: "甲, “乙”: 丙")
    for id in document.content.annotations.map(\.id) {
      try document.add(decision, to: id)
      let note = try #require(document.content.annotations.first { $0.id == id })
      #expect(note.decisions.last?.quote == decision.quote)
      #expect(note.decisions.last?.verdict == .reattached)
      try document.add(.init(version: "2026", verdict: .confirmed), to: id)
    }
    #expect(document.content.diagnostics == [])
    #expect(isKept(text, in: document.text))
  }

  @Test(arguments: [
    "- a\n", "{ notes: [{ id: a, kind: task, on: { version: v, quote: 甲 } }] }\n", "notes: [",
    "note",
    "notes:\n  - &a x\n  - *a\n",
  ])
  func `stays as it is where nothing can be put into it`(text: String) {
    var document = document(text)
    #expect(throws: DocumentError.self) { try document.add([note("new")]) }
    #expect(document.text == text)
  }

  @Test(arguments: [
    ("unknown-agency", [NoteValue.Entry("lead", .list([.text("市沪")]))]),
    ("unknown-choice", [NoteValue.Entry("strength", "frim")]),
    ("unknown-field", [NoteValue.Entry("leed", "沪")]),
  ])
  func `refuses a faulty note`(code: String, more: [NoteValue.Entry]) {
    var document = document("notes:\n")
    let error = #expect(throws: DocumentError.self) { try document.add([note("new", more)]) }
    #expect(error?.diagnostics.map(\.code) == [code])
    #expect(document.text == "notes:\n")
  }

  /// Texts that YAML would take for something else, or break.
  @Test(arguments: [
    "2025", "2019-12-02", "1e3", "0x1F", "true", "No", "~", "null", "- a", "-a", "? b", ": c",
    "a: b",
    "a:b", "a #b", "a#b", "#", "甲：乙", "[甲]", "{甲}", "甲, 乙", "'甲", "\"甲\"", "it's", "@甲", "`", "%",
    "!x",
    "&x", "*x", "|", ">", " 甲", "甲 ", "甲\t乙", "a\u{85}b", "a\u{2028}b", "a\u{0}b",
    "a\u{7F}b", "甲\n乙", "甲\n\n乙", "甲\n 乙", " 甲\n乙", "甲\n# 乙", "甲\n\t乙", "甲 \n乙", "甲\r\n乙", "\n甲",
    "甲\n乙\n",
    "甲\n乙\n\n", "甲\\n乙", "\u{1F469}\u{200D}\u{1F469}", "..", "---", "--- a", "=", "<<", "1:30",
    "+1",
    ".5", "12.5%",
  ])
  func `holds any text`(text: String) throws {
    var document = document("notes:\n")
    let decision = NoteValue.mapping([
      .init("version", "2020"), .init("decision", "reattached"), .init("quote", text),
    ])
    try document.add([
      note("new", [.init("note", text), .init("decisions", .list([decision]))])
    ])
    let read = try #require(document.content.annotations.first)
    #expect(read.note == text)
    let quote = text.hasSuffix("\n") ? String(text.dropLast()) : text
    #expect(read.decisions.first?.quote == quote)
  }

  @Test func `looks as a person would write it`() throws {
    var document = document("notes:\n")
    try document.add([
      note(
        "new", quote: "甲\n乙\n",
        [
          .init(
            "lead",
            .list([.text("上海市"), .mapping([.init("name", "苏"), .init("open", .flag(true))])])),
          .init("deadline", .mapping([.init("by", "2025"), .init("text", "到2025年")])),
          .init(
            "status",
            .list([
              .mapping([
                .init("on", "2021-06-30"), .init("state", "done"),
                .init("evidence", "https://example.org/a"),
              ])
            ])), .init("source", "https://example.org/b"),
        ])
    ])
    #expect(
      document.text == """
        notes:
          - id: new
            kind: task
            on:
              version: "2020"
              quote: |
                甲
                乙
            lead: [上海市, { name: 苏, open: true }]
            deadline: { by: "2025", text: 到2025年 }
            status:
              - { on: "2021-06-30", state: done, evidence: "https://example.org/a" }
            source: https://example.org/b

        """)
  }
}
