public import PlanModel
public import PluginKit

/// Suggests mentions of bodies and places: those of the project's list of agencies, and the provinces
/// and central bodies of China.
///
/// A name is found as a whole: `上海市` is none in `上海市场`, nor is a name inside the title of a
/// document.
public struct MentionSuggester: Suggester {
  /// The suggester's name.
  public let name = "mentions"

  private let known: [[Unicode.Scalar]]
  private let namesByFirst: [Unicode.Scalar: [Int]]
  private let ownCount: Int

  /// Creates a suggester.
  ///
  /// - Parameter names: The names and aliases of a project's agencies.
  public init(names: [String] = []) {
    let own = Set(names.filter { $0.unicodeScalars.count > 1 })
    ownCount = own.count
    known = (own.sorted() + Self.shipped.filter { !own.contains($0) }).map {
      Array($0.unicodeScalars)
    }
    var byFirst: [Unicode.Scalar: [Int]] = [:]
    for (index, name) in known.enumerated() { byFirst[name[0], default: []].append(index) }
    namesByFirst = byFirst.mapValues { [known] in
      $0.sorted { (known[$1].count, $0) < (known[$0].count, $1) }
    }
  }

  /// The suggestions for a plan, in the order of reading.
  ///
  /// - Complexity: O(*n* · *k*) for *k* names that begin with the same scalar.
  public func suggestions(for plan: Plan) -> [Suggestion] {
    plan.blocks.indices.flatMap { block -> [Suggestion] in
      guard !plan.blocks[block].kind.isHeading else { return [] }
      let text = Array(plan.blocks[block].text.unicodeScalars)
      var found: [Suggestion] = []
      var place = 0
      var depth = 0
      while place < text.count {
        if text[place] == "《" { depth += 1 }
        if text[place] == "》" { depth = max(0, depth - 1) }
        guard depth == 0, let index = name(in: text, at: place) else {
          place += 1
          continue
        }
        let range = place..<place + known[index].count
        found.append(
          Suggestion(
            .mention, by: name, block: block, range: range,
            confidence: index < ownCount ? 0.95 : 0.85,
            parties: [
              .init(name: String(String.UnicodeScalarView(known[index])), role: "mentioned")
            ]))
        place = range.upperBound
      }
      return found
    }
  }

  private func name(in text: [Unicode.Scalar], at place: Int) -> Int? {
    namesByFirst[text[place]]?.first { index in
      let name = known[index]
      let end = place + name.count
      guard end <= text.count, text[place..<end].elementsEqual(name) else { return false }
      guard end < text.count else { return true }
      if name[0].isLatin {
        return (place == 0 || !text[place - 1].isLatin) && !text[end].isLatin
      }
      return !Self.isOtherWord(name[name.count - 1], text[end])
    }
  }

  /// Whether the last scalar of a name belongs to another word with the one behind: 市场, 部分, 会议.
  private static func isOtherWord(_ last: Unicode.Scalar, _ next: Unicode.Scalar) -> Bool {
    let others: [Unicode.Scalar: String] = [
      "市": "场民值面郊", "省": "际会", "部": "分门队位件", "会": "议计员", "局": "面部限势", "区": "域别块间划",
      "委": "托员派", "院": "士校", "行": "业为动", "办": "法理公事", "署": "名",
    ]
    return others[last].map { $0.unicodeScalars.contains(next) } ?? false
  }

  /// The divisions of the first level, and the bodies of the State Council as they have been since 2018
  /// and since 2023.
  private static let shipped = [
    "北京市", "天津市", "上海市", "重庆市", "河北省", "山西省", "辽宁省", "吉林省", "黑龙江省", "江苏省", "浙江省", "安徽省",
    "福建省", "江西省", "山东省", "河南省", "湖北省", "湖南省", "广东省", "海南省", "四川省", "贵州省", "云南省", "陕西省",
    "甘肃省", "青海省", "台湾省", "内蒙古自治区", "广西壮族自治区", "西藏自治区", "宁夏回族自治区", "新疆维吾尔自治区",
    "香港特别行政区", "澳门特别行政区", "国务院", "外交部", "国防部", "国家发展改革委", "国家发展和改革委员会", "教育部", "科技部",
    "科学技术部", "工业和信息化部", "国家民委", "公安部", "国家安全部", "民政部", "司法部", "财政部", "人力资源社会保障部",
    "人力资源和社会保障部", "自然资源部", "生态环境部", "住房城乡建设部", "住房和城乡建设部", "交通运输部", "水利部", "农业农村部", "商务部",
    "文化和旅游部", "国家卫生健康委", "退役军人事务部", "应急管理部", "应急部", "中国人民银行", "人民银行", "审计署", "国务院国资委",
    "海关总署", "税务总局", "国家税务总局", "市场监管总局", "国家市场监督管理总局", "金融监管总局", "国家金融监督管理总局", "中国证监会", "证监会",
    "银保监会", "广电总局", "体育总局", "国家统计局", "统计局", "国家国际发展合作署", "国家医保局", "国家机关事务管理局", "国家知识产权局", "知识产权局",
    "国家粮食和储备局", "国家能源局", "能源局", "国家数据局", "国家国防科工局", "国家移民局", "国家林草局", "国家铁路局", "中国民航局", "国家邮政局",
    "国家文物局", "国家中医药局", "国家疾控局", "国家矿山安监局", "国家外汇局", "国家药监局", "国家消防救援局", "中国气象局", "国家档案局",
    "国家网信办", "最高人民法院", "最高人民检察院", "全国总工会", "共青团中央", "全国妇联", "中国残联", "国铁集团", "中国国家铁路集团有限公司",
  ]
}

extension Unicode.Scalar {
  fileprivate var isLatin: Bool { value < 0x250 && properties.isAlphabetic }
}
