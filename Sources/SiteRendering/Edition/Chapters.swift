import PlanModel

/// How a version's text is cut into pages.
///
/// A chapter is a stretch of whole sections: those of the highest level, or of the level below where
/// one is too long. Short neighbours share a page, unless the project wants each by itself. A page is named by the identifier of its first
/// block, so that its address stays the same when other chapters come and go.
package struct Chapters: Sendable {
  /// The blocks of each chapter, in the order of reading; empty if the text stands on one page.
  package let ranges: [Range<Int>]

  /// The texts up to this many bytes of UTF-8 stand on one page, unless the project says otherwise:
  /// some 43,000 ideographs.
  static let mostOnOnePage = 128 << 10
  /// A chapter with more bytes than this is cut at its sections.
  static let longest = 96 << 10
  /// A chapter with fewer bytes than this shares a page with the next one.
  static let shortest = 2 << 10

  /// Whether the text has more than one page.
  package var isSplit: Bool { !ranges.isEmpty }

  /// Cuts a plan.
  ///
  /// - Complexity: O(*n*) in the number of blocks and sections.
  init(of plan: Plan, outline: Outline, by pagination: Site.Pagination) {
    var sizes = [0]
    sizes.reserveCapacity(plan.blocks.count + 1)
    for block in plan.blocks { sizes.append(sizes[sizes.count - 1] + block.text.utf8.count) }
    let isWhole =
      switch pagination {
      case .onePage: true
      case .byChapter: false
      case .automatic: sizes[plan.blocks.count] <= Self.mostOnOnePage
      }
    let cutter = ChapterCutter(outline: outline, sizes: sizes)
    let cuts =
      switch (isWhole, pagination) {
      case (true, _): [Int]()
      case (false, .byChapter): cutter.cuts()
      case (false, _): cutter.joined(cutter.cuts())
      }
    ranges = cuts.count < 2 ? [] : zip(cuts, cuts.dropFirst() + [plan.blocks.count]).map { $0..<$1 }
  }

  /// The chapter in which a block stands.
  ///
  /// - Complexity: O(log *n*).
  package func index(of block: Int) -> Int? {
    let chapter = ranges.partitioningIndex { $0.upperBound > block }
    return chapter < ranges.count ? chapter : nil
  }
}

/// Finds the blocks with which chapters begin.
private struct ChapterCutter {
  let outline: Outline
  /// How many bytes stand before each block.
  let sizes: [Int]

  private func size(_ blocks: Range<Int>) -> Int {
    sizes[blocks.upperBound] - sizes[blocks.lowerBound]
  }

  /// The first blocks of the chapters, ascending.
  func cuts() -> [Int] {
    guard sizes.count > 1 else { return [] }
    var children: [Int?: [Int]] = [:]
    for (index, section) in outline.sections.enumerated() {
      children[section.parent, default: []].append(index)
    }
    var starts: [Int] = []
    add(0..<(sizes.count - 1), under: nil, children, to: &starts)
    return starts
  }

  /// Adds the beginnings of the parts into which some blocks fall: the subsections of a section, and
  /// what stands before the first of them.
  private func add(
    _ blocks: Range<Int>, under section: Int?, _ children: [Int?: [Int]], to starts: inout [Int]
  ) {
    let parts = (children[section] ?? []).filter { !outline.sections[$0].blocks.isEmpty }
    if starts.last != blocks.lowerBound { starts.append(blocks.lowerBound) }
    guard !parts.isEmpty else { return cut(blocks, to: &starts) }
    for part in parts {
      let range = outline.sections[part].blocks
      if starts.last != range.lowerBound { starts.append(range.lowerBound) }
      if size(range) > Chapters.longest || parts.count == 1 && section == nil {
        add(range, under: part, children, to: &starts)
      }
    }
  }

  /// Cuts a long text that has no sections, wherever a chapter is full.
  private func cut(_ blocks: Range<Int>, to starts: inout [Int]) {
    var start = blocks.lowerBound
    for block in blocks where size(start..<block + 1) > Chapters.longest && block > start {
      starts.append(block)
      start = block
    }
  }

  /// The beginnings without those of parts that are joined to the one before.
  func joined(_ starts: [Int]) -> [Int] {
    var result: [Int] = []
    for (place, start) in starts.enumerated() {
      let end = place + 1 < starts.count ? starts[place + 1] : sizes.count - 1
      guard let last = result.last else {
        result.append(start)
        continue
      }
      let isShort =
        size(last..<start) < Chapters.shortest
        || size(start..<end) < Chapters.shortest && size(last..<end) < Chapters.longest
      if !isShort || size(last..<end) >= Chapters.longest { result.append(start) }
    }
    return result
  }
}
