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
