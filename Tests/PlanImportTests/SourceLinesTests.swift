import PlanImport
import PlanModel
import Testing

/// The lines that a person sees do not depend on the encoding in which a source came.
@Suite struct `The lines of a source` {
  private func inUTF16(_ text: String) -> [UInt8] {
    [0xFF, 0xFE] + text.utf16.flatMap { [UInt8(truncatingIfNeeded: $0), UInt8($0 >> 8)] }
  }

  @Test(arguments: [
    "", "一行", "一行\n", "\n", "\r\n\r\n甲", "甲\r乙\n丙\r\n丁", "甲\u{B}乙\u{C}丙",
    "甲\u{85}乙\u{2028}丙\u{2029}丁",
    "§ é\u{A0}—“”…\u{2030}", "末行\r", "\n\n\n", "🌊\n🌊",
  ])
  func `are the same in UTF-8 as in UTF-16`(text: String) {
    #expect(sourceLines(of: Array(text.utf8)) == sourceLines(of: inUTF16(text)))
    #expect(
      sourceLines(of: [0xEF, 0xBB, 0xBF] + Array(text.utf8)) == sourceLines(of: inUTF16(text)))
  }

  @Test func `are none of bytes that are no text`() {
    #expect(sourceLines(of: [0x61, 0xFF, 0x0A], encoding: .utf8) == [])
    #expect(sourceLines(of: [0x61, 0x00, 0x0A], encoding: .utf8) == [])
  }
}
