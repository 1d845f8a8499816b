public import PlanModel

/// How a passage is named where nobody knows yet whether it is there: by its words, the words beside
/// it, its block and its place, of which each may be missing.
public struct PassageSelector: Sendable, Hashable {
  /// The words; a line feed stands for the end of a block.
  public var quote: String?
  /// Words before them; they may come from another block, and differ in spaces.
  public var prefix: String?
  /// Words behind them.
  public var suffix: String?
  /// The block in which the passage begins.
  public var paragraph: BlockID?
  /// The block in which it ends, where that is another.
  public var to: BlockID?
  /// The place in scalars over the blocks' texts joined by one line feed; of the paragraph's text
  /// alone if there is one.
  public var position: Range<Int>?

  /// Creates a selector.
  public init(
    quote: String? = nil, prefix: String? = nil, suffix: String? = nil, paragraph: BlockID? = nil,
    to: BlockID? = nil, position: Range<Int>? = nil
  ) {
    self.quote = quote
    self.prefix = prefix
    self.suffix = suffix
    self.paragraph = paragraph
    self.to = to
    self.position = position
  }

  /// What a selector finds in a plan.
  public enum Result: Sendable, Hashable {
    /// One passage.
    case found(Passage)
    /// Several that fit equally well, in the order of reading.
    case several([Passage])
    /// None; the passage most like it, if there is one.
    case none(nearest: Passage?)
  }
}

/// A plan's text in which passages are looked for.
public struct PassageFinder: Sendable {
  private let blocks: [Block]
  private let search: QuoteSearch
  /// The texts of the blocks joined by line feeds, and where each begins.
  private let scalars: [Unicode.Scalar]
  private let starts: [Int]

  /// Prepares a plan.
  ///
  /// - Complexity: O(*n*) in the length of the text.
  public init(_ plan: Plan) {
    blocks = plan.blocks
    search = QuoteSearch(plan.blocks)
    var scalars: [Unicode.Scalar] = []
    var starts: [Int] = []
    for block in plan.blocks {
      if !starts.isEmpty { scalars.append("\n") }
      starts.append(scalars.count)
      scalars.append(contentsOf: block.text.unicodeScalars)
    }
    (self.scalars, self.starts) = (scalars, starts)
  }

  /// The passage that a selector names.
  ///
  /// A position counts only if the words stand there; it is a hint where another program counts in
  /// its own way. Of several places of the words those with the most of the context around them are
  /// left, and of these the one at the position.
  ///
  /// - Complexity: O(*n*) in the length of the text.
  public func passage(_ selector: PassageSelector) -> PassageSelector.Result {
    let block = selector.paragraph.flatMap { id in blocks.firstIndex { $0.id == id } }
    let position = selector.position.flatMap { place(of: $0, in: block) }
    guard let quote = selector.quote, !quote.isEmpty else {
      if let position { return .found(position) }
      guard let block, !blocks[block].text.isEmpty else { return .none(nearest: nil) }
      return .found(Passage(block: block, range: 0..<blocks[block].text.unicodeScalars.count))
    }
    if let position, position.quote(in: blocks) == quote { return .found(position) }
    var places = search.passages(of: quote, in: block)
    // An identifier may come from elsewhere: then the words decide.
    if places.isEmpty, block != nil { places = search.passages(of: quote) }
    if places.isEmpty { places = spacedPlaces(of: quote) }
    guard !places.isEmpty else { return .none(nearest: search.nearest(to: quote)) }
    let contexts = places.map { context(around: $0, of: selector) }
    let best = contexts.max() ?? 0
    let fitting = zip(places, contexts).filter { $0.1 == best }.map(\.0)
    if fitting.count == 1 { return .found(fitting[0]) }
    if let position, let near = fitting.first(where: { $0.start == position.start }) {
      return .found(near)
    }
    return .several(fitting)
  }

  /// The places of words that differ in nothing but spaces and line ends: other programs take them
  /// from pages that are set in their own way.
  private func spacedPlaces(of quote: String) -> [Passage] {
    let wanted = quote.unicodeScalars.filter { !$0.properties.isWhitespace }
    let offsets = scalars.indices.filter { !scalars[$0].properties.isWhitespace }
    let pattern = Array(wanted)
    guard let first = pattern.first, pattern.count <= offsets.count else { return [] }
    return (0...offsets.count - pattern.count).compactMap { start in
      guard scalars[offsets[start]] == first,
        pattern.indices.allSatisfy({ scalars[offsets[start + $0]] == pattern[$0] })
      else { return nil }
      return place(of: offsets[start]..<offsets[start + pattern.count - 1] + 1, in: nil)
    }
  }

  /// How many scalars of the context, spaces left out, stand around a passage.
  private func context(around passage: Passage, of selector: PassageSelector) -> Int {
    func isWord(_ scalar: Unicode.Scalar) -> Bool { !scalar.properties.isWhitespace }
    let start = starts[passage.start.block] + passage.start.offset
    let end = starts[passage.end.block] + passage.end.offset
    let before = (selector.prefix ?? "").unicodeScalars.reversed().filter(isWord)
    let behind = (selector.suffix ?? "").unicodeScalars.filter(isWord)
    return zip(before, scalars[..<start].reversed().lazy.filter(isWord)).prefix { $0 == $1 }.count
      + zip(behind, scalars[end...].lazy.filter(isWord)).prefix { $0 == $1 }.count
  }

  private func place(of range: Range<Int>, in block: Int?) -> Passage? {
    guard range.lowerBound >= 0, !range.isEmpty else { return nil }
    if let block {
      let length = blocks[block].text.unicodeScalars.count
      return range.upperBound <= length ? Passage(block: block, range: range) : nil
    }
    guard range.upperBound <= scalars.count else { return nil }
    let start = self.block(at: range.lowerBound)
    let end = self.block(at: range.upperBound - 1)
    return Passage(
      start: .init(block: start, offset: range.lowerBound - starts[start]),
      end: .init(block: end, offset: range.upperBound - starts[end]))
  }

  private func block(at offset: Int) -> Int {
    max(0, starts.partitioningIndex { $0 > offset } - 1)
  }

  /// A note's target that names a passage and no other one: with its block, and with as much of the
  /// words beside it as tells it from others in the block.
  ///
  /// - Parameters:
  ///   - passage: The passage.
  ///   - version: The version's name.
  /// - Returns: What stands under `on` in a file of notes.
  public func target(of passage: Passage, in version: String) -> NoteValue {
    let quote = passage.quote(in: blocks)
    var entries: [NoteValue.Entry] = [
      .init("version", version), .init("paragraph", blocks[passage.start.block].id.rawValue),
    ]
    if passage.end.block != passage.start.block {
      entries.append(.init("to", blocks[passage.end.block].id.rawValue))
    }
    entries.append(.init("quote", quote.contains("\n") ? quote + "\n" : quote))
    let before = Array(blocks[passage.start.block].text.unicodeScalars)[..<passage.start.offset]
    for length in 0...before.count {
      let prefix = String(String.UnicodeScalarView(before.suffix(length)))
      let found = search.passages(of: quote, prefix: prefix, in: passage.start.block)
      guard found.count == 1 else { continue }
      entries.add("prefix", prefix)
      break
    }
    return .mapping(entries)
  }
}
