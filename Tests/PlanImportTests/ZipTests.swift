import Fuzzing
import PlanImport
import PlanModel
import Testing

private let paragraph = "<w:p><w:r><w:t>湖泊保护治理，坚持生态优先。</w:t></w:r></w:p>"
private let document = Array(
  "<w:document xmlns:w=\"w\"><w:body>\(paragraph)\(paragraph)\(paragraph)</w:body></w:document>"
    .utf8)

/// The document as zlib 1.2 deflates it.
private let deflated: [UInt8] = [
  0xB3, 0x29, 0xB7, 0x4A, 0xC9, 0x4F, 0x2E, 0xCD, 0x4D, 0xCD, 0x2B, 0x51, 0xA8, 0xC8, 0xCD,
  0xC9, 0x2B, 0xB6, 0x2A, 0xB7, 0x55, 0x2A, 0x57, 0xB2, 0xB3, 0x29, 0xB7, 0x4A, 0xCA, 0x4F,
  0xA9, 0x04, 0xD1, 0x05, 0x20, 0xA2, 0x08, 0x44, 0x94, 0xD8, 0x3D, 0xDB, 0x39, 0xED, 0xD9,
  0xE6, 0xAE, 0x27, 0xFB, 0xE7, 0x3E, 0xEB, 0x5A, 0xF2, 0x6C, 0xD3, 0xEE, 0xE7, 0x13, 0xDA,
  0xDE, 0xEF, 0xE9, 0x79, 0x3A, 0x77, 0xD6, 0xB3, 0x9E, 0xC6, 0xE7, 0x53, 0xE6, 0x3F, 0x6B,
  0x68, 0x7C, 0xB2, 0x67, 0xC6, 0xD3, 0xD6, 0x8E, 0xC7, 0x0D, 0x4D, 0x36, 0xFA, 0x20, 0xF5,
  0x20, 0xB2, 0x08, 0x4C, 0x16, 0x0C, 0x56, 0xA3, 0xF4, 0x61, 0x3E, 0xD5, 0x47, 0x04, 0x85,
  0x1D, 0x00,
]

/// A document of a paragraph and 2 MiB of space, a thousand times as long as what zlib makes of it.
private let spacious = Array(
  ("<w:document xmlns:w=\"w\"><w:body><w:p><w:r><w:t>a</w:t></w:r></w:p>"
    + String(repeating: " ", count: 2 << 20) + "</w:body></w:document>").utf8)
private let spaciousDeflated: [UInt8] =
  [
    0xED, 0xC6, 0xB1, 0x0D, 0x83, 0x30, 0x00, 0x44, 0xD1, 0x55, 0x10, 0x0B, 0xD0, 0x5B, 0x8E,
    0x77, 0x09, 0x98, 0x2E, 0x60, 0x44, 0x8C, 0x1C, 0xB6, 0x8F, 0x9C, 0x25, 0xD2, 0xBC, 0x57,
    0xFC, 0xBB, 0xD8, 0x42, 0x2E, 0xCB, 0xB5, 0xAD, 0x7B, 0x1D, 0x3E, 0xDB, 0x6B, 0x7F, 0x87,
    0xF6, 0x18, 0xDB, 0x98, 0x62, 0x0B, 0x73, 0xC9, 0x77, 0xDF, 0xA3, 0xE7, 0xEC, 0xA9, 0xE9,
    0x19, 0xA7, 0x3E, 0xBD, 0xE7, 0xAF, 0x47, 0x1A,
  ] + [UInt8](repeating: 0, count: 2_032) + [
    0xFE, 0x2C, 0x4E, 0x2D, 0xCC, 0x25, 0xDF, 0xA9, 0x9F, 0x5C, 0x96, 0x6B, 0x5B, 0xF7, 0x9A,
    0xBE,
  ]

private func blocks(_ archive: ArchiveSetter) throws(ImportError) -> Int {
  try WordReader().draft(of: archive.bytes, file: "a.docx").blocks.count
}

private func entry(_ change: (inout ArchiveSetter.Entry) -> Void = { _ in }) -> ArchiveSetter.Entry
{
  var entry = ArchiveSetter.Entry("word/document.xml", document, packed: deflated)
  change(&entry)
  return entry
}

@Suite struct `An archive` {
  @Test func `is read whether its entries are stored or deflated`() throws {
    #expect(try blocks(ArchiveSetter([entry()])) == 3)
    #expect(try blocks(ArchiveSetter([.init("word/document.xml", document)])) == 3)
  }

  @Test func `is refused where it has no document in it`() {
    let error = #expect(throws: ImportError.self) {
      try blocks(ArchiveSetter([.init("a.txt", "a")]))
    }
    #expect(
      error == .damaged(file: "a.docx", reason: "the archive has no word/document.xml"))
  }

  @Test func `is refused where an entry is not what was packed`() {
    let changed: [ArchiveSetter.Entry] = [
      entry { $0.content[40] ^= 1 }, entry { $0.claimedSize = document.count - 1 },
      entry { $0.claimedSize = document.count + 1 }, entry { $0.packed.removeLast(9) },
      entry { $0.method = 12 }, entry { $0.method = 0 },
    ]
    for entry in changed {
      let error = #expect(throws: ImportError.self) { try blocks(ArchiveSetter([entry])) }
      #expect(error?.diagnostic.code == "damaged-file")
    }
  }

  @Test func `is refused where it is encrypted`() {
    #expect(throws: ImportError.encrypted(file: "a.docx")) {
      try blocks(ArchiveSetter([entry { $0.flags = 1 }]))
    }
  }

  /// 4,096 bytes that claim to be 60 MiB, and an entry that claims to be larger than any document.
  @Test(arguments: [60 << 20, 65 << 20, 0xFFFF_FFFF])
  func `that would unpack beyond measure is refused before it is unpacked`(size: Int) {
    let bomb = entry {
      $0.claimedSize = size
      $0.packed = [UInt8](repeating: 0, count: 4_096)
    }
    let error = #expect(throws: ImportError.self) { try blocks(ArchiveSetter([bomb])) }
    #expect(error?.diagnostic.message.contains("unpacks to more than") == true)
  }

  @Test func `of a part that repeats itself and is not large is read`() throws {
    let part = ArchiveSetter.Entry("word/document.xml", spacious, packed: spaciousDeflated)
    #expect(try blocks(ArchiveSetter([part])) == 1)
  }

  @Test func `of more entries than any document has is refused`() {
    var archive = ArchiveSetter([entry()])
    archive.claimedCount = 20_000
    let error = #expect(throws: ImportError.self) { try blocks(archive) }
    #expect(error?.diagnostic.message.contains("20000 entries") == true)
  }

  @Test func `that is cut off anywhere is refused`() {
    let whole = ArchiveSetter([entry()]).bytes
    for end in whole.indices {
      let error = #expect(throws: ImportError.self) {
        try WordReader().draft(of: Array(whole[..<end]), file: "a.docx")
      }
      #expect(error?.diagnostic.code == "damaged-file")
    }
  }

  /// Each byte in turn takes a value that a seed gives.
  @Test(arguments: 1..<6)
  func `with any byte changed is read or refused`(seed: Int) {
    let whole = ArchiveSetter([entry(), .init("word/styles.xml", "<w:styles/>")]).bytes
    for index in whole.indices {
      var bytes = whole
      bytes[index] ^= UInt8(1 + (seed &* 77 &+ index &* 13) % 255)
      do {
        let draft = try WordReader().draft(of: bytes, file: "a.docx")
        #expect(!draft.blocks.isEmpty)
      } catch {
        #expect(!error.diagnostic.message.isEmpty)
      }
    }
  }
}
