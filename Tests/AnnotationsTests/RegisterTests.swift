import Annotations
import Collation
import PlanModel
import Testing

private let text = ["推进5G网络建设。由上海市牵头。", "推进港口建设，完善集疏运体系。"]

private let notes = set(
  """
  notes:
    - id: late
      kind: task
      on: { version: v1, quote: 推进5G网络建设 }
      deadline: { ongoing: true }
    - id: network
      kind: task
      on: { version: v1, quote: 5G网络 }
      deadline: { by: "2025", text: 到2025年 }
      lead: [江苏省, 沪等]
      status:
        - { on: 2024-03-01, state: done }
        - { on: 2022-03-01, state: under-way }
    - id: across
      kind: task
      on: { version: v1, quote: "由上海市牵头。\\n推进港口建设" }
      deadline: "2023-06"
      continues: network
      lead: 上海
    - id: harbour
      kind: indicator
      on: { version: v1, quote: 推进港口建设 }
      target: { value: "85", comparator: at-least, unit: "%" }
  """)

@Suite struct `The register of notes` {
  @Test func `lists an agency's parts by role, in the order of the notes`() {
    #expect(notes.diagnostics == [])
    #expect(notes.duties(of: "shanghai").map(\.note) == [1, 2])
    #expect(notes.duties(of: "shanghai").map(\.rank) == [1, 0])
    #expect(notes.duties(of: "shanghai").map(\.reference.isOpen) == [true, false])
    #expect(notes.duties(of: "shanghai", role: "support") == [])
    #expect(notes.dutiesByAgency().map(\.agency.id) == ["shanghai", "jiangsu"])
    #expect(notes.dutiesByAgency().map(\.duties.count) == [2, 1])
  }

  @Test func `sorts times by their last days, and those without an end to the end`() {
    #expect(
      notes.deadlines().map { notes.annotations[$0.note].id } == ["across", "network", "late"])
  }

  @Test(arguments: [
    ("2023-06-30", []), ("2023-07-01", ["across"]), ("2026-01-01", ["across"]),
  ])
  func `knows what is overdue on a day`(day: String, expected: [String]) throws {
    let overdue = notes.overdue(on: try #require(CalendarDay(day)))
    #expect(overdue.map { notes.annotations[$0.note].id } == expected)
  }

  @Test func `knows what was known on a day`() throws {
    let network = notes.annotations[1]
    #expect(network.state(on: try #require(CalendarDay("2022-02-28"))) == nil)
    #expect(network.state(on: try #require(CalendarDay("2023-01-01")))?.state == .underWay)
    #expect(network.isSettled(on: try #require(CalendarDay("2024-03-01"))))
  }

  @Test func `follows what continues what`() {
    #expect(notes.history(of: 2) == [1, 2])
    #expect(notes.history(of: 9) == [])
    let circle = set(
      ["a", "b"].reduce("notes:\n") { yaml, id in
        yaml + "  - { id: \(id), kind: task, on: { version: v1, quote: x }, continues: "
          + (id == "a" ? "b" : "a") + " }\n"
      })
    #expect(circle.history(of: 0) == [1, 0])
  }
}

@Suite struct `A plan with its notes` {
  private let versions = [plan(text), plan([text[1]], version: "v2", prefix: "q")]

  private func annotated(_ index: Int) -> AnnotatedPlan {
    let located = notes.located(in: versions)
    let placements = notes.placements(
      of: located.passages, in: versions,
      comparisons: [.init(aligning: versions[0].plan.blocks, with: versions[1].plan.blocks)])
    return AnnotatedPlan(versions[index], notes: notes, placements: placements)
  }

  @Test func `lists the notes of each block as their passages begin, the longer first`() {
    let first = annotated(0)
    let names = first.notesByBlock().map { $0.map { first.notes[$0].annotation.id } }
    #expect(names == [["late", "network", "across"], ["across", "harbour"]])
  }

  @Test func `tells which notes have lost their place in a version`() {
    let second = annotated(1)
    #expect(second.notes.count == 4)
    let attached = second.notes(with: .attached).map(\.annotation.id)
    #expect(attached.contains("harbour"))
    #expect(second.notes(with: .orphaned).map(\.annotation.id).starts(with: ["late", "network"]))
    #expect(second.notes(ofKind: "indicator").map(\.annotation.id) == ["harbour"])
    #expect(second.notesByBlock().count == 1)
  }
}
