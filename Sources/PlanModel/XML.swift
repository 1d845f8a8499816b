/// Text in XML.
public enum XML {
  /// The declaration at the head of a file.
  public static let declaration = "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n"

  /// A text for the content of an element or the value of an attribute; what XML 1.0 cannot hold
  /// becomes U+FFFD.
  public static func text(_ text: some StringProtocol) -> String {
    guard !isPlain(text.utf8) else { return String(text) }
    var result = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": result += "&amp;"
      case "<": result += "&lt;"
      case ">": result += "&gt;"
      case "\"": result += "&quot;"
      case "\t", "\n": result.unicodeScalars.append(scalar)
      default:
        let isAllowed = scalar.value >= 0x20 && scalar.value != 0xFFFE && scalar.value != 0xFFFF
        result.unicodeScalars.append(isAllowed ? scalar : "\u{FFFD}")
      }
    }
    return result
  }

  /// Whether no character of a text is written otherwise, as in most texts.
  private static func isPlain(_ bytes: some Sequence<UInt8>) -> Bool {
    var (first, second): (UInt8, UInt8) = (0, 0)
    for byte in bytes {
      switch byte {
      case UInt8(ascii: "\t"), UInt8(ascii: "\n"): break
      case 0..<0x20, UInt8(ascii: "&"), UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "\""):
        return false
      // The last byte of U+FFFE and of U+FFFF.
      case 0xBE, 0xBF: if first == 0xEF, second == 0xBF { return false }
      default: break
      }
      (first, second) = (second, byte)
    }
    return true
  }
}

/// An element of an XML document with what is in it, as a value.
public struct XMLElement: Sendable {
  /// What stands in an element.
  public enum Content: Sendable {
    /// Another element.
    case element(XMLElement)
    /// Text, which is escaped when it is written.
    case text(String)
  }

  /// The element's name.
  public var name: String
  /// The attributes in their order.
  public var attributes: [(name: String, value: String)]
  /// What is in it, in order.
  public var contents: [Content]

  /// Creates an element.
  public init(
    _ name: String, _ attributes: [(name: String, value: String)] = [], _ contents: [Content] = []
  ) {
    self.name = name
    self.attributes = attributes
    self.contents = contents
  }

  /// Creates an element that holds elements only.
  public init(
    _ name: String, _ attributes: [(name: String, value: String)] = [], _ elements: [XMLElement]
  ) {
    self.init(name, attributes, elements.map(Content.element))
  }

  /// Creates an element that holds a text only.
  public init(
    _ name: String, _ attributes: [(name: String, value: String)] = [], text: String
  ) {
    self.init(name, attributes, [.text(text)])
  }

  /// The element as a document.
  ///
  /// An element that holds elements only has each on a line of its own; where there is text, nothing
  /// is put in.
  public var document: String { String(decoding: bytes, as: UTF8.self) }

  /// The element as a document in UTF-8, as ``document`` has it.
  public var bytes: [UInt8] {
    var bytes = Array(XML.declaration.utf8)
    write(to: &bytes, indent: "")
    bytes.append(UInt8(ascii: "\n"))
    return bytes
  }

  private func write(to bytes: inout [UInt8], indent: String?) {
    func add(_ text: String) { bytes.append(contentsOf: text.utf8) }
    add("<")
    add(name)
    for (name, value) in attributes {
      add(" ")
      add(name)
      add("=\"")
      add(XML.text(value))
      add("\"")
    }
    guard !contents.isEmpty else { return add("/>") }
    add(">")
    let hasText = contents.contains { if case .text = $0 { true } else { false } }
    let inner = hasText ? nil : indent.map { $0 + "  " }
    for content in contents {
      if let inner { add("\n" + inner) }
      switch content {
      case .text(let text): add(XML.text(text))
      case .element(let element): element.write(to: &bytes, indent: inner)
      }
    }
    if inner != nil, let indent { add("\n" + indent) }
    add("</")
    add(name)
    add(">")
  }
}
