import PlanImport
import PlanModel
import Testing

/// The language of a text is told by its characters and its commonest words, and left open where they
/// don't tell.
@Suite struct `The language of a text` {
  private static let texts: [(language: String?, text: String)] = [
    ("zh-Hans", "为了保护环境，国务院有关部门对规划的实施情况进行评估，并与地方会商。"),
    ("zh-Hant", "為了保護環境，國務院有關部門對規劃的實施情況進行評估，並與地方會商。"),
    ("ja", "この法律は、環境の保全について、基本理念を定めることを目的とする。"),
    (
      "en",
      "The Agency shall submit the report to the Council by the end of the year, and the Member States"
        + " shall ensure that the measures in the plan are put into force by that date."
    ),
    (
      "de",
      "Die Behörde legt dem Rat den Bericht bis zum Ende des Jahres vor, und die Länder stellen sicher,"
        + " dass die Maßnahmen des Plans nach der Frist in Kraft sind; der Bericht ist für das Land zu"
        + " veröffentlichen und von der Behörde im Amtsblatt anzuzeigen."
    ),
    (
      "fr",
      "L’agence présente le rapport au Conseil dans les délais fixés par la loi, et les États prennent"
        + " les mesures nécessaires pour la mise en œuvre du plan dans une période de deux ans sur les"
        + " territoires des communes."
    ),
    (
      "es",
      "La agencia presentará el informe al Consejo en los plazos que fija la ley, y los Estados tomarán"
        + " las medidas para que el plan se aplique en el territorio del país con los medios que se"
        + " acuerden por una comisión."
    ),
    (
      "pl",
      "Minister przedkłada Radzie Ministrów sprawozdanie z realizacji planu oraz wnioski na kolejny rok,"
        + " a w przypadku zmian w planie, o których mowa w art. 5 ust. 2, ogłasza je w dzienniku oraz na"
        + " stronie urzędu lub przez obwieszczenie, do końca roku."
    ),
    (
      "ru",
      "Правительство вносит доклад о ходе выполнения плана в Государственную Думу, и органы власти"
        + " принимают меры по охране окружающей среды на территории страны, если иное не установлено"
        + " в соответствии с законом или договором для отдельных районов."
    ),
    ("ko", "이 법은 환경보전에 관한 국민의 권리와 의무를 명확히 하고 환경정책의 기본 사항을 정한다."),
    (
      nil,
      "A kormány a terv végrehajtásáról évente jelentést nyújt be az Országgyűlésnek, amelyet a"
        + " honlapján közzétesz, és intézkedik a szükséges források biztosítása iránt."
    ),
    (nil, "5G 2025 – 40 %"),
  ]

  @Test(arguments: texts.indices)
  func `is told by its commonest words`(index: Int) throws {
    let (language, text) = Self.texts[index]
    let draft = try PlainTextReader().draft(of: Array(text.utf8), file: "text.txt")
    #expect(draft.metadata.language == language)
  }
}
