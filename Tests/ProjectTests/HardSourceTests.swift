import Foundation
import PlanModel
import PluginKit
import StandardPlugins
import Testing
import Workspace

/// What becomes of a source: the texts of its blocks, or the codes of why it was refused.
private func outcome(_ name: String, _ bytes: [UInt8]) throws -> [String] {
  let source = ImportSource(name: name, bytes: bytes)
  do {
    let importer = try Project.standardPlugins.importer(for: source, format: nil)
    return try importer.draft(of: source).blocks.map(\.text)
  } catch let error as DocumentError {
    return error.diagnostics.map { "\($0.code) \($0.place?.line ?? 0):\($0.place?.column ?? 0)" }
  }
}

private func outcome(_ name: String, _ text: String) throws -> [String] {
  try outcome(name, Array(text.utf8))
}

@Suite struct `A hard source` {
  @Test(arguments: ["a.txt", "a.html", "a.md"])
  func `that is empty is refused`(name: String) throws {
    #expect(try outcome(name, "") == ["no-text 1:1"])
  }

  @Test(arguments: ["a.txt", "a.md", "a.html"])
  func `whose characters change the direction of writing is read with a warning`(
    name: String
  ) throws {
    let text =
      name.hasSuffix("html")
      ? "<p>甲\u{202E}乙丙。</p><p>“丁\u{2069}”</p>" : "甲\u{202E}乙丙。\n\n“丁\u{2069}”"
    let source = ImportSource(name: name, bytes: Array(text.utf8))
    let result = try Conversion(source, plugins: Project.standardPlugins)
    #expect(result.plan.blocks.map(\.text).joined() == "甲\u{202E}乙丙。“丁\u{2069}”")
    let warnings = result.diagnostics.filter { $0.code == "directing-characters" }
    #expect(
      warnings.map(\.message) == [
        "the text holds 2 characters that change the direction of writing"
      ])
    #expect(warnings.first?.place?.line == 1)
    let plain = ImportSource(name: name, bytes: Array("甲“乙”—丙…。\u{200F}".utf8))
    #expect(try Conversion(plain, plugins: Project.standardPlugins).diagnostics == [])
  }

  @Test func `that is no text is refused`() throws {
    let picture: [UInt8] = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 0, 13]
    #expect(try outcome("a.txt", picture) == ["foreign-format 1:1"])
    let bytes: [UInt8] = [0x13, 0x37, 0, 0, 0, 13, 0xFF, 0, 0x80, 1, 2, 0]
    #expect(try outcome("a.txt", bytes) == ["not-text 1:1"])
  }

  @Test func `that breaks off inside a character is refused with line and column`() throws {
    let bytes = Array("第一章 总则\r\n坚持".utf8) + [0xE4, 0xB8] + Array("理念。\n".utf8)
    #expect(try outcome("a.txt", bytes) == ["unknown-encoding 2:3"])
    #expect(try outcome("a.html", bytes) == ["unknown-encoding 2:3"])
    #expect(try outcome("a.md", bytes) == ["unknown-encoding 2:3"])
    let german = Array("Über Böden für Täler\n".utf8) + [0xC3] + Array(" und Öl.\n".utf8)
    #expect(try outcome("a.txt", german) == ["unknown-encoding 2:1"])
  }

  @Test(.timeLimit(.minutes(1)))
  func `of one long line is one paragraph`() throws {
    let line = String(repeating: "坚持新发展理念，", count: 40_000) + "。"
    #expect(try outcome("a.txt", line) == [line])
  }

  @Test(.timeLimit(.minutes(1)))
  func `of one long line with many spaces is read in time`() throws {
    let line = String(repeating: "the plan goes on ", count: 200_000) + "."
    #expect(try outcome("a.txt", line) == [line])
  }

  @Test(.timeLimit(.minutes(1)))
  func `of very many lines without an end of a sentence is read in time`() throws {
    let lines = (0..<60_000).map { "（\($0)）项目内容" }
    #expect(try !outcome("a.txt", lines.joined(separator: "\n")).isEmpty)
  }

  @Test(arguments: ["a.txt", "a.md", "a.html"])
  func `longer than any plan is refused before it is read`(name: String) throws {
    let bytes = [UInt8](repeating: UInt8(ascii: "a"), count: (128 << 20) + 1)
    #expect(try outcome(name, bytes) == ["too-large 1:1"])
  }

  @Test(.timeLimit(.minutes(1)))
  func `of many blank lines is what stands between them`() throws {
    let blank = String(repeating: "\n", count: 200_000)
    #expect(try outcome("a.txt", "甲文一句。" + blank + "乙文一句。") == ["甲文一句。", "乙文一句。"])
  }

  @Test func `with all sorts of line ends has the same blocks`() throws {
    let lines = ["第一章 总则", "甲文一句。", "第二章 任务", "乙文一句。"]
    for end in ["\n", "\r\n", "\r", "\u{2028}", "\u{85}"] {
      #expect(
        try outcome("a.txt", lines.joined(separator: end)) == ["总则", "甲文一句。", "任务", "乙文一句。"])
    }
  }

  @Test func `keeps the marks that turn or join its characters`() throws {
    let text = "坚持\u{202E}新发展\u{202C}理念，认真\u{200D}贯彻。"
    #expect(try outcome("a.txt", text) == [text])
  }

  @Test func `with absurd numbers is read as text`() throws {
    let text = "第99999999999999999999条　甲文。\n\n99999999999999999999. 乙文。\n\n（99999999999999）丙文。\n"
    #expect(try outcome("a.txt", text).count == 3)
  }

  @Test(
    .timeLimit(.minutes(1)),
    arguments: ["> ", "[", "*a ", "- ", "![](", "`", "<b>", "|", "1. "])
  func `of Markdown nested beyond all sense is read or refused in time`(piece: String) throws {
    let text = String(repeating: piece, count: 50_000) + "终。\n"
    #expect(try !outcome("a.md", text).isEmpty)
  }
}
