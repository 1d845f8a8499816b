extension TextEncoding {
  /// The encoding of some bytes: what the byte-order mark says, or else the first of UTF-8, UTF-16, the
  /// encodings of East Asia and the Western European one that the bytes fit.
  ///
  /// Those of other alphabets have nothing by which they are told apart, and must be given.
  ///
  /// - Returns: `nil` if the bytes look like none of them.
  static func detected(in bytes: [UInt8]) -> TextEncoding? {
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { return .utf8 }
    if bytes.starts(with: [0xFF, 0xFE]) { return .utf16LittleEndian }
    if bytes.starts(with: [0xFE, 0xFF]) { return .utf16BigEndian }
    if !bytes.contains(0), String(validating: bytes, as: UTF8.self) != nil { return .utf8 }
    for encoding in [TextEncoding.utf16LittleEndian, .utf16BigEndian]
    where looksLikeUTF16(bytes, encoding) {
      return encoding
    }
    if bytes.contains(0) || isBrokenUTF8(bytes) { return nil }
    return simplifiedOrEUC(bytes)
      ?? (looksLikeBig5(bytes) ? .big5 : looksLikeShiftJIS(bytes) ? .shiftJIS : nil)
      ?? (looksLikeWindows1252(bytes) ? .windows1252 : nil)
  }

  /// Whether more characters of several bytes fit UTF-8 than don't: a few bytes were lost on the way, and
  /// no other encoding would make sense of the rest.
  private static func isBrokenUTF8(_ bytes: [UInt8]) -> Bool {
    var (right, wrong, index) = (0, 0, 0)
    while index < bytes.count {
      if bytes[index] < 0x80 {
        index += 1
      } else if let length = utf8Length(bytes, at: index) {
        right += 1
        index += length
      } else {
        wrong += 1
        index += 1
      }
    }
    return right > wrong
  }

  /// UTF-16 without a mark is believed if there is a zero byte, as every line end and digit has one,
  /// and at least nine in ten of its characters are of the sort that plans are made of.
  private static func looksLikeUTF16(_ bytes: [UInt8], _ encoding: TextEncoding) -> Bool {
    guard bytes.count >= 4, bytes.count.isMultiple(of: 2), bytes.contains(0),
      let decoded = try? encoding.decode(Array(bytes.prefix(65_536)), skipping: 0)
    else { return false }
    let plausible = decoded.scalars.count { isPlausible($0) }
    return plausible * 10 >= decoded.scalars.count * 9
  }

  private static func isPlausible(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x09, 0x0A, 0x0D, 0x20...0x7E, 0xA0...0x24F, 0x2010...0x203F, 0x3000...0x30FF,
      0x4E00...0x9FFF, 0xFF01...0xFF65:
      true
    default: false
    }
  }

  /// The characters of two bytes, for what they tell of a text.
  ///
  /// - Returns: `nil` if the bytes don't fit the encoding.
  private static func pairs(
    _ bytes: [UInt8], as encoding: TextEncoding, _ look: (_ lead: UInt8, _ trail: UInt8) -> Void
  ) -> Int? {
    var count = 0
    var index = 0
    while index < bytes.count {
      let length = encoding.characterLength(bytes, at: index)
      guard length > 0 else { return nil }
      if length == 2 {
        count += 1
        look(bytes[index], bytes[index + 1])
      }
      index += length
    }
    return count > 0 ? count : nil
  }

  /// In Chinese text nearly all two-byte characters of GB 18030 are punctuation or the 3,755 common
  /// characters of GB 2312 (lead bytes A1–A9 and B0–D7, trail from A1); in Big5 or Shift JIS read
  /// as GB 18030 they are not.
  ///
  /// Those of Japan and Korea take the same bytes in EUC. There the kana fill the rows A4 and A5; and
  /// the syllables of Korea end with C8, where Chinese goes on to D7.
  private static func simplifiedOrEUC(_ bytes: [UInt8]) -> TextEncoding? {
    var (common, kana, early, late) = (0, 0, 0, 0)
    let count = pairs(bytes, as: .gb18030) { lead, trail in
      guard trail >= 0xA1 else { return }
      switch lead {
      case 0xA4, 0xA5: (kana, common) = (kana + 1, common + 1)
      case 0xA1...0xA9: common += 1
      case 0xB0...0xC8: (early, common) = (early + 1, common + 1)
      case 0xC9...0xD7: (late, common) = (late + 1, common + 1)
      default: break
      }
    }
    guard let count, common * 10 >= count * 7 else { return nil }
    if kana * 5 > count { return .eucJP }
    return early >= 20 && late * 20 < early ? .eucKR : .gb18030
  }

  /// Nearly all characters of a text in Big5 are punctuation (A1–A3) or the 5,401 common ones (A4–C6).
  private static func looksLikeBig5(_ bytes: [UInt8]) -> Bool {
    var common = 0
    let count = pairs(bytes, as: .big5) { lead, trail in
      let isTrail = (0x40...0x7E).contains(trail) || (0xA1...0xFE).contains(trail)
      if isTrail, (0xA1...0xC6).contains(lead) { common += 1 }
    }
    return count.map { common * 10 >= $0 * 9 } ?? false
  }

  /// In Japanese text one character in five is kana (82 and 83), and most others are of the first level
  /// (88–97).
  private static func looksLikeShiftJIS(_ bytes: [UInt8]) -> Bool {
    var (common, kana) = (0, 0)
    let count = pairs(bytes, as: .shiftJIS) { lead, _ in
      switch lead {
      case 0x82, 0x83: (kana, common) = (kana + 1, common + 1)
      case 0x81, 0x88...0x97: common += 1
      default: break
      }
    }
    return count.map { common * 10 >= $0 * 9 && kana * 5 >= $0 } ?? false
  }

  /// In Western European text bytes from C0 on are letters, few, and beside letters of ASCII but for
  /// `à` and its like; those below are signs that stand beside letters only as the apostrophe and the hyphens do.
  private static func looksLikeWindows1252(_ bytes: [UInt8]) -> Bool {
    func isLetter(_ index: Int) -> Bool {
      bytes.indices.contains(index) && (bytes[index] & 0xDF).isASCIILetter
    }
    var (letters, beside, signs, inside, ascii) = (0, 0, 0, 0, 0)
    for (index, byte) in bytes.enumerated() {
      switch byte {
      case 0x41...0x5A, 0x61...0x7A: ascii += 1
      case 0xC0...0xD6, 0xD8...0xF6, 0xF8...0xFF:
        letters += 1
        if isLetter(index - 1) || isLetter(index + 1) { beside += 1 }
      case 0x81, 0x8D, 0x8F, 0x90, 0x9D: return false
      case 0x91...0x97, 0x9C, 0xA0, 0xAD, 0xB7, 0xAA, 0xBA: signs += 1
      case 0x80...0xBF, 0xD7, 0xF7:
        signs += 1
        if isLetter(index - 1), isLetter(index + 1) { inside += 1 }
      default: break
      }
    }
    return letters + signs > 0 && letters * 3 <= ascii && beside * 10 >= letters * 7
      && inside * 50 <= letters + signs
  }
}

extension UInt8 {
  fileprivate var isASCIILetter: Bool { (0x41...0x5A).contains(self) }
}
