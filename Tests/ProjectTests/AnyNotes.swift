import Annotations
import Collation
import Fuzzing
import PlanModel
import PluginKit
import Testing

extension SplitMix64 {
  /// One of some values.
  mutating func one<Value>(of values: [Value]) -> Value {
    values[Int.random(in: values.indices, using: &self)]
  }

  /// Whether something of so many chances in ten happens.
  mutating func happens(_ chances: Int) -> Bool { Int.random(in: 0..<10, using: &self) < chances }
}

/// A plan and notes of every sort by chance: fields of every type, odd texts, statuses, decisions,
/// passages that cross the ends of paragraphs.
struct AnySample {
  let plan: NamedPlan
  let set: AnnotationSet

  private static let kinds = """
    kinds:
      task:
        fields:
          lead: { type: agencies }
          support: { type: agencies }
          deadline: { type: date }
          target: { type: quantity }
          strength: { type: choice, choices: { firm: 硬, soft: 软 } }
          remark: { type: text }
          tags: { type: text, repeated: true }
          body: { type: markdown }
          link: { type: link, repeated: true }
          to: { type: reference, repeated: true }
    """
  private static let agencies = """
    agencies:
      - { id: shanghai, name: { zh-Hans: 上海市, en: Shanghai }, aliases: [沪] }
      - { id: jiangsu, name: 江苏省 }
    """
  private static let texts = [
    "短", "a: b", "- x", "2025", "true", "甲\n乙", "\"引\" '文'", "{ a: [b] }", "# 不是", "x # y", "\\n",
    "👩‍👩‍👧 é e\u{301}", "<b>&amp;</b>", "=1+1", "a,b;c", "\u{FEFF}甲", "\u{202E}abc", "行一\n\n行三", " 前后 ",
  ]

  init(_ dice: inout SplitMix64) throws {
    let words = ["加强", "港口", "建设", "网络", "ab ", "𠮷野", "“市场”", "5G", "（一）", "é"]
    let texts = (0..<6).map { number in
      "\(number)" + (0..<12).map { _ in dice.one(of: words) }.joined() + "。"
    }
    let blocks = texts.enumerated().compactMap { index, text in
      BlockID("p-\(index)x").map { Block(id: $0, kind: .paragraph, text: text) }
    }
    let plan = NamedPlan(version: dice.one(of: ["2019-12-02", "v1"]), plan: Plan(blocks: blocks))
    let kinds = KindsFile(yaml: Self.kinds, file: "kinds.yml")
    let agencies = AgenciesFile(yaml: Self.agencies, file: "agencies.yml")
    var document = NotesDocument(
      text: "", file: "notes.yml", kinds: kinds.kinds, agencies: agencies.registry)
    let notes = (0..<8).map { Self.note($0, on: plan, &dice) }
    try document.add(notes)
    self.plan = plan
    set = AnnotationSet([document.content], kinds: kinds, agencies: agencies)
  }

  private static func note(_ number: Int, on plan: NamedPlan, _ dice: inout SplitMix64) -> NoteValue
  {
    let blocks = plan.plan.blocks
    let first = Int.random(in: 0..<blocks.count, using: &dice)
    let last = dice.happens(2) ? min(first + 1, blocks.count - 1) : first
    let (head, tail) = (Array(blocks[first].text), Array(blocks[last].text))
    let start = Int.random(in: 0..<head.count - 1, using: &dice)
    let quote =
      first == last
      ? String(head[start...Int.random(in: start..<head.count, using: &dice)])
      : String(head[start...]) + "\n"
        + String(tail[...Int.random(in: 0..<tail.count, using: &dice)])
    var on: [NoteValue.Entry] = [
      .init("version", plan.version), .init("paragraph", blocks[first].id.rawValue),
    ]
    if last != first { on.append(.init("to", blocks[last].id.rawValue)) }
    on.append(.init("quote", quote))
    if start > 0, dice.happens(5) { on.append(.init("prefix", String(head[start - 1]))) }
    var entries: [NoteValue.Entry] = [
      .init("id", "note-\(number)"), .init("kind", "task"), .init("on", .mapping(on)),
    ]
    for key in [
      "lead", "support", "deadline", "target", "strength", "remark", "tags", "body", "link", "to",
    ]
    where dice.happens(4) {
      entries.append(.init(key, field(key, &dice)))
    }
    if dice.happens(3) {
      entries += [.init("basis", "official"), .init("source", "https://example.org/a?b=c#d")]
    }
    if dice.happens(3) {
      entries.append(
        .init(
          "status",
          .list([
            .mapping([
              .init("on", "2021-06-30"), .init("state", "under-way"),
              .init("evidence", "https://example.org/e"), .init("note", dice.one(of: texts)),
            ]), .mapping([.init("on", "2022-06-30"), .init("state", "done")]),
          ])))
    }
    if dice.happens(3) {
      let quote = dice.one(of: texts).replacing("\n", with: "")
      entries.append(
        .init(
          "decisions",
          .list([
            .mapping([.init("version", "2020"), .init("decision", "retired")]),
            .mapping([
              .init("version", "2021"), .init("decision", "reattached"),
              .init("paragraph", "p-1x"), .init("quote", quote),
            ]),
          ])))
    }
    if dice.happens(4) { entries.append(.init("note", dice.one(of: texts))) }
    return .mapping(entries)
  }

  private static func field(_ key: String, _ dice: inout SplitMix64) -> NoteValue {
    switch key {
    case "lead", "support":
      dice.happens(5)
        ? .list([.text("沪"), .mapping([.init("name", "江苏省"), .init("open", .flag(true))])])
        : .list([.text("Shanghai")])
    case "deadline":
      dice.one(of: [
        .mapping([.init("by", "2025"), .init("text", dice.one(of: texts))]),
        .mapping([.init("within", "2021/2025")]), .mapping([.init("ongoing", .flag(true))]),
        .mapping([.init("recurring", "每年3月底前")]), .mapping([.init("horizon", "2035")]),
      ])
    case "target":
      dice.one(of: [
        .mapping([
          .init("value", "65.50"), .init("comparator", "at-least"), .init("unit", "%"),
          .init("text", dice.one(of: texts)),
        ]), .mapping([.init("value", "-3")]),
        .mapping([.init("comparator", "not-below"), .init("text", "不减少")]),
      ])
    case "strength": dice.one(of: ["firm", "soft"].map(NoteValue.text))
    case "link": .list(["https://example.org/1", "http://example.org/2"].map(NoteValue.text))
    case "tags", "to":
      .list((0..<Int.random(in: 1...3, using: &dice)).map { _ in .text(dice.one(of: texts)) })
    default: .text(dice.one(of: texts))
    }
  }

  /// The notes with their places, as exporters get them.
  func register(address: String? = nil) -> NoteRegister {
    let (passages, _) = set.located(in: [plan])
    let placements = set.placements(of: passages, in: [plan], comparisons: [])
    return NoteRegister(
      title: "题", version: plan.version, plan: plan.plan,
      entries: set.annotations.indices.map { index in
        NoteRegister.Entry(note: set.annotations[index], placement: placements[index]?.first)
      }, address: address)
  }

  /// The notes that drafts make in the plan.
  func read(_ drafts: [NoteDraft]) throws -> [Annotation] {
    var drafting = NoteDrafting(in: plan, taken: [])
    let document = NotesDocument(
      text: "", file: "notes.yml", kinds: set.kinds, agencies: set.agencies)
    return try drafts.flatMap { draft in
      let read = document.reading(try drafting.note(of: draft))
      #expect(read.diagnostics == [])
      return read.annotations
    }
  }
}
