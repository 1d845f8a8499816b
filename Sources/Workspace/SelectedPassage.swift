internal import Annotations
internal import PlanModel

/// A passage as a person names it at the command line.
public struct SelectedPassage: Sendable {
  /// The words.
  public var quote: String?
  /// Words before them.
  public var prefix: String?
  /// Words behind them.
  public var suffix: String?
  /// The paragraph's identifier.
  public var paragraph: String?
  /// The sentences of the paragraph, from 1: `2` or `2-4`.
  public var sentences: String?
  /// Which one of several places of the words, from 1.
  public var occurrence: Int?

  /// Creates a passage.
  public init(
    quote: String? = nil, prefix: String? = nil, suffix: String? = nil, paragraph: String? = nil,
    sentences: String? = nil, occurrence: Int? = nil
  ) {
    self.quote = quote
    self.prefix = prefix
    self.suffix = suffix
    self.paragraph = paragraph
    self.sentences = sentences
    self.occurrence = occurrence
  }

  /// The passage as a selector of a version's text.
  ///
  /// - Throws: A `DocumentError` if there is no such paragraph, sentence or place.
  func selector(in version: Project.Version) throws -> PassageSelector {
    let blocks = version.plan.blocks
    var selector = PassageSelector(quote: quote, prefix: prefix, suffix: suffix)
    if let paragraph {
      guard let id = BlockID(paragraph), let block = blocks.first(where: { $0.id == id }) else {
        let near = nearestName(to: paragraph, among: blocks.map(\.id.rawValue))
        throw DocumentError(
          code: "unknown-paragraph", "‘\(version.name)’ has no paragraph \(paragraph)",
          help: near.map { "did you mean \($0)?" })
      }
      selector.paragraph = id
      if let sentences { selector.position = try Self.range(sentences, of: block) }
    }
    if let occurrence {
      guard case .several(let places) = PassageFinder(version.plan).passage(selector),
        places.indices.contains(occurrence - 1)
      else {
        throw DocumentError(
          code: "no-such-place", "the quote has no place of the number \(occurrence)",
          help: "without --occurrence its places are listed")
      }
      let start = places[occurrence - 1].start
      let length = places[occurrence - 1].range(in: start.block, length: .max).count
      selector.paragraph = blocks[start.block].id
      let end = places[occurrence - 1].end
      guard end.block == start.block else { return selector }
      selector.position = start.offset..<start.offset + min(length, end.offset - start.offset)
    }
    return selector
  }

  private static func range(_ text: String, of block: Block) throws -> Range<Int> {
    let all = Annotations.sentences(of: block.text)
    let ends = text.split { $0 == "-" || $0 == "–" }.compactMap { Int($0) }
    guard let first = ends.first, let last = ends.last, ends.count <= 2, first >= 1, first <= last,
      last <= all.count
    else {
      let shown = all.enumerated().map { number, range in
        let words = Array(block.text.unicodeScalars)[range].prefix(24)
        return "\n    \(number + 1)  \(String(String.UnicodeScalarView(words)))"
      }
      throw DocumentError(
        code: "no-such-sentence", "\(block.id) has no sentences ‘\(text)’",
        help: "it has \(all.count):" + shown.joined())
    }
    return all[first - 1].lowerBound..<all[last - 1].upperBound
  }
}

extension Project {
  /// Writes a note that a person gives at the command line.
  ///
  /// - Parameters:
  ///   - kind: The note's kind.
  ///   - id: Its name; made of its kind and paragraph by default.
  ///   - fields: Its fields, in the form of ``FlatFields``.
  ///   - passage: What it is on.
  ///   - version: The version; the one to which readers are led by default.
  ///   - file: The file in `Annotations/`.
  ///   - isTrial: Whether nothing is to be written.
  /// - Returns: What was written.
  /// - Throws: A `DocumentError` with every fault; then nothing is written.
  public func add(
    kind: String, id: String?, fields: [(key: String, text: String)], on passage: SelectedPassage,
    in version: String?, to file: String, isTrial: Bool
  ) throws -> WrittenNotes {
    let named = try version.map { try self.version($0) } ?? principalVersion()
    let kinds = try annotations().kinds
    var entries: [NoteValue.Entry] = id.map { [.init("id", $0)] } ?? []
    entries.append(.init("kind", kind))
    entries += FlatFields.entries(fields, of: kinds.first { $0.name == kind })
    let draft = NoteDraft(.mapping(entries), on: try passage.selector(in: named))
    return try add([draft], in: named.name, to: file, isTrial: isTrial)
  }
}

extension WrittenNotes {
  /// What was written and where, for a person.
  public var summary: String {
    guard let first = notes.first else { return "nothing was written\n" }
    let place = "\(file):\(first.place.line)"
    return notes.count == 1
      ? "\(place): \(first.id)\n\(text)" : "\(place): \(notes.count) notes\n\(text)"
  }
}
