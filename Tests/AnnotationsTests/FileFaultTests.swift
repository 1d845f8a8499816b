import Annotations
import PlanModel
import Testing

/// Faults as `line:column:length code`.
private func shown(_ faults: [Diagnostic]) -> [String] {
  faults.map { fault in
    let place = fault.place
    return "\(place?.line ?? 0):\(place?.column ?? 0):\(place?.length ?? 0) \(fault.code)"
  }
}

private func kindFaults(_ fields: String) -> [String] {
  shown(KindsFile(yaml: "kinds:\n  task:\n    fields:\n" + fields, file: "kinds.yml").diagnostics)
}

private func agencyFaults(_ agencies: String) -> [String] {
  shown(AgenciesFile(yaml: "agencies:\n" + agencies, file: "agencies.yml").diagnostics)
}

@Suite struct `A YAML file` {
  @Test(arguments: [
    ("notes: []\nnotes: []\n", "2:1:5 duplicate-key"),
    ("notes: []\r\nnotes: []\r\n", "2:1:5 duplicate-key"),
    ("\u{FEFF}notes: []\nnotes: []\n", "2:1:5 duplicate-key"),
    ("notes:\n  - id: a\n    id: b\n", "3:5:2 duplicate-key"),
    ("notes:\n  - id: a\n    on: { id: c }\n    id: b\n", "4:5:2 duplicate-key"),
    (
      "notes:\n  - note: a\n    status:\n      - note: b\n    note: c\n", "5:5:4 duplicate-key"
    ),
    ("notes: [{ id: a, kind: b, id: c }]\n", "1:27:2 duplicate-key"),
    ("notes: [{ 名: a, on: { 名: b }, 名: c }]\n", "1:31:1 duplicate-key"),
    ("notes: [{ id: a,\n  \"id\": c }]\n", "1:11:2 duplicate-key"),
  ])
  func `with a key twice is pointed at where it stands again`(yaml: String, expected: String) {
    #expect(shown(set(yaml).diagnostics) == [expected])
  }

  @Test(arguments: [
    ("notes: &n []\nmore: *n\n", "2:7:2 yaml-alias"),
    ("a: &a [x]\n? *a\n: y\n", "2:3:2 yaml-alias"),
    ("a: &a [x]\nb: [y,*a]\n", "2:7:2 yaml-alias"),
    ("a: &a [x]\n*a: y\n", "2:1:2 yaml-alias"),
    ("a: &a [x]\nb: {\"c\":*a}\n", "2:9:2 yaml-alias"),
    ("a: &a [x]\u{2028}*a: y\n", "2:1:2 yaml-alias"),
    ("a:\r  &a [x]\rb: *a\r", "3:4:2 yaml-alias"),
  ])
  func `with an alias is refused`(yaml: String, expected: String) {
    #expect(shown(set(yaml).diagnostics) == [expected])
  }

  /// Forty lines that stand for 2 to the 40th values: to hash them as a key would take hours.
  @Test(.timeLimit(.minutes(1))) func `that grows without end is refused at once`() {
    let rows = (1...40).map { "a\($0): &a\($0) [*a\($0 - 1), *a\($0 - 1)]\n" }.joined()
    #expect(shown(set("a0: &a0 [x]\n\(rows)? *a40\n: x\n").diagnostics) == ["2:10:3 yaml-alias"])
  }

  @Test func `may use the signs of anchors and aliases in its words`() {
    let note = """
      notes:
        - id: a
          kind: task
          on: { version: v1, quote: 推进港口建设 }
          note: |
            R&D &copy; *copy* & *a*, &b *c
            * item
      """
    #expect(shown(set(note).diagnostics) == [])
  }

  @Test(arguments: ["[", "- ", "? ", "{a: "])
  func `nested too deeply is refused`(opening: String) {
    let yaml = "notes: \n" + String(repeating: opening, count: 100_000)
    #expect(set(yaml).diagnostics.map(\.code) == ["bad-yaml"])
  }

  @Test func `that is too long is refused`() {
    let yaml = "notes: []\n" + String(repeating: "#", count: 4 << 20)
    #expect(set(yaml).diagnostics.map(\.code) == ["too-large"])
  }

  @Test func `with a control character is pointed at by line and column`() {
    #expect(shown(set("notes:\r\n  - 注: a\u{0}b\n").diagnostics) == ["2:9:1 bad-yaml"])
  }
}

@Suite struct `A file of kinds` {
  @Test(arguments: [
    ("      a: { type: txet }\n", "4:18:4 unknown-choice"),
    ("      a: { type: date, requird: true }\n", "4:24:7 unknown-field"),
    ("      a: { type: choice }\n", "4:7:1 missing-field"),
    ("      a: { type: text, choices: { b: c } }\n", "4:7:1 wrong-type"),
    ("      a: { type: date, repeated: true }\n", "4:7:1 wrong-type"),
    ("      a: { type: text, required: maybe }\n", "4:34:5 wrong-type"),
    ("      status: { type: text }\n", "4:7:6 reserved-field"),
    ("      a: text\n", "4:10:4 wrong-type"),
  ])
  func `with a fault is pointed at`(fields: String, expected: String) {
    #expect(kindFaults(fields) == [expected])
  }

  @Test(arguments: ["text", "markdown", "reference", "agencies"])
  func `may have lists of values that can be listed`(type: String) {
    #expect(kindFaults("      a: { type: \(type), repeated: true }\n") == [])
  }
}

@Suite struct `A file of agencies` {
  @Test(arguments: [
    ("  - { id: a, name: 甲, parent: b }\n", "2:5:1 unknown-agency"),
    ("  - { id: a, name: 甲, parent: a }\n", "2:5:1 circular"),
    ("  - { id: a, name: 甲, successor: a }\n", "2:5:1 circular"),
    ("  - { id: a, name: 甲, from: 2018-13 }\n", "2:29:7 bad-date"),
    ("  - { id: a, name: 甲, from: \"2019\", until: \"2018\" }\n", "2:5:1 bad-date"),
    ("  - { id: a, name: 甲 }\n  - { id: b, name: 甲 }\n", "3:5:1 shared-name"),
    ("  - { id: 甲, name: 甲 }\n", "2:5:1 bad-name"),
    ("  - { name: 甲 }\n", "2:5:1 missing-field"),
  ])
  func `with a fault is pointed at`(agencies: String, expected: String) {
    #expect(agencyFaults(agencies) == [expected])
  }

  /// Every way in which four agencies can have parents, against walking up from each of them.
  @Test func `tells of each circle of parents once`() {
    let names = ["a", "b", "c", "d"]
    for code in 0..<625 {
      let parents = (0..<4).map { place -> Int? in
        let digit = code / [1, 5, 25, 125][place] % 5
        return digit == 4 ? nil : digit
      }
      var circles: Set<[Int]> = []
      for start in 0..<4 {
        var walk: [Int] = []
        var next = parents[start]
        while let here = next, !walk.contains(here) {
          walk.append(here)
          next = parents[here]
        }
        if walk.last == start { circles.insert(walk.sorted()) }
      }
      let yaml = (0..<4).map { place in
        let parent = parents[place].map { ", parent: \(names[$0])" } ?? ""
        return "  - { id: \(names[place]), name: N\(place)\(parent) }\n"
      }.joined()
      let expected = circles.map { "\(2 + ($0.first ?? 0)):5:1 circular" }.sorted()
      #expect(agencyFaults(yaml).sorted() == expected)
    }
  }
}

@Suite struct `Files with pieces exchanged` {
  /// Read or refused, never a crash, and the same each time.
  @Test(arguments: 0..<100)
  func `give the same faults each time, inside the file`(seed: Int) {
    var random = SeededNumbers(seed)
    let kinds = random.mutated(kindsYAML)
    let agencies = random.mutated(agenciesYAML)
    let first = KindsFile(yaml: kinds, file: "k").diagnostics
    #expect(first == KindsFile(yaml: kinds, file: "k").diagnostics)
    let second = AgenciesFile(yaml: agencies, file: "a").diagnostics
    #expect(second == AgenciesFile(yaml: agencies, file: "a").diagnostics)
    for (text, faults) in [(kinds, first), (agencies, second)] {
      let lines = text.unicodeScalars.count {
        "\n\r\u{85}\u{2028}\u{2029}".unicodeScalars.contains($0)
      }
      for place in faults.compactMap(\.place) {
        #expect(place.line >= 1 && place.line <= lines + 2)
        #expect(place.column >= 1 && place.length >= 1)
      }
    }
  }
}

/// Numbers that a seed decides.
private struct SeededNumbers {
  private var state: UInt64

  init(_ seed: Int) { state = UInt64(seed) &* 0x9E37_79B9_7F4A_7C15 &+ 1 }

  private mutating func below(_ bound: Int) -> Int {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return Int(state >> 33) % bound
  }

  /// A text with pieces taken out, doubled and exchanged.
  mutating func mutated(_ text: String) -> String {
    var scalars = Array(text.unicodeScalars)
    for _ in 0..<1 + below(6) {
      let start = below(scalars.count)
      let end = min(scalars.count, start + below(12))
      switch below(3) {
      case 0: scalars.removeSubrange(start..<end)
      case 1: scalars.insert(contentsOf: scalars[start..<end], at: below(scalars.count))
      default:
        scalars[start] = ["{", "}", "[", ":", "\"", "\n", "&", "*", "\u{0}", "?"][below(10)]
      }
      if scalars.isEmpty { scalars = ["x"] }
    }
    return String(String.UnicodeScalarView(scalars))
  }
}
