internal import PlanModel

/// A format that holds no text as it stands, told by its first bytes.
///
/// Without this an RTF file, which is all ASCII, would pass for text, and its codes for a plan.
public enum ForeignFormat: String, Sendable, Hashable, CaseIterable {
  /// Portable Document Format.
  case pdf = "PDF"
  /// Rich Text Format.
  case richText = "RTF"
  /// Word's format since 2007 (Office Open XML).
  case word = "Word (DOCX)"
  /// The text format of OpenDocument, packed or as one XML file.
  case openDocument = "OpenDocument (ODT)"
  /// A book.
  case book = "EPUB"
  /// Open Fixed-layout Document, in which Chinese agencies publish (GB/T 33190).
  case fixedLayout = "OFD"
  /// Word's, WPS's or another office program's format before 2007; one that is newer, if encrypted.
  case compound = "an old or encrypted office format"
  /// A scan or a photograph.
  case picture = "a picture"
  /// A compressed file, or an archive of several.
  case archive = "an archive"

  /// The format of a file, if its first bytes are those of one that is known.
  ///
  /// - Complexity: O(1).
  public init?(of bytes: [UInt8]) {
    guard let opening = Self.openings.first(where: { bytes.starts(with: $0.bytes) }) else {
      guard Self.isFlatDocument(bytes) else { return nil }
      self = .openDocument
      return
    }
    self = opening.format == .archive ? Self.packed(in: bytes) : opening.format
  }

  private static let openings: [(bytes: [UInt8], format: ForeignFormat)] = [
    (Array("%PDF-".utf8), .pdf),
    (Array("{\\rtf".utf8), .richText),
    ([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1], .compound),
    ([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A], .picture),
    ([0xFF, 0xD8, 0xFF], .picture),
    ([0x49, 0x49, 0x2A, 0x00], .picture),
    ([0x4D, 0x4D, 0x00, 0x2A], .picture),
    ([0x50, 0x4B, 0x03, 0x04], .archive),
    ([0x1F, 0x8B, 0x08], .archive),
  ]

  /// Whether a file is an OpenDocument text that is one XML file: its first element says so.
  private static func isFlatDocument(_ bytes: [UInt8]) -> Bool {
    let head = bytes.prefix(8_192)
    let mark: [UInt8] = [0xEF, 0xBB, 0xBF]
    let start = head.starts(with: mark) ? head.dropFirst(3) : head
    return start.first { $0 > 0x20 } == UInt8(ascii: "<")
      && start.holds("<office:document ")
      && start.holds("\"application/vnd.oasis.opendocument.text")
  }

  /// What a ZIP archive holds: OpenDocument and EPUB name it in their first entry, which starts at
  /// byte 30; the others, and those that were packed anew in another order, are told by entries that
  /// each of them has, sought where the first entries and the list of all of them stand.
  private static func packed(in bytes: [UInt8]) -> ForeignFormat {
    let first = bytes.dropFirst(30).prefix(80)
    if first.starts(with: "mimetypeapplication/epub+zip".utf8) { return .book }
    if first.starts(with: "mimetypeapplication/vnd.oasis.opendocument.text".utf8) {
      return .openDocument
    }
    func has(_ entry: String) -> Bool {
      bytes.prefix(1 << 16).holds(entry) || bytes.suffix(1 << 16).holds(entry)
    }
    if has("word/document.xml") || has("[Content_Types].xml") && has("word/") { return .word }
    if has("OFD.xml") { return .fixedLayout }
    if has("META-INF/container.xml") { return .book }
    let isOther = first.starts(with: "mimetype".utf8)
    if !isOther, has("META-INF/manifest.xml"), has("content.xml") { return .openDocument }
    return .archive
  }

  /// How a person comes by the text.
  var wayOut: String {
    switch self {
    case .pdf: "make text of it first: pdftotext plan.pdf plan.txt (Debian: poppler-utils)"
    case .word: "leave --from out, or say --from docx"
    case .openDocument: "leave --from out, or say --from odt"
    case .book: "leave --from out, or say --from epub"
    case .richText:
      "save it as DOCX or ODT in a word processor: soffice --headless --convert-to docx plan.rtf"
    case .compound:
      """
      save it as DOCX or ODT in a word processor, without a password: \
      soffice --headless --convert-to docx plan.doc
      """
    case .fixedLayout: "save its text from an OFD reader"
    case .picture: "recognise the text first (OCR): tesseract plan.png plan -l chi_sim"
    case .archive: "unpack it first"
    }
  }
}
