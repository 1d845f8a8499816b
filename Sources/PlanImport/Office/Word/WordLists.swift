/// The lists of a Word document: how each level of each list is numbered.
struct WordLists {
  /// A list definition, which several lists can share.
  struct Definition {
    var levels = [ListLevel](repeating: ListLevel(), count: 9)
    /// The style that holds the levels in its place.
    var link: String?
  }

  /// A list that paragraphs name.
  struct List {
    var definition = 0
    /// The numbers with which levels begin in this list.
    var starts: [Int: Int] = [:]
    var levels: [Int: ListLevel] = [:]
  }

  private var definitions: [Int: Definition] = [:]
  private var lists: [Int: List] = [:]

  /// The lists of a document without any.
  init() {}

  /// Reads `word/numbering.xml`.
  init(_ bytes: [UInt8]) throws(XMLEvents.Fault) {
    var reading = Reading()
    try XMLEvents.read(bytes) { event in
      switch event {
      case .open(let name, let attributes):
        reading.open(name, attributes)
        reading.path.append(name)
      case .text: break
      case .close(let name):
        reading.path.removeLast()
        reading.close(name)
      }
    }
    definitions = reading.definitions
    lists = reading.lists
  }

  /// How a list is numbered.
  ///
  /// - Returns: The definition that its numbers count for, its levels, and where it begins anew.
  func list(
    _ id: Int, _ styles: WordStyles
  ) -> (definition: Int, levels: [ListLevel], starts: [Int: Int])? {
    guard let list = lists[id], var definition = definitions[list.definition] else { return nil }
    var place = list.definition
    if let link = definition.link,
      let linked = styles.chain(from: link).lazy.compactMap(\.style.list).first,
      let other = lists[linked], let found = definitions[other.definition]
    {
      (definition, place) = (found, other.definition)
    }
    var levels = definition.levels
    for (level, changed) in list.levels { levels[level] = changed }
    return (place, levels, list.starts)
  }
}

extension WordLists {
  /// What is being read.
  private struct Reading {
    var path: [String] = []
    var definitions: [Int: Definition] = [:]
    var lists: [Int: List] = [:]
    private var id: Int?
    private var definition = Definition()
    private var list = List()
    private var level = ListLevel()
    private var place: Int?

    mutating func open(_ name: String, _ attributes: [String: String]) {
      let value = attributes["val"]
      let number = value.flatMap { Int($0) }
      switch (path.last, name) {
      case ("numbering", "abstractNum"):
        id = attributes["abstractNumId"].flatMap { Int($0) }
        definition = Definition()
      case ("numbering", "num"):
        id = attributes["numId"].flatMap { Int($0) }
        list = List()
      case ("abstractNum", "numStyleLink"): definition.link = value
      case ("num", "abstractNumId"): list.definition = number ?? 0
      case ("num", "lvlOverride"): place = Self.level(attributes)
      case ("lvlOverride", "startOverride"):
        if let place, let number { list.starts[place] = min(max(number, 0), 32_767) }
      case (_, "lvl"):
        level = ListLevel()
        place = Self.level(attributes)
      case ("lvl", "start"): level.start = min(max(number ?? 1, 0), 32_767)
      case ("lvl", "numFmt"): level.format = CountingFormat(word: value ?? "decimal")
      case ("lvl", "lvlText"):
        level.mark = Self.mark(value ?? "")
      case ("lvl", "suff"): level.isSetOff = value != "nothing"
      case ("lvl", "lvlRestart"): level.restart = number
      case ("lvl", "isLgl"): level.isInDigits = WordStyles.isOn(value)
      case ("lvl", "pStyle"): level.style = value
      default: break
      }
    }

    mutating func close(_ name: String) {
      switch (path.last, name) {
      case ("abstractNum", "lvl"): if let place { definition.levels[place] = level }
      case ("lvlOverride", "lvl"): if let place { list.levels[place] = level }
      case ("numbering", "abstractNum"):
        if let id, definitions[id] == nil { definitions[id] = definition }
      case ("numbering", "num"): if let id, lists[id] == nil { lists[id] = list }
      default: break
      }
    }

    /// The pieces of a mark such as `第%1章`.
    private static func mark(_ text: String) -> [ListLevel.Piece] {
      var pieces: [ListLevel.Piece] = []
      var rest = Array(text.unicodeScalars.prefix(ListLevel.longestMark))[...]
      while let scalar = rest.popFirst() {
        if scalar == "%", let digit = rest.first.flatMap({ Int(String($0)) }),
          (1...9).contains(digit)
        {
          pieces.append(.number(digit - 1))
          rest.removeFirst()
        } else {
          pieces.append(.sign(scalar))
        }
      }
      return pieces
    }

    private static func level(_ attributes: [String: String]) -> Int? {
      attributes["ilvl"].flatMap { Int($0) }.flatMap { (0..<9).contains($0) ? $0 : nil }
    }
  }
}
