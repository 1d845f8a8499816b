public import PlanModel

/// A run of words in a plan, from a place in one block to a place in the same or a later one.
public struct Passage: Sendable, Hashable {
  /// A place in a plan.
  public struct Place: Sendable, Hashable, Comparable {
    /// The block's index.
    public var block: Int
    /// The offset in the block's text in scalars.
    public var offset: Int

    /// Creates a place.
    public init(block: Int, offset: Int) {
      self.block = block
      self.offset = offset
    }

    /// Orders places as they are read.
    public static func < (left: Place, right: Place) -> Bool {
      (left.block, left.offset) < (right.block, right.offset)
    }
  }

  /// The place of the first scalar.
  public var start: Place
  /// The place behind the last scalar.
  public var end: Place

  /// Creates a passage.
  public init(start: Place, end: Place) {
    self.start = start
    self.end = end
  }

  /// Creates a passage inside one block.
  public init(block: Int, range: Range<Int>) {
    start = Place(block: block, offset: range.lowerBound)
    end = Place(block: block, offset: range.upperBound)
  }

  /// The blocks that the passage touches.
  public var blocks: ClosedRange<Int> { start.block...max(start.block, end.block) }

  /// The part of a block that belongs to the passage, in scalars.
  ///
  /// - Parameters:
  ///   - block: The block's index; one of ``blocks``.
  ///   - length: The length of the block's text.
  /// - Returns: The range in the block's text.
  public func range(in block: Int, length: Int) -> Range<Int> {
    let from = block == start.block ? min(start.offset, length) : 0
    let to = block == end.block ? min(end.offset, length) : length
    return from..<max(from, to)
  }

  /// The words; a line feed stands for the end of a block.
  public func quote(in blocks: [Block]) -> String {
    self.blocks.map { index in
      let scalars = Array(blocks[index].text.unicodeScalars)
      return String(String.UnicodeScalarView(scalars[range(in: index, length: scalars.count)]))
    }.joined(separator: "\n")
  }
}
