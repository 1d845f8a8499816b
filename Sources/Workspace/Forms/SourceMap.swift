public import PlanModel

/// What `source.map.json` says: from which lines and bytes of the source each block came, and what
/// became of every other character.
public struct SourceMap: Sendable, Hashable, Encodable {
  /// A place in the source.
  public struct Place: Sendable, Hashable, Encodable {
    /// The first and the last line, from 1.
    public var lines: [Int]
    /// The first byte and the one behind the last.
    public var bytes: [Int]
    /// The boxes on pages, where the source has pages.
    public var boxes: [Box]?
    /// The element of a web page.
    public var element: String?
    /// The rules that joined or parted its lines, where the source doesn't say that itself: a line
    /// and the code of the rule that decided of it and of the lines up to the next rule, such as
    /// `2:heading-ends 3:sentence-goes-on`.
    public var rules: String?

    /// A box on a page.
    public struct Box: Sendable, Hashable, Encodable {
      /// The page, from 1.
      public var page: Int
      /// Left, top, right and bottom edge in points from the page's upper left corner.
      public var edges: [Double]
    }

    init(_ place: SourcePlace) {
      lines = [place.lines.lowerBound, place.lines.upperBound]
      bytes = [place.bytes.lowerBound, place.bytes.upperBound]
      element = place.element
      if !place.reasons.isEmpty {
        rules = place.reasons.map { "\($0.line):\($0.rule.rawValue)" }.joined(separator: " ")
      }
      guard !place.boxes.isEmpty else { return }
      boxes = place.boxes.map {
        Box(page: $0.page, edges: [$0.left, $0.top, $0.right, $0.bottom])
      }
    }

    /// The place as a value of the model, or `nil` if the numbers make none.
    public var value: SourcePlace? {
      guard lines.count == 2, bytes.count == 2, lines[0] <= lines[1], bytes[0] <= bytes[1] else {
        return nil
      }
      let boxes = (boxes ?? []).filter { $0.edges.count == 4 }.map {
        SourcePlace.PageBox(
          page: $0.page, left: $0.edges[0], top: $0.edges[1], right: $0.edges[2],
          bottom: $0.edges[3])
      }
      return SourcePlace(
        lines: lines[0]...lines[1], bytes: bytes[0]..<bytes[1], boxes: boxes, element: element,
        reasons: reasons)
    }

    /// The rules as values of the model; one that only a later release knows is left out.
    private var reasons: [SourcePlace.Reason] {
      guard let rules else { return [] }
      return rules.split(separator: " ").compactMap { entry in
        guard let colon = entry.firstIndex(of: ":"), let line = Int(entry[..<colon]),
          let rule = LineDecision.Rule(rawValue: String(entry[entry.index(after: colon)...]))
        else { return nil }
        return SourcePlace.Reason(line: line, rule: rule)
      }
    }
  }

  /// A block's origin.
  public struct BlockOrigin: Sendable, Hashable, Encodable {
    /// The block's identifier.
    public var id: String
    /// Where it came from.
    public var source: Place
  }

  /// A part that is no text of the plan.
  public struct Part: Sendable, Hashable, Encodable {
    /// What it is: `masthead`, `continued-from` and so on.
    public var role: String
    /// Its words.
    public var text: String
    /// Where it stands.
    public var source: Place
  }

  /// Characters that were left out of a block's text.
  public struct Removal: Sendable, Hashable, Encodable {
    /// Why.
    public var rule: String
    /// The characters.
    public var text: String
    /// What stands for them.
    public var replacement: String
    /// Where they stood.
    public var source: Place
  }

  /// The lines that were read from a source that is no text as it stands.
  public struct Lines: Sendable, Hashable, Encodable {
    /// The file that holds them, one on a line.
    public var file: String
    /// Where pages begin: a line, and the page to which it and those behind it belong.
    public var pages: [[Int]]

    init(_ lines: [ReadLine], file: String) {
      self.file = file
      pages = []
      for (index, line) in lines.enumerated() {
        if let page = line.page, pages.last?[1] != page { pages.append([index + 1, page]) }
      }
    }
  }

  /// The form's name.
  public var schema = "variorum/source-map/1"
  /// The source's file name.
  public var file: String
  /// The lines that were read, where the source's own can't be shown.
  public var lines: Lines?
  /// The blocks in the order of reading.
  public var blocks: [BlockOrigin]
  /// The furniture.
  public var furniture: [Part]
  /// The characters left out.
  public var removed: [Removal]

  /// The file beside the source that holds the lines that were read from it.
  static let linesFile = "source.lines.txt"

  /// The map of a draft whose blocks have been given identifiers.
  public init(of draft: PlanDraft, identifiers: [BlockID], file: String) {
    self.file = file
    lines = draft.readLines.isEmpty ? nil : Lines(draft.readLines, file: Self.linesFile)
    blocks = zip(draft.blocks, identifiers).compactMap { block, id in
      block.source.map { BlockOrigin(id: id.rawValue, source: Place($0)) }
    }
    furniture = draft.furniture.map {
      Part(role: $0.role.rawValue, text: $0.text, source: Place($0.source))
    }
    removed = draft.removed.map {
      Removal(
        rule: $0.rule, text: $0.text, replacement: $0.replacement, source: Place($0.source))
    }
  }
}
