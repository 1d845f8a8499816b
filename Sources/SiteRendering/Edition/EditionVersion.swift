package import PlanModel

/// A version with its outline and the places of its blocks.
package struct EditionVersion: Sendable {
  package let version: Site.Version
  package let outline: Outline
  /// How the text is cut into pages.
  package let chapters: Chapters
  /// The level of the plan's highest headings, which become the page's second level.
  package let topLevel: Int
  /// The first line of the source that no block before this one has taken; one more entry than
  /// blocks.
  package let firstLines: [Int]
  private let indices: [BlockID: Int]

  init(_ version: Site.Version, pagination: Site.Pagination, sharing: WorkSharing) {
    self.version = version
    let (outline, tables) = sharing.both(
      { Outline(of: version.plan) },
      { (indices: Self.indices(of: version.plan), firstLines: Self.firstLines(of: version)) })
    self.outline = outline
    (indices, firstLines) = tables
    chapters = Chapters(of: version.plan, outline: outline, by: pagination)
    topLevel = outline.sections.map(\.level).min() ?? 1
  }

  private static func indices(of plan: Plan) -> [BlockID: Int] {
    var indices: [BlockID: Int] = [:]
    indices.reserveCapacity(plan.blocks.count)
    // Of blocks with the same name, which no plan.md has, the first is meant.
    for (index, block) in plan.blocks.enumerated().reversed() { indices[block.id] = index }
    return indices
  }

  package var name: String { version.name }
  package var label: String { version.label }
  package var plan: Plan { version.plan }

  /// The language of the text; what nobody has named is undetermined.
  package var language: String { plan.metadata.language ?? "und" }

  /// The place of a block among the blocks.
  package func index(of id: BlockID) -> Int? { indices[id] }

  /// The beginning of the running text of some blocks; `nil` if there is none.
  package func opening(of blocks: Range<Int>) -> String? {
    blocks.first { !plan.blocks[$0].kind.isHeading }.map {
      excerpt(plan.blocks[$0].text, length: 120)
    }
  }

  private static func firstLines(of version: Site.Version) -> [Int] {
    guard !version.sourceLines.isEmpty else { return [] }
    let end = version.sourceLines.count + 1
    var lines = [1]
    lines.reserveCapacity(version.plan.blocks.count + 1)
    for block in version.plan.blocks {
      let next = version.places[block.id].map { $0.lines.upperBound + 1 } ?? 0
      lines.append(min(max(lines[lines.count - 1], next), end))
    }
    return lines
  }

  /// The page of the text on which a block stands.
  package func address(ofBlock index: Int) -> Address {
    guard let chapter = chapters.index(of: index) else { return .reading(version: name) }
    return address(ofChapter: chapter)
  }

  /// The page of the source on which the lines of a block stand.
  package func sourceAddress(ofBlock index: Int) -> Address {
    guard let chapter = chapters.index(of: index) else { return .source(version: name) }
    return .chapterSource(
      version: name, start: plan.blocks[chapters.ranges[chapter].lowerBound].id)
  }

  /// The page of a chapter.
  package func address(ofChapter chapter: Int) -> Address {
    .chapter(version: name, start: plan.blocks[chapters.ranges[chapter].lowerBound].id)
  }

  /// Where a block stands, for a person.
  package func position(of index: Int) -> Outline.Position { outline.positions[index] }
}
