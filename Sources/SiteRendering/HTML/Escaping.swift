import PlanModel

extension [UInt8] {
  /// Adds text with the characters escaped that mean something to HTML, in text and in a quoted
  /// attribute alike.
  mutating func appendEscaped(_ text: String) {
    if text.utf8Span.span.hasNothingToEscape {
      append(contentsOf: text.utf8)
    } else {
      reserveCapacity(count + text.utf8.count + 16)
      for scalar in text.unicodeScalars { appendEscaped(scalar) }
    }
  }

  /// Adds text given in UTF-8.
  mutating func appendEscaped(_ text: ArraySlice<UInt8>) {
    if text.span.hasNothingToEscape {
      append(contentsOf: text)
    } else {
      appendEscaped(String(decoding: text, as: UTF8.self))
    }
  }

  /// Adds text given as scalars.
  mutating func appendEscaped(_ scalars: ArraySlice<Unicode.Scalar>) {
    reserveCapacity(count + 3 * scalars.count)
    for scalar in scalars { appendEscaped(scalar) }
  }

  private mutating func appendEscaped(_ scalar: Unicode.Scalar) {
    switch scalar {
    case "&": append(contentsOf: "&amp;".utf8)
    case "<": append(contentsOf: "&lt;".utf8)
    case ">": append(contentsOf: "&gt;".utf8)
    case "\"": append(contentsOf: "&quot;".utf8)
    case "'": append(contentsOf: "&#39;".utf8)
    default: append(utf8Of: scalar.isTreacherous ? "\u{FFFD}" : scalar)
    }
  }
}

extension Span<UInt8> {
  /// Whether no byte begins a character that is escaped or replaced; some bytes that lead to harmless
  /// characters too say no.
  fileprivate var hasNothingToEscape: Bool {
    // Eight bytes at a time: of a site's bytes hardly any needs a second look.
    var index = 0
    while index + 8 <= count {
      let word = unsafe bytes.unsafeLoadUnaligned(fromByteOffset: index, as: UInt64.self)
      if word.mayNeedEscaping, !hasNothingToEscape(in: index..<index + 8) { return false }
      index += 8
    }
    return hasNothingToEscape(in: index..<count)
  }

  private func hasNothingToEscape(in range: Range<Int>) -> Bool {
    for index in range {
      switch self[index] {
      case 0x00...0x08, 0x0B, 0x0C, 0x0E...0x1F, 0x22, 0x26, 0x27, 0x3C, 0x3E, 0x7F: return false
      // The first byte of U+0080 to U+00BF.
      case 0xC2: return false
      // The first byte of U+202A…U+202E and U+2066…U+2069, but of the common quotation marks too.
      case 0xE2 where index + 2 < count:
        let (second, third) = (self[index + 1], self[index + 2])
        if second == 0x80, (0xAA...0xAE).contains(third) { return false }
        if second == 0x81, (0xA6...0xA9).contains(third) { return false }
      default: break
      }
    }
    return true
  }
}

/// Eight bytes in a number, looked at all at once (Warren, *Hacker's Delight*, 2nd edition, 6-1).
extension UInt64 {
  /// Whether any of the bytes is one of those that are looked at closely.
  fileprivate var mayNeedEscaping: Bool {
    let found =
      below0x20 | equal(to: 0x22) | equal(to: 0x7F)
      // 0x26 and 0x27, 0x3C and 0x3E, 0xC2 and 0xE2 differ in one bit each.
      | (self & Self.each(0xFE)).equal(to: 0x26) | (self & Self.each(0xFD)).equal(to: 0x3C)
      | (self & Self.each(0xDF)).equal(to: 0xC2)
    return found != 0
  }

  /// A byte eight times.
  private static func each(_ byte: UInt64) -> UInt64 { byte &* 0x0101_0101_0101_0101 }

  /// The highest bit of each byte that is less than 0x20, and perhaps of bytes above such a one.
  private var below0x20: UInt64 { (self &- Self.each(0x20)) & ~self & Self.each(0x80) }

  /// The highest bit of each byte that is this one, and perhaps of bytes above such a one.
  private func equal(to byte: UInt64) -> UInt64 {
    let difference = self ^ Self.each(byte)
    return (difference &- Self.each(0x01)) & ~difference & Self.each(0x80)
  }
}

extension Unicode.Scalar {
  /// Whether the scalar is a control character, which HTML forbids, or turns the direction of writing.
  var isTreacherous: Bool {
    switch self {
    case "\t", "\n", "\r": false
    case "\u{0}"..."\u{1F}", "\u{7F}"..."\u{9F}": true
    default: directsWriting
    }
  }
}
