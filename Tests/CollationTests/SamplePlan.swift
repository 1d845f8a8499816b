import Fuzzing
import PlanModel

/// A plan of our own making, long enough for every kind of change.
enum SamplePlan {
  static let blocks: [Block] = parse(
    """
    # 青岚市公共图书馆发展规划
    为满足市民日益增长的阅读需求，依据国家和省有关文件，结合本市实际，制定本规划。规划期为2021年至2025年。
    ## 第一章 总体要求
    坚持公益性、基本性、均等性、便利性，以读者为中心，统筹城乡布局，提升服务质量。
    到2025年，全市人均公共图书馆藏书达到1.6册，年流通量突破900万册次，千人以上行政村图书室覆盖率达到95%。
    一、健全总分馆体系。市图书馆为总馆，区县图书馆为分馆，街道（乡镇）设服务点。总馆统一采购、统一编目、通借通还。
    二、完善经费保障。市、县两级财政将购书经费列入年度预算，并建立与人口规模相适应的增长机制。
    ## 第二章 重点任务
    第一条 新建青岚市图书馆新馆。选址东湖片区，建筑面积不少于三万平方米。2023年底前完成主体工程，2024年对外开放。
    第二条 改造老旧馆舍。对建成超过二十年的区县图书馆进行安全鉴定，逐馆制定修缮方案。
    （责任单位：市文化和旅游局、市住房和城乡建设局）
    第三条 建设数字图书馆。整合电子书、期刊、地方文献数据库，开通手机客户端，实现身份证、社保卡、读者证三证合一。
    第四条 推进古籍保护。普查全市馆藏古籍，对列入珍贵古籍名录的善本实行恒温恒湿保存，并逐步完成数字化。
    （责任单位：市文化和旅游局、市档案馆）
    第五条 开展全民阅读活动。每年四月举办读书月，支持学校、企业、社区成立读书会，培训阅读推广人不少于三百名。
    ## 第三章 保障措施
    加强组织领导。成立由分管副市长任组长的工作专班，每季度召开一次会议，研究解决重大问题。
    加强队伍建设。引进图书情报、信息技术、古籍修复等专业人才，健全职称评聘和继续教育制度。
    加强督查考核。把规划实施情况纳入各区县绩效考核，定期公布进展，接受社会监督。
    本规划自公布之日起施行。
    """)

  /// Reads blocks line by line: `#` makes a heading, whose mark is set apart.
  static func parse(_ text: String) -> [Block] {
    text.split(separator: "\n").enumerated().compactMap { index, line in
      guard let id = BlockID("b-\(index)") else { return nil }
      let hashes = line.prefix { $0 == "#" }.count
      guard hashes > 0 else { return Block(id: id, kind: .paragraph, text: String(line)) }
      let words = line.dropFirst(hashes + 1).split(separator: " ", maxSplits: 1).map(String.init)
      return Block(
        id: id, kind: .heading(level: hashes), number: words.count > 1 ? words[0] : nil,
        text: words.last ?? "")
    }
  }
}

/// Random revisions of a plan, the same for the same seed.
struct Reviser {
  private var random: SplitMix64
  private let phrases: [String]

  init(seed: UInt64, _ blocks: [Block]) {
    random = SplitMix64(seed: seed)
    phrases = blocks.flatMap { $0.text.split { "，。、；（）：".contains($0) }.map(String.init) }
  }

  private mutating func below(_ bound: Int) -> Int { Int(random.next() % UInt64(max(1, bound))) }

  /// A revision by some random edits, insertions, deletions, moves, splits and merges.
  mutating func revise(_ blocks: [Block], changes: Int) -> [Block] {
    var blocks = blocks
    for _ in 0..<changes where !blocks.isEmpty {
      let place = below(blocks.count)
      switch below(7) {
      case 0: blocks.remove(at: place)
      case 1: blocks.insert(block(phrases[below(phrases.count)] + "，另行规定。"), at: place)
      case 2: blocks.insert(blocks.remove(at: place), at: below(blocks.count))
      case 3:
        let sentences = blocks[place].text.split(separator: "。").map { $0 + "。" }
        guard sentences.count > 1, blocks[place].kind == .paragraph else { continue }
        blocks.replaceSubrange(place...place, with: sentences.map { block(String($0)) })
      case 4:
        guard place + 1 < blocks.count, blocks[place].kind == .paragraph,
          blocks[place + 1].kind == .paragraph
        else { continue }
        blocks[place].text += blocks.remove(at: place + 1).text
      default: edit(&blocks[place])
      }
    }
    return blocks
  }

  private mutating func edit(_ block: inout Block) {
    var scalars = Array(block.text.unicodeScalars)
    let start = below(scalars.count)
    let end = min(scalars.count, start + below(5))
    let replacement = below(3) == 0 ? "" : phrases[below(phrases.count)]
    scalars.replaceSubrange(start..<end, with: Array(replacement.unicodeScalars))
    block.text = String(String.UnicodeScalarView(scalars))
  }

  private func block(_ text: String) -> Block {
    Block(id: SamplePlan.blocks[0].id, kind: .paragraph, text: text)
  }
}
