/// The formats in which Word writes the numbers of a list (ISO/IEC 29500-1, 17.18.59).
enum CountingFormat {
  /// A number as it is written; in digits where the format has no word for it, or is not known.
  static func text(_ number: Int, as format: String) -> [Unicode.Scalar] {
    let text: String? =
      switch format {
      case "none", "bullet": ""
      case "decimalZero": number < 10 ? "0\(number)" : nil
      case "lowerLetter": letters(number, from: "a")
      case "upperLetter": letters(number, from: "A")
      case "lowerRoman": roman(number)?.lowercased()
      case "upperRoman": roman(number)
      case "decimalEnclosedCircle", "decimalEnclosedCircleChinese": sign(number, from: 0x2460, 20)
      case "decimalFullWidth", "decimalFullWidth2": fullWidth(number)
      case "chineseCounting", "chineseCountingThousand", "taiwaneseCounting",
        "taiwaneseCountingThousand":
        counting(number, isJapanese: false)
      case "japaneseCounting": counting(number, isJapanese: true)
      case "ideographDigital", "japaneseDigitalTenThousand", "taiwaneseDigital":
        String(String(number).compactMap { $0.wholeNumberValue.map { digits[$0] } })
      case "ideographTraditional": element(number, of: Array("甲乙丙丁戊己庚辛壬癸"))
      case "ideographZodiac": element(number, of: Array("子丑寅卯辰巳午未申酉戌亥"))
      default: nil
      }
    return Array((text ?? String(number)).unicodeScalars)
  }

  private static let digits = Array("〇一二三四五六七八九")

  private static func element(_ number: Int, of signs: [Character]) -> String? {
    (1...signs.count).contains(number) ? String(signs[number - 1]) : nil
  }

  private static func sign(_ number: Int, from first: UInt32, _ count: Int) -> String? {
    guard (1...count).contains(number) else { return nil }
    return Unicode.Scalar(first + UInt32(number) - 1).map { String($0) }
  }

  private static func fullWidth(_ number: Int) -> String {
    String(
      String.UnicodeScalarView(
        String(number).unicodeScalars.compactMap { Unicode.Scalar($0.value + 0xFEE0) }))
  }

  /// `z` is followed by `aa`, and that by `bb`.
  private static func letters(_ number: Int, from first: Unicode.Scalar) -> String? {
    guard (1...780).contains(number) else { return nil }
    let letter = Unicode.Scalar(first.value + UInt32((number - 1) % 26))
    return letter.map { String(repeating: String($0), count: (number - 1) / 26 + 1) }
  }

  private static func roman(_ number: Int) -> String? {
    guard (1...3_999).contains(number) else { return nil }
    let ones = ["", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX"]
    let tens = ["", "X", "XX", "XXX", "XL", "L", "LX", "LXX", "LXXX", "XC"]
    let hundreds = ["", "C", "CC", "CCC", "CD", "D", "DC", "DCC", "DCCC", "CM"]
    return String(repeating: "M", count: number / 1_000) + hundreds[number / 100 % 10]
      + tens[number / 10 % 10] + ones[number % 10]
  }

  /// `十二`, `二十`, `一百零五`; in Japanese `百五`.
  private static func counting(_ number: Int, isJapanese: Bool) -> String? {
    guard (0...9_999).contains(number) else { return nil }
    if number == 0 { return isJapanese ? "〇" : "零" }
    var text = ""
    var skipsZero = false
    for (unit, name) in [(1_000, "千"), (100, "百"), (10, "十"), (1, "")] {
      let digit = number / unit % 10
      guard digit > 0 else {
        skipsZero = !text.isEmpty
        continue
      }
      if skipsZero, !isJapanese { text += "零" }
      skipsZero = false
      let isBare = digit == 1 && unit > 1 && (isJapanese || unit == 10 && text.isEmpty)
      text += (isBare ? "" : String(digits[digit])) + name
    }
    return text
  }
}
