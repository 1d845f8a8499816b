import PlanModel
import PluginKit
import StandardPlugins
import Testing

private func plan(_ texts: [String]) -> Plan {
  Plan(
    metadata: PlanMetadata(),
    blocks: texts.enumerated().compactMap { index, text in
      BlockID("p-\(index)").map { Block(id: $0, kind: .paragraph, text: text) }
    })
}

private func suggestions(_ texts: String...) -> [Suggestion] {
  StandardPlugins.all().suggestions(for: plan(texts))
}

@Suite struct `Suggested responsibilities` {
  /// What a note in parentheses behind a sentence gives: each body with its part.
  @Test(arguments: [
    ("（商务部负责）", ["responsible 商务部"]),
    ("（海关总署、文化和旅游部、文物局负责）", ["responsible 海关总署", "responsible 文化和旅游部", "responsible 文物局"]),
    ("（省科技厅牵头，省财政厅、各县级人民政府配合）", ["lead 省科技厅", "support 省财政厅", "support 各县级人民政府"]),
    ("（商务部、海关总署等有关部门负责）", ["responsible 商务部", "responsible 海关总署 …"]),
    ("（教育部、财政部等和各省级人民政府负责）", ["responsible 教育部", "responsible 财政部 …", "responsible 各省级人民政府"]),
    ("（责任单位：市发展改革委、市财政局）", ["responsible 市发展改革委", "responsible 市财政局"]),
    ("（牵头单位：市水务局；配合单位：各区人民政府）", ["lead 市水务局", "support 各区人民政府"]),
    ("（负责部门：自然资源部、林草局，适用范围：全国）", ["responsible 自然资源部", "responsible 林草局"]),
    ("(国务院国资委、民航局按职责分工负责)", ["by-duty 国务院国资委", "by-duty 民航局"]),
    ("（生态环境部指导）", ["guide 生态环境部"]),
    ("（司法部会同公安部负责）", ["responsible 司法部", "support 公安部"]),
    ("（由中国（上海）自由贸易试验区管委会负责）", ["responsible 中国（上海）自由贸易试验区管委会"]),
    ("（技工院校内由人力资源社会保障行政部门负责）", ["responsible 人力资源社会保障行政部门"]),
    (
      "（区发改局牵头，区财政局、区水务局等部门，区国投公司、各街道办事处配合）",
      [
        "lead 区发改局", "support 区财政局", "support 区水务局 …", "support 区国投公司", "support 各街道办事处",
      ]
    ),
    (
      "（市政府办公室、行政审批改革领导小组办公室牵头，市级有关部门及各县区政府按职责分工负责）",
      ["lead 市政府办公室", "lead 行政审批改革领导小组办公室", "by-duty 市级有关部门", "by-duty 各县区政府"]
    ),
    ("（市公安局、市交警总队、全国工商联负责）", ["responsible 市公安局", "responsible 市交警总队", "responsible 全国工商联"]),
    ("（国务院各部门分别负责，年内持续推进）", ["by-duty 国务院各部门"]),
    ("（含食用油，下同）", []), ("（其中，落实了165名扩招任务）", []), ("（一）", []), ("（2018—2035年）", []),
    ("（单位负责人签字）", []),
  ])
  func `are the bodies and parts of a note`(note: String, expected: [String]) {
    let found = suggestions("推进某项工作。\(note)").filter { $0.kind == .responsibility }
    let parties = found.flatMap(\.parties).map { "\($0.role) \($0.name)\($0.isOpen ? " …" : "")" }
    #expect(parties == expected)
    if let only = found.first {
      let start = "推进某项工作。".unicodeScalars.count
      #expect(only.range == start..<start + note.unicodeScalars.count)
      #expect(only.covers == 0..<start + note.unicodeScalars.count)
    }
  }

  @Test func `follow a rule from where it is said, and name it`() {
    let found = suggestions(
      "先做甲事。（甲部、乙部负责）", "再做乙事。（丙局、丁局负责，排在第一位的部门为牵头部门，下同）", "后做丙事。（戊委、己办负责）")
    #expect(
      found.map { $0.parties.map(\.role) } == [
        ["responsible", "responsible"], ["lead", "responsible"], ["lead", "responsible"],
      ])
    #expect(found[0].rule == nil)
    #expect(found[2].rule == "排在第一位的部门为牵头部门，下同")
  }

  @Test func `cover what stands between two notes of a paragraph`() {
    let text = "甲事要办。（甲部负责）乙事要办。（乙部负责）"
    let found = suggestions(text)
    #expect(found.map(\.covers) == [0..<11, 11..<22])
  }

  @Test(arguments: ["责任单位：市委组织部、市科技局", "牵头单位：市教育局；责任单位：市财政局、市农业农村局"])
  func `stand behind a label, without parentheses`(label: String) {
    let found = suggestions("推进某项工作。\(label)。")
    #expect(found.map { $0.parties.count } == [label.hasPrefix("牵头") ? 3 : 2])
    let start = "推进某项工作。".unicodeScalars.count
    #expect(found.map(\.range) == [start..<start + label.unicodeScalars.count])
    #expect(suggestions("责任单位是哪一个，由会议决定。") == [])
  }

  @Test func `are found in English too`() {
    let found = suggestions(
      "The Environment Agency shall publish its findings by 31 December 2025. They went home.")
    #expect(found.map(\.kind) == [.responsibility, .date])
    #expect(found[0].parties.map(\.name) == ["Environment Agency"])
    #expect(found[1].time?.value == "2025-12-31")
    #expect(found[0].covers == 0..<70)
  }
}

@Suite struct `Suggested times` {
  @Test(arguments: [
    ("到2022年，建成体系。", "target-year 到2022年 2022"),
    ("2020年初步建成300个集团。", "target-year 2020年 2020"),
    ("2020年底前完成。", "deadline 2020年底前 2020-12-31"),
    ("2020年2月底前完成。", "deadline 2020年2月底前 2020-02-29"),
    ("2019年上半年出台办法。", "deadline 2019年上半年 2019-06-30"),
    ("6月底前报送。", "deadline 6月底前 ?"), ("力争年底前见效。", "deadline 年底前 ?"),
    ("从2019年起试点。", "start 从2019年起 2019"), ("自2021年1月1日起施行。", "start 自2021年1月1日起 2021-01-01"),
    ("每5年修订1次。", "recurring 每5年 P5Y"), ("每年召开两次会议。", "recurring 每年 P1Y"),
    ("每半年报告。", "recurring 每半年 P6M"), ("落实5年一周期轮训。", "recurring 5年一周期 P5Y"),
    ("三年内实现全覆盖。", "horizon 三年内 P3Y"), ("经过5—10年左右时间。", "horizon 5—10年左右 P5Y/P10Y"),
    ("“十四五”期间推进。", "horizon “十四五”期间 2021/2025"), ("在30个工作日内答复。", "horizon 30个工作日内 P30D"),
    ("2019年1月24日", "signature-date 2019年1月24日 2019-01-24"),
    ("act within six months", "horizon within six months P6M"),
    ("done before March 2025", "deadline before March 2025 2025-02-28"),
    ("done before January 2025", "deadline before January 2025 2024-12-31"),
    ("done by the end of February 2100", "deadline by the end of February 2100 2100-02-28"),
    ("done by the end of February 2028", "deadline by the end of February 2028 2028-02-29"),
    ("done by the end of 2030", "deadline by the end of 2030 2030-12-31"),
    ("net zero by 2050 at last", "target-year by 2050 2050"),
    ("落实《规划（2018—2035年）》要求。", ""), ("国发〔2019〕3号", ""), ("已于2017年实现目标。", ""), ("比2015年实现翻番。", ""),
    ("每年3月底前报送。", "recurring 每年3月底前 P1Y"), ("3月15日前报送。", "deadline 3月15日前 ?"),
    ("（甲部负责，年内持续推进）", "deadline 年内 ?"), ("力争今年年内推出。", "deadline 今年年内 ?"),
    ("“十七五”期间推进。", "horizon “十七五”期间 2036/2040"), ("次月十五日内报送。", "horizon 十五日内 P15D"),
    ("5月3日内蒙古包头地震。", ""), ("2018年12月31日之前已完成转制的企业。", ""), ("以2022年冬奥会为契机实现发展。", ""),
    ("三年内完成。", "horizon 三年内 P3Y"), ("2002年到2005年间的事。", ""), ("第20203号年画", ""),
  ])
  func `have the class and value that the words give`(text: String, expected: String) {
    let found = suggestions(text).compactMap(\.time).map {
      "\($0.timeClass.rawValue) \($0.text) \($0.value ?? "?")"
    }
    #expect(found == (expected.isEmpty ? [] : [expected]))
  }
}
