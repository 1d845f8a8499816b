import Fuzzing
import PlanImport
import PlanModel
import Testing

private func draft(_ text: String) throws -> PlanDraft {
  try PlainTextReader().draft(of: Array(text.utf8), file: "t")
}

/// The rows of a text's tables.
private func rows(_ text: String) throws -> [String] {
  try draft(text).blocks.filter { $0.kind == .row }.map(\.text)
}

/// Tables as they come into a text: copied from a page or a sheet, printed by a program.
@Suite struct `A table in a plain text` {
  @Test func `has its cells parted by tabs`() throws {
    let text =
      "第二章 重点工程\n实施下列工程。\n序号\t项目\t责任单位\t时限\n1\t湿地公园\t市林业局\t2023年\n2\t生态补水\t\t2024年\n各单位要抓好落实。\n"
    #expect(
      try rows(text) == [
        "序号 | 项目 | 责任单位 | 时限", "1 | 湿地公园 | 市林业局 | 2023年", "2 | 生态补水 |  | 2024年",
      ])
    #expect(try draft(text).blocks.map(\.kind.name).last == "paragraph")
    #expect(unaccounted(try draft(text), in: Array(text.utf8)) == [])
  }

  @Test func `has a group's name alone in its row`() throws {
    #expect(
      try rows("指标\t2020年\t2025年\n一、创新发展\n研发强度\t2.8\t3.2\n专利数\t10\t12\n") == [
        "指标 | 2020年 | 2025年", "一、创新发展", "研发强度 | 2.8 | 3.2", "专利数 | 10 | 12",
      ])
  }

  @Test func `has its cells under one another`() throws {
    let text = """
      专栏1　主要指标
      指标            单位     2020年    2025年    属性
      湿地保护率       %       50        55        预期性
      湿地面积        万公顷   12.5      13.0      约束性
      国家重要湿地      处        3                  预期性

      """
    #expect(
      try rows(text) == [
        "指标 | 单位 | 2020年 | 2025年 | 属性", "湿地保护率 | % | 50 | 55 | 预期性",
        "湿地面积 | 万公顷 | 12.5 | 13.0 | 约束性", "国家重要湿地 | 处 | 3 |  | 预期性",
      ])
    #expect(try draft(text).blocks.first?.number == "专栏1")
  }

  @Test func `has cells that go on in the next line`() throws {
    let text = """
      The targets are those of the table.

        Indicator             Unit      2020    2025
        --------------------- -------- ------- -------
        Share of protected    %         50      55
        wetlands
        Sites                 number    3       5
        Reports               once a    1       2
                              year

      """
    #expect(
      try rows(text) == [
        "Indicator | Unit | 2020 | 2025", "Share of protected wetlands | % | 50 | 55",
        "Sites | number | 3 | 5", "Reports | once a year | 1 | 2",
      ])
  }

  @Test func `has bars between its cells and rulings between its rows`() throws {
    let text = """
      +---------+--------+
      | Name    | Value  |
      +---------+--------+
      | one     | 1      |
      | two     |        |
      +---------+--------+

      """
    let read = try draft(text)
    #expect(read.blocks.map(\.text) == ["Name | Value", "one | 1", "two | "])
    #expect(read.furniture.count { $0.role == .ruling } == 3)
  }

  @Test(arguments: [
    "（一）\t加强领导。\n（二）\t落实责任。\n（三）\t严格考核。\n",
    "(a)  publish a list of corridors;\n(b)  complete the north line;\n(c)  report to the council.\n",
    "•\tParks\n•\tWater\n•\tRoads\n", "1\t总则\n2\t职责\n3\t附则\n",
    "The agency reports.  It does so in public.\nThe council decides.  It hears the agency.\n"
      + "The plan is kept.  It is open to all.\n",
  ])
  func `is not made of lists and sentences`(text: String) throws {
    #expect(try rows(text) == [])
  }

  @Test func `is not made of columns of running text, which are told`() throws {
    let left = [
      "the agency shall publish a report", "on the state of the environment in",
      "the region every two years, and it",
    ]
    let right = [
      "inform the member states of all the", "measures that were taken under this",
      "regulation during the last two year",
    ]
    let text = (0..<6).map { left[$0 % 3] + "      " + right[$0 % 3] }.joined(separator: "\n")
    let read = try draft(text + "\n")
    #expect(read.blocks.allSatisfy { $0.kind != .row })
    #expect(read.diagnostics.map(\.code).contains("columns-read-across"))
  }

  /// Tables of random words, set in each form, with sentences before and behind.
  @Test(arguments: 0..<40)
  func `of any cells is read as it was set`(seed: Int) throws {
    var random = SplitMix64(seed: UInt64(seed))
    let words = ["市发展改革委", "湿地", "2025年", "55%", "Agency", "约束性", "North line", "3.2"]
    let columns = Int.random(in: 3...6, using: &random)
    let table = (0..<Int.random(in: 3...9, using: &random)).map { row in
      (0..<columns).map { column in
        row > 0 && column > 0 && Int.random(in: 0..<8, using: &random) == 0
          ? "" : words.randomElement(using: &random) ?? ""
      }
    }
    let expected = table.map { $0.joined(separator: " | ").trimmedEnd }
    func width(_ cell: String) -> Int {
      cell.unicodeScalars.reduce(0) { $0 + ($1.isASCII ? 1 : 2) }
    }
    let widths = (0..<columns).map { column in (table.map { width($0[column]) }.max() ?? 0) + 2 }
    let aligned = table.map { row in
      zip(row, widths).map { $0 + String(repeating: " ", count: $1 - width($0)) }.joined()
    }
    for lines in [table.map { $0.joined(separator: "\t") }, aligned] {
      let text = "下表列出了主要指标。\n\n" + lines.joined(separator: "\n") + "\n\n各单位要抓好落实。\n"
      #expect(try rows(text).map(\.trimmedEnd) == expected, "\(text)")
    }
  }
}

extension String {
  /// Without the empty cells at its end, which no line of text can show.
  fileprivate var trimmedEnd: String {
    var text = self[...]
    while let last = text.last, last == " " || last == "|" { text.removeLast() }
    return String(text)
  }
}
