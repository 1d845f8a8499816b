import Annotations
import Collation
import PlanModel
import Testing

private let versions = [
  plan(["推进网络建设。", "推进港口建设。推进港口建设。", "完善湖泊管控体系。"]),
  plan(["推进网络建设。", "完善湖泊管控体系。又完善湖泊管控体系。"], version: "v2", prefix: "q"),
]

private func note(_ on: String, _ rest: String = "") -> AnnotationSet {
  set("notes:\n  - id: a\n    kind: task\n    on: { version: v1, \(on) }\n\(rest)")
}

/// The faults of a note's passage and decisions, with their help.
private func faults(_ on: String, _ rest: String = "") -> [String] {
  let notes = note(on, rest)
  return (notes.diagnostics + notes.located(in: versions).diagnostics).map { fault in
    let place = fault.place
    let where_ = "\(place?.line ?? 0):\(place?.column ?? 0):\(place?.length ?? 0)"
    return "\(where_) \(fault.code): \(fault.help ?? "")"
  }
}

@Suite struct `The passage of a note` {
  @Test func `may be said to end where it ends`() {
    #expect(faults("paragraph: p-0, to: p-0, quote: 网络建设") == [])
    #expect(faults("paragraph: p-1, to: p-2, quote: \"建设。\\n完善\"") == [])
  }

  @Test(arguments: [
    (
      "paragraph: p-0, to: p-1, quote: 网络建设",
      "4:56:4 quote-elsewhere: it ends in p-0"
    ),
    ("to: p-2, quote: 网络建设", "4:40:4 quote-elsewhere: it ends in p-0"),
    (
      "quote: 推进港口建设",
      "4:31:6 ambiguous-quote: add a prefix or suffix: the words beside it"
    ),
    ("quote: 推进", "4:31:2 ambiguous-quote: add the paragraph"),
    ("to: p-9, quote: 网络建设", "4:40:4 unknown-paragraph: did you mean p-0?"),
  ])
  func `is held to what the note says of it`(on: String, expected: String) {
    #expect(faults(on) == [expected])
  }
}

@Suite struct `A decision` {
  private func deciding(_ decision: String) -> [String] {
    faults("quote: 网络建设", "    decisions: [{ \(decision) }]\n")
  }

  @Test(arguments: [
    "version: v2, decision: confirmed", "version: v2, decision: retired",
    "version: v2, decision: reattached, paragraph: q-0, quote: 推进",
    "version: v2, decision: reattached, quote: 又完善",
  ])
  func `that can be followed has no fault`(decision: String) {
    #expect(deciding(decision) == [])
  }

  @Test(arguments: [
    (
      "version: v3, decision: retired",
      "5:28:2 unknown-version: did you mean ‘v1’?"
    ),
    (
      "version: v2, decision: reattached, paragraph: q-7, quote: 推进",
      "5:77:2 unknown-paragraph: did you mean q-0?"
    ),
    ("version: v2, decision: reattached, quote: 港口", "5:61:2 quote-not-found: "),
    (
      "version: v2, decision: reattached, paragraph: q-0, quote: 湖泊",
      "5:77:2 quote-elsewhere: it stands in q-1"
    ),
    (
      "version: v2, decision: reattached, quote: 湖泊",
      "5:61:2 ambiguous-quote: add the paragraph, or quote more"
    ),
    (
      "version: v2, decision: reattached, paragraph: q-1, quote: 湖泊",
      "5:77:2 ambiguous-quote: quote more"
    ),
  ])
  func `that cannot be followed is told of`(decision: String, expected: String) {
    #expect(deciding(decision) == [expected])
  }

  @Test(arguments: [
    ("retired", Placement.Outcome.orphaned), ("confirmed", Placement.Outcome.attached),
  ])
  func `wins over what is computed`(decision: String, outcome: Placement.Outcome) throws {
    let notes = note(
      "quote: 网络建设", "    decisions: [{ version: v2, decision: \(decision) }]\n")
    let (passages, _) = notes.located(in: versions)
    let comparison = Comparison(
      aligning: versions[0].plan.blocks, with: versions[1].plan.blocks)
    let placement = try #require(
      notes.placements(of: passages, in: versions, comparisons: [comparison])[0]?.last)
    #expect(placement.outcome == outcome)
    #expect(placement.confidence == 1)
    #expect(!placement.needsReview)
  }
}

@Suite struct `Notes that continue others` {
  @Test(arguments: [
    ("b", "", [String]()), ("a", "", ["a"]), ("b", "a", ["a"]), ("c", "", ["unknown-note"]),
  ])
  func `may not lead back to themselves`(first: String, second: String, expected: [String]) {
    let more = second.isEmpty ? "" : "    continues: \(second)\n"
    let yaml = """
      notes:
        - id: a
          kind: task
          on: { version: v1, quote: 网络建设 }
          continues: \(first)
        - id: b
          kind: task
          on: { version: v1, quote: 网络建设 }
      \(more)
      """
    let codes = set(yaml).diagnostics.map { $0.code == "circular" ? "a" : $0.code }
    #expect(codes == expected)
  }
}

@Suite struct `A value of a note` {
  @Test(arguments: [
    ("deadline: { text: 到2025年 }", ["missing-field"]), ("deadline: {}", ["missing-field"]),
    ("deadline: { none: true }", []), ("deadline: { ongoing: true, text: 长期坚持 }", []),
    ("deadline: { ongoing: maybe }", ["wrong-type"]),
    ("deadline: { by: \"2025\", from: \"2021\" }", ["wrong-type"]),
  ])
  func `says when, or why not`(field: String, expected: [String]) {
    #expect(note("quote: 网络建设", "    \(field)\n").diagnostics.map(\.code) == expected)
  }

  @Test(arguments: [
    ("{ unit: 台 }", ["missing-field"]), ("{ value: \"1.5\" }", []),
    ("{ value: 五 }", ["bad-number"]),
    ("{ comparator: not-below }", []), ("{ text: 不减少 }", []),
    ("{ value: [1] }", ["wrong-type"]),
  ])
  func `says how much`(target: String, expected: [String]) {
    let yaml =
      "notes:\n  - id: a\n    kind: indicator\n    on: { version: v1, quote: 网络建设 }\n"
      + "    target: \(target)\n"
    #expect(set(yaml).diagnostics.map(\.code) == expected)
  }
}
