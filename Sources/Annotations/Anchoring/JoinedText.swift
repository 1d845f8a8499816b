internal import PlanModel

/// The blocks of one side of a link, joined by line feeds.
struct JoinedText {
  let blocks: [Int]
  private let starts: [Int]
  private let lengths: [Int]
  /// The length of the joined text.
  let length: Int

  init(_ blocks: [Int], lengths all: [Int]) {
    self.blocks = blocks
    lengths = blocks.map { all[$0] }
    var starts: [Int] = []
    var next = 0
    for length in lengths {
      starts.append(next)
      next += length + 1
    }
    self.starts = starts
    length = max(0, next - 1)
  }

  /// A range of a block in the joined text.
  func joined(_ range: Range<Int>, of block: Int) -> Range<Int>? {
    guard let place = blocks.firstIndex(of: block) else { return nil }
    return range.lowerBound + starts[place]..<range.upperBound + starts[place]
  }

  /// A range of the joined text as a passage; it neither begins nor ends on a line feed.
  func passage(_ range: Range<Int>) -> Passage? {
    guard !range.isEmpty, !blocks.isEmpty else { return nil }
    let start = place(of: range.lowerBound, isEnd: false)
    let end = place(of: range.upperBound, isEnd: true)
    return start < end ? Passage(start: start, end: end) : nil
  }

  private func place(of offset: Int, isEnd: Bool) -> Passage.Place {
    var place = (starts.firstIndex { $0 > offset } ?? starts.count) - 1
    if isEnd, place > 0, starts[place] == offset { place -= 1 }
    var inside = offset - starts[place]
    if !isEnd, inside >= lengths[place], place + 1 < blocks.count {
      place += 1
      inside = 0
    }
    return .init(block: blocks[place], offset: min(inside, lengths[place]))
  }
}
