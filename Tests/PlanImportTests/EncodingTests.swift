import Foundation
import Fuzzing
import PlanImport
import PlanModel
import Testing

/// The beginning of the file.
private let start = FilePlace(file: "x")

@Suite struct `A source's encoding` {
  private let text = "第一章 总则\n\n坚持生态保护优先，把保护和修复生态环境摆在重要位置。\r\n努力建设绿色美丽长三角。\n"

  @Test(arguments: [
    (String.Encoding.utf8, [UInt8](), TextEncoding.utf8),
    (.utf8, [0xEF, 0xBB, 0xBF], .utf8),
    (.utf16LittleEndian, [], .utf16LittleEndian),
    (.utf16LittleEndian, [0xFF, 0xFE], .utf16LittleEndian),
    (.utf16BigEndian, [], .utf16BigEndian),
    (.utf16BigEndian, [0xFE, 0xFF], .utf16BigEndian),
  ])
  func `is found with a byte-order mark and without`(
    encoding: String.Encoding, mark: [UInt8], expected: TextEncoding
  ) throws {
    let bytes = mark + Array(try #require(text.data(using: encoding)))
    let draft = try PlainTextReader().draft(of: bytes, file: "a.txt")
    #expect(draft.metadata["encoding"]?.text == expected.rawValue)
    #expect(draft.blocks == (try PlainTextReader().draft(of: bytes, file: "a.txt")).blocks)
    #expect(draft.blocks.map(\.text).first == "总则")
    #expect(draft.blocks.count == 3)
  }

  /// “中文，测试。” in GB 18030, with U+20087 as a character of four bytes.
  @Test func `is found to be GB 18030`() throws {
    let bytes: [UInt8] = [
      0xD6, 0xD0, 0xCE, 0xC4, 0xA3, 0xAC, 0x95, 0x32, 0x90, 0x31, 0xB2, 0xE2, 0xCA, 0xD4, 0xA1,
      0xA3, 0x0A,
    ]
    let draft = try PlainTextReader().draft(of: bytes, file: "a.txt")
    #expect(draft.metadata["encoding"]?.text == "GB18030")
    #expect(draft.blocks.map(\.text) == ["中文，\u{20087}测试。"])
    #expect(draft.blocks[0].source?.bytes == 0..<16)
  }

  /// Texts in the bytes of an old file.
  private static let texts: [(encoding: TextEncoding, text: String, bytes: [UInt8])] = [
    (
      .big5, "為了保護濕地，制定本計畫。",
      [
        0xAC, 0xB0, 0xA4, 0x46, 0xAB, 0x4F, 0xC5, 0x40, 0xC0, 0xE3, 0xA6, 0x61, 0xA1, 0x41, 0xA8,
        0xEE, 0xA9, 0x77, 0xA5, 0xBB, 0xAD, 0x70, 0xB5, 0x65, 0xA1, 0x43,
      ]
    ),
    (
      .shiftJIS, "この法律は、環境の保全を定める。",
      [
        0x82, 0xB1, 0x82, 0xCC, 0x96, 0x40, 0x97, 0xA5, 0x82, 0xCD, 0x81, 0x41, 0x8A, 0xC2, 0x8B,
        0xAB, 0x82, 0xCC, 0x95, 0xDB, 0x91, 0x53, 0x82, 0xF0, 0x92, 0xE8, 0x82, 0xDF, 0x82, 0xE9,
        0x81, 0x42,
      ]
    ),
    (
      .eucJP, "この法律は、環境の保全を定める。",
      [
        0xA4, 0xB3, 0xA4, 0xCE, 0xCB, 0xA1, 0xCE, 0xA7, 0xA4, 0xCF, 0xA1, 0xA2, 0xB4, 0xC4, 0xB6,
        0xAD, 0xA4, 0xCE, 0xCA, 0xDD, 0xC1, 0xB4, 0xA4, 0xF2, 0xC4, 0xEA, 0xA4, 0xE1, 0xA4, 0xEB,
        0xA1, 0xA3,
      ]
    ),
    (
      .eucKR, "이 법은 환경보전에 관한 국민의 권리와 의무를 명확히 한다.",
      [
        0xC0, 0xCC, 0x20, 0xB9, 0xFD, 0xC0, 0xBA, 0x20, 0xC8, 0xAF, 0xB0, 0xE6, 0xBA, 0xB8, 0xC0,
        0xFC, 0xBF, 0xA1, 0x20, 0xB0, 0xFC, 0xC7, 0xD1, 0x20, 0xB1, 0xB9, 0xB9, 0xCE, 0xC0, 0xC7,
        0x20, 0xB1, 0xC7, 0xB8, 0xAE, 0xBF, 0xCD, 0x20, 0xC0, 0xC7, 0xB9, 0xAB, 0xB8, 0xA6, 0x20,
        0xB8, 0xED, 0xC8, 0xAE, 0xC8, 0xF7, 0x20, 0xC7, 0xD1, 0xB4, 0xD9, 0x2E,
      ]
    ),
    (
      .windows1252, "Gesetz über „Böden“ – für alle.",
      [
        0x47, 0x65, 0x73, 0x65, 0x74, 0x7A, 0x20, 0xFC, 0x62, 0x65, 0x72, 0x20, 0x84, 0x42, 0xF6,
        0x64, 0x65, 0x6E, 0x93, 0x20, 0x96, 0x20, 0x66, 0xFC, 0x72, 0x20, 0x61, 0x6C, 0x6C, 0x65,
        0x2E,
      ]
    ),
    (
      .windows1252, "La qualité de l’air à l’échelle des régions.",
      [
        0x4C, 0x61, 0x20, 0x71, 0x75, 0x61, 0x6C, 0x69, 0x74, 0xE9, 0x20, 0x64, 0x65, 0x20, 0x6C,
        0x92, 0x61, 0x69, 0x72, 0x20, 0xE0, 0x20, 0x6C, 0x92, 0xE9, 0x63, 0x68, 0x65, 0x6C, 0x6C,
        0x65, 0x20, 0x64, 0x65, 0x73, 0x20, 0x72, 0xE9, 0x67, 0x69, 0x6F, 0x6E, 0x73, 0x2E,
      ]
    ),
  ]

  @Test(arguments: texts.indices)
  func `of another country is found by its bytes`(index: Int) throws {
    let (expected, text, bytes) = Self.texts[index]
    let draft = try PlainTextReader().draft(of: bytes, file: "a.txt")
    #expect(draft.metadata["encoding"]?.text == expected.rawValue)
    #expect(draft.blocks.map(\.text) == [text])
    #expect(draft.blocks[0].source?.bytes == 0..<bytes.count)
    // Nothing in the bytes tells the alphabets of Europe apart for certain.
    let isGuessed = draft.diagnostics.contains { $0.code == "encoding-guessed" }
    #expect(isGuessed == (expected == .windows1252))
  }

  @Test(arguments: [
    ("iso-8859-1", TextEncoding.windows1252), ("Latin1", .windows1252), ("GB2312", .gb18030),
    ("x-sjis", .shiftJIS), ("ks_c_5601-1987", .eucKR), ("cp1251", .windows1251),
    ("iso-8859-2", .iso88592), ("utf8", .utf8),
  ])
  func `has the names that pages give it`(name: String, expected: TextEncoding) {
    #expect(TextEncoding.named(name) == expected)
  }

  @Test func `of another alphabet is read when it is named`() throws {
    let polish: [UInt8] = Array("Zasady ".utf8) + [0xB9, 0xEA, 0xBF] + Array(" ochrony.".utf8)
    #expect(throws: ImportError.self) { try PlainTextReader().draft(of: polish, file: "a.txt") }
    let draft = try PlainTextReader(encoding: .windows1250).draft(of: polish, file: "a.txt")
    #expect(draft.blocks.map(\.text) == ["Zasady ąęż ochrony."])
  }

  @Test(arguments: [[0xB9, 0xEA, 0xBF], [0x81], [0xFF, 0xFF, 0xFF]] as [[UInt8]])
  func `that is none of these is an error that names a way out`(letters: [UInt8]) throws {
    let error = #expect(throws: ImportError.self) {
      try PlainTextReader().draft(of: Array("Pr".utf8) + letters, file: "a.txt")
    }
    #expect(error == .unknownEncoding(at: FilePlace(file: "a.txt", column: 3), byte: 2))
    #expect(error?.diagnostic.help?.contains("--encoding") == true)
  }

  @Test(arguments: [
    ([UInt8](), ImportError.empty(file: "x")),
    (Array(" \n\u{3000}\n".utf8), .empty(file: "x")),
    (Array("a\0b".utf8), .binary(file: "x")),
    ([0xEF, 0xBB, 0xBF, 0xC3], .malformed(at: start, encoding: .utf8, byte: 3)),
    ([0xFF, 0xFE, 0x41], .malformed(at: start, encoding: .utf16LittleEndian, byte: 2)),
  ])
  func `cannot be read`(bytes: [UInt8], expected: ImportError) {
    #expect(throws: expected) { try PlainTextReader().draft(of: bytes, file: "x") }
  }
}

@Suite struct `Any bytes` {
  /// Random bytes, and the sample with random bytes changed, are read or refused, never a crash.
  @Test(arguments: 0..<40)
  func `are read or refused`(seed: Int) {
    var random = SplitMix64(seed: UInt64(seed))
    var bytes = Array(Sample.bytes.prefix(2_000))
    for _ in 0..<Int.random(in: 1...60, using: &random) {
      let index = Int.random(in: bytes.indices, using: &random)
      switch Int.random(in: 0...2, using: &random) {
      case 0: bytes[index] = UInt8.random(in: 0...255, using: &random)
      case 1: bytes.remove(at: index)
      default: bytes.insert(UInt8.random(in: 0...127, using: &random), at: index)
      }
    }
    for encoding in TextEncoding.allCases.map(Optional.some) + [nil] {
      let draft = try? PlainTextReader(encoding: encoding).draft(of: bytes, file: "fuzz")
      #expect(draft?.blocks.isEmpty != true)
    }
  }
}
