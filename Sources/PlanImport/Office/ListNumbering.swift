internal import PlanModel

/// Counts the paragraphs of a Word document's lists, and writes the mark of each as Word shows it.
struct ListNumbering {
  /// What stands before a paragraph's words.
  enum Mark {
    /// A number as it is shown, with what parts it from the words.
    case number([Unicode.Scalar])
    /// A sign that is the same before each.
    case bullet(depth: Int)
  }

  /// A mark is cut behind so many characters.
  private static let longestMark = 64

  private let lists: WordLists
  private let styles: WordStyles
  /// The last numbers of each definition's levels; `nil` where the next one is the first.
  private var counts: [Int: [Int?]] = [:]
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
  mutating func mark(list: Int?, level: Int?, style: String?) -> Mark? {
    let chain = styles.chain(from: style)
    guard let id = list ?? chain.lazy.compactMap(\.style.list).first, id != 0,
      let (definition, levels, starts) = lists.list(id, styles)
    else { return nil }
    let linked = chain.lazy.compactMap { link in levels.firstIndex { $0.style == link.id } }.first
    let inherited = list == nil ? linked ?? chain.lazy.compactMap(\.style.listLevel).first : nil
    let place = min(max(level ?? inherited ?? 0, 0), 8)
    count(place, in: definition, levels, list: id, start: starts[place])
    let format = levels[place].format
    if format == "bullet" { return .bullet(depth: place + 1) }
    let mark = text(place, definition, levels)
    guard !mark.isEmpty else { return nil }
    return .number(mark + Self.space(behind: mark, suffix: levels[place].suffix))
  }

  private mutating func count(
    _ place: Int, in definition: Int, _ levels: [WordLists.Level], list: Int, start: Int?
  ) {
    var numbers = counts[definition] ?? Array(repeating: nil, count: 9)
    if let start, begun[list, default: []].insert(place).inserted {
      numbers[place] = start
    } else {
      numbers[place] = numbers[place].map { $0 + 1 } ?? levels[place].start
    }
    for deeper in numbers.indices where deeper > place {
      // A level begins anew behind each one above it, or behind those that it names.
      if let restart = levels[deeper].restart, restart == 0 || place >= restart { continue }
      numbers[deeper] = nil
    }
    counts[definition] = numbers
  }

  private func text(
    _ place: Int, _ definition: Int, _ levels: [WordLists.Level]
  ) -> [Unicode.Scalar] {
    let level = levels[place]
    guard level.format != "none" else { return [] }
    var text: [Unicode.Scalar] = []
    var index = 0
    while index < level.text.count, text.count < Self.longestMark {
      let scalar = level.text[index]
      if scalar == "%", index + 1 < level.text.count,
        let digit = Int(String(level.text[index + 1])), (1...9).contains(digit)
      {
        let named = levels[digit - 1]
        let number = counts[definition]?[digit - 1] ?? named.start
        text += CountingFormat.text(number, as: level.isInDigits ? "decimal" : named.format)
        index += 2
      } else {
        text.append(scalar)
        index += 1
      }
    }
    return text
  }

  /// What parts a mark from the words: it is kept behind 第一条 as in print, and otherwise left to
  /// the one rule for white space.
  private static func space(
    behind mark: [Unicode.Scalar], suffix: String
  ) -> [Unicode.Scalar] {
    guard let last = mark.last, !SourceLine.isSpace(last) else { return [] }
    switch NumberMark(openingOf: mark[...])?.scheme {
    case .part, .chapter, .section, .article: break
    default: if suffix == "nothing" { return [] }
    }
    return [SpaceRule.isWide(last) ? "\u{3000}" : " "]
  }
}
