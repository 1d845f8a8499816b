import Collation
import Fuzzing
import PlanModel
import Testing

/// What holds for any two versions.
@Suite struct `Any comparison` {
  static let seeds = Array(1...40 as ClosedRange<UInt64>)

  private func versions(_ seed: UInt64) -> (old: [Block], new: [Block]) {
    var reviser = Reviser(seed: seed, SamplePlan.blocks)
    let old = reviser.revise(SamplePlan.blocks, changes: Int(seed % 5))
    return (old, reviser.revise(old, changes: Int(seed % 23)))
  }

  @Test func `of a text with itself is equal throughout`() {
    let comparison = Comparison(aligning: SamplePlan.blocks, with: SamplePlan.blocks)
    #expect(comparison.links.count == SamplePlan.blocks.count)
    for (place, link) in comparison.links.enumerated() {
      #expect(link.kind == .equal && link.old == [place] && link.new == [place])
      #expect(!link.isMoved && !link.isRenumbered && link.spans.isEmpty && link.substance == nil)
    }
  }

  @Test(arguments: [1, 2, 600], [1, 2, 3])
  func `of a text of repeated lines with itself is equal throughout`(count: Int, kinds: Int) {
    let lines = ["（本条自公布之日起施行。）", "专栏", "具体办法由市人民政府另行规定。"]
    let text = (0..<count).map { lines[$0 % kinds] }.joined(separator: "\n")
    let links = Comparison(
      aligning: SamplePlan.parse(text), with: SamplePlan.parse(text)
    ).links
    #expect(links.map(\.old) == (0..<count).map { [$0] })
    #expect(links.allSatisfy { $0.kind == .equal && $0.old == $0.new && !$0.isMoved })
  }

  @Test func `of two texts of repeated lines takes no quadratic time`() {
    let old = (0..<3_000).map { $0 % 3 == 0 ? "专栏" : "另行规定。" }.joined(separator: "\n")
    let new = (0..<3_000).map { $0 % 7 == 0 ? "专栏" : "另行规定。" }.joined(separator: "\n")
    let links = Comparison(aligning: SamplePlan.parse(old), with: SamplePlan.parse(new)).links
    #expect(links.filter { $0.kind == .equal }.count > 2_000)
  }

  @Test(arguments: seeds) func `holds every block of both sides exactly once`(seed: UInt64) {
    let (old, new) = versions(seed)
    let comparison = Comparison(aligning: old, with: new)
    #expect(comparison.links.flatMap(\.old).sorted() == Array(old.indices))
    #expect(comparison.links.flatMap(\.new).sorted() == Array(new.indices))
    for link in comparison.links {
      #expect(link.old == link.old.sorted() && link.new == link.new.sorted())
      #expect(link.old.count == 1 || link.new.count == 1 || link.old.isEmpty != link.new.isEmpty)
      #expect((0...1).contains(link.confidence))
    }
  }

  @Test(arguments: seeds) func `makes the new text of the old one by its spans`(seed: UInt64) {
    let (old, new) = versions(seed)
    for link in Comparison(aligning: old, with: new).links
    where !link.old.isEmpty && !link.new.isEmpty {
      #expect(link.rebuilt(old, new) == link.newText(in: new))
      for (span, next) in zip(link.spans, link.spans.dropFirst()) {
        #expect(span.old.upperBound <= next.old.lowerBound)
        #expect(span.new.upperBound <= next.new.lowerBound)
      }
      #expect(link.spans.allSatisfy { !$0.old.isEmpty || !$0.new.isEmpty })
    }
  }

  @Test(arguments: seeds) func `is mirrored when the sides are swapped`(seed: UInt64) {
    let (old, new) = versions(seed)
    let links = Comparison(aligning: old, with: new).links.map { Mirrored($0) }
    let swapped = Comparison(aligning: new, with: old).links.map { Mirrored(swapping: $0) }
    #expect(Set(links) == Set(swapped))
  }

  @Test(arguments: seeds) func `comes out the same every time`(seed: UInt64) {
    let (old, new) = versions(seed)
    #expect(Comparison(aligning: old, with: new) == Comparison(aligning: old, with: new))
  }

  @Test(arguments: seeds) func `tells insertions in the order of the new side`(seed: UInt64) {
    let (old, new) = versions(seed)
    let firsts = Comparison(aligning: old, with: new).links.compactMap(\.new.first)
    #expect(firsts == firsts.sorted())
  }

  @Test(arguments: seeds) func `leaves the rest alone when a paragraph is added at the end`(
    seed: UInt64
  ) throws {
    let (old, new) = versions(seed)
    let id = try #require(BlockID("added"))
    let added = Block(id: id, kind: .paragraph, text: "特此印发，请认真遵照执行，执行中的问题径向我办反映。")
    let before = Comparison(aligning: old, with: new).links.map { [$0.old, $0.new] }
    let after = Comparison(aligning: old, with: new + [added]).links.map { [$0.old, $0.new] }
    #expect(after.filter { $0[1] != [new.count] } == before)
  }

  /// A paragraph of other words, put anywhere, is inserted there and changes no other link.
  @Test(arguments: seeds) func `leaves the rest alone when a paragraph is added anywhere`(
    seed: UInt64
  ) throws {
    let (old, new) = versions(seed)
    let id = try #require(BlockID("added"))
    let added = Block(id: id, kind: .paragraph, text: "特此印发，请认真遵照执行，执行中的问题径向我办反映。")
    let before = Set(Comparison(aligning: old, with: new).links.map { [$0.old, $0.new] })
    var random = SplitMix64(seed: seed)
    for _ in 0..<4 {
      let place = Int(random.next() % UInt64(new.count + 1))
      var longer = new
      longer.insert(added, at: place)
      let after = Comparison(aligning: old, with: longer).links.map { link in
        [link.old, link.new.filter { $0 != place }.map { $0 > place ? $0 - 1 : $0 }]
      }
      #expect(Set(after.filter { $0 != [[], []] }) == before, "\(place)")
    }
  }

  /// Several thousand paragraphs, so that there is something to share out.
  @Test func `does not depend on how the work is shared out`() {
    var reviser = Reviser(seed: 7, SamplePlan.blocks)
    let old = (0..<5_000).map { index in
      Block(
        id: SamplePlan.blocks[0].id, kind: .paragraph,
        text: "第\(index)项 " + SamplePlan.blocks[1 + index % 19].text + "编号\(index * 7919)。")
    }
    let new = reviser.revise(old, changes: 400)
    let backwards = WorkSharing { count, work in
      for index in (0..<count).reversed() { work(index) }
    }
    let inTurn = Comparison(aligning: old, with: new)
    #expect(Comparison(aligning: old, with: new, sharing: backwards) == inTurn)
    #expect(inTurn.links.count { $0.kind == .equal } > 4_000)
  }

  @Test(arguments: [0, 1, 2]) func `takes empty sides`(count: Int) {
    let some = Array(SamplePlan.blocks.prefix(count))
    #expect(Comparison(aligning: [], with: some).links.map(\.kind) == some.map { _ in .inserted })
    #expect(Comparison(aligning: some, with: []).links.map(\.kind) == some.map { _ in .deleted })
  }
}

/// A link without what the direction decides.
private struct Mirrored: Hashable {
  var old: [Int]
  var new: [Int]
  var kind: Comparison.Kind
  var isMoved: Bool
  var isRenumbered: Bool

  init(_ link: Comparison.Link) {
    (old, new, kind) = (link.old, link.new, link.kind)
    (isMoved, isRenumbered) = (link.isMoved, link.isRenumbered)
  }

  init(swapping link: Comparison.Link) {
    self.init(link)
    (old, new) = (link.new, link.old)
    switch link.kind {
    case .inserted: kind = .deleted
    case .deleted: kind = .inserted
    case .split: kind = .merged
    case .merged: kind = .split
    default: break
    }
  }
}

extension Comparison.Link {
  /// The old text with the spans applied.
  func rebuilt(_ old: [Block], _ new: [Block]) -> [Unicode.Scalar] {
    let (oldText, newText) = (oldText(in: old), newText(in: new))
    var rebuilt: [Unicode.Scalar] = []
    var place = 0
    for span in spans {
      rebuilt += oldText[place..<span.old.lowerBound] + newText[span.new]
      place = span.old.upperBound
    }
    return rebuilt + oldText[place...]
  }
}
