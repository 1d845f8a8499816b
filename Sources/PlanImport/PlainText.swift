public import PlanModel

/// Reads plain text in whatever state it arrives: newspaper columns with hard line breaks and stray
/// blank lines, text pasted from a page, one paragraph a line.
public struct PlainTextReader: Sendable {
  /// The encoding, where a person named it; otherwise it is detected.
  public var encoding: TextEncoding?

  /// The place in the plan's numbering at which the text begins, such as `第五章 第一节`.
  public var startsIn: String?

  /// Creates a reader.
  public init(encoding: TextEncoding? = nil, startsIn: String? = nil) {
    self.encoding = encoding
    self.startsIn = startsIn
  }

  /// The draft of a plan from a source.
  ///
  /// Every character of the source is in a block, in the furniture, or white space that is either
  /// listed as removed or stands between blocks.
  ///
  /// - Parameters:
  ///   - bytes: The source as received.
  ///   - file: The source's name, for diagnostics.
  /// - Returns: The blocks, with doubtful decisions as diagnostics.
  /// - Throws: ``ImportError`` if the bytes cannot be read as text.
  /// - Complexity: O(*n*) in the number of bytes.
  public func draft(of bytes: [UInt8], file: String) throws(ImportError) -> PlanDraft {
    let source = try SourceText(decoding: bytes, as: encoding, file: file)
    let spaces = SpaceRule(for: source.scalars)
    let all = SourceLine.lines(of: source)
    guard !all.isEmpty else { throw .empty(file: file) }
    let contents = ContentsTable(count: all.count) { source.scalars[all[$0].content] }
    let recognition = FurnitureRecognition(
      contents.map { all.without($0.range) } ?? all, in: source, spaces: spaces)
    var composition = BlockComposition(
      recognition.lines, in: source, spaces: spaces, furniture: recognition.furniture,
      file: file)
    composition.compose()
    var draft = PlanDraft(
      blocks: composition.blocks,
      furniture: (composition.title.map { [$0] } ?? []) + recognition.furniture,
      removed: composition.removed, diagnostics: composition.diagnostics,
      decisions: composition.decisions)
    if source.isGuessed { draft.diagnostics.insert(.guessed(source.encoding, in: file), at: 0) }
    draft.placeReasons()
    let context = (startsIn ?? "").split(whereSeparator: \.isWhitespace)
      .compactMap { NumberMark(openingOf: String($0)).map(HeadingForm.init) }
    draft.decideHeadings(
      context: context, contents: contents, lone: composition.loneHeadings)
    draft.dropDoubtsBehindHeadings()
    draft.diagnostics += NumberingCheck.diagnostics(of: draft.blocks, file: file)
    if let contents {
      let lines = contents.range.map { index in
        Furniture(
          role: .contents, text: spaces.furnitureText(source.scalars[all[index].content]),
          source: SourcePlace(
            lines: all[index].number...all[index].number, bytes: source.bytes(all[index].content)))
      }
      draft.diagnostics += contents.missing(among: draft.blocks, lines: lines, file: file)
      draft.furniture += lines
    }
    draft.metadata.title = composition.title?.text ?? recognition.catalogue.title
    draft.metadata.startsIn = startsIn
    draft.metadata["encoding"] = .text(source.encoding.rawValue)
    draft.metadata.language = LanguageGuess.language(
      of: source.scalars, isEastAsian: spaces.isEastAsian)
    Self.describe(recognition.furniture, in: &draft.metadata)
    draft.metadata.fields += recognition.catalogue.fields
    if draft.blocks.isEmpty { throw .empty(file: file) }
    return draft
  }

  /// Masthead and continuation marks as metadata: `（上接6版）` says `continued-from: 6版`.
  private static func describe(_ furniture: [Furniture], in metadata: inout PlanMetadata) {
    let mastheads = furniture.filter { $0.role == .masthead || $0.role == .credit }
    if !mastheads.isEmpty {
      metadata["masthead"] = .list(mastheads.map { .text($0.text) })
    }
    for role in [Furniture.Role.continuedFrom, .continuedOn] {
      guard let mark = furniture.first(where: { $0.role == role }) else { continue }
      let page = mark.text.unicodeScalars.dropFirst(3).dropLast()
      metadata[role.rawValue] = .text(String(page))
    }
  }
}

extension [SourceLine] {
  /// The lines without some of them; the blank lines before those stand before the next.
  fileprivate func without(_ range: Range<Int>) -> [SourceLine] {
    var rest = Array(self[..<range.lowerBound])
    guard range.upperBound < count else { return rest }
    var next = self[range.upperBound]
    next.blankBefore += 1
    rest.append(next)
    return rest + self[(range.upperBound + 1)...]
  }
}

extension PlanDraft {
  /// Leaves out the doubts about lines that begin a block behind what turned out to be a heading.
  fileprivate mutating func dropDoubtsBehindHeadings() {
    let behind = Set(
      zip(blocks, blocks.dropFirst()).filter { $0.0.kind.isHeading }
        .compactMap { $0.1.source?.lines.lowerBound })
    diagnostics.removeAll { doubt in
      doubt.code == "doubtful-split" && doubt.place.map { behind.contains($0.line) } ?? false
    }
  }
}
