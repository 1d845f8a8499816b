/// The styles of a Word document: what paragraphs and words take over from them.
struct WordStyles {
  /// What a style says; `nil` where it leaves the matter to the style that it is based on.
  struct Style {
    var name = ""
    var basedOn: String?
    /// From 0; 9 is body text.
    var outlineLevel: Int?
    var alignment: String?
    var isBold: Bool?
    var isHidden: Bool?
    var list: Int?
    var listLevel: Int?
  }

  private var styles: [String: Style] = [:]
  /// What the styles say of words that were asked for.
  private var looks: [String: (isBold: Bool?, isHidden: Bool?)] = [:]
  /// The style of paragraphs that name none.
  private(set) var usual: String?
  /// Styles based on one another are followed so far.
  private static let longestChain = 32

  /// The styles of a document without any.
  init() {}

  /// Reads `word/styles.xml`.
  init(_ bytes: [UInt8]) throws(XMLEvents.Fault) {
    var path: [String] = []
    var style = Style()
    var id: String?
    var styles: [String: Style] = [:]
    var usual: String?
    try XMLEvents.read(bytes) { event in
      switch event {
      case .open(let name, let attributes):
        if name == "style", path.count == 1 {
          style = Style()
          id = attributes["styleId"]
          if attributes["type"] == "paragraph", Self.isOn(attributes["default"] ?? "0") {
            usual = id
          }
        } else if path.count >= 2, path[1] == "style" {
          style.read(name, attributes["val"], below: path)
        }
        path.append(name)
      case .text: break
      case .close(let name):
        path.removeLast()
        if name == "style", path.count == 1, let id, styles[id] == nil { styles[id] = style }
      }
    }
    self.styles = styles
    self.usual = usual
  }

  /// What a style says of words, with what it takes over.
  mutating func looks(of id: String?) -> (isBold: Bool?, isHidden: Bool?) {
    guard let id else { return (nil, nil) }
    if let known = looks[id] { return known }
    let chain = chain(from: id).lazy.map(\.style)
    let found = (chain.compactMap(\.isBold).first, chain.compactMap(\.isHidden).first)
    looks[id] = found
    return found
  }

  /// A style and those that it is based on, the nearest first.
  func chain(from id: String?) -> [(id: String, style: Style)] {
    var chain: [(id: String, style: Style)] = []
    var next = id
    while let id = next, let style = styles[id], chain.count < Self.longestChain {
      chain.append((id, style))
      next = style.basedOn
    }
    return chain
  }

  /// Whether the value of a switch is on; it is where nothing is said.
  static func isOn(_ value: String?) -> Bool {
    value.map { $0 != "0" && $0 != "false" && $0 != "off" } ?? true
  }
}

extension WordStyles.Style {
  fileprivate mutating func read(_ element: String, _ value: String?, below path: [String]) {
    switch (path.last, element) {
    case ("style", "name"): name = value?.lowercased() ?? ""
    case ("style", "basedOn"): basedOn = value
    case ("pPr", "outlineLvl"): outlineLevel = value.flatMap { Int($0) }
    case ("pPr", "jc"): alignment = value
    // A table's style speaks of its first row and the like in elements of its own.
    case ("rPr", "b") where path.count == 3: isBold = WordStyles.isOn(value)
    case ("rPr", "vanish") where path.count == 3: isHidden = WordStyles.isOn(value)
    case ("numPr", "numId"): list = value.flatMap { Int($0) }
    case ("numPr", "ilvl"): listLevel = value.flatMap { Int($0) }
    default: break
    }
  }

  /// The outline level, which some programs give by the style's name alone.
  var heading: Int? {
    if let outlineLevel { return outlineLevel }
    guard name.hasPrefix("heading "), let level = Int(name.dropFirst(8)), (1...9).contains(level)
    else { return nil }
    return level - 1
  }
}
