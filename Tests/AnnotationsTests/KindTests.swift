import Annotations
import PlanModel
import Testing

private let sound = """
  kinds:
    task:
      label: { zh-Hans: 任务, en: Task }
      fields:
        lead: { type: agencies, label: { zh-Hans: 牵头, en: Lead } }
        strength: { type: choice, choices: { firm: 硬, soft: 软 } }
        links: { type: link, repeated: true }
    comment:
  """

private func faults(_ yaml: String) -> [String] {
  KindsFile(yaml: yaml, file: "kinds.yml").diagnostics.map {
    "\($0.place?.line ?? 0):\($0.place?.column ?? 0):\($0.place?.length ?? 0) \($0.code)"
  }
}

@Suite struct `The kinds of notes` {
  @Test func `are read in the order of the file`() throws {
    let file = KindsFile(yaml: sound, file: "kinds.yml")
    #expect(file.diagnostics == [])
    #expect(file.kinds.map(\.name) == ["task", "comment"])
    let task = try #require(file.kinds.first)
    #expect(task.label.text(in: "zh-Hans") == "任务")
    #expect(task.label.text(in: "en-GB") == "Task")
    #expect(task.fields.map(\.key) == ["lead", "strength", "links"])
    #expect(task.field("strength")?.choices.map(\.key) == ["firm", "soft"])
    #expect(task.field("links")?.isRepeated == true)
  }

  @Test(arguments: [
    ("type: agencies", "type: agency", "5:21:6 unknown-choice"),
    ("lead: {", "status: {", "5:7:6 reserved-field"),
    ("repeated: true", "repeated: maybe", "7:38:5 wrong-type"),
    ("repeated", "repeatd", "7:28:7 unknown-field"),
    (", choices: { firm: 硬, soft: 软 }", "", "6:7:8 missing-field"),
    ("type: choice", "type: text", "6:7:8 wrong-type"),
    ("comment:", "task:", "8:3:4 duplicate-key"),
    ("label: { zh", "lable: { zh", "3:5:5 unknown-field"),
    ("kinds:", "kind:", "1:1:4 unknown-field"), ("fields:", "fields: [", "6:7:1 bad-yaml"),
  ])
  func `are pointed at where they are faulty`(right: String, wrong: String, expected: String) {
    let faulty = sound.replacing(right, with: wrong, maxReplacements: 1)
    #expect(faults(faulty).first == expected)
  }

  /// The three files with pieces taken out, doubled and exchanged are read or refused, never a crash.
  @Test(arguments: 0..<200)
  func `and the agencies are never a reason to stop`(seed: Int) {
    var state = UInt64(seed) &* 0x9E37_79B9_7F4A_7C15 &+ 7
    func random(_ bound: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % bound
    }
    for yaml in [sound, agenciesYAML] {
      var scalars = Array(yaml.unicodeScalars)
      for _ in 0..<1 + random(8) where !scalars.isEmpty {
        let start = random(scalars.count)
        let end = min(scalars.count, start + random(12))
        switch random(3) {
        case 0: scalars.removeSubrange(start..<end)
        case 1: scalars.insert(contentsOf: scalars[start..<end], at: random(scalars.count))
        default:
          scalars[start] = ["{", "}", "[", ":", "\"", "\n", "&", "*", "\u{0}", "-"][random(10)]
        }
      }
      let text = String(String.UnicodeScalarView(scalars))
      let kinds = KindsFile(yaml: text, file: "kinds.yml")
      let agencies = AgenciesFile(yaml: text, file: "agencies.yml")
      #expect(kinds.kinds.count <= 4)
      #expect(agencies.registry.agencies.count <= 6)
    }
  }
}
