import Annotations
import PlanModel
import PluginKit
import StandardPlugins
import Testing

private func indicators(_ text: String, under title: String? = nil) -> [String] {
  let blocks: [(Block.Kind, String)] =
    (title.map { [(.heading(level: 1), $0)] } ?? []) + [(.paragraph, text)]
  let plan = Plan(
    blocks: blocks.enumerated().compactMap { index, block in
      BlockID("p-\(index)").map { Block(id: $0, kind: block.0, text: block.1) }
    })
  return IndicatorSuggester().suggestions(for: plan).compactMap(\.indicator).map { indicator in
    let quantity = indicator.quantity
    return [
      indicator.name, quantity.comparator.rawValue, quantity.value ?? "?", quantity.unit ?? "-",
      indicator.year ?? "-",
    ].joined(separator: " ")
  }
}

@Suite struct `Suggested indicators` {
  @Test(arguments: [
    ("到2025年，森林覆盖率达到24.1%。", ["森林覆盖率 exactly 24.1 % 2025"]),
    (
      "到2020年，秸秆综合利用率达到85%以上，化肥利用率提高到40%。",
      ["秸秆综合利用率 at-least 85 % 2020", "化肥利用率 exactly 40 % 2020"]
    ),
    ("到2025年，用水总量控制在6400亿立方米以内。", ["用水总量 at-most 6400 亿立方米 2025"]),
    ("研发经费投入强度不低于3%。", ["研发经费投入强度 at-least 3 % -"]),
    ("力争单位产值能耗下降13.5%左右。", ["单位产值能耗下降 about 13.5 % -"]),
    ("到2022年，建设50所高水平学校和若干专业。", ["高水平学校 exactly 50 所 2022"]),
    ("2020年底前建成1,200个充电站。", ["充电站 exactly 1200 个 2020"]),
    ("到2035年，人均预期寿命，提高到80岁。", ["人均预期寿命 exactly 80 岁 2035"]),
    ("确保耕地保有量不少于18.65亿亩。", ["耕地保有量 at-least 18.65 亿亩 -"]),
    ("已建成50所学校。", []), ("2019年产值增长3.5%。", []), ("同比提高5%。", []),
    ("到2025年，推广5G应用，建设1000千伏工程。", []), ("占比由2010年的3%提高到2015年的5%。", []),
    ("", []),
  ])
  func `name what is measured, how much of it and by when`(text: String, expected: [String]) {
    #expect(indicators(text) == expected)
  }

  @Test(arguments: ["发展基础", "一、“十三五”回顾", "取得的成效"])
  func `are none under a heading of review`(title: String) {
    let text = "到2020年，森林覆盖率达到24.1%。"
    #expect(indicators(text, under: "主要目标").count == 1)
    #expect(indicators(text, under: title) == [])
  }
}
