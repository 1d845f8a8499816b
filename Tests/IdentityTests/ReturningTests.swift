import Identity
import PlanModel
import Testing

@Suite struct `A version among others` {
  private static let texts = [
    "为满足市民日益增长的阅读需求，结合本市实际，制定本规划。",
    "新建青岚市图书馆新馆。选址东湖片区，建筑面积不少于三万平方米，2024年对外开放。",
    "改造老旧馆舍。对建成超过二十年的区县图书馆进行安全鉴定，逐馆制定修缮方案。",
    "推进古籍保护。普查全市馆藏古籍，对列入名录的善本实行恒温恒湿保存，逐步开展数字化并向公众开放。",
    "本规划自公布之日起施行。",
  ]
  private static let edited =
    "推进古籍保护。普查全市馆藏古籍，对列入名录的善本实行恒温恒湿保存，三年内完成数字化并向公众开放。"

  private func blocks(_ texts: [String], _ names: [String]) -> [Block] {
    zip(texts, names).compactMap { text, name in
      BlockID(name).map { Block(id: $0, kind: .paragraph, text: text) }
    }
  }

  private func identifiers(_ lineage: Lineage) -> [String?] {
    lineage.decisions.map { $0.identifier?.rawValue }
  }

  private func drafts(_ texts: [String]) -> [DraftBlock] {
    texts.map { DraftBlock(kind: .paragraph, text: $0) }
  }

  private let all = ["p-0", "p-1", "p-2", "p-3", "p-4"]

  @Test func `gives a paragraph back its identifier though its words were changed meanwhile`() {
    let first = blocks(Self.texts, all)
    let second = first.filter { $0.id.rawValue != "p-3" }
    var texts = Self.texts
    texts[3] = Self.edited
    let lineage = Lineage(of: drafts(texts), after: [first, second])
    #expect(identifiers(lineage) == all)
    #expect(lineage.decisions[3].doubt?.reason == .returned)
    #expect(lineage.decisions[3].confidence < 1)
  }

  @Test func `that comes between two takes from the later what the earlier has not`() {
    let first = blocks([Self.texts[0], Self.texts[1], Self.texts[4]], ["p-0", "p-1", "p-4"])
    let third = blocks(Self.texts, all)
    var between = Self.texts
    between.remove(at: 2)
    let lineage = Lineage(of: drafts(between), after: [first], before: [third])
    #expect(identifiers(lineage) == ["p-0", "p-1", "p-3", "p-4"])
  }

  @Test func `that comes before all others takes from the next`() {
    let later = blocks(Self.texts, all)
    let older = [Self.texts[0], Self.texts[1] + Self.texts[2], Self.texts[3]]
    let lineage = Lineage(of: drafts(older), after: [], before: [later])
    #expect(identifiers(lineage) == ["p-0", "p-1", "p-3"])
    #expect(lineage.decisions.allSatisfy { $0.ancestors.isEmpty })
    #expect(lineage.retirements.isEmpty)
  }

  @Test func `prefers the nearest of the others`() {
    let near = blocks([Self.texts[3]], ["p-near"])
    let far = blocks([Self.texts[3]], ["p-far"])
    let last = blocks([Self.texts[0]], ["p-0"])
    let lineage = Lineage(
      of: drafts([Self.texts[0], Self.texts[3]]), after: [far, near, last])
    #expect(identifiers(lineage) == ["p-0", "p-near"])
  }

  @Test func `brings back nothing that is only of the same kind`() {
    let first = blocks(Self.texts, all)
    let second = first.filter { $0.id.rawValue != "p-3" }
    var texts = Self.texts
    texts[3] = "推进名录编制。普查全市传统村落，对列入名录的建筑实行挂牌保护，逐步开展修缮并向游客开放。"
    let lineage = Lineage(of: drafts(texts), after: [first, second])
    #expect(identifiers(lineage)[3] == nil)
  }
}
