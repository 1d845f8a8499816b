import PlanImport
import PlanModel
import Testing

@Suite struct `A file of another format` {
  /// The first entry of a ZIP archive, and as much of its list of entries as is looked at.
  private static func archive(
    _ name: String, content: String = "", padding: Int = 0, listing: String = ""
  ) -> [UInt8] {
    [0x50, 0x4B, 0x03, 0x04] + [UInt8](repeating: 0, count: 26) + Array((name + content).utf8)
      + [UInt8](repeating: 0, count: padding) + Array(listing.utf8)
  }

  static let files: [(bytes: [UInt8], format: ForeignFormat)] = [
    (Array("%PDF-1.7\n1 0 obj".utf8), .pdf),
    (Array(#"{\rtf1\ansi 1. Plan\par}"#.utf8), .richText),
    ([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, 0, 0], .compound),
    ([0x89] + Array("PNG\r\n".utf8) + [0x1A, 0x0A], .picture),
    ([0xFF, 0xD8, 0xFF, 0xE0], .picture),
    ([0x1F, 0x8B, 0x08, 0], .archive),
    (archive("mimetype", content: "application/epub+zip"), .book),
    (archive("mimetype", content: "application/vnd.oasis.opendocument.text"), .openDocument),
    (archive("mimetype", content: "application/vnd.oasis.opendocument.chart"), .archive),
    (archive("word/document.xml"), .word),
    (archive("[Content_Types].xml", padding: 200_000, listing: "word/document.xml"), .word),
    (archive("[Content_Types].xml", padding: 200_000, listing: "word/text.xml"), .word),
    (archive("META-INF/container.xml"), .book),
    (archive("styles.xml", listing: "META-INF/manifest.xml content.xml"), .openDocument),
    (
      Array(
        """
        \u{FEFF}<?xml version="1.0"?>\n<office:document office:version="1.2"
         office:mimetype="application/vnd.oasis.opendocument.text">
        """.utf8), .openDocument
    ),
    (archive("OFD.xml"), .fixedLayout),
    (archive("plan.txt"), .archive),
  ]

  @Test(arguments: files)
  func `is refused by its name, with a way out`(bytes: [UInt8], format: ForeignFormat) throws {
    let error = #expect(throws: ImportError.self) {
      try PlainTextReader().draft(of: bytes, file: "plan")
    }
    #expect(error == .foreign(file: "plan", format: format))
    #expect(error?.diagnostic.help?.isEmpty == false)
    if format == .compound {
      #expect(error?.diagnostic.help?.contains("soffice --headless --convert-to docx") == true)
    }
  }

  /// RTF and many a PDF are all ASCII, and would be text in any of the encodings.
  @Test(arguments: TextEncoding.allCases)
  func `is refused whatever encoding a person names`(encoding: TextEncoding) {
    let bytes = Array(#"{\rtf1\ansi 1. Plan\par}"#.utf8)
    #expect(throws: ImportError.foreign(file: "plan", format: .richText)) {
      try PlainTextReader(encoding: encoding).draft(of: bytes, file: "plan")
    }
  }

  @Test(arguments: [
    "PDF is a format. %PDF-1.7 begins such a file.", "PK is short for a park.", "{",
    "<office:document office:mimetype=\"application/vnd.oasis.opendocument.chart\">",
  ])
  func `is not seen in a text that speaks of one`(text: String) throws {
    #expect(ForeignFormat(of: Array(text.utf8)) == nil)
    #expect(try PlainTextReader().draft(of: Array(text.utf8), file: "a.txt").blocks.count == 1)
  }
}
