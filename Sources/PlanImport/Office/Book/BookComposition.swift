internal import PlanModel

/// Makes one draft of the documents of a book.
struct BookComposition {
  private(set) var draft = PlanDraft()
  private let spaces: SpaceRule
  private var paragraphs: [FlowParagraph] = []
  /// How many lines stand before, in the order of reading.
  private var count = 0
  /// How many elements stand in the documents before.
  private var elements = 0

  /// Joins documents.
  ///
  /// - Parameters:
  ///   - documents: The documents in the order of reading.
  ///   - outline: The headings that the contents table names.
  ///   - title: What the package says the book is called.
  ///   - file: The book's name, for diagnostics.
  init(_ documents: [BookDocument], outline: BookOutline?, title: String?, file: String) {
    let lines = documents.lazy.filter { $0.role == nil }.flatMap(\.reader.lines)
    spaces = SpaceRule(for: lines.flatMap { $0.text + ($0.cells ?? []).joined() })
    // Where the documents mark headings themselves, their marks are the better ones.
    let isMarked = lines.contains { $0.tag != nil }
    for document in documents { add(document, isMarked ? nil : outline) }
    paragraphs.markRepeatedTags()
    if let title { takeTitle(title) }
    let flow = FlowComposition(paragraphs, spaces: spaces, file: file)
    draft.metadata = flow.metadata
    draft.metadata.title = title ?? flow.metadata.title
    draft.metadata.language = LanguageGuess.language(
      of: paragraphs.flatMap(\.text), isEastAsian: spaces.isEastAsian)
    draft.blocks = flow.blocks
    draft.furniture += flow.furniture
    draft.furniture.sort { $0.source.lines.lowerBound < $1.source.lines.lowerBound }
    draft.diagnostics = flow.diagnostics
    if documents.contains(where: \.reader.cutsTables) {
      draft.diagnostics.append(.cutTable(in: file))
    }
  }

  private mutating func add(_ document: BookDocument, _ outline: BookOutline?) {
    let first = count + 1
    let before = paragraphs.count
    for line in document.reader.lines {
      count += 1
      let place = SourcePlace(lines: count...count, bytes: 0..<0)
      let words = String(scalars: line.words(spaces))
      draft.readLines.append(ReadLine(text: words))
      let role = document.role ?? (line.isSurrounding ? .navigation : nil)
      if let role {
        draft.furniture.append(Furniture(role: role, text: words, source: place))
      } else {
        var paragraph = FlowParagraph(line, spaces)
        paragraph.element += elements
        paragraph.source = place
        paragraphs.append(paragraph)
      }
    }
    outline?.mark(&paragraphs, from: before, of: document.path)
    for mark in document.reader.noteMarks {
      let place = max(1, min(first + mark.line, count))
      draft.removed.append(
        RemovedText(
          rule: "note-mark", text: mark.text,
          source: SourcePlace(lines: place...place, bytes: 0..<0)))
    }
    elements += document.nodes
  }

  /// Takes the lines at the beginning that repeat the book's title; since it is known, no other
  /// heading is taken for it.
  private mutating func takeTitle(_ title: String) {
    for index in paragraphs.indices { paragraphs[index].isOneOfSeveral = true }
    func key(_ scalars: some Sequence<Unicode.Scalar>) -> [Unicode.Scalar] {
      scalars.filter { !SourceLine.isSpace($0) }
    }
    let sought = key(title.unicodeScalars)
    var found: [Unicode.Scalar] = []
    for (index, paragraph) in paragraphs.prefix(6).enumerated() {
      found += key(paragraph.text)
      guard sought.starts(with: found) else { return }
      guard found.count == sought.count else { continue }
      draft.furniture += paragraphs[...index].compactMap { line in
        line.source.map { Furniture(role: .title, text: line.string, source: $0) }
      }
      paragraphs.removeFirst(index + 1)
      return
    }
  }
}
