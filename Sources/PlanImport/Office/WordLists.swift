/// The lists of a Word document: how each level of each list is numbered.
struct WordLists {
  struct Level {
    var start = 1
    var format = "decimal"
    /// The mark, with `%1` to `%9` for the numbers of the levels.
    var text: [Unicode.Scalar] = []
    /// What stands between mark and words: `tab`, `space` or `nothing`.
    var suffix = "tab"
    /// The level, from 1, behind whose numbers this one begins anew; 0 if it never does.
    var restart: Int?
    /// Whether the numbers of all levels are written in digits.
    var isInDigits = false
    /// The style whose paragraphs stand at this level.
    var style: String?
  }

  /// A list definition, which several lists can share.
  struct Definition {
    var levels = [Level](repeating: Level(), count: 9)
    /// The style that holds the levels in its place.
    var link: String?
  }

  /// A list that paragraphs name.
  struct List {
    var definition = 0
    /// The numbers with which levels begin in this list.
    var starts: [Int: Int] = [:]
    var levels: [Int: Level] = [:]
  }

  private var definitions: [Int: Definition] = [:]
  private var lists: [Int: List] = [:]
  /// A mark is no longer than that before its numbers are put in.
  private static let longestText = 64

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
  ) -> (definition: Int, levels: [Level], starts: [Int: Int])? {
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
    private var level = Level()
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
        level = Level()
        place = Self.level(attributes)
      case ("lvl", "start"): level.start = min(max(number ?? 1, 0), 32_767)
      case ("lvl", "numFmt"): level.format = value ?? "decimal"
      case ("lvl", "lvlText"):
        level.text = Array((value ?? "").unicodeScalars.prefix(WordLists.longestText))
      case ("lvl", "suff"): level.suffix = value ?? "tab"
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

    private static func level(_ attributes: [String: String]) -> Int? {
      attributes["ilvl"].flatMap { Int($0) }.flatMap { (0..<9).contains($0) ? $0 : nil }
    }
  }
}
