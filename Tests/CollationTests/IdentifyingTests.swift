import Collation
import PlanModel
import Testing

@Suite struct `With identifiers` {
  private func blocks(_ entries: [(id: String, text: String, from: [String])]) -> [Block] {
    entries.compactMap { entry in
      BlockID(entry.id).map {
        Block(
          id: $0, kind: .paragraph, text: entry.text, ancestors: entry.from.compactMap(BlockID.init)
        )
      }
    }
  }

  @Test func `the same identifier is the same block whatever it says`() {
    let old = blocks([("p-a", "甲。", []), ("p-b", "乙。", [])])
    let new = blocks([("p-b", "甲。", []), ("p-a", "全然不同。", [])])
    let links = Comparison(identifying: old, with: new).links
    #expect(links.map(\.old) == [[1], [0]])
    #expect(links.map(\.kind) == [.edited, .edited])
    #expect(links.filter(\.isMoved).count == 1)
  }

  @Test func `an equal text with another identifier is another block`() {
    let links = Comparison(
      identifying: blocks([("p-a", "甲。", [])]), with: blocks([("p-b", "甲。", [])])
    ).links
    #expect(Set(links.map(\.kind)) == [.inserted, .deleted])
  }

  @Test func `ancestors tell of a split and of a merge`() {
    let old = blocks([("p-a", "甲。乙。", []), ("p-b", "丙。", []), ("p-c", "丁。", [])])
    let new = blocks([("p-a", "甲。", []), ("p-d", "乙。", ["p-a"]), ("p-b", "丙。丁。", ["p-c"])])
    let links = Comparison(identifying: old, with: new).links
    #expect(links.map(\.kind) == [.split, .merged])
    #expect(links.map(\.new) == [[0, 1], [2]])
    #expect(links.map(\.old) == [[0], [1, 2]])
  }

  @Test func `an ancestor of long ago joins nothing`() {
    let both = blocks([("p-a", "甲。", []), ("p-d", "乙。", ["p-a"])])
    #expect(Comparison(identifying: both, with: both).links.map(\.kind) == [.equal, .equal])
  }

  @Test func `agrees with the texts where these are clear`() {
    let plan = SamplePlan.blocks
    var new = plan
    new.remove(at: 5)
    #expect(
      Comparison(identifying: plan, with: new).links.map(\.kind)
        == Comparison(aligning: plan, with: new).links.map(\.kind))
  }
}
