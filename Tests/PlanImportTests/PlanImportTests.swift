import Foundation
import PlanImport
import PlanModel
import Testing

/// The sample text, and what is right for it.
enum Sample {
  static let bytes: [UInt8] = read("Site/Versions/2019-12-02/source.txt")

  static func read(_ path: String) -> [UInt8] {
    let root = URL(filePath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent()
    return (try? Array(Data(contentsOf: root.appending(path: path)))) ?? []
  }

  static func draft() throws -> PlanDraft {
    try PlainTextReader(startsIn: "第五章 第一节").draft(of: bytes, file: "source.txt")
  }
}

@Suite struct `The sample newspaper page` {
  @Test func `has five chapters, sixteen sections and forty-eight paragraphs`() throws {
    let draft = try Sample.draft()
    #expect(draft.blocks.count { $0.kind == .heading(level: 1) } == 5)
    #expect(draft.blocks.count { $0.kind == .heading(level: 2) } == 16)
    #expect(draft.blocks.count { $0.kind == .paragraph } == 48)
  }

  /// The figures were counted by hand beforehand: 11,432 scalars of paragraphs, 291 of headings.
  @Test func `has as many characters as were counted by hand`() throws {
    let draft = try Sample.draft()
    let paragraphs = draft.blocks.filter { $0.kind == .paragraph }
    let headings = draft.blocks.filter(\.kind.isHeading)
    #expect(paragraphs.reduce(0) { $0 + $1.text.unicodeScalars.count } == 11_432)
    #expect(
      headings.reduce(0) { $0 + ($1.text + ($1.number ?? "")).unicodeScalars.count } == 291)
  }

  @Test func `gives its masthead and continuation marks as metadata`() throws {
    let metadata = try Sample.draft().metadata
    #expect(metadata["masthead"]?.texts == ["2019年12月2日 星期一", "要闻"])
    #expect(metadata["continued-from"]?.text == "6版")
    #expect(metadata["continued-on"]?.text == "8版")
    #expect(metadata.language == "zh-Hans")
  }

  @Test func `joins the heading that is broken over a blank line, and says that it did`() throws {
    let draft = try Sample.draft()
    let heading = try #require(draft.blocks.last { $0.kind.isHeading })
    #expect(heading.number == "第十章")
    #expect(heading.text == "高水平建设长三角生态绿色一体化发展示范区")
    #expect(heading.source?.lines == 671...673)
    let doubts = draft.diagnostics.filter { $0.severity == .warning }
    #expect(doubts.map(\.place?.line) == [673])
  }

  @Test(arguments: ["PM2.5）", "“16+1”经贸", "5G网络建设", "IPv6规模", "全球500强和", "淮南－南京－上海1000千伏"])
  func `closes the spaces that typesetting left`(text: String) throws {
    #expect(try Sample.draft().blocks.contains { $0.text.contains(text) })
  }

  @Test func `has every blank line inside a paragraph reported with its line`() throws {
    let notes = try Sample.draft().diagnostics.filter { $0.code == "joined-over-blank-line" }
    let lines = notes.compactMap(\.place?.line)
    #expect(
      lines == [
        7, 32, 82, 121, 149, 176, 221, 258, 276, 282, 319, 351, 404, 412, 463, 514, 557, 585, 637,
      ])
  }
}

/// Every character of a source must be in a block, in the furniture, or white space that is listed
/// or stands between blocks.
func unaccounted(_ draft: PlanDraft, in bytes: [UInt8]) -> [String] {
  var faults: [String] = []
  var covered = [Bool](repeating: false, count: bytes.count)
  func cover(_ range: Range<Int>) { for index in range { covered[index] = true } }
  for part in draft.furniture { cover(part.source.bytes) }
  for block in draft.blocks {
    guard let range = block.source?.bytes else { return ["a block without a place"] }
    cover(range)
    var text = ""
    var index = range.lowerBound
    while index < range.upperBound {
      if let part = draft.furniture.first(where: { $0.source.bytes.contains(index) }) {
        index = part.source.bytes.upperBound
      } else if let gone = draft.removed.first(where: { $0.source.bytes.contains(index) }) {
        text += gone.replacement
        index = gone.source.bytes.upperBound
      } else {
        let length = bytes[index] < 0x80 ? 1 : bytes[index] < 0xE0 ? 2 : bytes[index] < 0xF0 ? 3 : 4
        text += String(decoding: bytes[index..<index + length], as: UTF8.self)
        index += length
      }
    }
    if Array(text.utf8) != Array(((block.number ?? "") + block.text).utf8) {
      faults.append("«\(text)» is not «\(block.number ?? "")\(block.text)»")
    }
  }
  let rest = zip(bytes, covered).filter { !$0.1 }.map(\.0)
  let left = String(decoding: rest, as: UTF8.self).filter { !$0.isWhitespace && $0 != "\u{FEFF}" }
  if !left.isEmpty { faults.append("left over: \(left)") }
  return faults
}

@Suite struct `Every character is accounted for` {
  @Test func `in the sample`() throws {
    #expect(unaccounted(try Sample.draft(), in: Sample.bytes) == [])
  }

  @Test(arguments: 0..<24)
  func `in pages set in columns of any width`(seed: Int) throws {
    var setter = Typesetter(seed: UInt64(seed))
    let page = setter.page(of: try Sample.draft().blocks)
    let bytes = Array(page.utf8)
    let draft = try PlainTextReader(startsIn: "第五章 第一节").draft(of: bytes, file: "page.txt")
    #expect(unaccounted(draft, in: bytes) == [])
  }
}
