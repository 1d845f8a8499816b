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

  @Test(arguments: ["ambel der Verordnung", "ambel der Verordnung!"])
  func `that is none of these is an error that names a way out`(rest: String) throws {
    let latin1: [UInt8] = Array("Pr".utf8) + [0xE4] + Array(rest.utf8)
    let error = #expect(throws: ImportError.self) {
      try PlainTextReader().draft(of: latin1, file: "a.txt")
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
