import Collation
package import PlanModel

/// A part of a comparison that has a page of its own, since the whole would be too long for one: what
/// became of a chapter.
package struct ComparisonPart: Sendable {
  /// The chapter of the new version, by index.
  package let chapter: Int
  /// The block with which the chapter begins; it names the page.
  package let start: BlockID
  /// The links of the part; those of blocks that are gone stand with the ones before them.
  package let links: Range<Int>
  /// How many of them are changes.
  package let changes: Int
}

extension EditionComparison {
  /// Cuts a comparison as the text of its new version is cut; parts without any change are left out.
  ///
  /// - Complexity: O(*n* log *m*) for *n* links and *m* chapters.
  static func parts(
    of links: [Comparison.Link], departures: [Int: [Int]], in new: EditionVersion
  ) -> [ComparisonPart] {
    guard new.chapters.isSplit else { return [] }
    var chapters: [Int] = []
    for link in links {
      let last = chapters.last ?? 0
      let own = link.new.first.flatMap(new.chapters.index(of:)) ?? last
      chapters.append(max(last, own))
    }
    var parts: [ComparisonPart] = []
    var start = 0
    while start < links.count {
      let end = chapters[start...].firstIndex { $0 != chapters[start] } ?? links.count
      let changes = (start..<end).count { !links[$0].isUnchanged }
      let hasDepartures =
        (start..<end).contains { departures[$0] != nil } || start == 0 && departures[-1] != nil
      if changes > 0 || hasDepartures {
        let first = new.chapters.ranges[chapters[start]].lowerBound
        parts.append(
          ComparisonPart(
            chapter: chapters[start], start: new.plan.blocks[first].id, links: start..<end,
            changes: changes))
      }
      start = end
    }
    return parts
  }

  /// The part in which a link stands; `nil` if the comparison isn't cut, or nothing changed there.
  ///
  /// - Complexity: O(log *n*) in the number of parts.
  package func part(of link: Int) -> ComparisonPart? {
    let part = parts.partitioningIndex { $0.links.upperBound > link }
    return part < parts.count && parts[part].links.contains(link) ? parts[part] : nil
  }

  /// The part whose page has a name.
  package func part(from start: BlockID) -> Int? { parts.firstIndex { $0.start == start } }

  /// Whether a link has a place in some page of the comparison.
  func shows(_ link: Int) -> Bool { parts.isEmpty || part(of: link) != nil }

  /// The link beside which a place of a page stands: its own, or for the old place of a moved block
  /// the one before it.
  func link(named place: String) -> Int? {
    if place.hasPrefix("left-") {
      guard let block = BlockID(String(place.dropFirst(5))).flatMap(old.index(of:)) else {
        return nil
      }
      let moved = link(ofOld: block)
      return departures.first { $0.value.contains(moved) }.map { max($0.key, 0) }
    }
    if place.hasPrefix("old-") {
      return BlockID(String(place.dropFirst(4))).flatMap(old.index(of:)).map(link(ofOld:))
    }
    return BlockID(place).flatMap(new.index(of:)).map(link(ofNew:))
  }
}
