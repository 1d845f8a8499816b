/// The encodings in which a source may arrive.
public enum TextEncoding: String, Sendable, Hashable, CaseIterable {
  /// UTF-8, with a byte-order mark or without.
  case utf8 = "UTF-8"
  /// UTF-16 with the less significant byte first.
  case utf16LittleEndian = "UTF-16LE"
  /// UTF-16 with the more significant byte first.
  case utf16BigEndian = "UTF-16BE"
  /// GB 18030-2005, which contains GB 2312 and GBK.
  case gb18030 = "GB18030"
  /// Big5, of Taiwan and Hong Kong.
  case big5 = "Big5"
  /// Shift JIS with the additions of Windows, of Japan.
  case shiftJIS = "Shift_JIS"
  /// EUC, of Japan.
  case eucJP = "EUC-JP"
  /// EUC with the additions of Windows, of Korea.
  case eucKR = "EUC-KR"
  /// Western European of Windows, which contains ISO 8859-1.
  case windows1252 = "windows-1252"
  /// Western European with the sign of the euro.
  case iso885915 = "ISO-8859-15"
  /// Central European of Windows.
  case windows1250 = "windows-1250"
  /// Central European.
  case iso88592 = "ISO-8859-2"
  /// Cyrillic of Windows.
  case windows1251 = "windows-1251"
  /// Cyrillic of Unix and of mail.
  case koi8R = "KOI8-R"
  /// Greek of Windows.
  case windows1253 = "windows-1253"
  /// Turkish of Windows, which contains ISO 8859-9.
  case windows1254 = "windows-1254"

  /// Other names of the encodings, those of the Encoding Standard (WHATWG) that are met with, without
  /// hyphens.
  private static let aliases: [String: TextEncoding] = [
    "UTF16": .utf16LittleEndian, "ASCII": .utf8, "USASCII": .utf8, "GBK": .gb18030,
    "GB2312": .gb18030, "CP936": .gb18030, "XGBK": .gb18030, "BIG5HKSCS": .big5, "CP950": .big5,
    "SJIS": .shiftJIS, "CP932": .shiftJIS, "WINDOWS31J": .shiftJIS, "XSJIS": .shiftJIS,
    "CP949": .eucKR, "UHC": .eucKR, "KSC56011987": .eucKR, "KSC5601": .eucKR,
    "ISO88591": .windows1252, "LATIN1": .windows1252, "CP1252": .windows1252,
    "LATIN9": .iso885915, "CP1250": .windows1250, "LATIN2": .iso88592, "CP1251": .windows1251,
    "CP1253": .windows1253, "ISO88599": .windows1254, "LATIN5": .windows1254,
    "CP1254": .windows1254,
  ]

  /// The encoding of a name, as pages and people write it: `utf8`, `GBK`, `iso-8859-1`.
  ///
  /// - Parameter name: A name in any case, with hyphens or without.
  /// - Returns: `nil` if no encoding that is read has the name.
  public static func named(_ name: String) -> TextEncoding? {
    func key(_ name: String) -> String {
      name.uppercased().filter { $0 != "-" && $0 != "_" && $0 != " " }
    }
    return aliases[key(name)] ?? allCases.first { key($0.rawValue) == key(name) }
  }

  /// Whether some bytes begin with a byte-order mark.
  static func hasMark(_ bytes: [UInt8]) -> Bool {
    allCases.contains { !$0.byteOrderMark.isEmpty && bytes.starts(with: $0.byteOrderMark) }
  }

  /// The mark that may stand before a text; none in encodings that have no such character.
  var byteOrderMark: [UInt8] {
    switch self {
    case .utf8: [0xEF, 0xBB, 0xBF]
    case .utf16LittleEndian: [0xFF, 0xFE]
    case .utf16BigEndian: [0xFE, 0xFF]
    case .gb18030: [0x84, 0x31, 0x95, 0x33]
    default: []
    }
  }

  /// The name by which the C library converts the encoding.
  var converterName: String {
    switch self {
    case .shiftJIS: "CP932"
    case .eucKR: "CP949"
    case .windows1250, .windows1251, .windows1252, .windows1253, .windows1254:
      "CP" + rawValue.suffix(4)
    default: rawValue
    }
  }

  /// The number of bytes of the character at an index, or 0 if there is none.
  func characterLength(_ bytes: [UInt8], at index: Int) -> Int {
    let lead = bytes[index]
    if lead < 0x80 { return 1 }
    let length: Int
    switch self {
    case .gb18030: return Self.gb18030Length(bytes, at: index)
    case .big5, .eucKR: length = lead == 0x80 || lead == 0xFF ? 0 : 2
    case .eucJP: length = lead == 0x8F ? 3 : 2
    case .shiftJIS: length = (0xA0...0xDF).contains(lead) || lead == 0x80 || lead > 0xFC ? 1 : 2
    default: length = 1
    }
    return index + length <= bytes.count ? length : 0
  }

  /// The number of bytes of the character at an index, or 0 if there is none.
  private static func gb18030Length(_ bytes: [UInt8], at index: Int) -> Int {
    guard bytes[index] >= 0x80 else { return 1 }
    guard bytes[index] != 0x80, bytes[index] != 0xFF, index + 1 < bytes.count else { return 0 }
    switch bytes[index + 1] {
    case 0x40...0x7E, 0x80...0xFE: return 2
    case 0x30...0x39:
      guard index + 3 < bytes.count, (0x81...0xFE).contains(bytes[index + 2]),
        (0x30...0x39).contains(bytes[index + 3])
      else { return 0 }
      return 4
    default: return 0
    }
  }
}
