public import PlanModel

/// Makes the draft of a plan from a Word document (DOCX, ISO/IEC 29500).
///
/// Headings are known by their outline levels, and by the grammar of plans where there are none.
/// The numbers that Word computes are written before the words as if they had been typed. Of marked
/// changes the newer text is read, and what is deleted or hidden is listed as removed. Footnotes stand behind the text; heads and feet of pages,
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
    try WordPackage(bytes, file: file).text.draft(file: file, startsIn: startsIn)
  }
}
