/// The styles of an OpenDocument text: what paragraphs, words and sections take over from them.
struct OpenDocumentStyles {
  /// What a style says; `nil` where it leaves the matter to its parent.
  struct Style {
    var parent: String?
    /// From 1; 0 is body text.
    var outlineLevel: Int?
    /// The list of paragraphs that name none themselves; empty for none.
    var list: String?
    var alignment: String?
    var isBold: Bool?
    /// The same for Chinese, Japanese and Korean words, whose font is another.
    var isBoldWide: Bool?
    var isHidden: Bool?
    var isTitle: Bool?

    /// Takes over what is not said yet.
    fileprivate mutating func takeOver(_ other: Style) {
      outlineLevel = outlineLevel ?? other.outlineLevel
      list = list ?? other.list
      alignment = alignment ?? other.alignment
      isBold = isBold ?? other.isBold
      isBoldWide = isBoldWide ?? other.isBoldWide
      isHidden = isHidden ?? other.isHidden
      isTitle = isTitle ?? other.isTitle
    }
  }

  private struct Key: Hashable {
    var family: String
    var name: String
  }

  private(set) var lists = OpenDocumentLists()
  private var styles: [Key: Style] = [:]
  /// The styles that were asked for, with what they take over.
  private var resolved: [Key: Style] = [:]
  /// Styles based on one another are followed so far.
  private static let longestChain = 32

  /// Adds the styles of a part; of two of one name the later one counts.
  ///
  /// - Parameters:
  ///   - bytes: The part.
  ///   - isText: Whether it holds the text too. The unnamed styles of a part that does not are those
  ///     of heads and feet of pages, and may have the names of others.
  /// - Throws: The fault, if it is no whole XML.
  mutating func read(_ bytes: [UInt8], isText: Bool) throws(XMLEvents.Fault) {
    var reading = (styles: self, path: [String](), key: Key?.none, style: Style())
    try XMLEvents.read(bytes) { event in
      switch event {
      case .open(let name, let attributes):
        reading.path.append(name)
        guard reading.path.count > 2, isText || reading.path[1] == "styles" else { return }
        reading.styles.lists.open(name, attributes)
        switch (reading.path[reading.path.count - 2], name) {
        case ("styles", "style"), ("automatic-styles", "style"):
          reading.key = Key(
            family: attributes["family"] ?? "", name: attributes["name"] ?? "")
          reading.style = Style(attributes)
        case ("styles", "default-style"):
          reading.key = Key(family: attributes["family"] ?? "", name: "")
          reading.style = Style()
        case ("style", _), ("default-style", _): reading.style.read(name, attributes)
        default: break
        }
      case .text: break
      case .close(let name):
        reading.path.removeLast()
        reading.styles.lists.close(name)
        guard name == "style" || name == "default-style", let key = reading.key else { return }
        reading.styles.styles[key] = reading.style
        reading.key = nil
      }
    }
    self = reading.styles
  }

  /// A style with what it takes over from those that it is based on, and last from its family's own.
  mutating func style(_ family: String, _ name: String?) -> Style {
    let key = Key(family: family, name: name ?? "")
    if let known = resolved[key] { return known }
    // Some programs use the style of titles without saying what it is.
    var result = Style(isTitle: name == "Title" ? true : nil)
    var next = name
    var length = 0
    while let name = next, let style = styles[Key(family: family, name: name)],
      length < Self.longestChain
    {
      result.takeOver(style)
      next = style.parent
      length += 1
    }
    if let usual = styles[Key(family: family, name: "")] { result.takeOver(usual) }
    resolved[key] = result
    return result
  }
}

extension OpenDocumentStyles.Style {
  fileprivate init(_ attributes: [String: String]) {
    parent = attributes["parent-style-name"]
    outlineLevel = attributes["default-outline-level"].map { Int($0) ?? 0 }
    list = attributes["list-style-name"]
    isTitle = attributes["name"] == "Title" ? true : nil
  }

  fileprivate mutating func read(_ element: String, _ attributes: [String: String]) {
    switch element {
    case "paragraph-properties":
      if let value = attributes["text-align"] { alignment = value }
    case "text-properties":
      if let value = attributes["font-weight"] { isBold = Self.isBold(value) }
      if let value = attributes["font-weight-asian"] { isBoldWide = Self.isBold(value) }
      if let value = attributes["display"] { isHidden = value == "none" }
    case "section-properties":
      if let value = attributes["display"] { isHidden = value == "none" }
    default: break
    }
  }

  private static func isBold(_ weight: String) -> Bool {
    weight == "bold" || (Int(weight).map { $0 >= 600 } ?? false)
  }
}
