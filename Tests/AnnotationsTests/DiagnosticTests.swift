import Annotations
import PlanModel
import Testing

private let text = ["推进5G网络建设。由上海市牵头。", "推进港口建设。推进港口建设。"]

/// The faults of a note, each as `line:column:length code`.
private func faults(_ lines: String) -> [String] {
  let notes = set("notes:\n" + lines)
  let located = notes.located(in: [plan(text)])
  return (notes.diagnostics + located.diagnostics).map { fault in
    let place = fault.place
    return "\(place?.line ?? 0):\(place?.column ?? 0):\(place?.length ?? 0) \(fault.code)"
  }
}

private let sound = """
    - id: network
      kind: task
      on: { version: v1, quote: 5G网络建设 }
      lead: [上海市, 苏等]
      deadline: { by: "2025", text: 到2025年 }
      strength: firm
      basis: reading
      status: [{ on: 2021-06-30, state: under-way, evidence: "https://example.org/" }]
  """

@Suite struct `A file of notes` {
  @Test func `without faults gives none`() throws {
    #expect(faults(sound) == [])
    let note = try #require(set("notes:\n" + sound).annotations.first)
    #expect(note.agencies.map(\.reference.agency) == ["shanghai", "jiangsu"])
    #expect(note.agencies.map(\.reference.isOpen) == [false, true])
    #expect(note.dates.first?.date.lastDay == CalendarDay(year: 2025, month: 12, day: 31))
  }

  @Test(arguments: [
    ("kind: task", "kind: taks", "3:11:4 unknown-kind"),
    ("lead: [上海市, 苏等]", "laed: [上海市]", "5:5:4 unknown-field"),
    ("[上海市, 苏等]", "[上海师]", "5:12:3 unknown-agency"),
    ("by: \"2025\"", "by: 2025-13", "6:21:7 bad-date"),
    ("by: \"2025\"", "buy: \"2025\"", "6:17:3 unknown-field"),
    ("strength: firm", "strength: frim", "7:15:4 unknown-choice"),
    ("basis: reading", "basis: raeding", "8:12:7 unknown-choice"),
    ("basis: reading", "basis: official", "8:12:8 missing-field"),
    ("on: 2021-06-30", "on: 2021-02-30", "9:20:10 bad-date"),
    ("state: under-way", "state: underway", "9:39:8 unknown-choice"),
    ("\"https://example.org/\"", "javascript:alert(1)", "9:60:19 bad-link"),
    ("quote: 5G网络建设", "quote: 6G网络建设", "4:31:6 quote-not-found"),
    ("quote: 5G网络建设", "quote: 推进港口建设", "4:31:6 ambiguous-quote"),
    ("quote: 5G网络建设", "paragraph: p-9, quote: 5G网络建设", "4:47:6 unknown-paragraph"),
    ("quote: 5G网络建设", "paragraph: p-1, quote: 5G网络建设", "4:47:6 quote-elsewhere"),
    ("version: v1", "version: v7", "4:31:6 unknown-version"),
    ("id: network", "id: Net work", "2:9:8 bad-name"),
    ("strength: firm", "lead: [上海]", "7:5:4 duplicate-key"),
  ])
  func `with one fault is pointed at by line, column and length`(
    right: String, wrong: String, expected: String
  ) {
    #expect(faults(sound.replacing(right, with: wrong)) == [expected])
  }

  @Test func `says the nearest right name`() {
    let notes = set("notes:\n" + sound.replacing("上海市", with: "上海师"))
    #expect(notes.diagnostics.map(\.help) == ["did you mean ‘上海市’?"])
  }

  @Test func `says where a quote stands that isn't in its paragraph`() {
    let notes = set(
      "notes:\n" + sound.replacing("quote: 5G", with: "paragraph: p-1, quote: 5G"))
    #expect(notes.located(in: [plan(text)]).diagnostics.map(\.help) == ["it stands in p-0"])
  }

  @Test func `finds a quote that stands twice by the words beside it`() {
    let quoted = sound.replacing("quote: 5G网络建设", with: "quote: 推进港口建设, prefix: 。")
    #expect(faults(quoted) == [])
  }

  @Test func `that claims words of the text is held to them`() {
    let claimed = sound.replacing("basis: reading", with: "basis: text")
    #expect(faults(claimed).allSatisfy { $0.hasSuffix("not-in-text") })
    #expect(faults(claimed).count == 2)
  }

  @Test func `may not name a note twice, nor miss what its kind needs`() {
    #expect(faults(sound + "\n" + sound) == ["10:9:7 duplicate-note"])
    let bare = "  - id: a\n    kind: indicator\n    on: { version: v1, quote: 5G网络建设 }\n"
    #expect(faults(bare) == ["2:9:1 missing-field"])
  }

  @Test func `says how the quote reads where it nearly stands`() {
    let notes = set("notes:\n" + sound.replacing("5G网络建设", with: "推进5G网路建设"))
    #expect(
      notes.located(in: [plan(text)]).diagnostics.map(\.help) == [
        "the nearest stands in p-0: «推进5G网络建设»"
      ])
  }

  @Test func `names the way out of a quote that stands twice`() {
    let twice = set("notes:\n" + sound.replacing("5G网络建设", with: "推进港口建设"))
    #expect(
      twice.located(in: [plan(text)]).diagnostics.map(\.help) == [
        "add a prefix or suffix: the words beside it"
      ])
    #expect(
      twice.located(in: [plan(["推进港口建设。", "推进港口建设。"])]).diagnostics.map(\.help) == [
        "add the paragraph"
      ])
  }

  @Test func `is held to the paragraph in which it says that a passage ends`() {
    let crossing = "paragraph: p-0, to: p-1, quote: \"由上海市牵头。\\n推进港口建设\""
    #expect(faults(sound.replacing("quote: 5G网络建设", with: crossing)) == [])
    let short = "paragraph: p-0, to: p-1, quote: 5G网络建设"
    #expect(
      faults(sound.replacing("quote: 5G网络建设", with: short)) == ["4:56:6 quote-elsewhere"])
  }

  @Test(arguments: [
    ("notes:\n  - { id: a, id: b }\n", "2:14:2 duplicate-key"),
    ("notes:\n  - id: a\n    on: { id: x }\n    id: b\n", "4:5:2 duplicate-key"),
    ("notes: []\nnotes: []\n", "2:1:5 duplicate-key"),
  ])
  func `with a key that stands twice is pointed at the second`(yaml: String, expected: String) {
    #expect(faults(yaml.replacing("notes:\n", with: "", maxReplacements: 1)) == [expected])
  }

  /// Ten aliases of ten aliases, nine times over: the text of a key that no machine can hash.
  @Test func `with aliases of aliases is refused before it is read`() {
    var yaml = "a0: &a0 [x, x]\n"
    for level in 1..<40 {
      let list = [String](repeating: "*a\(level - 1)", count: 10).joined(separator: ", ")
      yaml += "a\(level): &a\(level) [\(list)]\n"
    }
    let bomb = set(yaml + "? *a39\n: x\n")
    #expect(bomb.diagnostics.map(\.code) == ["yaml-alias"])
    #expect(
      bomb.diagnostics.first?.place == FilePlace(file: "notes.yml", line: 2, column: 10, length: 3))
  }

  @Test func `may hold what only looks like an alias`() {
    let markdown = sound + "\n      note: |\n        **bold** &nbsp; R&D *x*\n"
    #expect(faults(markdown.replacing("      note", with: "    note")) == [])
  }

  @Test(arguments: ["[", "{a: ", "- ", "? "])
  func `nested without end gives a diagnostic`(opening: String) {
    for depth in [100, 2000, 100_000] {
      let notes = set(String(repeating: opening, count: depth))
      #expect(!notes.diagnostics.isEmpty)
    }
  }

  @Test func `longer than any file of notes is refused`() {
    #expect(set(String(repeating: "#", count: 5 << 20)).diagnostics.map(\.code) == ["too-large"])
  }

  @Test(arguments: ["notes: [", "- a", "notes: 7", "\t", "notes:\n  - *x\n", "a: &a [*a]"])
  func `that is no YAML of notes gives a diagnostic`(yaml: String) {
    let notes = set(yaml)
    #expect(notes.annotations.isEmpty)
    #expect(!notes.diagnostics.isEmpty)
  }

  /// The sound file with pieces taken out, doubled and exchanged is read or refused, never a crash.
  @Test(arguments: 0..<150)
  func `is never a reason to stop`(seed: Int) {
    var state = UInt64(seed) &* 0x9E37_79B9_7F4A_7C15 &+ 1
    func random(_ bound: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % bound
    }
    var scalars = Array(("notes:\n" + sound).unicodeScalars)
    for _ in 0..<1 + random(8) {
      let start = random(scalars.count)
      let end = min(scalars.count, start + random(12))
      switch random(3) {
      case 0: scalars.removeSubrange(start..<end)
      case 1: scalars.insert(contentsOf: scalars[start..<end], at: random(scalars.count))
      default:
        scalars[start] = ["{", "}", "[", ":", "\"", "\n", "&", "*", "\u{0}", "—"][random(10)]
      }
      if scalars.isEmpty { scalars = ["x"] }
    }
    let notes = set(String(String.UnicodeScalarView(scalars)))
    _ = notes.located(in: [plan(text)])
    #expect(notes.annotations.count <= 2)
  }
}
