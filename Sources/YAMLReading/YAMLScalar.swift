/// How a text is written as a scalar of YAML 1.1, so that every reader of YAML takes it for that text.
///
/// What another reader would take for a number, a day, a truth value or nothing is put in quotation
/// marks, although our own reader takes every value for text.
package enum YAMLScalar {
  /// Where a scalar stands.
  package enum Context {
    /// On a line of its own, behind its key.
    case block
    /// Between brackets or braces.
    case flow
  }

  /// The text on one line, plain if it can be, or else in quotation marks.
  package static func line(_ text: String, in context: Context) -> String {
    !isTyped(text) && isPlain(text, in: context) ? text : quoted(text)
  }

  /// The text as a key: nobody takes a key for a number or a truth value.
  package static func key(_ text: String) -> String {
    isPlain(text, in: .flow) ? text : quoted(text)
  }

  /// Whether a text may stand as the lines of a literal block (`|`) without an indentation mark.
  ///
  /// - Parameter text: The text without its last line feed.
  /// - Returns: Whether every reader of YAML would read it back.
  package static func isLiteral(_ text: String) -> Bool {
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    guard lines.count > 1, lines.first?.isEmpty == false, lines.last?.isEmpty == false else {
      return false
    }
    return lines.first?.first != " "
      && lines.allSatisfy { line in
        line.last != " " && line.unicodeScalars.allSatisfy { $0 != "\t" && isPrinted($0) }
      }
  }

  private static func isPlain(_ text: String, in context: Context) -> Bool {
    let scalars = Array(text.unicodeScalars)
    guard let first = scalars.first, let last = scalars.last, first != " ", last != " " else {
      return false
    }
    guard !"-?:,[]{}#&*!|>'\"%@`=<".unicodeScalars.contains(first) else {
      return false
    }
    for (index, scalar) in scalars.enumerated() {
      guard isPrinted(scalar), scalar != "\t" else { return false }
      switch scalar {
      case ":":
        let isEnd = index + 1 == scalars.count || scalars[index + 1] == " "
        if isEnd || context == .flow { return false }
      case "#": if index > 0, scalars[index - 1] == " " { return false }
      case ",", "[", "]", "{", "}": if context == .flow { return false }
      default: break
      }
    }
    return true
  }

  /// Whether YAML 1.1 or 1.2 has a type of its own for the text, or may have: what begins like a
  /// number is one for some readers.
  private static func isTyped(_ text: String) -> Bool {
    if let first = text.utf8.first {
      let isDigit = (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(first)
      let digits = text.utf8.allSatisfy { byte in
        (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
          || "+-._:eExXoabcdfABCDFTZ/ ".utf8.contains(byte)
      }
      if isDigit || first == UInt8(ascii: "+") || first == UInt8(ascii: "."), digits { return true }
    }
    return words.contains(text.lowercased())
  }

  private static let words: Set<String> = [
    "null", "~", "true", "false", "yes", "no", "on", "off", "y", "n", ".nan", ".inf",
  ]

  /// Section 5.1 of YAML 1.1: what may stand in a file as it is; line ends and the byte order mark
  /// are left out.
  private static func isPrinted(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x09, 0x20...0x7E, 0xA0...0x2027, 0x202A...0xD7FF, 0xE000...0xFEFE, 0xFF00...0xFFFD,
      0x10000...0x10FFFF:
      true
    default: false
    }
  }

  private static func quoted(_ text: String) -> String {
    var result = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": result += "\\\""
      case "\\": result += "\\\\"
      case "\n": result += "\\n"
      case "\t": result += "\\t"
      default:
        if isPrinted(scalar) {
          result.unicodeScalars.append(scalar)
        } else {
          let digits = String(scalar.value, radix: 16, uppercase: true)
          result += "\\U" + String(repeating: "0", count: 8 - digits.count) + digits
        }
      }
    }
    return result + "\""
  }
}
