internal import Glibc

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

  /// The encoding of a name, as pages and people write it: `utf8`, `GBK`, `gb2312`.
  ///
  /// - Parameter name: A name in any case, with hyphens or without.
  /// - Returns: `nil` if no encoding that is read has the name.
  public static func named(_ name: String) -> TextEncoding? {
    let wanted = name.uppercased().filter { $0 != "-" && $0 != "_" && $0 != " " }
    let aliases = [
      "GBK": "GB18030", "GB2312": "GB18030", "CP936": "GB18030", "XGBK": "GB18030",
      "UTF16": "UTF16LE", "USASCII": "UTF8", "ASCII": "UTF8",
    ]
    return allCases.first { $0.rawValue.filter { $0 != "-" } == aliases[wanted] ?? wanted }
  }

  /// Whether some bytes begin with a byte-order mark.
  static func hasMark(_ bytes: [UInt8]) -> Bool {
    allCases.contains { bytes.starts(with: $0.byteOrderMark) }
  }

  /// The encoding of some bytes: what the byte-order mark says, or else the first of UTF-8, UTF-16
  /// and GB 18030 that the bytes fit.
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
    return looksLikeGB18030(bytes) ? .gb18030 : nil
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

  /// In Chinese text nearly all two-byte characters of GB 18030 are punctuation or the 3,755 common
  /// characters of GB 2312 (lead bytes A1–A9 and B0–D7, trail from A1); in Big5 or Shift JIS read
  /// as GB 18030 they are not.
  private static func looksLikeGB18030(_ bytes: [UInt8]) -> Bool {
    var pairs = 0
    var common = 0
    var index = 0
    while index < bytes.count {
      let length = gb18030Length(bytes, at: index)
      guard length > 0, bytes[index] != 0 else { return false }
      if length == 2 {
        pairs += 1
        let lead = bytes[index]
        let isCommon = (0xA1...0xA9).contains(lead) || (0xB0...0xD7).contains(lead)
        if isCommon, bytes[index + 1] >= 0xA1 { common += 1 }
      }
      index += length
    }
    return pairs > 0 && common * 10 >= pairs * 7
  }

  /// The number of bytes of the character at an index, or 0 if there is none.
  static func gb18030Length(_ bytes: [UInt8], at index: Int) -> Int {
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
