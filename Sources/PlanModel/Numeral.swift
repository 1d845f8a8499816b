/// Numbers as they are written in number marks.
public enum Numeral {
  /// The value of a Chinese or Arabic numeral such as `十二`, `一百零五`, `二〇三五` or `12`.
  ///
  /// - Parameter scalars: Digits alone; full-width digits count as digits.
  /// - Returns: `nil` if a scalar is no digit or the number is above 9,999,999.
  public static func value(of scalars: some Collection<Unicode.Scalar>) -> Int? {
    guard !scalars.isEmpty else { return nil }
    if let positional = positionalValue(of: scalars) { return positional }
    var total = 0
    var digit: Int?
    for scalar in scalars {
      if let unit = unit(scalar) {
        total += (digit ?? 1) * unit
        digit = nil
      } else if let value = self.digit(scalar) {
        // 一百零五: the zero only holds a place.
        guard digit == nil || digit == 0 else { return nil }
        digit = value
      } else {
        return nil
      }
    }
    return total + (digit ?? 0)
  }

  /// Whether a scalar can stand in a Chinese or Arabic numeral.
  public static func isDigit(_ scalar: Unicode.Scalar) -> Bool {
    digit(scalar) != nil || unit(scalar) != nil
  }

  /// The value of a Roman numeral such as `IV` or `xii`, or `nil` if it is none.
  public static func romanValue(of scalars: some Collection<Unicode.Scalar>) -> Int? {
    guard !scalars.isEmpty, scalars.count <= 15 else { return nil }
    var total = 0
    var last = 0
    for scalar in scalars.reversed() {
      guard let value = roman[scalar] else { return nil }
      total += value < last ? -value : value
      last = max(last, value)
    }
    return romanText(total) == String(scalars: scalars).uppercased() ? total : nil
  }

  private static func positionalValue(of scalars: some Collection<Unicode.Scalar>) -> Int? {
    guard scalars.count <= 7 else { return nil }
    var value = 0
    for scalar in scalars {
      guard let digit = digit(scalar) else { return nil }
      value = value * 10 + digit
    }
    return value
  }

  private static func digit(_ scalar: Unicode.Scalar) -> Int? {
    switch scalar {
    case "0"..."9": Int(scalar.value - 0x30)
    case "\u{FF10}"..."\u{FF19}": Int(scalar.value - 0xFF10)
    // U+25CB is written for U+3007 in many papers.
    case "〇", "○", "零": 0
    case "一", "壹": 1
    case "二", "两", "贰": 2
    case "三", "叁": 3
    case "四", "肆": 4
    case "五", "伍": 5
    case "六", "陆": 6
    case "七", "柒": 7
    case "八", "捌": 8
    case "九", "玖": 9
    default: nil
    }
  }

  private static func unit(_ scalar: Unicode.Scalar) -> Int? {
    switch scalar {
    case "十", "拾": 10
    case "百", "佰": 100
    case "千", "仟": 1000
    default: nil
    }
  }

  private static let roman: [Unicode.Scalar: Int] = [
    "I": 1, "V": 5, "X": 10, "L": 50, "C": 100, "D": 500, "M": 1000,
    "i": 1, "v": 5, "x": 10, "l": 50, "c": 100, "d": 500, "m": 1000,
  ]

  private static func romanText(_ value: Int) -> String {
    let steps = [
      (1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"), (50, "L"),
      (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"),
    ]
    var rest = value
    var text = ""
    for (step, letters) in steps {
      while rest >= step {
        text += letters
        rest -= step
      }
    }
    return text
  }
}
