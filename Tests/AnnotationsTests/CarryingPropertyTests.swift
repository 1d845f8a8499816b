import Annotations
import Collation
import Fuzzing
import PlanModel
import Testing

/// Texts and passages by chance, the same for the same seed.
private struct Chance: RandomNumberGenerator {
  private var dice: SplitMix64

  init(_ seed: Int) { dice = SplitMix64(seed: UInt64(seed) &+ 0x9E37_79B9_7F4A_7C15) }

  mutating func next() -> UInt64 { dice.next() }

  private static let words = [
    "加强", "推进", "完善", "建设", "统筹", "港口", "湖泊", "铁路", "网络", "机制", "标准", "教育",
    "医疗", "生态", "产业", "人才", "市场", "区域", "联动", "保护", "治理", "服务", "平台", "规划",
    "能源", "数据", "水源", "园区", "试点", "监测",
  ]

  mutating func clause() -> String {
    (0..<Int.random(in: 2...5, using: &self)).map { _ in
      Self.words.randomElement(using: &self) ?? ""
    }.joined()
  }

  mutating func paragraph() -> String {
    (0..<Int.random(in: 1...3, using: &self)).map { _ in
      (0..<Int.random(in: 2...4, using: &self)).map { _ in clause() }.joined(separator: "，") + "。"
    }.joined()
  }

  mutating func texts() -> [String] { (0..<12).map { _ in paragraph() } }

  /// Passages of some clauses of the texts.
  mutating func passages(of texts: [String]) -> [Passage] {
    texts.indices.flatMap { block in
      let scalars = Array(texts[block].unicodeScalars)
      let ends = scalars.indices.filter { scalars[$0] == "，" || scalars[$0] == "。" }
      return (0..<3).compactMap { _ -> Passage? in
        guard let first = ends.indices.randomElement(using: &self) else { return nil }
        let last = Int.random(in: first...min(first + 2, ends.count - 1), using: &self)
        let start = first == 0 ? 0 : ends[first - 1] + 1
        return Passage(block: block, range: start..<ends[last])
      }
    }
  }

  /// The texts with some clauses others.
  mutating func revised(_ texts: [String]) -> [String] {
    texts.map { text in
      guard Int.random(in: 0..<3, using: &self) == 0 else { return text }
      var clauses = text.split(separator: "，", omittingEmptySubsequences: false).map(String.init)
      let place = Int.random(in: 0..<clauses.count, using: &self)
      switch Int.random(in: 0..<3, using: &self) {
      case 0: clauses.insert(clause(), at: place)
      case 1 where clauses.count > 1 && place < clauses.count - 1: clauses.remove(at: place)
      default:
        clauses[place] = String(clauses[place].prefix(2)) + clause() + clauses[place].suffix(3)
      }
      return clauses.joined(separator: "，")
    }
  }
}

private func placements(
  of passages: [Passage], from old: [String], to new: [String]
) -> [Placement] {
  let (old, new) = (plan(old), plan(new, version: "v2", prefix: "q"))
  let comparison = Comparison(aligning: old.plan.blocks, with: new.plan.blocks)
  let carrying = Carrying(from: old, to: new, by: comparison)
  return passages.map(carrying.placement)
}

/// What holds for every text, whatever its words.
@Suite struct `Any note carried` {
  @Test(arguments: 0..<20) func `into the same text stays with full confidence`(seed: Int) {
    var chance = Chance(seed)
    let texts = chance.texts()
    let passages = chance.passages(of: texts)
    for (passage, placement) in zip(passages, placements(of: passages, from: texts, to: texts)) {
      #expect(placement.passage == passage)
      #expect(placement.change == .same)
      #expect(placement.confidence == 1)
    }
  }

  @Test(arguments: 0..<20) func `comes to the same place however the notes are shared out`(
    seed: Int
  ) {
    var chance = Chance(seed)
    let old = chance.texts()
    let new = chance.revised(old)
    let passages = chance.passages(of: old) + chance.passages(of: old)
    let (before, after) = (plan(old), plan(new, version: "v2", prefix: "q"))
    let comparison = Comparison(aligning: before.plan.blocks, with: after.plan.blocks)
    let carrying = Carrying(from: before, to: after, by: comparison)
    let backwards = WorkSharing { count, work in
      for index in (0..<count).reversed() { work(index) }
    }
    #expect(
      carrying.placements(of: passages, sharing: backwards) == passages.map(carrying.placement))
  }

  @Test(arguments: 0..<20) func `is moved by no paragraph that is put in`(seed: Int) {
    var chance = Chance(seed)
    let texts = chance.texts()
    let passages = chance.passages(of: texts)
    for place in 0...texts.count {
      var new = texts
      new.insert(chance.paragraph(), at: place)
      for (passage, placement) in zip(passages, placements(of: passages, from: texts, to: new)) {
        let shift = passage.start.block >= place ? 1 : 0
        var expected = passage
        expected.start.block += shift
        expected.end.block += shift
        #expect(placement.passage == expected)
        #expect(placement.outcome == .attached && !placement.needsReview)
      }
    }
  }

  @Test(arguments: 0..<20) func `is touched by no paragraph that goes but its own`(seed: Int) {
    var chance = Chance(seed)
    let texts = chance.texts()
    let passages = chance.passages(of: texts)
    for place in texts.indices {
      var new = texts
      new.remove(at: place)
      for (passage, placement) in zip(passages, placements(of: passages, from: texts, to: new)) {
        if passage.start.block == place {
          #expect(placement.outcome == .orphaned)
        } else {
          #expect(
            placement.passage?.start.block == passage.start.block
              - (passage.start.block > place ? 1 : 0))
          #expect(placement.confidence == 1)
        }
      }
    }
  }

  /// The weight of words depends a little on all of the text.
  @Test(arguments: 0..<20) func `is not surer of its place since other text went`(seed: Int) {
    var chance = Chance(seed)
    let texts = chance.texts()
    let passages = chance.passages(of: texts)
    let new = chance.revised(texts)
    let before = placements(of: passages, from: texts, to: new)
    for place in texts.indices {
      var shorter = new
      shorter.remove(at: place)
      let after = placements(of: passages, from: texts, to: shorter)
      for (passage, (before, after)) in zip(passages, zip(before, after))
      where passage.start.block != place && before.outcome == .attached
        && after.outcome == .attached
      {
        #expect(after.confidence <= before.confidence + 0.01)
      }
    }
  }

  /// What went from the old text to the new comes back, or is lost where little of it is left; it
  /// goes nowhere else.
  @Test(arguments: 0..<40) func `comes back from where it was put`(seed: Int) throws {
    var chance = Chance(seed)
    let texts = chance.texts()
    let passages = chance.passages(of: texts)
    let new = chance.revised(texts)
    var (there, back) = (0, 0)
    for (passage, placement) in zip(passages, placements(of: passages, from: texts, to: new))
    where placement.outcome == .attached && !placement.needsReview {
      let target = try #require(placement.passage)
      there += 1
      let returned = try #require(placements(of: [target], from: new, to: texts).first)
      guard returned.outcome == .attached, let origin = returned.passage else { continue }
      back += 1
      #expect(origin.start < passage.end && passage.start < origin.end)
    }
    #expect(Double(back) >= 0.9 * Double(there))
  }

  @Test(arguments: 0..<40) func `stands on whole words inside its block, as quoted`(seed: Int)
    throws
  {
    var chance = Chance(seed)
    let texts = chance.texts()
    let passages = chance.passages(of: texts)
    let new = chance.revised(texts).shuffled(using: &chance)
    let blocks = plan(new).plan.blocks
    for placement in placements(of: passages, from: texts, to: new) where placement.passage != nil {
      let target = try #require(placement.passage)
      #expect(target.start < target.end)
      #expect(target.end.offset <= blocks[target.end.block].text.unicodeScalars.count)
      #expect(placement.quote == target.quote(in: blocks))
      #expect((0...1).contains(placement.confidence))
    }
  }
}
