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
  }

  private struct Key: Hashable {
    var family: String
    var name: String
  }

  private(set) var lists = OpenDocumentLists()
  private var styles: [Key: Style] = [:]
  /// Styles based on one another are followed so far.
  private static let longestChain = 32

  /// Adds the styles of a part; of two of one name the later one counts.
  ///
  /// - Parameters:
  ///   - bytes: The part.
  ///   - isText: Whether it holds the text too. The unnamed styles of a part that does not are those
  ///     of heads and feet of pages, and may have the names of others.
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

  /// A style and those that it is based on, the nearest first; the family's own last.
  func chain(_ family: String, from name: String?) -> [(name: String, style: Style)] {
    var chain: [(name: String, style: Style)] = []
    var next = name
    while let name = next, let style = styles[Key(family: family, name: name)],
      chain.count < Self.longestChain
    {
      chain.append((name, style))
      next = style.parent
    }
    if let usual = styles[Key(family: family, name: "")] { chain.append(("", usual)) }
    return chain
  }
}

extension OpenDocumentStyles.Style {
  fileprivate init(_ attributes: [String: String]) {
    parent = attributes["parent-style-name"]
    outlineLevel = attributes["default-outline-level"].map { Int($0) ?? 0 }
    list = attributes["list-style-name"]
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
