import PlanImport
import PlanModel
import Testing

/// The grammar of plans, papers and laws as one table: a line, and what it is between a title and a
/// paragraph.
@Suite struct `A line between a title and a paragraph` {
  private static let table: [(line: String, number: String?, text: String)] = [
    ("第一编　总则", "第一编", "总则"), ("第二篇 发展目标", "第二篇", "发展目标"),
    ("第十二章　重点任务", "第十二章", "重点任务"), ("第 3 节 保障", "第 3 节", "保障"),
    ("一、总体要求", "一、", "总体要求"), ("（二）基本原则", "（二）", "基本原则"),
    ("1.2 编制依据", "1.2", "编制依据"), ("专栏3　重大工程", "专栏3", "重大工程"),
    ("附件2", "附件2", ""), ("附表1　重点工程", "附表1", "重点工程"),
    ("第十二条　国家保护湿地。", nil, "第十二条　国家保护湿地。"),
    ("第一百零一条之一　国家建立补偿制度。", nil, "第一百零一条之一　国家建立补偿制度。"),
    ("（三）指导思想。坚持新发展理念，统筹推进。", nil, "（三）指导思想。坚持新发展理念，统筹推进。"),
    ("第十九届五中全会提出新的要求。", nil, "第十九届五中全会提出新的要求。"),
    ("一体化发展取得进展。", nil, "一体化发展取得进展。"), ("2025年底前完成。", nil, "2025年底前完成。"),
    ("一是加强领导；", nil, "一是加强领导；"), ("①推进改革。", nil, "①推进改革。"),
    ("附件：1.清单", nil, "附件：1.清单"),
    ("PART III", "PART III", ""), ("Title 16—Conservation", "Title 16—", "Conservation"),
    ("Chapter IV. Final provisions", "Chapter IV.", "Final provisions"),
    ("SUBCHAPTER I—GENERAL", "SUBCHAPTER I—", "GENERAL"),
    ("Section 2 Entry into force", "Section 2", "Entry into force"),
    ("Article 5 Definitions", "Article 5", "Definitions"),
    ("§ 12a. Penalties", "§ 12a.", "Penalties"),
    ("Sec. 2. Penalties", "Sec. 2.", "Penalties"), ("Annex I", "Annex I", ""),
    ("ANNEX", "ANNEX", ""), ("(a) the agency shall report;", nil, "(a) the agency shall report;"),
    ("(iv) salt marshes;", nil, "(iv) salt marshes;"),
    ("Article 5 of this Regulation applies.", nil, "Article 5 of this Regulation applies."),
    ("Articles of faith are not enough.", nil, "Articles of faith are not enough."),
    ("Teil 1 Allgemeines", "Teil 1", "Allgemeines"), ("Abschnitt 2 Zweck", "Abschnitt 2", "Zweck"),
    ("§ 3 Begriffe", "§ 3", "Begriffe"), ("Anlage 1", "Anlage 1", ""),
    ("(2) Das Gesetz gilt für Moore.", nil, "(2) Das Gesetz gilt für Moore."),
    ("TITRE Ier", "TITRE Ier", ""), ("Chapitre Ier : Objet", "Chapitre Ier :", "Objet"),
    ("Article 1er", "Article 1er", ""), ("Article L. 211-1", "Article L. 211-1", ""),
    ("ANNEXE", "ANNEXE", ""),
    ("Annexe à ce règlement jointe.", nil, "Annexe à ce règlement jointe."),
    ("TÍTULO II De la costa", "TÍTULO II", "De la costa"),
    ("Artículo 3. Fines", "Artículo 3.", "Fines"),
    ("Capo I Oggetto", "Capo I", "Oggetto"), ("Hoofdstuk 2 Doelen", "Hoofdstuk 2", "Doelen"),
    ("Rozdział 1 Zasady", "Rozdział 1", "Zasady"), ("Část 2 Cíle", "Část 2", "Cíle"),
    ("Глава 3. Цели", "Глава 3.", "Цели"), ("Статья 5. Сроки", "Статья 5.", "Сроки"),
    ("Статья 5 настоящего закона применяется.", nil, "Статья 5 настоящего закона применяется."),
    ("Κεφάλαιο 2 Στόχοι", "Κεφάλαιο 2", "Στόχοι"), ("제2장 목표", "제2장", "목표"),
    ("제3조(정의) 이 법에서 사용하는 용어의 뜻은 다음과 같다.", nil, "제3조(정의) 이 법에서 사용하는 용어의 뜻은 다음과 같다."),
  ]

  @Test(arguments: table.indices)
  func `is a heading with its number, or text`(index: Int) throws {
    let row = Self.table[index]
    let isLatin = row.line.unicodeScalars.allSatisfy { $0.value < 0x2100 || $0.value > 0xABFF }
    let around =
      isLatin
      ? ("Plan of the Lakes", "The text of the plan is of one sentence; it ends here.")
      : ("某某保护规划", "保护规划的正文只有一句，到此为止。")
    let text = [around.0, row.line, around.1, ""].joined(separator: "\n\n")
    let blocks = try PlainTextReader().draft(of: Array(text.utf8), file: "t").blocks
    let block = try #require(
      blocks.first { $0.text == row.text && $0.number == row.number },
      "\(blocks.map { ($0.kind, $0.number ?? "-", $0.text) })")
    #expect(block.kind.isHeading == (row.number != nil))
    #expect(blocks.last?.text == around.1)
  }

  /// From the outermost inward, whatever stands between.
  @Test(arguments: [
    ["第一编 总则", "第一章 规定", "第一节 范围"], ["第一章 要求", "一、目标", "（一）总量"],
    ["TITLE 1—LAKES", "CHAPTER 2—SHORES", "SUBCHAPTER I—REEDS", "§ 3. Short title"],
    ["Teil 1 Allgemeines", "Kapitel 2 Moore", "Abschnitt 1 Zweck", "§ 1 Ziel"],
    ["TITRE II Objet", "Chapitre Ier : Champ", "Section 1 Principes", "Article 1er"],
    ["1. Lakes", "1.1 Shores", "1.1.1 Reeds"],
  ])
  func `has the level that its mark gives it among others`(lines: [String]) throws {
    let isLatin = lines[0].unicodeScalars.allSatisfy { $0.value < 0x2100 }
    let body = isLatin ? "The text stands here, as a sentence." : "正文在此，到此为止。"
    let text = ([isLatin ? "Plan of Lakes" : "某某规划"] + lines.flatMap { [$0, body] } + [""])
      .joined(separator: "\n\n")
    let blocks = try PlainTextReader().draft(of: Array(text.utf8), file: "t").blocks
    #expect(blocks.compactMap(\.kind.headingLevel) == Array(1...lines.count))
  }
}
