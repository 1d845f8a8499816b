internal import PlanModel

/// The list styles of an OpenDocument text: how each level of a list is numbered.
struct OpenDocumentLists {
  /// Lists are nested so deep at most (ODF 1.3, 16.31).
  static let levels = 10

  /// How headings are numbered that stand in no list.
  private(set) var outline: [ListLevel]?
  /// The name of the style in which headings are numbered, where a list names it.
  private var outlineName = "Outline"
  private var styles: [String: [ListLevel]] = [:]

  private var name: String?
  /// The level that is being read, from 0.
  private var place = 0
  private var open = [ListLevel](repeating: .bare, count: levels)

  /// The levels of a list style.
  subscript(name: String) -> [ListLevel]? {
    name == outlineName ? outline ?? styles[name] : styles[name]
  }

  /// Whether lists of a style are counted with the headings that stand in none.
  func isOutline(_ name: String) -> Bool { name == outlineName && outline != nil }

  /// Reads an element that opens.
  mutating func open(_ element: String, _ attributes: [String: String]) {
    switch element {
    case "list-style", "outline-style":
      name = attributes["name"] ?? ""
      open = [ListLevel](repeating: .bare, count: Self.levels)
    case "list-level-style-number", "outline-level-style", "list-level-style-bullet",
      "list-level-style-image":
      guard name != nil, let level = attributes["level"].flatMap({ Int($0) }),
        (1...Self.levels).contains(level)
      else { return }
      let isBullet = element == "list-level-style-bullet" || element == "list-level-style-image"
      open[level - 1] = isBullet ? .bullet : ListLevel(attributes, below: open[..<(level - 1)])
      place = level - 1
    case "list-level-label-alignment":
      if name != nil, attributes["label-followed-by"] == "nothing" { open[place].isSetOff = false }
    default: break
    }
  }

  /// Reads an element that closes.
  mutating func close(_ element: String) {
    guard element == "list-style" || element == "outline-style", let name else { return }
    if element == "outline-style" {
      outline = open
      if !name.isEmpty { outlineName = name }
    } else {
      styles[name] = open
    }
    self.name = nil
  }
}

extension ListLevel {
  /// A level of which nothing is said, and which shows nothing.
  fileprivate static var bare: ListLevel {
    var level = ListLevel()
    level.format = .none
    return level
  }

  fileprivate static var bullet: ListLevel {
    var level = ListLevel()
    level.format = .bullet
    return level
  }

  /// Reads a level that is numbered.
  ///
  /// - Parameters:
  ///   - attributes: The element's.
  ///   - above: The levels above it; those that show nothing are left out of its mark.
  fileprivate init(_ attributes: [String: String], below above: ArraySlice<ListLevel>) {
    format = CountingFormat(
      openDocument: attributes["num-format"] ?? "",
      repeatsLetters: attributes["num-letter-sync"] == "true")
    start = min(max(attributes["start-value"].flatMap { Int($0) } ?? 1, 0), 32_767)
    if let text = attributes["num-list-format"], text.contains("%") {
      mark = Self.mark(text)
    } else {
      let shown = attributes["display-levels"].flatMap { Int($0) } ?? 1
      mark = Self.signs(attributes["num-prefix"])
      for index in above.indices.suffix(max(shown, 1) - 1)
      where above[index].format != .none && above[index].format != .bullet {
        mark += [.number(index), .sign(".")]
      }
      mark.append(.number(above.endIndex))
      mark += Self.signs(attributes["num-suffix"])
    }
  }

  private static func signs(_ text: String?) -> [Piece] {
    (text ?? "").unicodeScalars.prefix(longestMark).map(Piece.sign)
  }

  /// The pieces of a mark such as `第%1%章`, which newer programs write beside the older form.
  private static func mark(_ text: String) -> [Piece] {
    var pieces: [Piece] = []
    var rest = Array(text.unicodeScalars.prefix(longestMark))[...]
    while let scalar = rest.popFirst() {
      let digits = rest.prefix { ("0"..."9").contains($0) }
      if scalar == "%", rest.dropFirst(digits.count).first == "%",
        let level = Int(String(scalars: digits)),
        (1...OpenDocumentLists.levels).contains(level)
      {
        pieces.append(.number(level - 1))
        rest = rest.dropFirst(digits.count + 1)
      } else {
        pieces.append(.sign(scalar))
      }
    }
    return pieces
  }
}
