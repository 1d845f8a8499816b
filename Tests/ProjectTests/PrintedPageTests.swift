import Foundation
import PlanModel
import PluginKit
import Testing
import Workspace

private let hasPoppler =
  (ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":")
  .contains { FileManager.default.isExecutableFile(atPath: $0 + "/pdftotext") }

/// A PDF as poppler itself reads it: Tests/Generators/two-columns.py makes the file.
@Suite struct `A printed page` {
  @Test(.enabled(if: hasPoppler, "pdftotext is not installed (Debian: poppler-utils)"))
  func `of two columns is read column by column, its words and paragraphs whole`() throws {
    let file = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "Fixtures/two-columns.pdf")
    let conversion = try Conversion(
      ImportSource(name: "two-columns.pdf", bytes: Array(try Data(contentsOf: file))),
      plugins: Project.standardPlugins)
    let blocks = conversion.plan.blocks
    #expect(
      blocks.filter(\.kind.isHeading).map(\.heading) == [
        "Chapter 1 Aims", "Chapter 2 Measures", "Chapter 3 Supervision",
      ])
    let openings = blocks.filter { !$0.kind.isHeading }.map { $0.text.prefix(16) }
    #expect(
      openings == [
        "This plan protec", "The water of eac", "Municipalities s", "Farmers on the s",
        "Motorboats are r", "The reed beds ar", "A council of nin", "Each municipalit",
        "1 The lakes are ", "Complaints may b",
      ])
    #expect(blocks.allSatisfy { !$0.text.contains("- ") })
    #expect(
      conversion.draft.furniture.map(\.text) == [
        "Lake Protection Plan", "12", "Lake Protection Plan", "13",
      ])
    #expect(conversion.draft.removed.allSatisfy { $0.rule == "hyphen" })
    let reasons = conversion.draft.blocks.compactMap(\.source).flatMap(\.reasons).map(\.rule)
    #expect(reasons.contains(.noRoomForWord) && reasons.contains(.indent))
    let explanation = conversion.explanation(of: [], columns: 100)
    #expect(explanation.contains("5 │ them. It binds the regional adminis-"))
    #expect(explanation.contains("joined: "))
  }

  /// The site shows the lines that were read, without the program that reads the file.
  @Test(.enabled(if: hasPoppler, "pdftotext is not installed (Debian: poppler-utils)"))
  func `has a source view with its lines and pages`() throws {
    let file = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "Fixtures/two-columns.pdf").path()
    try withTemporaryFolder { folder in
      #expect(try Run(["init", "."], in: folder).status == 0)
      #expect(try Run(["import", file, "--as", "2024"], in: folder).status == 0)
      let lines = try String(
        contentsOfFile: folder + "/Site/Versions/2024/source.lines.txt", encoding: .utf8
      ).split(separator: "\n")
      #expect(lines.prefix(2) == ["Lake Protection Plan", "Chapter 1 Aims"])
      #expect(try Run(["build"], in: folder, environment: ["PATH": ""]).status == 0)
      let page = try String(
        contentsOfFile: folder + "/Site/public/2024/source/index.html", encoding: .utf8)
      #expect(page.contains("them. It binds the regional adminis-</li>"))
      #expect(page.contains("第 1 页</span>Lake Protection Plan</li>"))
      #expect(page.contains("第 2 页"))
      #expect(
        try String(contentsOfFile: folder + "/Site/public/2024/index.html", encoding: .utf8)
          .contains("source/index.html#b-"))
    }
  }
}
