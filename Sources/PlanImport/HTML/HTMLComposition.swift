internal import PlanModel

/// Makes the draft of a page: what is text goes through the grammar of plans, the rest is listed.
struct HTMLComposition {
  private(set) var draft: PlanDraft
  private let page: HTMLPage
  private let spaces: SpaceRule

  init(_ lines: [HTMLLine], in tree: HTMLTree, of page: HTMLPage, file: String) {
    self.page = page
    let content = PageContent(lines, in: tree)
    let text = content.range.filter { !content.surrounding.contains($0) }
    spaces = SpaceRule(for: text.lazy.flatMap { lines[$0].cells ?? [lines[$0].text] }.joined())
    var paragraphs: [FlowParagraph] = []
    var furniture: [Furniture] = []
    var catalogue = PageCatalogue()
    let heading = PageTitle(lines, before: content.range.lowerBound, tree: tree, spaces: spaces)
    let isText = Set(text)
    for (index, line) in lines.enumerated() {
      if isText.contains(index) {
        var paragraph = FlowParagraph(line, spaces)
        paragraph.source = page.place(line.bytes)
        paragraph.source?.element = tree.nodes[line.element].name
        paragraphs.append(paragraph)
        continue
      }
      let words = line.words(spaces)
      let isCatalogue = catalogue.read(line)
      let role: Furniture.Role =
        isCatalogue ? .catalogue : heading.lines.contains(index) ? .title : .navigation
      furniture.append(
        Furniture(
          role: role, text: String(scalars: words), source: page.place(line.bytes))
      )
    }
    // Of several headings of the second level none is the title of the whole.
    paragraphs.markRepeatedTags(from: 2)
    paragraphs.nameTitle(heading.declared)
    let composition = FlowComposition(paragraphs, spaces: spaces, file: file)
    draft = PlanDraft(
      metadata: composition.metadata, blocks: composition.blocks,
      furniture: (furniture + composition.furniture)
        .sorted { $0.source.bytes.lowerBound < $1.source.bytes.lowerBound },
      diagnostics: composition.diagnostics)
    let title = draft.metadata.title ?? heading.text ?? catalogue.title ?? heading.declared
    describe(title, catalogue, text.map { lines[$0] })
  }

  private mutating func describe(
    _ title: String?, _ catalogue: PageCatalogue, _ text: [HTMLLine]
  ) {
    var metadata = PlanMetadata()
    metadata.title = title
    for field in catalogue.fields + draft.metadata.fields where metadata[field.key] == nil {
      metadata.fields.append(field)
    }
    metadata.language = LanguageGuess.language(
      of: text.lazy.map(\.text).joined(), isEastAsian: spaces.isEastAsian)
    draft.metadata = metadata
  }
}

/// The title of a page that stands outside its text: a heading above it, or what the page declares.
private struct PageTitle {
  var text: String?
  var lines: Set<Int> = []
  /// What `<title>` says, without the name of the site.
  var declared: String?

  init(_ lines: [HTMLLine], before end: Int, tree: HTMLTree, spaces: SpaceRule) {
    declared = Self.declared(tree, spaces)
    let found = lines[..<end].lastIndex { Self.isTitle($0) && ($0.tag == 1 || $0.isNamedTitle) }
    guard let found, lines[found].tag == 1 || end - found <= Self.reach else { return }
    let run = (0..<end).filter { lines[$0].element == lines[found].element }
    self.lines = Set(run)
    let words = Array(run.map { lines[$0].text }.joined(separator: [" "]))
    text = String(scalars: spaces.normalized(words))
  }

  /// A line of a class for titles counts so many lines before the text; further up it is another thing's.
  private static let reach = 12

  private static func isTitle(_ line: HTMLLine) -> Bool {
    line.linked * 4 <= line.inked && !line.isSurrounding && !ContentsTable.isName(line.text[...])
      && line.text.first != "("
  }

  private static func declared(_ tree: HTMLTree, _ spaces: SpaceRule) -> String? {
    guard let title = tree.nodes.firstIndex(where: { $0.name == "title" }) else { return nil }
    let words = tree.children(of: title).map { tree.nodes[$0].text }.joined()
    let parts = words.unicodeScalars.split { "_|-–—".unicodeScalars.contains($0) }
      .map { spaces.normalized($0) }
    // Of two equally long parts the first: the site's name stands behind.
    let longest = parts.reduce([Unicode.Scalar]()) { $1.count > $0.count ? $1 : $0 }
    return longest.isEmpty ? nil : String(scalars: longest)
  }
}

extension [FlowParagraph] {
  /// Names the line among the first that says what the page declares as its title.
  fileprivate mutating func nameTitle(_ declared: String?) {
    guard let declared,
      let index = prefix(12).firstIndex(where: { $0.form == .paragraph && $0.string == declared })
    else { return }
    self[index].isNamedTitle = true
    self[index].isCentred = true
    self[index].isBold = true
  }
}
