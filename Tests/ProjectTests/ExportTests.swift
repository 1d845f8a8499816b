import Annotations
import Foundation
import Testing
import Workspace

@Suite struct `The exported notes` {
  private let project: Project

  init() throws { project = try Project(at: Repository.path) }

  /// The cells of a table in the form of RFC 4180.
  private func rows(_ text: String) -> [[String]] {
    var rows: [[String]] = [[]]
    var cell = ""
    var isQuoted = false
    var scalars = Array(text.unicodeScalars)[...]
    while let scalar = scalars.popFirst() {
      switch scalar {
      case "\"" where isQuoted && scalars.first == "\"":
        cell.unicodeScalars.append("\"")
        scalars.removeFirst()
      case "\"": isQuoted.toggle()
      case "," where !isQuoted:
        rows[rows.count - 1].append(cell)
        cell = ""
      case "\r" where !isQuoted && scalars.first == "\n":
        scalars.removeFirst()
        rows[rows.count - 1].append(cell)
        cell = ""
        rows.append([])
      default: cell.unicodeScalars.append(scalar)
      }
    }
    return rows.dropLast()
  }

  @Test(arguments: ["2019-12-02", "2024-06-01-demo"])
  func `are a table with a line for each note`(version: String) throws {
    let text = String(
      decoding: try project.exported("csv", version: version).dropFirst(3), as: UTF8.self)
    let rows = rows(text)
    let notes = try AnnotatedProject(project).notes.annotations
    #expect(rows.count == notes.count + 1)
    #expect(rows.allSatisfy { $0.count == rows[0].count })
    #expect(rows.dropFirst().map { $0[0] } == notes.map(\.id))
    let quote = try #require(rows[0].firstIndex(of: "quote"))
    if version == "2019-12-02" {
      #expect(rows.dropFirst().map { $0[quote] } == notes.map(\.target.quote))
    }
  }

  @Test func `are a calendar of folded lines, each entry with a name of its own`() throws {
    let bytes = try project.exported("ics")
    let text = String(decoding: bytes, as: UTF8.self)
    let lines = text.components(separatedBy: "\r\n")
    #expect(lines.first == "BEGIN:VCALENDAR" && lines.suffix(2) == ["END:VCALENDAR", ""])
    #expect(lines.allSatisfy { $0.utf8.count <= 75 && !$0.contains("\n") })
    let unfolded = text.replacing("\r\n ", with: "").components(separatedBy: "\r\n")
    let names = unfolded.filter { $0.hasPrefix("UID:") }
    #expect(names.count > 10 && Set(names).count == names.count)
    #expect(unfolded.contains("UID:ports-zhoushan-deadline@variorum"))
    #expect(unfolded.contains("DTSTART;VALUE=DATE:20251231"))
    #expect(unfolded.contains("X-VARIORUM-PRECISION:year"))
    // The stamp is the version's day: the same notes give the same file.
    #expect(
      unfolded.filter { $0.hasPrefix("DTSTAMP:") }.allSatisfy { $0 == "DTSTAMP:20191202T000000Z" })
  }

  @Test func `tell of a form that nobody writes which there are`() throws {
    let run = try Run(["annotations", "export", "xls"], in: Repository.path)
    #expect(run.status == 1)
    #expect(run.errors.contains("the forms are: csv, ics"))
  }
}
