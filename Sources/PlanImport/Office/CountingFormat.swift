/// The formats in which word processors write the numbers of a list; the names are those of Word
/// (ISO/IEC 29500-1, 17.18.59).
enum CountingFormat: String {
  case none, bullet, decimal, decimalZero, decimalFullWidth, decimalEnclosedCircle
  case lowerLetter, upperLetter, lowerRoman, upperRoman
  case chineseCounting, japaneseCounting, ideographDigital, koreanDigital
  case chineseLegalSimplified, ideographLegalTraditional, japaneseLegal
  case ideographTraditional, ideographZodiac
  case aiueo, aiueoFullWidth, iroha, irohaFullWidth, ganada, chosung
  /// The letters counted as digits are: `z` is followed by `aa`, and that by `ab`.
  case lowerLetterPlaces, upperLetterPlaces

  /// The format that Word calls so; digits where it has another word for a number, or is not known.
  init(word name: String) {
    switch name {
    case "decimalEnclosedCircleChinese": self = .decimalEnclosedCircle
    case "decimalFullWidth2": self = .decimalFullWidth
    case "chineseCountingThousand", "taiwaneseCounting", "taiwaneseCountingThousand":
      self = .chineseCounting
    case "japaneseDigitalTenThousand", "taiwaneseDigital": self = .ideographDigital
    default: self = Self(rawValue: name) ?? .decimal
    }
  }

  /// The format that OpenDocument calls so (ODF 1.3, 19.502): the first number, or the first three.
  ///
  /// - Parameters:
  ///   - name: The value of `style:num-format`.
  ///   - repeatsLetters: Whether `z` is followed by `aa` and that by `bb`.
  init(openDocument name: String, repeatsLetters: Bool) {
    self =
      switch name.prefix(while: { $0 != "," }) {
      case "": .none
      case "a": repeatsLetters ? .lowerLetter : .lowerLetterPlaces
      case "A": repeatsLetters ? .upperLetter : .upperLetterPlaces
      case "i": .lowerRoman
      case "I": .upperRoman
      case "01": .decimalZero
      case "１": .decimalFullWidth
      case "①": .decimalEnclosedCircle
      case "一": .chineseCounting
      case "壹": name.hasPrefix("壹, 貳") ? .ideographLegalTraditional : .chineseLegalSimplified
      case "壱": .japaneseLegal
      case "甲": .ideographTraditional
      case "子": .ideographZodiac
      case "ア": .aiueoFullWidth
      case "ｱ": .aiueo
      case "イ": .irohaFullWidth
      case "ｲ": .iroha
      case "가": .ganada
      case "ㄱ": .chosung
      case "일": .koreanDigital
      default: .decimal
      }
  }
}
