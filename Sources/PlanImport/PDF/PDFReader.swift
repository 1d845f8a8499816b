public import PlanModel

/// Makes the draft of a plan from what poppler says of a PDF: where each word stands on its page.
///
/// Columns are read one after the other, heads and feet of pages are set aside, and paragraphs are
/// known by indents, by lines that end early and by the distance between lines.
public struct PDFReader: Sendable {
  /// The place in the plan's numbering at which the text begins.
  public var startsIn: String?

  /// Creates a reader.
  public init(startsIn: String? = nil) { self.startsIn = startsIn }

  /// The draft of a plan from the output of `pdftotext -bbox-layout`.
  ///
  /// Every character of the layout is in a block, in the furniture or in the removed text.
  ///
  /// - Parameters:
  ///   - layout: The output.
  ///   - file: The PDF's name, for diagnostics.
  /// - Returns: The blocks, with their pages and boxes.
  /// - Throws: ``ImportError`` if the output breaks off, or the pages hold no text.
  /// - Complexity: O(*n* log *n*) in the number of lines.
  public func draft(ofLayout layout: [UInt8], file: String) throws(ImportError) -> PlanDraft {
    let pages: [PDFPage]
    do {
      pages = try PDFPages(layout: layout).pages
    } catch {
      throw .damaged(file: file, reason: "the layout of the pages breaks off (line \(error.line))")
    }
    let bare = pages.filter(\.lines.isEmpty)
    guard bare.count < pages.count else {
      throw pages.isEmpty ? .empty(file: file) : .withoutTextLayer(file: file, pages: pages.count)
    }
    let running = RunningLines(pages)
    var texts = pages
    for index in texts.indices {
      texts[index].lines.removeAll { running.numbers.contains($0.number) }
    }
    var found = PDFParagraphs(texts)
    let order = ReadingOrder(
      &found.paragraphs,
      running: pages.flatMap(\.lines).filter { running.numbers.contains($0.number) })
    var joining = LineJoining(texts.flatMap(\.lines))
    let flow = found.paragraphs.enumerated().map { index, paragraph in
      Self.flow(paragraph, element: index, &joining)
    }
    let composition = FlowComposition(flow, spaces: joining.spaces, file: file)
    let furniture = order.running.map {
      Furniture(
        role: .pageNumber,
        text: String(scalars: joining.spaces.normalized($0.text)),
        source: Self.place([$0]))
    }
    var draft = PlanDraft(
      metadata: composition.metadata, blocks: composition.blocks,
      furniture: (furniture + composition.furniture)
        .sorted { $0.source.lines.lowerBound < $1.source.lines.lowerBound },
      removed: joining.removed, diagnostics: composition.diagnostics)
    draft.readLines = order.lines
    draft.metadata.startsIn = startsIn
    draft.metadata.language = LanguageGuess.language(
      of: texts.flatMap { $0.lines.flatMap(\.text) }, isEastAsian: joining.spaces.isEastAsian)
    draft.diagnostics += Self.doubts(found, bare: bare, file: file)
    if draft.blocks.isEmpty { throw .empty(file: file) }
    return draft
  }

  private static func flow(
    _ paragraph: PDFParagraphs.Paragraph, element: Int, _ joining: inout LineJoining
  ) -> FlowParagraph {
    var flow = FlowParagraph(text: [])
    if let cells = paragraph.cells {
      flow.form = .row
      let texts = cells.map { joining.text(of: $0).escapingBars }
      flow.text = Array(texts.joined(separator: " | ".unicodeScalars))
    } else {
      flow.text = joining.text(of: paragraph.lines)
    }
    flow.isBold = paragraph.isLarge
    flow.isCentred = paragraph.isCentred
    flow.isAtEnd = paragraph.isAtEnd
    flow.element = element
    flow.source = place(paragraph.lines)
    flow.source?.reasons = paragraph.reasons
    return flow
  }

  private static func place(_ lines: [PDFLine]) -> SourcePlace {
    let numbers = lines.map(\.number)
    var boxes: [SourcePlace.PageBox] = []
    for line in lines {
      // Lines under one another share a box; in another column or page a new one begins.
      guard let last = boxes.last, last.page == line.box.page, line.box.top >= last.top,
        line.left < last.right, line.right > last.left || last.left == last.right
      else {
        boxes.append(line.box)
        continue
      }
      boxes[boxes.count - 1].left = min(last.left, line.left)
      boxes[boxes.count - 1].right = max(last.right, line.right)
      boxes[boxes.count - 1].bottom = max(last.bottom, line.box.bottom)
    }
    return SourcePlace(
      lines: (numbers.min() ?? 1)...(numbers.max() ?? 1), bytes: 0..<0, boxes: boxes)
  }

  private static func doubts(
    _ found: PDFParagraphs, bare: [PDFPage], file: String
  ) -> [Diagnostic] {
    func pages(_ numbers: [Int]) -> String {
      (numbers.count == 1 ? "page " : "pages ")
        + numbers.prefix(12).map(String.init).joined(separator: ", ")
        + (numbers.count > 12 ? " and \(numbers.count - 12) more" : "")
    }
    var diagnostics: [Diagnostic] = []
    if !bare.isEmpty {
      diagnostics.append(
        Diagnostic(
          .warning, code: "page-without-text",
          "\(pages(bare.map(\.number))): no text, perhaps pictures of it",
          at: FilePlace(file: file), help: "recognise the text of these pages first (OCR)"))
    }
    if !found.tablePages.isEmpty {
      diagnostics.append(
        Diagnostic(
          .warning, code: "table-guessed",
          "\(pages(found.tablePages)): rows and cells were told by the places of the words alone",
          at: FilePlace(file: file), help: "compare the rows with the printed table"))
    }
    if !found.notePages.isEmpty {
      diagnostics.append(
        Diagnostic(
          .note, code: "footnotes",
          "\(pages(found.notePages)): footnotes stand behind the paragraph that the page ends with",
          at: FilePlace(file: file)))
    }
    return diagnostics
  }
}

extension [Unicode.Scalar] {
  /// The text of a cell; a bar is escaped, since it parts the cells.
  var escapingBars: [Unicode.Scalar] { flatMap { $0 == "|" ? ["\\", $0] : [$0] } }
}
