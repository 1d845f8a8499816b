public import PlanModel

/// Makes the draft of a plan from a book (EPUB 2 and 3).
///
/// The documents are read in the order that the book gives, each as a web page is, and make one text.
/// Contents tables, covers and title pages are set aside, and the marks of notes are listed as
/// removed; what the book names and does not hold is said.
public struct BookReader: Sendable {
  /// The place in the plan's numbering at which the text begins.
  public var startsIn: String?

  /// Creates a reader.
  public init(startsIn: String? = nil) { self.startsIn = startsIn }

  /// The draft of a plan from a book.
  ///
  /// - Parameters:
  ///   - bytes: The book as received.
  ///   - file: The book's name, for diagnostics.
  /// - Returns: The blocks; the lines of their places are the book's, counted from 1 in the order of
  ///   reading.
  /// - Throws: ``ImportError`` if the archive or the package is damaged or protected, or there is no
  ///   text.
  /// - Complexity: O(*n*) in the number of bytes that are unpacked, at most 128 MiB.
  public func draft(of bytes: [UInt8], file: String) throws(ImportError) -> PlanDraft {
    var archive = try ArchivePackage(bytes, file: file)
    let encryption = try archive.read("META-INF/encryption.xml") {
      bytes throws(XMLEvents.Fault) in try BookEncryption(bytes)
    }
    if encryption?.isProtected ?? false { throw .rightsManaged(file: file) }
    let container = try archive.readRequired("META-INF/container.xml") {
      bytes throws(XMLEvents.Fault) in try BookContainer(bytes)
    }
    guard let path = container.package else {
      throw .damaged(file: file, reason: "META-INF/container.xml names no package of a book")
    }
    let package = try archive.readRequired(path) { bytes throws(XMLEvents.Fault) in
      try BookPackage(bytes, at: path)
    }
    guard package.spine.count <= ZipArchive.mostEntries else {
      throw .damaged(
        file: file, reason: "the book has \(package.spine.count) documents, more than any book")
    }
    var documents = BookDocuments(file: file)
    try documents.read(package, from: &archive)
    let composition = BookComposition(
      documents.read, outline: try outline(package, from: &archive), title: package.title,
      file: file)
    var draft = composition.draft
    draft.metadata.startsIn = startsIn
    if let language = package.language, Self.fits(language, draft.metadata.language) {
      draft.metadata.language = language
    }
    draft.diagnostics += documents.diagnostics
    if draft.blocks.isEmpty { throw .empty(file: file) }
    return draft
  }

  /// The contents table; one that cannot be read is none, since the text does not need it.
  private func outline(
    _ package: BookPackage, from archive: inout ArchivePackage
  ) throws(ImportError) -> BookOutline? {
    guard let item = package.navigation, let path = item.path,
      let bytes = try archive.part(path)
    else { return nil }
    if item.mediaType == BookPackage.control {
      return try? BookOutline(control: bytes, at: path)
    }
    return try? BookOutline(page: bytes, at: path, file: archive.file)
  }

  /// Whether a book's language is a language tag, and can be that of the text: some programs write
  /// the one in which they run.
  private static func fits(_ tag: String, _ guess: String?) -> Bool {
    let parts = tag.split(separator: "-", omittingEmptySubsequences: false)
    guard parts.allSatisfy({ (1...8).contains($0.utf8.count) }),
      tag.utf8.allSatisfy({
        $0 == UInt8(ascii: "-") || Unicode.Scalar($0).properties.isAlphabetic
          || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0)
      }),
      let language = parts.first?.lowercased(), language != "und"
    else { return false }
    let isGuessEastAsian = guess.map(LanguageGuess.isEastAsian) ?? false
    return LanguageGuess.isEastAsian(tag) == isGuessEastAsian || language == "ko"
  }
}
