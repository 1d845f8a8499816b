/// Text in XML.
public enum XML {
  /// The declaration at the head of a file.
  public static let declaration = "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n"

  /// A text for the content of an element or the value of an attribute; what XML 1.0 cannot hold
  /// becomes U+FFFD.
  public static func text(_ text: some StringProtocol) -> String {
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
  public var document: String {
    var result = XML.declaration
    write(to: &result, indent: "")
    return result + "\n"
  }

  private func write(to result: inout String, indent: String?) {
    result += "<\(name)"
    for (name, value) in attributes { result += " \(name)=\"\(XML.text(value))\"" }
    guard !contents.isEmpty else {
      result += "/>"
      return
    }
    result += ">"
    let hasText = contents.contains { if case .text = $0 { true } else { false } }
    let inner = hasText ? nil : indent.map { $0 + "  " }
    for content in contents {
      if let inner { result += "\n" + inner }
      switch content {
      case .text(let text): result += XML.text(text)
      case .element(let element): element.write(to: &result, indent: inner)
      }
    }
    if inner != nil, let indent { result += "\n" + indent }
    result += "</\(name)>"
  }
}
