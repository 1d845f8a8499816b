public import PlanModel

/// Makes the draft of a plan from a Word document (DOCX, ISO/IEC 29500).
///
/// Headings are known by their outline levels, and by the grammar of plans where there are none.
/// The numbers that Word computes are written before the words as if they had been typed. Of marked
/// changes the newer text is read. Footnotes stand behind the text; heads and feet of pages,
/// comments and pictures are not read.
public struct WordReader: Sendable {
  /// The place in the plan's numbering at which the text begins.
  public var startsIn: String?

  /// Creates a reader.
  public init(startsIn: String? = nil) { self.startsIn = startsIn }

  /// The draft of a plan from a document.
  ///
  /// - Parameters:
  ///   - bytes: The document as received.
  ///   - file: The document's name, for diagnostics.
  /// - Returns: The blocks; the lines of their places are the document's paragraphs, counted from 1
  ///   and the empty ones too.
  /// - Throws: ``ImportError`` if the archive or the markup is damaged, or there is no text.
  /// - Complexity: O(*n*) in the number of bytes that are unpacked, at most 128 MiB.
  public func draft(of bytes: [UInt8], file: String) throws(ImportError) -> PlanDraft {
    guard bytes.count <= ImportError.largestSource else {
      throw .tooLarge(file: file, bytes: bytes.count)
    }
    let package = try WordPackage(bytes, file: file)
    let composition = WordComposition(package.parts, package.styles)
    let flow = FlowComposition(composition.paragraphs, spaces: composition.spaces, file: file)
    var draft = PlanDraft(
      metadata: flow.metadata, blocks: flow.blocks,
      furniture: (flow.contents + (flow.title.map { [$0] } ?? []))
        .sorted { $0.source.lines.lowerBound < $1.source.lines.lowerBound },
      diagnostics: flow.diagnostics)
    draft.metadata.startsIn = startsIn
    draft.metadata.language = LanguageGuess.language(
      of: composition.paragraphs.flatMap(\.text), isEastAsian: composition.spaces.isEastAsian)
    draft.diagnostics += doubts(package, composition, file: file)
    if draft.blocks.isEmpty { throw .empty(file: file) }
    return draft
  }

  private func doubts(
    _ package: WordPackage, _ composition: WordComposition, file: String
  ) -> [Diagnostic] {
    var diagnostics: [Diagnostic] = []
    if package.hasTrackedChanges {
      diagnostics.append(
        Diagnostic(
          .warning, code: "tracked-changes",
          "the text has marked changes: what was added is read, and what was deleted is not",
          at: FilePlace(file: file), help: "accept or reject the changes first if that is not so"))
    }
    if package.hasNotes {
      diagnostics.append(
        Diagnostic(
          .note, code: "footnotes", "the footnotes stand behind the text",
          at: FilePlace(file: file)))
    }
    if composition.isCut {
      diagnostics.append(
        Diagnostic(
          .warning, code: "table-cut",
          "merged cells of a table repeat so much text that it was left out in some rows",
          at: FilePlace(file: file)))
    }
    return diagnostics
  }
}
