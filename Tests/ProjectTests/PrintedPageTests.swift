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
  }
}
