import Collation
import PlanModel
import PluginKit
import StandardPlugins
import Testing

/// The tags of a change from one paragraph to another.
private func tags(_ old: String, _ new: String) -> [String] {
  func blocks(_ text: String) -> [Block] {
    text.isEmpty
      ? []
      : [text].compactMap { text in
        BlockID("p-1").map { Block(id: $0, kind: .paragraph, text: text) }
      }
  }
  let plugins = StandardPlugins.all(agencyNames: ["浙江省", "宁波市", "发展改革委", "Agency for Water"])
  let (old, new) = (blocks(old), blocks(new))
  let comparison = Comparison(identifying: old, with: new)
  return plugins.classified(comparison, old: old, new: new).links.flatMap(\.tags)
}

@Suite struct `The classifiers that ship` {
  @Test(arguments: [
    ("经费增长3%，由市里统筹。", "经费增长2.5%，由市里统筹。", ["number"]),
    ("到2020年建成体系。", "到2025年建成体系。", ["date"]),
    ("罚款二十万元以下。", "罚款五十万元以下。", ["number"]),
    ("占比不低于三成的地区。", "占比不超过三成的地区。", ["number"]),
    ("统一规划，统一建设。", "一体规划，统一建设。", []),
    ("各县力争全覆盖。", "各县确保全覆盖。", ["modality"]),
    ("经营者得使用该标志。", "经营者不得使用该标志。", ["modality"]),
    ("推动相应工作开展。", "推动相关工作开展。", []),
    ("The board may grant a permit.", "The board shall grant a permit.", ["modality"]),
    ("They were dismayed by it.", "They were amused by it.", []),
    ("工作由财政部牵头实施。", "工作由发展改革委牵头实施。", ["agency"]),
    ("由市人民政府组织实施。", "由县级以上单位组织实施。", ["agency"]),
    ("支持上海、南京等地发展产业。", "支持上海、宁波市、南京等地发展产业。", ["scope"]),
    ("由江苏牵头推进合作事项。", "由浙江省牵头推进合作事项。", ["agency"]),
    ("本办法适用于本市学校。", "本办法适用于本市所有学校。", ["scope"]),
    ("经营场所，学校除外。", "经营场所，学校在内。", ["scope"]),
    ("It applies to all installations.", "It applies to new installations.", ["scope"]),
    ("开展文化活动。", "开展阅读活动。", []),
  ])
  func `say what a change touches`(old: String, new: String, expected: [String]) {
    #expect(tags(old, new) == expected, "\(old) → \(new)")
  }

  @Test func `name no change of duty where a paragraph goes as a whole`() {
    #expect(tags("各区应当在2025年前完成，并确保实效。", "") == ["date"])
    #expect(tags("", "除外情形应当公布。") == [])
  }
}
