internal import PlanModel

/// Counts the paragraphs of a document's lists, and writes the mark of each as the program shows it.
struct ListCounter {
  /// A mark is cut behind so many characters.
  private static let longestMark = 64

  /// The last numbers of each list's levels; `nil` where the next one is the first.
  private var counts: [Int: [Int?]] = [:]

  /// The mark of a list's next paragraph.
  ///
  /// - Parameters:
  ///   - place: The paragraph's level, from 0.
  ///   - list: What its numbers count for.
  ///   - levels: How the list is numbered.
  ///   - start: The number, where it is given and does not follow from the one before.
  /// - Returns: `nil` if the list shows nothing there.
  mutating func mark(
    at place: Int, of list: Int, _ levels: [ListLevel], start: Int? = nil
  ) -> ListMark? {
    count(place, of: list, levels, start: start)
    if levels[place].format == .bullet { return .bullet(depth: place + 1) }
    let mark = text(place, list, levels)
    guard !mark.isEmpty else { return nil }
    return .number(
      mark + Self.space(behind: mark, isSetOff: levels[place].isSetOff), depth: place + 1)
  }

  private mutating func count(_ place: Int, of list: Int, _ levels: [ListLevel], start: Int?) {
    var numbers = counts[list] ?? Array(repeating: nil, count: levels.count)
    numbers[place] = start ?? numbers[place].map { $0 + 1 } ?? levels[place].start
    for deeper in numbers.indices where deeper > place {
      // A level begins anew behind each one above it, or behind those that it names.
      if let restart = levels[deeper].restart, restart == 0 || place >= restart { continue }
      numbers[deeper] = nil
    }
    counts[list] = numbers
  }

  private func text(_ place: Int, _ list: Int, _ levels: [ListLevel]) -> [Unicode.Scalar] {
    let level = levels[place]
    guard level.format != .none else { return [] }
    var text: [Unicode.Scalar] = []
    for piece in level.mark where text.count < Self.longestMark {
      switch piece {
      case .sign(let scalar): text.append(scalar)
      case .number(let index):
        guard levels.indices.contains(index) else { continue }
        let number = counts[list]?[index] ?? levels[index].start
        text += (level.isInDigits ? .decimal : levels[index].format).text(number)
      }
    }
    return text
  }

  /// What parts a mark from the words: it is kept behind 第一条 as in print, and otherwise left to
  /// the one rule for white space.
  private static func space(behind mark: [Unicode.Scalar], isSetOff: Bool) -> [Unicode.Scalar] {
    guard let last = mark.last, !SourceLine.isSpace(last) else { return [] }
    switch NumberMark(openingOf: mark[...])?.scheme {
    case .part, .chapter, .section, .article: break
    default: if !isSetOff { return [] }
    }
    return [SpaceRule.isWide(last) ? "\u{3000}" : " "]
  }
}
