import PlanModel
import Testing

@Suite struct `A number mark` {
  @Test(
    arguments: [
      ("第二节　总则", .section, [2], "第二节", 4),
      ("第十二条之一 本法", .article, [12, 1], "第十二条之一", 7),
      ("一百零五、附则", .chineseComma, [105], "一百零五、", 5),
      ("（三）其他", .chineseParenthesis, [3], "（三）", 3),
      ("(12) Other", .arabicParenthesis, [12], "(12)", 5),
      ("1.2 Scope", .decimal, [1, 2], "1.2", 4),
      ("3. Scope", .arabicPoint, [3], "3.", 3),
      ("§ 12a Form", .article, [12, 1], "§ 12a", 6),
      ("Article 16-1", .article, [16, 1], "Article 16-1", 12),
      ("Article 16", .article, [16], "Article 16", 10),
      ("Chapter IV. Rules", .chapter, [4], "Chapter IV.", 12),
      ("(b) the agency", .letter, [2], "(b)", 4),
      ("②推进", .circled, [2], "②", 1),
      ("专栏3 重大工程", .box, [3], "专栏3", 4),
      ("第一編　総則", .part, [1], "第一編", 4),
      ("제1장 총칙", .chapter, [1], "제1장", 4),
      ("제2조의3(정의)", .article, [2, 3], "제2조의3", 5),
      ("Глава 2. Права", .chapter, [2], "Глава 2.", 9),
      ("Статья 12 Сроки", .article, [12], "Статья 12", 10),
      ("Άρθρο 3 Ορισμοί", .article, [3], "Άρθρο 3", 8),
      ("Rozdział IV Przepisy", .chapter, [4], "Rozdział IV", 12),
      ("a) ten", .letter, [1], "a)", 3),
      ("12) ten", .arabicParenthesis, [12], "12)", 4),
      ("3）保护", .arabicParenthesis, [3], "3）", 2),
      ("TITRE 1er. - Objet", .part, [1], "TITRE 1er. -", 13),
      ("Artículo 1°- Objeto", .article, [1], "Artículo 1°-", 13),
      ("Article 5 - Objet", .article, [5], "Article 5 -", 12),
      ("Article 5-7", .article, [5, 7], "Article 5-7", 11),
      ("1. Abschnitt: Zweck", .section, [1], "1. Abschnitt:", 14),
      ("Erster Teil", .part, [1], "Erster Teil", 11),
      ("DRUHÁ HLAVA", .chapter, [2], "DRUHÁ HLAVA", 11),
      ("ARTICULO 1o. Objeto", .article, [1], "ARTICULO 1o.", 13),
      ("1. Teilnahme", .arabicPoint, [1], "1.", 3),
      ("CAPÍTULO PRIMERO Del agua", .chapter, [1], "CAPÍTULO PRIMERO", 17),
      ("§ 11² Begriffe", .article, [11], "§ 11²", 6),
      ("Capo I Oggetto", .chapter, [1], "Capo I", 7),
    ] as [(String, NumberMark.Scheme, [Int], String, Int)])
  func `is read`(
    text: String, scheme: NumberMark.Scheme, value: [Int], mark: String, length: Int
  ) throws {
    let found = try #require(NumberMark(openingOf: text))
    #expect(found == NumberMark(scheme: scheme, value: value, text: mark, length: length))
  }

  @Test(arguments: [
    "2025年前完成", "1.5亿元", "第十九届五中全会", "一体化发展", "三是加强", "十大工程", "Articles of faith", "a]b",
    "（试行）", "附近的村庄", "",
  ])
  func `is not seen where there is none`(text: String) {
    #expect(NumberMark(openingOf: text) == nil)
  }
}
