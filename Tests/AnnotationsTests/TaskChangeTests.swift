import Annotations
import Collation
import PlanModel
import Testing

private let old = plan(["加快建设港口，到2025年吞吐量达到40亿吨。", "建设机场。", "发展绿色农业和生态旅游。"])
private let new = plan(
  ["加快建设港口，到2030年吞吐量达到45亿吨。", "建设一批高铁站点。", "大力发展绿色农业和生态旅游。"],
  version: "v2", prefix: "q")

/// The changes of some notes between `old` and `new`.
private func changes(_ yaml: String) -> (set: AnnotationSet, changes: [TaskChange]) {
  let notes = set("notes:\n" + yaml)
  #expect(notes.diagnostics == [])
  let (passages, faults) = notes.located(in: [old, new])
  #expect(faults == [])
  let comparison = Comparison(aligning: old.plan.blocks, with: new.plan.blocks)
  let placements = notes.placements(of: passages, in: [old, new], comparisons: [comparison])
  return (
    notes, notes.changes(from: "v1", to: "v2", versions: ["v1", "v2"], placements: placements)
  )
}

private func note(_ id: String, _ version: String, _ quote: String, _ more: String = "") -> String {
  "  - { id: \(id), kind: task, on: { version: \(version), quote: \(quote) }\(more) }\n"
}

@Suite struct `The history of tasks` {
  @Test func `tells whose part changed, and which date was moved`() throws {
    let (_, changes) = changes(
      note("a", "v1", "加快建设港口", ", lead: [上海市], deadline: { by: \"2025\" }, strength: firm")
        + note(
          "b", "v2", "加快建设港口",
          ", lead: [江苏省], deadline: { by: \"2030\" }, strength: soft, continues: a"))
    let change = try #require(changes.first)
    #expect(changes.count == 1 && change.fate == .changed)
    #expect((change.old, change.new) == (0, 1))
    #expect(
      change.details == [
        .agencies(role: "lead", added: ["jiangsu"], removed: ["shanghai"]),
        .date(
          field: "deadline", old: DateExpression(kind: .by, value: "2025"),
          new: DateExpression(kind: .by, value: "2030"), .later),
        .choice(field: "strength", old: "firm", new: "soft"),
      ])
  }

  @Test func `tells what is new, what was dropped, and what was only reworded`() {
    let (_, changes) = changes(
      note("airport", "v1", "建设机场。") + note("farms", "v1", "发展绿色农业和生态旅游。")
        + note("stations", "v2", "建设一批高铁站点") + note("port", "v1", "加快建设港口")
        + note("farms-2", "v2", "大力发展绿色农业", ", continues: farms"))
    #expect(
      changes.map { "\($0.old ?? -1) \($0.new ?? -1) \($0.fate.rawValue)" } == [
        "0 -1 dropped", "1 4 wording", "3 3 unchanged", "-1 2 new",
      ])
  }

  @Test func `tells of a figure that the plan itself changed under a note`() {
    let (_, changes) = changes(note("a", "v1", "到2025年吞吐量达到40亿吨"))
    #expect(changes.map(\.fate) == [.changed])
    guard case .passage(let tags)? = changes.first?.details.first else {
      Issue.record("nothing is said of the passage")
      return
    }
    #expect(tags.contains("number") || tags.contains("date"))
  }

  @Test func `is empty between a version and itself, and backwards`() {
    let notes = set("notes:\n" + note("a", "v1", "建设机场"))
    #expect(notes.changes(from: "v1", to: "v1", versions: ["v1"], placements: [:]) == [])
    #expect(notes.changes(from: "v2", to: "v1", versions: ["v1", "v2"], placements: [:]) == [])
  }

  @Test(arguments: [
    ("40", "45", TaskChange.AmountShift.raised), ("45", "40", .lowered), ("9.9", "10", .raised),
    ("-3", "-2.5", .raised), ("-2", "-3", .lowered), ("0.5", "0.50", .restated),
    ("100", "99.99", .lowered), ("-0", "0", .restated), ("-1", "1", .raised),
  ])
  func `compares amounts digit by digit`(
    before: String, after: String, shift: TaskChange.AmountShift
  ) {
    func indicator(_ id: String, _ version: String, _ value: String, _ more: String = "") -> String
    {
      "  - { id: \(id), kind: indicator, on: { version: \(version), quote: 加快建设港口 }, "
        + "target: { value: \"\(value)\", unit: 亿吨 }\(more) }\n"
    }
    let (_, changes) = changes(
      indicator("a", "v1", before) + indicator("b", "v2", after, ", continues: a"))
    guard case .quantity("target", _, _, let found)? = changes.first?.details.first else {
      Issue.record("no change of the target")
      return
    }
    #expect(found == shift)
  }
}
