/// The words of number marks, by what they number: the grammar of marks as data.
///
/// Another language is another row. A word is held to be none where other words follow it instead of a
/// number, so that few of them can be mistaken.
enum NumberWords {
  /// The units behind an ordinal: `第一章`, `제1장`.
  static let units: [Unicode.Scalar: NumberMark.Scheme] = table([
    (.part, ["编", "篇", "編", "편"]),
    (.chapter, ["章", "장"]),
    (.section, ["节", "節", "절", "관"]),
    (.article, ["条", "條", "조"]),
  ])

  /// The words before a number: `Chapter 1`, `Глава 2`, `Art. 3`.
  static let words: [String: NumberMark.Scheme] = table([
    // English. `Sec. 2.` of an act of Congress is what `§ 2` is in the code.
    (.part, ["part", "title", "book"]), (.chapter, ["chapter"]),
    (.section, ["section", "subchapter"]), (.article, ["article", "art", "sec"]),
    (.annex, ["annex", "appendix", "schedule"]),
    // German
    (.part, ["teil", "buch"]), (.chapter, ["kapitel"]), (.section, ["abschnitt", "titel"]),
    (.article, ["artikel"]), (.annex, ["anhang", "anlage"]),
    // French
    (.part, ["livre", "partie", "titre"]), (.chapter, ["chapitre"]), (.annex, ["annexe"]),
    // Spanish and Portuguese
    (.part, ["libro", "título", "titulo", "parte", "livro"]), (.chapter, ["capítulo", "capitulo"]),
    (.section, ["sección", "seccion", "secção", "seção"]),
    (.article, ["artículo", "articulo", "artigo"]),
    (.annex, ["anexo"]),
    // Italian
    (.part, ["titolo"]), (.chapter, ["capo", "capitolo"]), (.section, ["sezione"]),
    (.article, ["articolo"]), (.annex, ["allegato"]),
    // Romanian and Catalan
    (.part, ["titlul", "partea", "cartea", "títol", "llibre"]),
    (.chapter, ["capitolul", "capítol"]),
    (.section, ["secțiunea", "secció"]), (.article, ["articolul", "article"]),
    (.annex, ["anexa", "annex"]),
    // Dutch
    (.part, ["deel", "boek"]), (.chapter, ["hoofdstuk"]), (.section, ["afdeling"]),
    (.annex, ["bijlage"]),
    // Danish, Norwegian and Swedish
    (.part, ["avdelning", "afsnit"]), (.section, ["avsnitt", "avsnit"]),
    (.annex, ["bilaga", "bilag", "vedlegg"]),
    // Polish
    (.part, ["dział", "część"]), (.chapter, ["rozdział"]), (.section, ["oddział"]),
    (.article, ["artykuł"]), (.annex, ["załącznik"]),
    // Czech and Slovak
    (.part, ["část", "časť"]), (.chapter, ["hlava"]),
    (.section, ["díl", "diel", "oddíl", "oddiel"]),
    (.article, ["článek", "článok", "čl"]), (.annex, ["příloha", "príloha"]),
    // Russian and Ukrainian
    (.part, ["раздел", "часть", "розділ"]), (.chapter, ["глава"]), (.section, ["параграф"]),
    (.article, ["статья", "стаття"]), (.annex, ["приложение", "додаток"]),
    // Greek
    (.part, ["μέρος", "μεροσ", "τίτλος"]), (.chapter, ["κεφάλαιο", "κεφαλαιο"]),
    (.section, ["τμήμα", "τμημα"]), (.article, ["άρθρο", "αρθρο"]),
    (.annex, ["παράρτημα", "παραρτημα"]),
  ])

  /// The ordinals before a unit or behind it: `Erster Teil`, `PRVÁ HLAVA`, `Capítulo primero`.
  static let ordinals: [String: Int] = {
    let rows = [
      "first erster erste erstes premier première primero primera primer primo prima primeiro primeira"
        + " unique único única unica unico prvá prvý první",
      "second zweiter zweite zweites deuxième seconde segundo segunda segon segona secondo seconda"
        + " druhá druhý",
      "third dritter dritte drittes troisième tercero tercera tercer terzo terza terceiro terceira"
        + " tretia tretí třetí",
      "fourth vierter vierte viertes quatrième cuarto cuarta quart quarta quarto štvrtá štvrtý čtvrtá",
      "fifth fünfter fünfte fünftes cinquième quinto quinta cinquè cinquena piata piaty pátá",
      "sixth sechster sechste sechstes sixième sexto sexta sisè sisena sesto sesta šiesta šiesty šestá",
      "seventh siebenter siebter siebte siebtes septième séptimo séptima setè setena settimo settima"
        + " sétimo sétima siedma siedmy",
      "eighth achter achte achtes huitième octavo octava vuitè vuitena ottavo ottava oitavo oitava ôsma"
        + " ôsmy osmá",
      "ninth neunter neunte neuntes neuvième noveno novena novè nono nona deviata deviaty devátá",
      "tenth zehnter zehnte zehntes dixième décimo décima desè desena decimo decima desiata desiaty",
      "elfter elfte elftes undécimo undécima onzè", "zwölfter zwölfte zwölftes duodécimo dotzè",
    ]
    var result: [String: Int] = [:]
    for (index, words) in rows.enumerated() {
      for word in words.split(separator: " ") { result[String(word)] = index + 1 }
    }
    return result
  }()

  private static func table<Word: Hashable>(
    _ rows: [(NumberMark.Scheme, [Word])]
  ) -> [Word: NumberMark.Scheme] {
    var result: [Word: NumberMark.Scheme] = [:]
    for (scheme, words) in rows { for word in words { result[word] = scheme } }
    return result
  }
}
