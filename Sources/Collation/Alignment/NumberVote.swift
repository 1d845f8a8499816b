import PlanModel

extension Alignment {
  /// Decides by the links found so far whether numbers stay with their text.
  ///
  /// There are two regimes: in Chinese laws an amendment renumbers everything, so that a number says
  /// nothing; in German and French codes a number is the best key of all. Measured on the Code civil,
  /// not asking costs six points of the paragraphs found.
  mutating func voteOnNumbers() {
    oldNumbers = Self.governingNumbers(old)
    newNumbers = Self.governingNumbers(new)
    var agreeing = 0
    var asked = 0
    var seen = Set<Int>()
    for bead in matching.inNewOrder {
      guard let oldNumber = oldNumbers[bead.old[0]], let newNumber = newNumbers[bead.new[0]],
        seen.insert(newNumber).inserted
      else { continue }
      asked += 1
      if oldNumber == newNumber { agreeing += 1 }
    }
    numbersAreStable = asked >= 8 && agreeing * 100 >= asked * 85
  }

  /// For each block the number of the article, or else of the closest mark, under which it stands.
  private static func governingNumbers(_ document: ComparedDocument) -> [Int?] {
    let hasArticles = document.entries.contains { $0.scheme == .article }
    var current: Int?
    return document.entries.map { entry in
      if let mark = entry.mark, let scheme = entry.scheme,
        hasArticles ? scheme == .article : scheme != .arabicParenthesis && scheme != .letter
      {
        current = mark
      } else if entry.level > 0 {
        current = nil
      }
      return current
    }
  }

  /// Where numbers are stable, links what bears the same number once on each side and nothing else.
  mutating func linkStableNumbers() {
    guard numbersAreStable else { return }
    var oldPlaces: [Int: Int?] = [:]
    var newPlaces: [Int: Int?] = [:]
    for (index, entry) in old.entries.enumerated() where entry.scheme == .article {
      if let mark = entry.mark {
        oldPlaces[mark] = oldPlaces[mark] == nil ? .some(index) : .some(nil)
      }
    }
    for (index, entry) in new.entries.enumerated() where entry.scheme == .article {
      if let mark = entry.mark {
        newPlaces[mark] = newPlaces[mark] == nil ? .some(index) : .some(nil)
      }
    }
    for (index, entry) in old.entries.enumerated() where entry.length == 0 {
      guard let mark = entry.mark, oldPlaces[mark] == index, let place = newPlaces[mark] ?? nil,
        new.entries[place].length == 0, !matching.isLinked(old: index),
        !matching.isLinked(new: place)
      else { continue }
      matching.link(old: [index], new: [place], similarity: 1)
    }
  }
}
