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

  /// Where numbers are stable, links what bears the same article number once on each side, if the
  /// number is all there is (`Article 16` alone on its line).
  mutating func linkBareNumbers() {
    linkNumbers { old, new in old.length == 0 && new.length == 0 }
  }

  /// Where numbers are stable, links the headings that bear the same article number and were not
  /// found otherwise: the article was given other contents in its place.
  ///
  /// Their likeness stays what it is, so that no identifier is carried between strangers.
  mutating func linkRewrittenArticles() {
    linkNumbers { old, new in old.level > 0 && new.level > 0 }
  }

  private mutating func linkNumbers(
    where isEligible: (ComparedDocument.Entry, ComparedDocument.Entry) -> Bool
  ) {
    guard numbersAreStable else { return }
    let oldPlaces = Self.uniqueArticles(old)
    let newPlaces = Self.uniqueArticles(new)
    for (index, entry) in old.entries.enumerated() where !matching.isLinked(old: index) {
      guard let key = NumberKey(entry), oldPlaces[key] == index, let place = newPlaces[key],
        !matching.isLinked(new: place), isEligible(entry, new.entries[place])
      else { continue }
      let isSame = entry.body == new.entries[place].body
      matching.link(old: [index], new: [place], similarity: isSame ? 1 : 0.1)
    }
  }

  /// The places of the article numbers that stand once.
  private static func uniqueArticles(_ document: ComparedDocument) -> [NumberKey: Int] {
    var places: [NumberKey: Int] = [:]
    var repeated = Set<NumberKey>()
    for (index, entry) in document.entries.enumerated() where entry.scheme == .article {
      guard let key = NumberKey(entry) else { continue }
      if places.updateValue(index, forKey: key) != nil { repeated.insert(key) }
    }
    return places.filter { !repeated.contains($0.key) }
  }
}

/// A number as a key; that of a heading is another than that of a paragraph.
private struct NumberKey: Hashable {
  var mark: Int
  var isHeading: Bool

  init?(_ entry: ComparedDocument.Entry) {
    guard let mark = entry.mark else { return nil }
    self.mark = mark
    isHeading = entry.level > 0
  }
}
