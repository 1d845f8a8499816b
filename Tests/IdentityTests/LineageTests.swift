import Identity
import PlanModel
import Testing

@Suite struct `The lineage` {
  private static let texts = [
    "为满足市民日益增长的阅读需求，结合本市实际，制定本规划。",
    "新建青岚市图书馆新馆。选址东湖片区，建筑面积不少于三万平方米，2024年对外开放。",
    "改造老旧馆舍。对建成超过二十年的区县图书馆进行安全鉴定，逐馆制定修缮方案。",
    "推进古籍保护。普查全市馆藏古籍，对列入名录的善本实行恒温恒湿保存。",
    "本规划自公布之日起施行。",
  ]

  private func blocks(_ texts: [String], prefix: String = "p-") -> [Block] {
    texts.enumerated().compactMap { index, text in
      BlockID("\(prefix)\(index)").map { Block(id: $0, kind: .paragraph, text: text) }
    }
  }

  private func drafts(_ texts: [String]) -> [DraftBlock] {
    texts.map { DraftBlock(kind: .paragraph, text: $0) }
  }

  private func identifiers(_ lineage: Lineage) -> [String?] {
    lineage.decisions.map { $0.identifier?.rawValue }
  }

  @Test func `of a first version carries nothing`() {
    let lineage = Lineage(of: drafts(Self.texts), from: [])
    #expect(identifiers(lineage) == [nil, nil, nil, nil, nil])
    #expect(lineage.retirements.isEmpty)
  }

  @Test func `of an unchanged version carries everything without doubt`() {
    let lineage = Lineage(of: drafts(Self.texts), from: blocks(Self.texts))
    #expect(identifiers(lineage) == ["p-0", "p-1", "p-2", "p-3", "p-4"])
    #expect(lineage.decisions.allSatisfy { $0.doubt == nil && $0.ancestors.isEmpty })
  }

  @Test func `follows paragraphs that move and change`() {
    var texts = Self.texts
    texts.swapAt(1, 3)
    texts[3] = texts[3].replacing("2024年", with: "2025年")
    let lineage = Lineage(of: drafts(texts), from: blocks(Self.texts))
    #expect(identifiers(lineage) == ["p-0", "p-3", "p-2", "p-1", "p-4"])
  }

  @Test func `gives an inserted copy no identifier`() {
    let lineage = Lineage(of: drafts(Self.texts + [Self.texts[2]]), from: blocks(Self.texts))
    #expect(identifiers(lineage) == ["p-0", "p-1", "p-2", "p-3", "p-4", nil])
    #expect(lineage.decisions.last?.ancestors == [])
  }

  @Test func `lets the largest part of a split keep the identifier`() throws {
    var texts = Self.texts
    texts[1...1] = ["新建青岚市图书馆新馆。", "选址东湖片区，建筑面积不少于三万平方米，2024年对外开放。"]
    let lineage = Lineage(of: drafts(texts), from: blocks(Self.texts))
    #expect(identifiers(lineage) == ["p-0", nil, "p-1", "p-2", "p-3", "p-4"])
    #expect(lineage.decisions[1].ancestors == [try #require(BlockID("p-1"))])
    #expect(lineage.decisions[2].ancestors == [])
    #expect(lineage.retirements.isEmpty)
  }

  @Test func `lets the largest parent of a merge give its identifier`() throws {
    var texts = Self.texts
    texts[1...2] = [texts[1] + texts[2]]
    let lineage = Lineage(of: drafts(texts), from: blocks(Self.texts))
    #expect(identifiers(lineage) == ["p-0", "p-1", "p-3", "p-4"])
    #expect(lineage.decisions[1].ancestors == [try #require(BlockID("p-2"))])
    #expect(lineage.retirements == [Lineage.Retirement(old: 2, successors: [1])])
  }

  @Test func `retires what is gone, without successors`() {
    var texts = Self.texts
    texts.remove(at: 3)
    let lineage = Lineage(of: drafts(texts), from: blocks(Self.texts))
    #expect(lineage.retirements == [Lineage.Retirement(old: 3, successors: [])])
  }

  @Test func `gives a paragraph that returns its identifier back`() {
    let first = blocks(Self.texts)
    let second = first.filter { $0.id.rawValue != "p-3" }
    var texts = Self.texts
    texts[3] = "推进古籍保护。 普查全市馆藏古籍,对列入名录的善本实行恒温恒湿保存。"
    let lineage = Lineage(of: drafts(texts), after: [first, second])
    #expect(identifiers(lineage) == ["p-0", "p-1", "p-2", "p-3", "p-4"])
    #expect(lineage.decisions[3].doubt?.reason == .returned)
    #expect(lineage.decisions[3].old == nil)
  }

  @Test func `gives no identifier twice`() {
    let first = blocks(Self.texts)
    let second = first.filter { $0.id.rawValue != "p-3" }
    let lineage = Lineage(
      of: drafts(Self.texts + [Self.texts[3]]), after: [first, second])
    let carried = identifiers(lineage).compactMap { $0 }
    #expect(Set(carried).count == carried.count)
  }

  @Test func `carries nothing to a text of other words`() {
    var texts = Self.texts
    texts[2] = "各有关部门应当于每年一月底前报送上一年度的执行情况。"
    let lineage = Lineage(of: drafts(texts), from: blocks(Self.texts))
    #expect(lineage.decisions[2].identifier == nil)
    #expect(lineage.retirements.map(\.old) == [2])
  }

  @Test func `names the runner-up where it doubts`() {
    let old = blocks([
      "市财政局负责安排图书购置经费，并监督使用。", "中间一段与前后都没有关系的话，只为隔开。",
      "市财政局负责安排场馆建设经费，并监督使用。",
    ])
    let lineage = Lineage(
      of: drafts(["市财政局牵头统筹全部文化经费，审计部门监督。"]), from: old)
    for decision in lineage.decisions where decision.identifier != nil {
      #expect(decision.doubt != nil)
    }
  }
}
