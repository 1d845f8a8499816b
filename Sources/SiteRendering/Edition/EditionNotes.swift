import PlanModel

/// The notes of a site as they stand in one version: numbered in the order of reading, and sorted
/// by the blocks that they are about.
package struct EditionNotes: Sendable {
  /// A part of a note's passage in one block.
  package struct Mark: Sendable, Hashable {
    /// The note, by its place in the site's list.
    package var note: Int
    /// The note's number in this version, from 1.
    package var number: Int
    /// The scalars of the block's text.
    package var range: Range<Int>
    /// Whether the passage begins here; its card stands beside this block.
    package var isFirst: Bool
    /// Whether the passage ends here; its number stands behind this mark.
    package var isLast: Bool
  }

  /// The marks of each block, by the block's index.
  private let marks: [Int: [Mark]]

  /// The number of each note that has a place, by the note's index.
  private let numbers: [Int: Int]

  /// The blocks with which the passage of each note that has a place begins and ends, by the note's
  /// index.
  private let blocks: [Int: ClosedRange<Int>]

  /// The notes that were looked for and have no place, in the site's order.
  package let unplaced: [Int]

  init(_ notes: [Site.Note], in version: EditionVersion) {
    var placed: [(note: Int, passages: [(block: Int, range: Range<Int>)])] = []
    var unplaced: [Int] = []
    for (index, note) in notes.enumerated() {
      guard let placement = note.placements.first(where: { $0.version == version.name }) else {
        continue
      }
      let passages = placement.passages.compactMap { passage in
        version.index(of: passage.block).map { (block: $0, range: passage.range) }
      }
      if placement.outcome == .attached, !passages.isEmpty {
        placed.append((index, passages))
      } else {
        unplaced.append(index)
      }
    }
    placed.sort { left, right in
      let (a, b) = (left.passages[0], right.passages[0])
      return (a.block, a.range.lowerBound, a.range.upperBound, left.note)
        < (b.block, b.range.lowerBound, b.range.upperBound, right.note)
    }
    var marks: [Int: [Mark]] = [:]
    var numbers: [Int: Int] = [:]
    for (rank, item) in placed.enumerated() {
      numbers[item.note] = rank + 1
      for (place, passage) in item.passages.enumerated() {
        marks[passage.block, default: []].append(
          Mark(
            note: item.note, number: rank + 1, range: passage.range, isFirst: place == 0,
            isLast: place == item.passages.count - 1))
      }
    }
    self.marks = marks
    self.numbers = numbers
    self.unplaced = unplaced
    blocks = Dictionary(
      uniqueKeysWithValues: placed.map { item in
        let (first, last) = (item.passages[0].block, item.passages[item.passages.count - 1].block)
        return (item.note, min(first, last)...max(first, last))
      })
  }

  /// The marks of a block, by their notes' numbers.
  package func marks(ofBlock block: Int) -> [Mark] { marks[block] ?? [] }

  /// The blocks with which a note's passage begins and ends; `nil` if it has no place in this version.
  package func blocks(ofNote note: Int) -> ClosedRange<Int>? { blocks[note] }

  /// The number that a note has in this version; `nil` if it has no place in it.
  package func number(ofNote note: Int) -> Int? { numbers[note] }
}
