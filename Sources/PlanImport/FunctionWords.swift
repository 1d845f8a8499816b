/// Tells languages in Latin, Greek and Cyrillic letters apart by their commonest words.
///
/// A dozen words make up a quarter of any running text, and few languages share more than two or three
/// of them (Grefenstette, *Comparing two language identification schemes*, JADT 1995). A text in a
/// language that isn't listed has hardly any of them.
enum FunctionWords {
  private static let languages: [(tag: String, words: Set<String>)] = [
    ("en", ["the", "of", "and", "to", "in", "shall", "for", "that", "is", "by", "be", "with"]),
    ("de", ["der", "die", "und", "das", "von", "den", "zu", "des", "im", "für", "nach", "ist"]),
    ("fr", ["le", "les", "des", "et", "du", "une", "dans", "par", "pour", "sur", "aux", "est"]),
    ("es", ["el", "los", "las", "del", "y", "una", "por", "con", "para", "que", "se", "en"]),
    (
      "it", ["il", "di", "della", "che", "delle", "del", "nel", "dei", "sono", "per", "gli", "con"]
    ),
    ("pt", ["os", "da", "do", "das", "dos", "uma", "para", "com", "em", "não", "ao", "no"]),
    (
      "nl",
      ["het", "een", "van", "en", "voor", "op", "met", "dat", "zijn", "wordt", "de", "artikel"]
    ),
    ("sv", ["och", "att", "som", "av", "för", "är", "den", "till", "ska", "med", "om", "inte"]),
    ("da", ["og", "at", "af", "til", "som", "ikke", "der", "skal", "efter", "jf", "på", "ved"]),
    ("pl", ["w", "z", "na", "oraz", "do", "się", "jest", "o", "art", "przez", "ust", "lub"]),
    ("cs", ["a", "v", "na", "se", "nebo", "je", "podle", "pro", "které", "zákona", "odst", "ve"]),
    ("sk", ["a", "v", "na", "sa", "alebo", "je", "podľa", "pre", "ktoré", "zákona", "ods", "vo"]),
    ("ro", ["și", "de", "în", "la", "cu", "din", "pentru", "se", "sau", "prin", "care", "al"]),
    (
      "ca",
      ["els", "les", "i", "amb", "dels", "aquesta", "aquest", "seva", "són", "pel", "als", "han"]
    ),
    ("lv", ["un", "ir", "par", "no", "vai", "kas", "ar", "uz", "šā", "likuma", "pants", "ja"]),
    (
      "hu", ["a", "az", "és", "vagy", "hogy", "nem", "egy", "szóló", "évi", "törvény", "ha", "meg"]
    ),
    (
      "fi",
      ["ja", "on", "tai", "joka", "sekä", "ei", "jos", "sen", "momentin", "lain", "ovat", "jossa"]
    ),
    (
      "tr",
      ["ve", "bir", "bu", "ile", "için", "veya", "olan", "olarak", "göre", "kanunun", "de", "da"]
    ),
    ("bg", ["да", "се", "за", "са", "чл", "ал", "при", "като", "които", "със", "във", "към"]),
    ("ru", ["и", "в", "на", "о", "по", "не", "с", "для", "или", "от", "к", "об"]),
    ("uk", ["і", "в", "на", "та", "що", "або", "до", "від", "з", "про", "для", "у"]),
    ("el", ["και", "του", "της", "το", "την", "των", "η", "που", "με", "για", "από", "σε"]),
  ]

  /// The language of a text.
  ///
  /// - Returns: A BCP 47 tag; `nil` unless one language has a tenth of the words, ten at least, and
  ///   half as many again as the next one.
  static func language(of scalars: some Sequence<Unicode.Scalar>) -> String? {
    var counts = [Int](repeating: 0, count: languages.count)
    var all = 0
    var word = ""
    func close() {
      guard !word.isEmpty else { return }
      all += 1
      for (index, language) in languages.enumerated() where language.words.contains(word) {
        counts[index] += 1
      }
      word = ""
    }
    for scalar in scalars {
      switch scalar {
      case "a"..."z": word.unicodeScalars.append(scalar)
      case "A"..."Z": word.unicodeScalars.append(Unicode.Scalar(UInt8(scalar.value) | 0x20))
      case "\u{C0}"..."\u{24F}", "'", "’": word.unicodeScalars.append(scalar)
      case "\u{370}"..."\u{52F}": word += scalar.properties.lowercaseMapping
      default: close()
      }
    }
    close()
    let ranked = counts.indices.sorted { (counts[$1], $0) < (counts[$0], $1) }
    let (best, next) = (counts[ranked[0]], counts[ranked[1]])
    guard best >= 10, best * 10 >= all, best * 2 >= next * 3 else { return nil }
    return languages[ranked[0]].tag
  }
}
