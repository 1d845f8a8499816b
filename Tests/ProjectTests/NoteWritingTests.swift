import Foundation
import Testing
import Workspace

private let source = """
  第一章 总则

  坚持新发展理念。加快建设港口（财政部、商务部负责，2020年底前完成）。加快建设机场。

  加快建设港口，形成新格局。

  """

/// A project with one version, whose only paragraphs are those of `source`.
private func withProject(_ body: (String) throws -> Void) throws {
  try withTemporaryFolder { folder in
    _ = try Run(["init"], in: folder)
    let run = try Run(["import", "-", "--as", "2019-01-01"], in: folder, input: source)
    #expect(run.status == 0)
    try body(folder)
  }
}

private func text(_ name: String, in folder: String) throws -> String {
  try Folder(folder + "/Annotations").text(name)
}

@Suite struct `Notes from the command line` {
  @Test func `are written with what tells their passage from others`() throws {
    try withProject { folder in
      let run = try Run(
        [
          "annotations", "add", "--kind", "task", "--quote", "加快建设", "--occurrence", "2", "--id",
          "airport", "--set", "deadline=2020-06", "--set", "deadline.text=六月底",
        ], in: folder)
      #expect(run.status == 0)
      let written = try text("notes.yml", in: folder)
      #expect(run.output.hasSuffix(written.replacing("notes:\n", with: "")))
      #expect(written.contains("prefix: ）。\n"))
      #expect(written.contains("deadline: { by: \"2020-06\", text: 六月底 }"))
      #expect(try Run(["check"], in: folder).status == 0)
    }
  }

  @Test func `are changed in their file, or not at all`() throws {
    try withProject { folder in
      _ = try Run(
        ["annotations", "add", "--kind", "task", "--quote", "形成新格局", "--id", "a"], in: folder)
      let before = contents(of: folder)
      let status = "status+=2021-06-30 done https://example.org/a 好"
      for arguments in [
        ["a", "leed=x"], ["b", "note=x"], ["a", "lead=没有部"], ["a", "continues=zz"],
        ["a", "status+=done"], ["a", "--remove", "note"],
      ] {
        let run = try Run(["annotations", "set"] + arguments, in: folder)
        #expect(run.status == 1, "\(arguments)")
        let place = arguments[0] == "a" ? "Annotations/notes.yml:2:" : "error: there is no note"
        #expect(run.errors.contains(place), "\(run.errors)")
      }
      let trial = try Run(["annotations", "set", "a", status, "--dry-run"], in: folder)
      #expect(trial.status == 0 && trial.output.contains("state: done"))
      #expect(contents(of: folder) == before)
      #expect(try Run(["annotations", "set", "a"], in: folder).status == 2)
      #expect(try Run(["annotations", "set", "a", "note"], in: folder).status == 2)
      #expect(try Run(["annotations", "set", "a", status, "note=甲"], in: folder).status == 0)
      let list = try Run(["annotations", "list", "--status", "done"], in: folder)
      #expect(list.output.contains("a "))
      #expect(
        try Run(["annotations", "set", "a", "note=甲"], in: folder).errors.contains(
          "says so already"))
    }
  }

  @Test func `are not written when the words stand in several places, which are shown`() throws {
    try withProject { folder in
      let before = contents(of: folder)
      let run = try Run(["annotations", "add", "--quote", "加快建设港口"], in: folder)
      #expect(run.status == 1)
      #expect(run.errors.contains("stands in 2 places"))
      #expect(run.errors.contains("第一章 ¶1") && run.errors.contains("第一章 ¶2"))
      for arguments in [
        ["--quote", "加快建没港口"], ["--paragraph", "p-nowhere"],
        ["--quote", "形成新格局", "--kind", "taks"], ["--quote", "形成新格局", "--set", "lead=没有部"],
        ["--quote", "形成新格局", "--file", "kinds.yml"], ["--quote", "形成新格局", "--file", "../a.yml"],
        ["--quote", "形成新格局", "--in", "2020"],
      ] {
        let run = try Run(["annotations", "add"] + arguments, in: folder)
        #expect(run.status == 1, "\(arguments)")
        #expect(run.errors.contains("error: "), "\(arguments)")
      }
      #expect(contents(of: folder) == before)
    }
  }

  @Test func `are listed by what a person asks for, against a day`() throws {
    try withProject { folder in
      for (id, due) in [("a", "2020"), ("b", "2021-06-30"), ("c", "ongoing")] {
        _ = try Run(
          [
            "annotations", "add", "--kind", "task", "--quote", "形成新格局", "--id", id, "--set",
            "deadline=\(due)",
          ], in: folder)
      }
      func ids(_ arguments: [String]) throws -> [String] {
        let run = try Run(["annotations", "list", "--format", "csv"] + arguments, in: folder)
        #expect(run.status == 0)
        return run.output.components(separatedBy: "\r\n").dropFirst().compactMap {
          $0.split(separator: ",").first.map(String.init)
        }
      }
      #expect(try ids([]) == ["a", "b", "c"])
      #expect(try ids(["--due-before", "2021-01-01"]) == ["a"])
      #expect(try ids(["--overdue", "--today", "2020-12-31"]) == [])
      #expect(try ids(["--overdue", "--today", "2021-01-01"]) == ["a"])
      #expect(try ids(["--overdue", "--today", "2021-07-01"]) == ["a", "b"])
      #expect(try ids(["--kind", "comment"]) == [])
      let table = try Run(["annotations", "list", "--today", "2021-01-01"], in: folder)
      #expect(table.output.contains("overdue") && table.output.contains("3 notes, 1 overdue"))
      let json = try Run(["annotations", "list", "--format", "json"], in: folder)
      #expect(json.output.contains("\"schema\":\"variorum/notes/1\""))
      #expect(
        try Run(["annotations", "list", "--kind", "taks"], in: folder).errors.contains("‘task’"))
    }
  }

  @Test func `come from suggestions, which a person accepts or rejects once`() throws {
    try withProject { folder in
      func suggested(_ more: String...) throws -> [String] {
        let kinds = ["--kind", "responsibility", "--kind", "date"]
        let run = try Run(["annotations", "suggest", "2019-01-01"] + kinds + more, in: folder)
        return run.output.split(separator: "\n").filter { $0.hasPrefix("s-") }.map(String.init)
      }
      let first = try suggested()
      #expect(first.count == 2)
      let ids = first.map { String($0.prefix { $0 != " " }) }
      let unknown = try Run(["annotations", "accept", ids[0], "--in", "2019-01-01"], in: folder)
      #expect(unknown.status == 1 && unknown.errors.contains("财政部"))
      let before = try? text("notes.yml", in: folder)
      #expect(before == nil)
      let accepted = try Run(["annotations", "accept", ids[0], "--add-agencies"], in: folder)
      #expect(accepted.status == 0)
      #expect(accepted.output.contains("basis: text"))
      let rejected = try Run(["annotations", "reject", ids[1]], in: folder)
      #expect(rejected.status == 0)
      #expect(try suggested() == [])
      #expect(try suggested("--all").count == 2)
      #expect(try Run(["annotations", "reject", ids[1]], in: folder).status == 1)
      #expect(try Run(["check"], in: folder).status == 0)
    }
  }
}
