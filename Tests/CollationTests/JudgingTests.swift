import Collation
import PlanModel
import Testing

@Suite struct `A judge of changes` {
  private let old = SamplePlan.parse("到2025年，村级图书室覆盖率达到95%，其余地方由各区县力争全覆盖。\n本条不变，仅此说明。\n将要删除的一段文字。")
  private let new = SamplePlan.parse("到2025年，村级图书室覆盖率达到98%，其余地方由各区县确保全覆盖。\n本条不变,仅此说明。")

  @Test func `raises what it knows and leaves the rest`() {
    let comparison = Comparison(aligning: old, with: new).judged(old: old, new: new) { change in
      change.removed.contains("95") ? .init(.substantive, tags: ["number"]) : nil
    }
    // What is gone as a whole is substantive, whatever anybody says of it.
    #expect(comparison.links.map(\.substance) == [.substantive, .typographic, .substantive])
    #expect(comparison.links[0].tags == ["number"])
    #expect(comparison.links[0].spans.map(\.substance) == [.substantive, .wording])
  }

  @Test func `is asked about words alone, and about whole blocks that are gone`() {
    var asked: [String] = []
    _ = Comparison(aligning: old, with: new).judged(old: old, new: new) { change in
      asked.append(change.removed + ">" + change.added)
      return nil
    }
    #expect(asked == ["95%>98%", "力争>确保", "将要删除的一段文字。>"])
  }

  @Test func `never lowers what another has said`() {
    let once = Comparison(aligning: old, with: new).judged(old: old, new: new) { _ in
      .init(.substantive, tags: ["modality"])
    }
    let twice = once.judged(old: old, new: new) { _ in .init(.wording, tags: ["number"]) }
    #expect(twice.links[0].substance == .substantive)
    #expect(twice.links[0].tags == ["modality", "number"])
  }
}
