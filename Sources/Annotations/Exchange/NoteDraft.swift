public import PlanModel

/// A note as another program, or a person at the command line, gives it: what it says, and words that
/// name a passage, which nobody has looked for yet.
public struct NoteDraft: Sendable {
  /// What the note says, as a mapping in the form of the files.
  ///
  /// `id` and `kind` may be missing; `on` stands only if it is taken over as it is.
  public var content: NoteValue
  /// How its passage is named.
  public var selector: PassageSelector
  /// What the other program calls it; a name is made of it where the content has none.
  public var name: String?
  /// The place in the file that it was read from.
  public var place: FilePlace?

  /// Creates a draft.
  public init(
    _ content: NoteValue, on selector: PassageSelector, named name: String? = nil,
    at place: FilePlace? = nil
  ) {
    self.content = content
    self.name = name
    self.selector = selector
    self.place = place
  }

  /// A name for a note made of any text, such as another program's identifier: its last part in
  /// lower-case letters, digits and hyphens.
  ///
  /// - Returns: `nil` if nothing is left.
  public static func name(from text: String) -> String? {
    let last = text.split { "/#?:".contains($0) }.last.map(String.init) ?? text
    var name = ""
    for byte in last.lowercased().utf8 {
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"):
        name.unicodeScalars.append(Unicode.Scalar(byte))
      default: if !name.isEmpty, name.last != "-" { name += "-" }
      }
    }
    let cut = String(name.prefix(60))
    let trimmed = cut.hasSuffix("-") ? String(cut.dropLast()) : cut
    return trimmed.isEmpty ? nil : trimmed
  }
}

/// Turns drafts into notes of a version.
public struct NoteDrafting: Sendable {
  private let version: NamedPlan
  private let finder: PassageFinder
  /// The names that notes bear already.
  private var taken: Set<String>

  /// Prepares to place drafts.
  ///
  /// - Parameters:
  ///   - version: The version whose text is searched.
  ///   - taken: The names that notes bear already.
  public init(in version: NamedPlan, taken: Set<String>) {
    self.version = version
    self.taken = taken
    finder = PassageFinder(version.plan)
  }

  /// The note that a draft makes: with a name, a kind, and a target that names one passage.
  ///
  /// - Parameters:
  ///   - draft: The draft.
  ///   - kind: The kind of a note that names none.
  /// - Returns: The note in the form of the files.
  /// - Throws: A `DocumentError` if its passage isn't there, or stands in several places.
  public mutating func note(of draft: NoteDraft, kind: String = "comment") throws -> NoteValue {
    var on = draft.content["on"]
    var block: BlockID?
    if on == nil {
      let passage = try passage(of: draft)
      on = finder.target(of: passage, in: version.version)
      block = version.plan.blocks[passage.start.block].id
    }
    let kind = draft.content["kind"]?.text ?? kind
    let made = draft.name.flatMap(NoteDraft.name).flatMap { taken.contains($0) ? nil : $0 }
    let id = draft.content["id"]?.text ?? made ?? name(kind: kind, block: block)
    taken.insert(id)
    let own: Set = ["id", "kind", "on"]
    return .mapping(
      [.init("id", id), .init("kind", kind), .init("on", on ?? .mapping([]))]
        + draft.content.entries.filter { !own.contains($0.key) })
  }

  private func name(kind: String, block: BlockID?) -> String {
    let stem =
      block.map { kind + "-" + $0.rawValue.split(separator: "-").dropFirst().joined() } ?? kind
    let base = NoteDraft.name(from: stem) ?? "note"
    var (name, number) = (base, 2)
    while taken.contains(name) {
      name = "\(base)-\(number)"
      number += 1
    }
    return name
  }

  private func passage(of draft: NoteDraft) throws -> Passage {
    let blocks = version.plan.blocks
    if let id = draft.selector.paragraph, draft.selector.quote == nil,
      !blocks.contains(where: { $0.id == id })
    {
      let near = nearestName(to: id.rawValue, among: blocks.map(\.id.rawValue))
      throw DocumentError(
        code: "unknown-paragraph", "‘\(version.version)’ has no paragraph \(id)", at: draft.place,
        help: near.map { "did you mean \($0)?" })
    }
    switch finder.passage(draft.selector) {
    case .found(let passage): return passage
    case .several(let passages):
      let positions = Outline(of: version.plan).positions
      let places = passages.enumerated().map { number, passage in
        "\n    \(number + 1)  \(blocks[passage.start.block].id)  "
          + "\(positions[passage.start.block].text)  \(passage.surroundings(in: blocks))"
      }
      throw DocumentError(
        code: "ambiguous-quote",
        "the quote stands in \(passages.count) places of ‘\(version.version)’", at: draft.place,
        help: "name one by its paragraph, its number, or the words beside it:" + places.joined())
    case .none(let nearest):
      throw DocumentError(
        code: "quote-not-found", "the quote doesn't stand in ‘\(version.version)’",
        at: draft.place,
        help: nearest.map {
          "the nearest stands in \(blocks[$0.start.block].id): «\($0.quote(in: blocks))»"
        })
    }
  }
}

extension Passage {
  /// The words with a few beside them.
  fileprivate func surroundings(in blocks: [Block]) -> String {
    let first = Array(blocks[start.block].text.unicodeScalars)[..<start.offset].suffix(12)
    let last = Array(blocks[end.block].text.unicodeScalars)[end.offset...].prefix(12)
    let words = quote(in: blocks).replacing("\n", with: "¶")
    return String(String.UnicodeScalarView(first)) + "«" + words + "»"
      + String(String.UnicodeScalarView(last))
  }
}
