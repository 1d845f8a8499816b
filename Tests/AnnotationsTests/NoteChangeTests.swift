import Annotations
import Foundation
import Fuzzing
import PlanModel
import Testing

private let kinds = kindsYAML.replacing(
  "lead: { type: agencies }", with: "lead: { type: agencies }\n      support: { type: agencies }")

private func document(_ text: String) -> NotesDocument {
  NotesDocument(
    text: text, file: "notes.yml", kinds: KindsFile(yaml: kinds, file: "kinds.yml").kinds,
    agencies: AgenciesFile(yaml: agenciesYAML, file: "agencies.yml").registry)
}

/// A file with one note of each way to write one, so that a change meets them all.
private let file = """
  # Whose notes these are
  notes:
    - id: plain   # the first
      kind: task
      on: { version: v, quote: "甲: 乙 # 丙" }
      # who
      lead: [上海]   # in this order
      support: 苏
      deadline: { by: "2025", text: 到2025年 }   # a year
      note: |   # why
        First.

        # not a comment

      # the end of the first

    # aside
    -   lead:
        - 沪
        # between
        - { name: 苏, open: true }
        id: lists
        kind: task
        on:
          version: v
          quote: >-
            甲
            乙
        status: # history
          - { on: 2021-06-30, state: under-way }   # then
          # so far
          - on: 2022-06-30
            state: done
        note: 'it''s
          long'
    - { id: flow, kind: task, on: { version: v, quote: 甲 }, lead: [ 上海, 苏 ], strength: firm }
    - id: bare
      kind: task
      on: {version: v, quote: 甲}
      lead:
      strength: "soft" # "firm"

  """

/// The lines that only one of two texts has, in their order; equal lines count as often as they stand.
private func difference(_ old: String, _ new: String) -> (gone: [String], new: [String]) {
  let lines = { (text: String) in text.components(separatedBy: "\n") }
  let changes = lines(new).difference(from: lines(old))
  return (
    changes.removals.map { if case .remove(_, let line, _) = $0 { line } else { "" } },
    changes.insertions.map { if case .insert(_, let line, _) = $0 { line } else { "" } }
  )
}

private func faults(of document: NotesDocument) -> Set<String> {
  Set(document.content.diagnostics.map(\.message))
}

/// Only that the last note's list is empty.
private let faultsBefore: Set = ["an agency is empty"]

@Suite struct `A note that is changed` {
  /// Each change with the lines that go and those that come; every other line stays as it is.
  @Test(arguments: [
    (
      "plain", "lead=沪、苏", ["    lead: [上海]   # in this order"],
      ["    lead: [沪, 苏]   # in this order"]
    ),
    (
      "plain", "lead+=苏等", ["    lead: [上海]   # in this order"],
      ["    lead: [上海, 苏等]   # in this order"]
    ),
    ("plain", "lead-=上海", ["    lead: [上海]   # in this order"], []),
    ("plain", "support+=沪", ["    support: 苏"], ["    support: [苏, 沪]"]),
    ("plain", "support=沪", ["    support: 苏"], ["    support: [沪]"]),
    (
      "plain", "deadline=horizon 2030", ["    deadline: { by: \"2025\", text: 到2025年 }   # a year"],
      ["    deadline: { horizon: \"2030\" }   # a year"]
    ),
    (
      "plain", "deadline.text=", ["    deadline: { by: \"2025\", text: 到2025年 }   # a year"],
      ["    deadline: { by: \"2025\" }   # a year"]
    ),
    (
      "plain", "deadline.kind=from", ["    deadline: { by: \"2025\", text: 到2025年 }   # a year"],
      ["    deadline: { from: \"2025\", text: 到2025年 }   # a year"]
    ),
    ("plain", "strength=firm", [], ["    strength: firm"]),
    (
      "plain", "note=短", ["    note: |   # why", "      First.", "", "      # not a comment"],
      ["    note: 短   # why"]
    ),
    (
      "plain", "note=a\nb", ["      First.", "", "      # not a comment", "    note: |   # why"],
      ["    note: |-   # why", "      a", "      b"]
    ),
    (
      "plain", "status+=2021-06-30 done https://example.org/a 好", [],
      [
        "    status:",
        "      - { on: \"2021-06-30\", state: done, evidence: \"https://example.org/a\", note: 好 }",
      ]
    ),
    ("lists", "lead-=苏", ["      - { name: 苏, open: true }"], []),
    ("lists", "lead+=上海", [], ["      - 上海"]),
    (
      "lists", "status-=2022-06-30", ["        - on: 2022-06-30", "          state: done"], []
    ),
    (
      "lists", "status+=2023-01-01 dropped", [],
      ["        - { on: \"2023-01-01\", state: dropped }"]
    ),
    ("lists", "note=短", ["      note: 'it''s", "        long'"], ["      note: 短"]),
    (
      "lists", "note=a\nb", ["      note: 'it''s", "        long'"],
      ["      note: |-", "        a", "        b"]
    ),
    ("lists", "source=https://example.org", [], ["      source: https://example.org"]),
    (
      "flow", "lead+=沪",
      [
        "  - { id: flow, kind: task, on: { version: v, quote: 甲 }, lead: [ 上海, 苏 ], strength: firm }"
      ],
      [
        "  - { id: flow, kind: task, on: { version: v, quote: 甲 }, lead: [ 上海, 苏, 沪 ], strength: firm }"
      ]
    ),
    (
      "flow", "lead-=苏",
      [
        "  - { id: flow, kind: task, on: { version: v, quote: 甲 }, lead: [ 上海, 苏 ], strength: firm }"
      ],
      ["  - { id: flow, kind: task, on: { version: v, quote: 甲 }, lead: [ 上海 ], strength: firm }"]
    ),
    (
      "flow", "note=a\nb, {c}",
      [
        "  - { id: flow, kind: task, on: { version: v, quote: 甲 }, lead: [ 上海, 苏 ], strength: firm }"
      ],
      [
        "  - { id: flow, kind: task, on: { version: v, quote: 甲 }, lead: [ 上海, 苏 ], strength: firm, note: \"a\\nb, {c}\" }"
      ]
    ),
    ("bare", "lead=沪", ["    lead:"], ["    lead: [沪]"]),
    ("bare", "lead+=沪", ["    lead:"], ["    lead: [沪]"]),
    (
      "bare", "strength=firm", ["    strength: \"soft\" # \"firm\""],
      ["    strength: firm # \"firm\""]
    ),
  ])
  func `keeps every other line, its comments and the order`(
    id: String, argument: String, gone: [String], new: [String]
  ) throws {
    var document = document(file)
    let change = try #require(NoteChange(argument))
    #expect(try document.change(id, by: [change]))
    let lines = difference(file, document.text)
    #expect(lines.gone.sorted() == gone.sorted())
    #expect(lines.new == new)
    #expect(faults(of: document).isSubset(of: faultsBefore))
  }

  @Test(arguments: [
    ("plain", "note", 4), ("plain", "deadline", 1), ("plain", "support", 1), ("lists", "status", 4),
    ("lists", "note", 2), ("flow", "lead", 1), ("flow", "strength", 1), ("bare", "lead", 1),
    ("bare", "strength", 1),
  ])
  func `loses a field and no line besides`(id: String, key: String, count: Int) throws {
    var document = document(file)
    try document.change(id, by: [NoteChange(.remove, key)])
    let lines = difference(file, document.text)
    #expect(lines.gone.count == count, "\(lines)")
    #expect(lines.new.count == (id == "flow" ? 1 : 0), "\(lines)")
    let note = try #require(document.content.annotations.first { $0.id == id })
    #expect(note.value(key) == nil && (key != "note" || note.note == nil))
  }

  /// The hyphen before the field that goes stays, and so does the comment below it.
  @Test func `loses its first field`() throws {
    var document = document(file)
    try document.change("lists", by: [NoteChange(.remove, "lead")])
    #expect(document.text.contains("      # between\n"))
    #expect(document.content.annotations.map(\.id) == ["plain", "lists", "flow", "bare"])
    #expect(faults(of: document).isSubset(of: faultsBefore))
  }

  @Test func `is the same in a file with other line ends and a byte order mark`() throws {
    let changes = ["note=a\nb", "lead+=苏", "status+=2021-06-30 done"].compactMap(NoteChange.init)
    var expected = document(file)
    try expected.change("plain", by: changes)
    var other = document("\u{FEFF}" + file.replacing("\n", with: "\r\n"))
    try other.change("plain", by: changes)
    #expect(other.text == "\u{FEFF}" + expected.text.replacing("\n", with: "\r\n"))
  }

  @Test(arguments: [
    ("leed=沪", "unknown-field", 3, "did you mean ‘lead’?"),
    ("lead=市沪", "unknown-agency", 7, nil),
    ("lead=上诲市", "unknown-agency", 7, "did you mean ‘上海市’?"),
    ("strength=frim", "unknown-choice", 3, "did you mean ‘firm’?"),
    ("strength+=firm", "wrong-type", 3, "write strength=…"),
    ("support-=苏州", "no-such-value", 8, "did you mean ‘苏’?"),
    ("deadline=soon", "bad-date", 9, "write 2025, 2025-06, 2025-06-30 or 2021/2025"),
    ("status+=done", "bad-date", 3, "write 2021-06-30"),
    ("status+=2021-06-30 doen", "unknown-choice", 3, "did you mean ‘done’?"),
    ("source=example.org", "bad-link", 3, "an address begins with https://"),
    ("basis=official", "missing-field", 3, "add source: https://…"),
    ("kind=taks", "unknown-kind", 4, "did you mean ‘task’?"),
    ("kind=indicator", "missing-field", 4, nil),
    ("lead=", "no-value", 7, "to have it gone, write --remove lead"),
    (
      "id=other", "fixed-field", 3,
      "write another note with ‘annotations add’, or change the name in the file"
    ),
  ])
  func `is refused with the place and the nearest right name`(
    argument: String, code: String, line: Int, help: String?
  ) throws {
    var document = document(file)
    let change = try #require(NoteChange(argument))
    let error = #expect(throws: DocumentError.self) {
      try document.change("plain", by: [NoteChange(.set, "basis", text: "text"), change])
    }
    let fault = try #require(error?.diagnostics.first { $0.code == code })
    #expect(fault.message.hasPrefix(argument + ": "))
    #expect(fault.place?.line == line)
    if help != nil { #expect(fault.help == help) }
    #expect(document.text == file)
  }

  @Test func `may be faulty between two changes that belong together`() throws {
    var document = document(file)
    let changes = ["basis=official", "source=https://example.org"].compactMap(NoteChange.init)
    #expect(try document.change("plain", by: changes))
    #expect(try !document.change("plain", by: changes))
  }

  @Test func `does not lose what was known of a task`() throws {
    var document = document(file)
    let change = try #require(NoteChange("status=2023-01-01 done"))
    let error = #expect(throws: DocumentError.self) {
      try document.change("lists", by: [change])
    }
    #expect(error?.diagnostics.map(\.code) == ["history-kept"])
  }
}

/// A change that must go well, of those that a note's fields allow.
private func anyChange(_ random: inout SplitMix64) -> NoteChange {
  let texts = ["短", "a\nb", "it's: # {x}, [y]", "\n\n x", "2025", "- a", "甲\n\n# 乙\n"]
  switch Int.random(in: 0..<9, using: &random) {
  case 0: return NoteChange(.set, "lead", text: "沪、苏")
  case 1: return NoteChange(.add, "lead", text: "江苏省")
  case 2: return NoteChange(.set, "support", text: "上海市")
  case 3: return NoteChange(.add, "support", text: "苏等")
  case 4: return NoteChange(.set, "deadline", text: "within 2021/2025")
  case 5: return NoteChange(.set, "deadline.text", text: "“十四五”期间")
  case 6:
    return NoteChange(
      .add, "status", text: "2024-01-0\(Int.random(in: 1...9, using: &random)) done")
  case 7: return NoteChange(.set, "strength", text: "soft")
  default: return NoteChange(.set, "note", text: texts.randomElement(using: &random) ?? "短")
  }
}

@Suite struct `Notes changed again and again` {
  /// Comments keep their number, and notes that aren't changed every byte.
  @Test(arguments: 0..<40) func `keep what was not touched`(seed: UInt64) throws {
    var random = SplitMix64(seed: seed)
    var document = document(file)
    for _ in 0..<8 {
      let before = document
      let id = before.content.annotations.map(\.id).randomElement(using: &random) ?? "plain"
      let change = anyChange(&random)
      let note = before.content.annotations.first { $0.id == id }
      if change.key == "deadline.text", note?.value("deadline") == nil { continue }
      try document.change(id, by: [change])
      let (old, new) = (before.content, document.content)
      #expect(faults(of: document).isSubset(of: faultsBefore))
      for note in old.annotations where note.id != id {
        #expect(document.lines(of: note.id) == before.lines(of: note.id), "\(change)")
        #expect(new.annotations.first { $0.id == note.id }?.saysTheSame(as: note) == true)
      }
      let comments = [
        "# Whose", "# the first", "# who", "# in this order", "# a year", "# why",
        "# the end", "# aside", "# between", "# history", "# so far",
      ]
      for comment in comments { #expect(document.text.contains(comment), "\(comment) \(change)") }
    }
  }
}
