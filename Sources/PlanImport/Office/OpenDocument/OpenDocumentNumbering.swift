/// Follows the nested lists of an OpenDocument text, and gives its paragraphs the numbers that the
/// program shows.
struct OpenDocumentNumbering {
  /// A list that is open.
  private struct OpenList {
    /// What its numbers count for.
    var count: Int
    var style: String?
    /// Its level, from 0.
    var place: Int
    /// Whether the item that is open bears its mark already, or is to have none.
    var isMarked = true
    /// The number that the open item is given, and the style, if it is not the list's.
    var start: Int?
    var override: String?
  }

  /// What the numbers of headings count for.
  private static let outline = 0

  private let lists: OpenDocumentLists
  private var counter = ListCounter()
  private var open: [OpenList] = []
  private var counts = 0
  /// The lists by their identifiers, and the last one of each style.
  private var named: [String: Int] = [:]
  private var last: [String: Int] = [:]

  init(_ lists: OpenDocumentLists) { self.lists = lists }

  /// Opens a list, inside the one that is open.
  mutating func openList(_ attributes: [String: String]) {
    let outer = open.last
    let style = attributes["style-name"] ?? outer?.style
    let place = min((outer?.place ?? -1) + 1, OpenDocumentLists.levels - 1)
    open.append(OpenList(count: count(style, attributes), style: style, place: place))
    if outer == nil, let name = attributes["id"] { named[name] = open[open.count - 1].count }
  }

  /// Opens what stands for a list, its item, and the item's place in one (ODF 1.3, 5.3.6).
  mutating func openNumberedParagraph(_ attributes: [String: String]) {
    let style = attributes["list-style-name"] ?? attributes["style-name"]
    let level = attributes["level"].flatMap { Int($0) } ?? 1
    let id = attributes["list-id"] ?? ""
    let count = named[id] ?? next()
    named[id] = count
    open.append(
      OpenList(
        count: count, style: style, place: min(max(level, 1), OpenDocumentLists.levels) - 1,
        isMarked: false, start: Self.start(attributes)))
  }

  mutating func closeList() { _ = open.popLast() }

  /// Opens an item of the list that is open; the head of a list bears no number.
  mutating func openItem(_ attributes: [String: String], isHead: Bool) {
    guard !open.isEmpty else { return }
    open[open.count - 1].isMarked = isHead
    open[open.count - 1].start = Self.start(attributes)
    open[open.count - 1].override = attributes["style-override"]
  }

  mutating func closeItem() {
    if !open.isEmpty { open[open.count - 1].isMarked = true }
  }

  /// Whether the next paragraph goes on in an item that has its mark.
  var goesOnInItem: Bool { open.last?.isMarked ?? false }

  /// The mark of the next paragraph.
  ///
  /// - Parameters:
  ///   - attributes: What the paragraph says itself.
  ///   - list: The list that its style names; empty for none.
  ///   - level: Its level, from 1, if it is a heading.
  /// - Returns: `nil` if it is of no list, is none of its item's first, or shows nothing.
  mutating func mark(
    _ attributes: [String: String], list: String?, level: Int?
  ) -> ListMark? {
    if let index = open.indices.last {
      guard !open[index].isMarked else { return nil }
      open[index].isMarked = true
      let (item, start) = (open[index], open[index].start)
      guard let levels = (item.override ?? item.style ?? list).flatMap({ lists[$0] }) else {
        return .bullet(depth: item.place + 1)
      }
      return counter.mark(at: item.place, of: item.count, levels, start: start)
    }
    guard let level, let levels = lists.outline, levels.indices.contains(level - 1),
      attributes["is-list-header"] != "true", list.map(lists.isOutline) ?? true
    else { return nil }
    let start = Self.start(attributes) ?? (attributes["restart-numbering"] == "true" ? 1 : nil)
    return counter.mark(at: level - 1, of: Self.outline, levels, start: start)
  }

  /// What the numbers of a list count for: a new count, or one that goes on.
  private mutating func count(_ style: String?, _ attributes: [String: String]) -> Int {
    if let outer = open.last { return outer.count }
    if let style, lists.isOutline(style) { return Self.outline }
    var count = attributes["continue-list"].flatMap { named[$0] }
    if count == nil, attributes["continue-numbering"] == "true" { count = last[style ?? ""] }
    let found = count ?? next()
    last[style ?? ""] = found
    return found
  }

  private mutating func next() -> Int {
    counts += 1
    return counts
  }

  private static func start(_ attributes: [String: String]) -> Int? {
    attributes["start-value"].flatMap { Int($0) }.map { min(max($0, 0), 32_767) }
  }
}
