/// Finds the list in which a paragraph of a Word document stands, by itself or by its style, and its
/// number there.
struct WordNumbering {
  private let lists: WordLists
  private let styles: WordStyles
  private var counter = ListCounter()
  /// The levels at which a list's own beginning has been used.
  private var begun: [Int: Set<Int>] = [:]

  init(_ lists: WordLists, _ styles: WordStyles) {
    self.lists = lists
    self.styles = styles
  }

  /// The mark of the next paragraph.
  ///
  /// - Parameters:
  ///   - list: The list that the paragraph itself names; 0 is none.
  ///   - level: The level that it names, from 0.
  ///   - style: Its style.
  /// - Returns: `nil` if it is of no list, or of one that shows nothing.
  mutating func mark(list: Int?, level: Int?, style: String?) -> ListMark? {
    let chain = styles.chain(from: style)
    guard let id = list ?? chain.lazy.compactMap(\.style.list).first, id != 0,
      let (definition, levels, starts) = lists.list(id, styles)
    else { return nil }
    let linked = chain.lazy.compactMap { link in levels.firstIndex { $0.style == link.id } }.first
    let inherited = list == nil ? linked ?? chain.lazy.compactMap(\.style.listLevel).first : nil
    let place = min(max(level ?? inherited ?? 0, 0), levels.count - 1)
    let start = starts[place].flatMap { start in
      begun[id, default: []].insert(place).inserted ? start : nil
    }
    return counter.mark(at: place, of: definition, levels, start: start)
  }
}
