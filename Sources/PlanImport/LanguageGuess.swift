public import PlanModel

/// The language of a text, as far as its characters and its commonest words tell.
enum LanguageGuess {
  /// So many characters are looked at; the rest of a text is in the same language.
  static let sample = 200_000

  /// Whether a language is written in an East Asian script, by its BCP 47 tag.
  static func isEastAsian(_ tag: String) -> Bool {
    let language = tag.prefix { $0 != "-" }.lowercased()
    return ["zh", "ja", "yue", "wuu", "lzh", "cmn", "ko"].contains(language)
  }

  /// Simplified or traditional Chinese, by a handful of the commonest characters that differ, Japanese
  /// by its kana, Korean by its syllables, or a language of an alphabet by its commonest words.
  ///
  /// - Returns: A BCP 47 tag, or `nil` if it can't be told.
  static func language(
    of scalars: some Sequence<Unicode.Scalar>, isEastAsian: Bool
  ) -> String? {
    guard isEastAsian else {
      return isKorean(scalars.prefix(2_000))
        ? "ko" : FunctionWords.language(of: scalars.prefix(sample))
    }
    var count = 0
    var simplified = 0
    var traditional = 0
    var kana = 0
    for scalar in scalars.prefix(sample) {
      count += 1
      switch scalar {
      case "发", "国", "会", "对", "时", "来", "为", "与", "设", "务": simplified += 1
      case "發", "國", "會", "對", "時", "來", "為", "與", "設", "務": traditional += 1
      case "\u{3041}"..."\u{30FF}": kana += 1
      default: break
      }
    }
    if kana * 10 > count { return "ja" }
    if simplified == traditional { return "zh" }
    return simplified > traditional ? "zh-Hans" : "zh-Hant"
  }

  private static func isKorean(_ scalars: some Sequence<Unicode.Scalar>) -> Bool {
    var (syllables, letters) = (0, 0)
    for scalar in scalars where scalar.properties.isAlphabetic {
      letters += 1
      if (0xAC00...0xD7A3).contains(scalar.value) { syllables += 1 }
    }
    return syllables * 2 > letters
  }
}

extension PlanDraft {
  /// The draft with the language that its text is in, if nobody has named one.
  public func namingLanguage() -> PlanDraft {
    guard metadata.language == nil else { return self }
    var draft = self
    let text = blocks.lazy.flatMap(\.text.unicodeScalars).prefix(LanguageGuess.sample)
    draft.metadata.language = LanguageGuess.language(
      of: text, isEastAsian: SpaceRule(for: text).isEastAsian)
    return draft
  }
}
