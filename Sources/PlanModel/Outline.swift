/// The sections of a plan, and the position of each block in them.
///
/// A position is what a person cites: `第六章 第二节 ¶3`, or `6.2.3`. It changes from version to
/// version; only the identifier stays.
public struct Outline: Sendable, Hashable {
  /// One section: a heading and what stands under it.
  public struct Section: Sendable, Hashable {
    /// The heading's level; 1 is the highest.
    public var level: Int
    /// The number mark as printed, such as `第二节`.
    public var number: String?
    /// The heading's words; empty for a section that began before this text.
    public var title: String
    /// The index of the heading's block, or `nil` for a section that began before this text.
    public var heading: Int?
    /// The numbers of the section and of those around it, from the outside in.
    public var path: [Int]
    /// The index of the section around this one.
    public var parent: Int?
    /// The blocks of the section with those of its subsections, the heading among them.
    public var blocks: Range<Int>
  }

  /// Where a block stands.
  public struct Position: Sendable, Hashable {
    /// The number marks (or, where there is none, the titles) of the sections around the block.
    public var labels: [String]
    /// The count of the block among the blocks directly in its section, from 1; `nil` for a
    /// heading.
    public var paragraph: Int?
    /// The numbers of the sections; a section that has subsections counts its own blocks under 0.
    public var path: [Int]

    /// The position in words: `第六章 第二节 ¶3`.
    public var text: String {
      var text = ""
      for label in labels {
        if !text.isEmpty { text += " " }
        text += label
      }
      if let paragraph { text += text.isEmpty ? "¶\(paragraph)" : " ¶\(paragraph)" }
      return text
    }

    /// The position in numbers: `6.2.3`.
    public var dotted: String {
      (path + (paragraph.map { [$0] } ?? [])).map(String.init).joined(separator: ".")
    }
  }

  /// The sections in the order of reading.
  public let sections: [Section]

  /// The position of each block, in the order of the blocks.
  public let positions: [Position]

  /// Reads the outline of a plan.
  ///
  /// - Complexity: O(*n*) in the number of blocks.
  public init(of plan: Plan) {
    var builder = OutlineBuilder(count: plan.blocks.count)
    builder.open(context: plan.metadata.startsIn ?? "", before: plan.blocks)
    for (index, block) in plan.blocks.enumerated() {
      if let level = block.kind.headingLevel {
        builder.open(level: level, number: block.number, title: block.text, at: index)
      } else {
        builder.add(block: index)
      }
    }
    builder.close(from: 0, at: plan.blocks.count)
    sections = builder.sections
    positions = builder.places.map { place in
      Self.position(of: place, in: builder.sections, parents: builder.parents)
    }
  }

  private static func position(
    of place: OutlineBuilder.Place, in sections: [Section], parents: Set<Int>
  ) -> Position {
    guard let section = place.section else {
      return Position(labels: [], paragraph: place.paragraph, path: parents.isEmpty ? [] : [0])
    }
    var labels: [String] = []
    var next: Int? = section
    while let index = next {
      labels.append(sections[index].number ?? sections[index].title)
      next = sections[index].parent
    }
    let path = sections[section].path
    let isIntroduction = place.paragraph != nil && parents.contains(section)
    return Position(
      labels: labels.reversed(), paragraph: place.paragraph,
      path: isIntroduction ? path + [0] : path)
  }
}

/// Opens and closes sections while the blocks go by.
private struct OutlineBuilder {
  struct Place {
    var section: Int?
    var paragraph: Int?
  }

  var sections: [Outline.Section] = []
  var places: [Place] = []
  /// The sections that have subsections.
  var parents: Set<Int> = []
  private var open: [Int] = []
  /// How many blocks stand directly in each section; the last entry is for those in none.
  private var counts: [Int] = []
  private var loose = 0
  private var topOrdinal = 0
  private var ordinals: [Int] = []

  init(count: Int) { places.reserveCapacity(count) }

  /// Opens the sections in which the text begins, at the levels that their marks have further on.
  mutating func open(context: String, before blocks: [Block]) {
    guard !context.isEmpty else { return }
    var levels: [NumberMark.Scheme: Int] = [:]
    for block in blocks {
      guard let level = block.kind.headingLevel, let number = block.number,
        let mark = NumberMark(openingOf: number)
      else { continue }
      if levels[mark.scheme] == nil { levels[mark.scheme] = level }
    }
    var level = 0
    for label in context.split(whereSeparator: \.isWhitespace) {
      let known = NumberMark(openingOf: String(label)).flatMap { levels[$0.scheme] }
      level = max(level + 1, known ?? 0)
      open(level: level, number: String(label), title: "", at: nil)
    }
  }

  mutating func open(level: Int, number: String?, title: String, at block: Int?) {
    let start = block ?? 0
    close(from: level, at: start)
    let parent = open.last
    if let parent { parents.insert(parent) }
    let ordinal = countSibling(of: parent)
    let value = number.flatMap { NumberMark(openingOf: $0)?.value.first } ?? ordinal
    sections.append(
      Outline.Section(
        level: level, number: number, title: title, heading: block,
        path: (parent.map { sections[$0].path } ?? []) + [value], parent: parent,
        blocks: start..<start))
    counts.append(0)
    ordinals.append(0)
    open.append(sections.count - 1)
    if block != nil { places.append(Place(section: sections.count - 1, paragraph: nil)) }
  }

  mutating func add(block: Int) {
    guard let section = open.last else {
      loose += 1
      places.append(Place(section: nil, paragraph: loose))
      return
    }
    counts[section] += 1
    places.append(Place(section: section, paragraph: counts[section]))
  }

  /// Ends the open sections of this level and below.
  mutating func close(from level: Int, at end: Int) {
    while let last = open.last, sections[last].level >= level {
      sections[last].blocks = sections[last].blocks.lowerBound..<end
      open.removeLast()
    }
  }

  private mutating func countSibling(of parent: Int?) -> Int {
    if let parent {
      ordinals[parent] += 1
      return ordinals[parent]
    }
    topOrdinal += 1
    return topOrdinal
  }
}
