internal import PlanModel

/// What a word processor's document holds, whatever its format, and the draft that is made of it.
struct OfficeText {
  /// The text, with the notes behind it.
  var parts: [OfficePart] = []
  /// The contents table that the program made, which is no text.
  var contents: [OfficePart] = []
  /// The other tables that the program made: of pictures, of words.
  var indexes: [OfficePart] = []
  /// The text that is deleted in marked changes, or hidden.
  var removed: [RemovedText] = []
  /// Whether changes are marked in the text.
  var hasTrackedChanges = false
  var hasNotes = false
  /// How many documents of other sorts are embedded: charts, sheets, drawings with text.
  var embedded = 0
  /// How many comments stand beside the text.
  var comments = 0
  /// How many signs are of a picture font, which other programs cannot show.
  var pictureSigns = 0

  /// A document has so many paragraphs, rows and cells at most.
  static let mostElements = 1_000_000

  /// The draft of a plan.
  ///
  /// - Parameters:
  ///   - file: The document's name, for diagnostics.
  ///   - startsIn: The place in the plan's numbering at which the text begins.
  /// - Returns: The blocks, with what is set aside and removed.
  /// - Throws: ``ImportError/empty(file:)`` if there is no text.
  func draft(file: String, startsIn: String?) throws(ImportError) -> PlanDraft {
    let composition = OfficeComposition(parts)
    let flow = FlowComposition(
      composition.paragraphs, contents: OfficeComposition(contents).paragraphs,
      spaces: composition.spaces, file: file)
    let entries = OfficeComposition(indexes).paragraphs.compactMap { entry in
      entry.source.map { Furniture(role: .contents, text: entry.string, source: $0) }
    }
    var draft = PlanDraft(
      metadata: flow.metadata, blocks: flow.blocks,
      furniture: (flow.furniture + entries)
        .sorted { $0.source.lines.lowerBound < $1.source.lines.lowerBound },
      removed: (removed + composition.removed)
        .sorted { $0.source.lines.lowerBound < $1.source.lines.lowerBound },
      diagnostics: flow.diagnostics)
    draft.readLines = readLines
    draft.metadata.startsIn = startsIn
    draft.metadata.language = LanguageGuess.language(
      of: composition.paragraphs.flatMap(\.text), isEastAsian: composition.spaces.isEastAsian)
    draft.diagnostics += doubts(cutsTables: composition.isCut, file: file)
    if draft.blocks.isEmpty { throw .empty(file: file) }
    return draft
  }

  private func doubts(cutsTables: Bool, file: String) -> [Diagnostic] {
    var diagnostics: [Diagnostic] = []
    func add(
      _ severity: Diagnostic.Severity, _ code: String, _ message: String, help: String? = nil
    ) {
      diagnostics.append(
        Diagnostic(severity, code: code, message, at: FilePlace(file: file), help: help))
    }
    if hasTrackedChanges {
      add(
        .warning, "tracked-changes",
        "the text has marked changes: what was added is read, and what was deleted is not",
        help: "accept or reject the changes first if that is not so")
    }
    let hidden = removed.count { $0.rule == "hidden" }
    if hidden > 0 {
      add(
        .warning, "hidden-text",
        hidden == 1
          ? "a text is hidden, and is not read" : "\(hidden) texts are hidden, and not read",
        help: "show it in the program first if it belongs to the plan")
    }
    if hasNotes { add(.note, "footnotes", "the footnotes stand behind the text") }
    if comments > 0 {
      add(
        .note, "comments",
        comments == 1 ? "a comment is not read" : "\(comments) comments are not read")
    }
    if pictureSigns > 0 {
      add(
        .warning, "picture-signs",
        pictureSigns == 1
          ? "a sign of a picture font is not read"
          : "\(pictureSigns) signs of picture fonts are not read",
        help: "put characters in their place if they say something, such as ☑")
    }
    if embedded > 0 {
      add(
        .warning, "embedded-object",
        embedded == 1
          ? "a chart, sheet or drawing is embedded, and is not read"
          : "\(embedded) charts, sheets or drawings are embedded, and not read",
        help: "write into the text what they say if it belongs to the plan")
    }
    if cutsTables { diagnostics.append(.cutTable(in: file)) }
    return diagnostics
  }
}

extension [RemovedText] {
  /// Lists text of a paragraph; what follows on text that is left out for the same reason joins it.
  mutating func add(_ text: String, rule: String, paragraph: Int) {
    guard text.unicodeScalars.contains(where: { !SourceLine.isSpace($0) }) else { return }
    let place = OfficeComposition.place(paragraph...paragraph)
    if let last = indices.last, self[last].rule == rule, self[last].source == place {
      self[last].text += text
    } else {
      append(RemovedText(rule: rule, text: text, source: place))
    }
  }
}
