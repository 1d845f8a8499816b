extension JSONReader {
  /// Reads a string.
  ///
  /// - Throws: A ``Fault`` if what comes is none, or holds half of a surrogate pair.
  public mutating func text() throws(Fault) -> String {
    blanks()
    guard take("\"") else { throw fault("a string") }
    let start = place
    var isASCII = true
    while place < bytes.count {
      switch bytes[place] {
      case UInt8(ascii: "\""):
        // What is all ASCII, as most names and identifiers are, can't be wrong.
        let text =
          isASCII
          ? String(decoding: bytes[start..<place], as: UTF8.self)
          : String(validating: bytes[start..<place], as: UTF8.self)
        guard let text else { throw Fault(byte: start, expected: "text in UTF-8") }
        place += 1
        return text
      case UInt8(ascii: "\\"): return try escapedText(from: start)
      case 0..<0x20: throw fault("no control character in a string")
      case 0x80...:
        isASCII = false
        place += 1
      default: place += 1
      }
    }
    throw fault("‘\"’ at the end of the string")
  }
}

extension JSONReader {
  /// Reads the rest of a string from its first backslash on.
  private mutating func escapedText(from start: Int) throws(Fault) -> String {
    var text = Array(bytes[start..<place])
    while place < bytes.count {
      let byte = bytes[place]
      place += 1
      switch byte {
      case UInt8(ascii: "\""):
        guard let valid = String(validating: text, as: UTF8.self) else {
          throw Fault(byte: start, expected: "text in UTF-8")
        }
        return valid
      case UInt8(ascii: "\\"):
        text.append(utf8Of: try escaped())
      case 0..<0x20:
        place -= 1
        throw fault("no control character in a string")
      default: text.append(byte)
      }
    }
    throw fault("‘\"’ at the end of the string")
  }

  private mutating func escaped() throws(Fault) -> Unicode.Scalar {
    let start = place - 1
    guard place < bytes.count else { throw fault("a character behind ‘\\’") }
    place += 1
    switch bytes[place - 1] {
    case UInt8(ascii: "\""): return "\""
    case UInt8(ascii: "\\"): return "\\"
    case UInt8(ascii: "/"): return "/"
    case UInt8(ascii: "b"): return "\u{8}"
    case UInt8(ascii: "f"): return "\u{C}"
    case UInt8(ascii: "n"): return "\n"
    case UInt8(ascii: "r"): return "\r"
    case UInt8(ascii: "t"): return "\t"
    case UInt8(ascii: "u"):
      let first = try unit()
      if let scalar = Unicode.Scalar(first) { return scalar }
      if (0xD800..<0xDC00).contains(first), take("\\"), take("u") {
        let second = try unit()
        if (0xDC00..<0xE000).contains(second),
          let scalar = Unicode.Scalar(0x10000 + (first - 0xD800) << 10 + (second - 0xDC00))
        {
          return scalar
        }
      }
      throw Fault(byte: start, expected: "both halves of a surrogate pair")
    default: throw Fault(byte: start, expected: "an escape that JSON has")
    }
  }

  /// Four hexadecimal digits.
  private mutating func unit() throws(Fault) -> UInt32 {
    var unit: UInt32 = 0
    for _ in 0..<4 {
      guard place < bytes.count, let value = Self.hexadecimal(bytes[place]) else {
        throw fault("four hexadecimal digits")
      }
      unit = unit << 4 | UInt32(value)
      place += 1
    }
    return unit
  }

  private static func hexadecimal(_ byte: UInt8) -> UInt8? {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): byte - UInt8(ascii: "0")
    case UInt8(ascii: "a")...UInt8(ascii: "f"): byte - UInt8(ascii: "a") + 10
    case UInt8(ascii: "A")...UInt8(ascii: "F"): byte - UInt8(ascii: "A") + 10
    default: nil
    }
  }
}
