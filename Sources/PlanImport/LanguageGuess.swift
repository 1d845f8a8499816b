/// The language of a text, as far as its characters tell.
enum LanguageGuess {
  /// So many characters are looked at; the rest of a text is in the same language.
  private static let sample = 200_000

  /// Simplified or traditional Chinese, by a handful of the commonest characters that differ, or
  /// Japanese by its kana.
  ///
  /// - Returns: A BCP 47 tag, or `nil` for a text in no East Asian script.
  static func language(
    of scalars: some Sequence<Unicode.Scalar>, isEastAsian: Bool
  ) -> String? {
    guard isEastAsian else { return nil }
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
}
