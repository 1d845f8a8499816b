public import PlanModel

/// Makes the draft of a plan from an OpenDocument text (ODT, ISO/IEC 26300), packed or flat.
///
/// Headings are known by their outline levels, and by the grammar of plans where there are none.
/// The numbers that the program computes are written before the words as if they had been typed. Of
/// marked changes the newer text is read; what is deleted or hidden is listed as removed. The contents
/// tables that the program made are set aside, and notes stand behind the text; heads and feet of
/// pages, comments, pictures and embedded documents are not read.
public struct OpenDocumentReader: Sendable {
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
  ///   in the order of the file, and the empty ones too.
  /// - Throws: ``ImportError`` if the archive or the markup is damaged or encrypted, or there is no
  ///   text.
  /// - Complexity: O(*n*) in the number of bytes that are unpacked, at most 128 MiB.
  public func draft(of bytes: [UInt8], file: String) throws(ImportError) -> PlanDraft {
    let body = try Self.isFlat(bytes) ? flat(bytes, file) : packed(bytes, file)
    guard !body.isTooLong else {
      throw .damaged(
        file: file,
        reason: "the document has more than \(OfficeText.mostElements) paragraphs and cells")
    }
    return try body.text.draft(file: file, startsIn: startsIn)
  }

  private static func isFlat(_ bytes: [UInt8]) -> Bool { !bytes.starts(with: "PK".utf8) }

  private func packed(_ bytes: [UInt8], _ file: String) throws(ImportError) -> OpenDocumentBody {
    var package = try ArchivePackage(bytes, file: file)
    let manifest = try package.part("META-INF/manifest.xml") ?? []
    if manifest[...].holds("encryption-data") {
      throw .encrypted(file: file)
    }
    let named = try package.read("styles.xml") { bytes throws(XMLEvents.Fault) in
      var styles = OpenDocumentStyles()
      try styles.read(bytes, isText: false)
      return styles
    }
    return try package.readRequired("content.xml") { bytes throws(XMLEvents.Fault) in
      try Self.body(bytes, named ?? OpenDocumentStyles())
    }
  }

  private func flat(_ bytes: [UInt8], _ file: String) throws(ImportError) -> OpenDocumentBody {
    guard bytes.count <= ZipArchive.largestEntry else {
      throw .tooLarge(file: file, bytes: bytes.count, limit: ZipArchive.largestEntry)
    }
    return try ArchivePackage.read(bytes, named: "the file", of: file) {
      bytes throws(XMLEvents.Fault) in
      try Self.body(bytes, OpenDocumentStyles())
    }
  }

  private static func body(
    _ bytes: [UInt8], _ named: OpenDocumentStyles
  ) throws(XMLEvents.Fault) -> OpenDocumentBody {
    var styles = named
    try styles.read(bytes, isText: true)
    return try OpenDocumentBody(bytes, styles)
  }
}
