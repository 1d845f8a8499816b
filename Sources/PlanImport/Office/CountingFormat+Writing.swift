internal import PlanModel

extension CountingFormat {
  /// A number as it is written; in digits where the format has no word for it.
  func text(_ number: Int) -> [Unicode.Scalar] {
    let text: String? =
      switch self {
      case .none, .bullet: ""
      case .decimal: nil
      case .decimalZero: number < 10 ? "0\(number)" : nil
      case .decimalFullWidth: Self.fullWidth(number)
      case .decimalEnclosedCircle: Self.sign(number, from: 0x2460, 20)
      case .lowerLetter: Self.letters(number, from: "a")
      case .upperLetter: Self.letters(number, from: "A")
      case .lowerLetterPlaces: Self.letterPlaces(number, from: "a")
      case .upperLetterPlaces: Self.letterPlaces(number, from: "A")
      case .lowerRoman: Self.roman(number)?.lowercased()
      case .upperRoman: Self.roman(number)
      case .chineseCounting: Self.counting(number, isJapanese: false)
      case .chineseLegalSimplified: Self.legal(number, as: "零壹贰叁肆伍陆柒捌玖拾佰仟")
      case .ideographLegalTraditional: Self.legal(number, as: "零壹貳參肆伍陸柒捌玖拾佰仟")
      case .japaneseLegal: Self.legal(number, as: "零壱弐参四伍六七八九拾百阡")
      case .japaneseCounting: Self.counting(number, isJapanese: true)
      case .ideographDigital: Self.digits(number, as: "〇一二三四五六七八九")
      case .koreanDigital: Self.digits(number, as: "영일이삼사오육칠팔구")
      case .ideographTraditional: Self.element(number, of: "甲乙丙丁戊己庚辛壬癸")
      case .ideographZodiac: Self.element(number, of: "子丑寅卯辰巳午未申酉戌亥")
      case .aiueoFullWidth:
        Self.element(number, of: "アイウエオカキクケコサシスセソタチツテトナニヌネノハヒフヘホマミムメモヤユヨラリルレロワヲン")
      case .aiueo: Self.element(number, of: "ｱｲｳｴｵｶｷｸｹｺｻｼｽｾｿﾀﾁﾂﾃﾄﾅﾆﾇﾈﾉﾊﾋﾌﾍﾎﾏﾐﾑﾒﾓﾔﾕﾖﾗﾘﾙﾚﾛﾜｦﾝ")
      case .irohaFullWidth:
        Self.element(number, of: "イロハニホヘトチリヌルヲワカヨタレソツネナラムウヰノオクヤマケフコエテアサキユメミシヱヒモセスン")
      case .iroha: Self.element(number, of: "ｲﾛﾊﾆﾎﾍﾄﾁﾘﾇﾙｦﾜｶﾖﾀﾚｿﾂﾈﾅﾗﾑｳヰﾉｵｸﾔﾏｹﾌｺｴﾃｱｻｷﾕﾒﾐｼヱﾋﾓｾｽﾝ")
      case .ganada: Self.element(number, of: "가나다라마바사아자차카타파하")
      case .chosung: Self.element(number, of: "ㄱㄴㄷㄹㅁㅂㅅㅇㅈㅊㅋㅌㅍㅎ")
      }
    return Array((text ?? String(number)).unicodeScalars)
  }

  private static func digits(_ number: Int, as signs: String) -> String {
    let signs = Array(signs)
    return String(String(number).compactMap { $0.wholeNumberValue.map { signs[$0] } })
  }

  /// The numbers as cheques have them, which cannot be altered: `壹拾贰`.
  private static func legal(_ number: Int, as signs: String) -> String? {
    let plain = Array("零一二三四五六七八九十百千")
    let safe = Array(signs)
    guard let text = counting(number, isJapanese: false) else { return nil }
    let whole = (10..<20).contains(number) ? "一" + text : text
    return String(whole.map { sign in plain.firstIndex(of: sign).map { safe[$0] } ?? sign })
  }

  private static func element(_ number: Int, of signs: String) -> String? {
    let signs = Array(signs)
    return (1...signs.count).contains(number) ? String(signs[number - 1]) : nil
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

  private static func letterPlaces(_ number: Int, from first: Unicode.Scalar) -> String? {
    guard (1...32_767).contains(number) else { return nil }
    var letters: [Unicode.Scalar] = []
    var rest = number
    while rest > 0 {
      rest -= 1
      if let letter = Unicode.Scalar(first.value + UInt32(rest % 26)) { letters.append(letter) }
      rest /= 26
    }
    return String(scalars: letters.reversed())
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
    let digits = Array("〇一二三四五六七八九")
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
