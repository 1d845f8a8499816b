import Annotations
import PlanModel
import Testing

private let filler = "本办法由省人民政府办公厅负责解释，自公布之日起施行，有效期五年。"

@Suite struct `A carried passage of whole clauses` {
  /// The old paragraph, the passage, the new paragraph, and the passage as it reads there.
  @Test(arguments: [
    (
      "未按期报送材料的，可以处一万元以下的罚款。", "可以处一万元以下的罚款",
      "未按期报送材料的，可以处五万元以下的罚款。经办人员隐瞒不报的，可以处三万元以下的罚款。", "可以处五万元以下的罚款"
    ),
    (
      "Each office shall publish a list of all records that it keeps in the archive.",
      "Each office shall publish a list of all records that it keeps in the archive",
      "Each office shall publish a list of all records that it keeps in its repository.",
      "Each office shall publish a list of all records that it keeps in its repository"
    ),
    (
      "The head of each office must appoint an archivist for its records.",
      "must appoint an archivist for its records",
      "The head of every bureau and every office shall appoint an archivist for its records.",
      "shall appoint an archivist for its records"
    ),
  ])
  func `stays one`(old: String, quote: String, new: String, expected: String) throws {
    let placement = try #require(carried(quote, from: [old, filler], to: [new, filler]))
    #expect(placement.outcome == .attached)
    #expect(placement.quote == expected)
  }

  /// The alignment takes the one for the other.
  @Test func `is put before a person if clauses changed places`() throws {
    let old = "拒绝提供材料的，由主管部门责令改正，对个人可以处二万元以下的罚款，对单位可以处二十万元以下的罚款；构成犯罪的，依法追究刑事责任。"
    let new = "拒绝提供材料的，由主管部门责令改正，对单位处上一年度销售额百分之一以下的罚款，上一年度没有销售额的，处五百万元以下的罚款；对个人处五十万元以下的罚款。"
    let other = "未按期报告的，对单位处上一年度销售额百分之三以下的罚款，上一年度没有销售额的，处三百万元以下的罚款。"
    let quote = "对个人可以处二万元以下的罚款"
    let placement = try #require(carried(quote, from: [old, filler], to: [new, other, filler]))
    #expect(placement.outcome != .attached || placement.quote?.hasPrefix("对个人") == true)
  }

  @Test func `is found in another paragraph if it is short and stands once`() throws {
    let old = ["推广工作应当坚持科学精神，反对和抵制伪科学。", filler]
    let new = ["推广工作应当依靠群众，讲求实效。", filler, "各级机关应当遵守科技伦理，反对和抵制伪科学。"]
    let placement = try #require(carried("反对和抵制伪科学", from: old, to: new))
    #expect(placement.outcome == .attached && placement.passage?.start.block == 2)
  }

  @Test func `is found in another paragraph if it was reworded`() throws {
    let old = [filler, "有关单位应当支持推广工作，对在推广工作中做出重要贡献的组织和个人，予以表彰和奖励。"]
    let new = ["对在推广工作中做出突出贡献的组织和个人，按照国家有关规定给予表彰、奖励。", filler]
    let placement = try #require(
      carried("对在推广工作中做出重要贡献的组织和个人，予以表彰和奖励", from: old, to: new))
    #expect(placement.outcome == .attached)
    #expect(placement.quote == "对在推广工作中做出突出贡献的组织和个人，按照国家有关规定给予表彰、奖励")
  }

  @Test func `is not found where only its subject is`() throws {
    let old = [filler, "建立科普工作协调制度，扰乱科普场馆秩序或者毁损科普场馆、设施的，依法责令赔偿损失。"]
    let new = [filler, "政府投资建设的科普场馆，应当配备必要的专职人员，常年向公众开放。"]
    let placement = try #require(carried("扰乱科普场馆秩序或者毁损科普场馆、设施的", from: old, to: new))
    #expect(placement.outcome == .orphaned)
  }

  /// The old paragraph, the passage, the new paragraph, and the passage as it reads there.
  @Test(arguments: [
    (
      "违反财政管理规定使用工程经费的，依照有关法律、行政法规的规定予以处罚、处分。",
      "依照有关法律、行政法规的规定予以处罚、处分",
      "违反财政管理规定使用工程经费的，依法依规予以处罚、处分。",
      "依法依规予以处罚、处分"
    ),
    // The clause before it has much the same words, and stays.
    (
      "违反有关工程法律、行政法规规定的，依照有关法律、行政法规的规定予以处罚、处分。",
      "依照有关法律、行政法规的规定予以处罚、处分",
      "违反有关工程法律、行政法规规定的，依法依规予以处罚、处分。",
      "依法依规予以处罚、处分"
    ),
    // Another clause of the new paragraph has almost as many of its words, and stood in the old one.
    (
      "工作人员泄露执法中知悉的商业秘密，构成犯罪的，依法追究刑事责任；尚不构成犯罪的，依法给予处分。",
      "尚不构成犯罪的，依法给予处分",
      "工作人员泄露执法中知悉的商业秘密、个人隐私的，依法给予处分。违反本办法规定，构成犯罪的，依法追究刑事责任。",
      "依法给予处分"
    ),
    // Cut to a few of its words, behind the same words.
    (
      "市档案馆设立城建档案专柜，用于保存《城市建设档案管理规定》列明的全部图纸。",
      "用于保存《城市建设档案管理规定》列明的全部图纸",
      "市档案馆设立城建档案专柜，用于保存图纸，供公众查阅。",
      "用于保存图纸"
    ),
    // The end of a clause of which the beginning changed, too.
    (
      "承建人、主管单位不得以任何方式、任何理由擅自拖欠建设工程经费。",
      "不得以任何方式、任何理由擅自拖欠建设工程经费",
      "承建人、参与者及其主管单位不得拖欠工程经费。",
      "不得拖欠工程经费"
    ),
  ])
  func `is found rewritten in its own paragraph, and left to a person`(
    old: String, quote: String, new: String, expected: String
  ) throws {
    let placement = try #require(carried(quote, from: [old, filler], to: [new, filler]))
    #expect(placement.outcome == .attached)
    #expect(placement.quote == expected)
    #expect(placement.needsReview && placement.confidence < 0.9)
  }

  @Test func `is not found in what shares only its subject, though it stands in its place`() throws
  {
    let old = "投标人、参与者伪造或者变相涂改图纸材料的，由主管部门给予警告，并予以通报。"
    let new = "投标人、参与者有下列行为之一的，由主管部门给予警告，并予以通报。"
    let placement = try #require(
      carried("投标人、参与者伪造或者变相涂改图纸材料的", from: [old, filler], to: [new, filler]))
    #expect(placement.outcome == .orphaned)
  }

  @Test func `is not found in its own paragraph where another clause is as likely to be it`() throws
  {
    let old = "违反规定使用工程经费的，依照有关法律、行政法规的规定予以处罚、处分。"
    let new = "违反规定使用工程经费的，依法依规予以处罚、处分；违反规定批准工程的，依规依法予以处罚、处分。"
    let quote = "依照有关法律、行政法规的规定予以处罚、处分"
    let placement = try #require(carried(quote, from: [old, filler], to: [new, filler]))
    #expect(placement.outcome != .attached || placement.quote == "依法依规予以处罚、处分")
  }
}
