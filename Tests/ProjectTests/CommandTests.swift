import Foundation
import Testing
import Workspace

private let first = "第一章 总则\n\n坚持新发展理念，推动高质量发展。\n\n到2020年，形成新格局，建设美丽城市。\n"
private let second = "第一章 总则\n\n到2025年，形成新格局，建设美丽城市。\n\n坚持新发展理念，推动高质量发展。\n"

@Suite struct `The command line` {
  @Test func `goes from nothing to a site`() throws {
    try withTemporaryFolder { folder in
      #expect(try Run("init", "--title", "示范", in: folder).status == 0)
      let imported = try Run("import", "-", "--as", "2020", in: folder, input: first)
      #expect(imported.status == 0)
      #expect(imported.output.contains("1 headings, 2 paragraphs"))
      let again = try Run("import", "-", "--as", "2025", in: folder, input: second)
      #expect(again.output.contains("3 bear their identifiers from other versions, 0 are new"))
      #expect(try Run("check", in: folder).status == 0)
      #expect(try Run("build", in: folder).status == 0)
      let site = contents(of: folder + "/Site/public")
      #expect(site["index.html"] != nil)
      #expect(site["2020/index.html"] != nil)
      let unchanged = try Run("build", in: folder)
      #expect(unchanged.output.contains(": 0 written, 0 removed"))
      #expect(contents(of: folder + "/Site/public") == site)
    }
  }

  @Test func `leaves every file as it was if anything is wrong`() throws {
    try withTemporaryFolder { folder in
      _ = try Run("init", in: folder)
      _ = try Run("import", "-", "--as", "2020", in: folder, input: first)
      let before = contents(of: folder)
      for arguments in [
        ["import", "-", "--as", "2020"], ["import", "-", "--as", "../x"],
        ["import", "missing.txt", "--as", "2021"],
        ["import", "-", "--as", "2021", "--from", "pdf"],
        ["import", "-", "--as", "2021", "--encoding", "EBCDIC"], ["init"],
      ] {
        let run = try Run(arguments, in: folder, input: second)
        #expect(run.status == 1, "\(arguments)")
        #expect(run.errors.contains(": error: ") || run.errors.hasPrefix("error: "))
        #expect(contents(of: folder) == before, "\(arguments)")
      }
    }
  }

  @Test func `says where a fault is, shows it, and what to do`() throws {
    try withTemporaryFolder { folder in
      _ = try Run("init", in: folder)
      _ = try Run("import", "-", "--as", "2020", in: folder, input: first)
      let notes = """
        notes:
          - id: a
            kind: taks
            on: { version: "2020", quote: 形成新格局 }

        """
      try notes.write(toFile: folder + "/Annotations/a.yml", atomically: true, encoding: .utf8)
      let run = try Run("check", in: folder)
      #expect(run.status == 1)
      #expect(
        run.errors == """
          Annotations/a.yml:3:11: error: the kind ‘taks’ is unknown [unknown-kind]
            3 |     kind: taks
              |           ^^^^
            help: did you mean ‘task’?

          """)
      let json = try Run("check", "--diagnostics", "json", in: folder)
      #expect(json.errors.contains("\"code\":\"unknown-kind\""))
    }
  }

  @Test func `carries notes, and respects what a person decided`() throws {
    try withTemporaryFolder { folder in
      _ = try Run("init", in: folder)
      _ = try Run("import", "-", "--as", "2020", in: folder, input: first)
      _ = try Run("import", "-", "--as", "2025", in: folder, input: second)
      let notes = """
        notes:
          - { id: kept, kind: comment, on: { version: "2020", quote: 推动高质量发展 } }
          - id: gone
            kind: comment
            on: { version: "2020", quote: 建设美丽城市 }
            decisions: [{ version: "2025", decision: retired }]

        """
      try notes.write(toFile: folder + "/Annotations/a.yml", atomically: true, encoding: .utf8)
      let run = try Run("annotations", "carry", "--old", "2020", "--new", "2025", in: folder)
      #expect(run.status == 0)
      #expect(run.output.hasPrefix("1 attached, 1 orphaned\nattached "))
      #expect(run.output.contains("a person retired it here"))
    }
  }

  @Test(arguments: [["nonsense"], ["compare", "one"], ["build", "--no-such-option"]])
  func `ends with 2 on wrong use`(arguments: [String]) throws {
    #expect(try Run(arguments, in: Repository.path).status == 2)
  }

  @Test func `compares files without a project`() throws {
    try withTemporaryFolder { folder in
      try first.write(toFile: folder + "/a.txt", atomically: true, encoding: .utf8)
      try second.write(toFile: folder + "/b.txt", atomically: true, encoding: .utf8)
      let text = try Run("compare", "a.txt", "b.txt", in: folder)
      #expect(text.output.contains("到[-2020-]{+2025+}年"))
      let json = try Run("compare", "a.txt", "b.txt", "--format", "json", in: folder)
      #expect(json.output.hasPrefix("{\"carried\":[0,2,1]"))
      let html = try Run("compare", "a.txt", "b.txt", "--format", "html", in: folder)
      #expect(html.output.hasPrefix("<!DOCTYPE html>"))
      #expect(html.output.contains("<del"))
      #expect(!html.output.contains("href=\"../"))
    }
  }

  @Test(arguments: [
    "init", "import", "convert", "compare", "annotations", "build", "serve", "check",
  ])
  func `has help with examples`(command: String) throws {
    let run = try Run(command, "--help", in: Repository.path)
    #expect(run.status == 0)
    #expect(run.output.contains("EXAMPLES") || run.output.contains("SUBCOMMANDS"))
  }

  @Test func `refuses a configuration with aliases for keys at once`() throws {
    try withTemporaryFolder { folder in
      _ = try Run("init", in: folder)
      let levels = (1...40).map { "? &a\($0) [*a\($0 - 1), *a\($0 - 1)]\n: 1" }
      let yaml = "title: x\n? &a0 [x]\n: 1\n" + levels.joined(separator: "\n")
      try yaml.write(toFile: folder + "/Site/site.yml", atomically: true, encoding: .utf8)
      let run = try Run("check", in: folder)
      #expect(run.status == 1)
      #expect(run.errors.contains("site.yml:4:8: error: anchors and aliases aren't taken"))
    }
  }

  @Test(arguments: [
    ("title: 甲\nlanguages: [zh-Hans\nversions: []\n", "3:9: error:"),
    ("title: 甲\nfoter: 乙\n", "2:1: error: the key ‘foter’ is unknown"),
    ("title: 甲\ntitle: 乙\n", "2:1: error: the key ‘title’ stands twice"),
    ("", "1:1: error: the configuration is empty"),
  ])
  func `says where a configuration is wrong`(yaml: String, expected: String) throws {
    try withTemporaryFolder { folder in
      _ = try Run("init", in: folder)
      try yaml.write(toFile: folder + "/Site/site.yml", atomically: true, encoding: .utf8)
      let run = try Run("check", in: folder)
      #expect(run.status == 1)
      #expect(run.errors.contains("Site/site.yml:" + expected), "\(run.errors)")
    }
  }

  @Test func `suggests who is responsible and by when, with the evidence`() throws {
    try withTemporaryFolder { folder in
      let text = "推进甲项工作，2025年底前完成。（某省财政厅牵头，各市人民政府配合）"
      try text.write(toFile: folder + "/a.txt", atomically: true, encoding: .utf8)
      let run = try Run("annotations", "suggest", "a.txt", in: folder)
      #expect(run.status == 0)
      #expect(run.output.contains("  lead: 某省财政厅\n  support: 各市人民政府"))
      #expect(run.output.contains("  deadline: 2025-12-31"))
      let json = try Run("annotations", "suggest", "a.txt", "--format", "json", in: folder)
      #expect(json.output.contains("\"schema\":\"variorum/suggestions/1\""))
      #expect(json.output.contains("\"covers\":[0,\(text.unicodeScalars.count)],"))
    }
  }

  /// The sample assigns nobody and sets no date: 负责 stands in it once, and as nobody's task.
  @Test(arguments: ["responsibility", "date"])
  func `suggests nothing for the sample`(kind: String) throws {
    let run = try Run(
      "annotations", "suggest", "2019-12-02", "--kind", kind, in: Repository.path)
    #expect(run.output == "nothing is suggested\n")
  }

  /// Every run of the program hashes with another seed, and on threads that meet otherwise.
  @Test func `compares to the same bytes every time`() throws {
    let versions = ["compare", "2019-12-02", "2024-06-01-demo", "--format", "json"]
    let first = try Run(versions, in: Repository.path)
    #expect(first.status == 0 && !first.output.isEmpty)
    for _ in 0..<3 { #expect(try Run(versions, in: Repository.path).output == first.output) }
  }
}

extension Run {
  fileprivate init(_ arguments: String..., in folder: String, input: String = "") throws {
    try self.init(arguments, in: folder, input: input)
  }
}

@Suite struct `A folder` {
  @Test(arguments: ["../x", "/etc/passwd", "a/../../x", "a//b", "", ".", "a/.", "a\0b"])
  func `is never left`(path: String) throws {
    try withTemporaryFolder { root in
      let folder = Folder(root)
      #expect(throws: (any Error).self) { try folder.write([1], to: path) }
      #expect(throws: (any Error).self) { try folder.read(path) }
    }
  }

  @Test func `is written only where something changed`() throws {
    try withTemporaryFolder { root in
      let folder = Folder(root)
      #expect(try folder.write([1], to: "a/b"))
      #expect(try !folder.write([1], to: "a/b"))
      #expect(try folder.write([2], to: "a/b"))
      #expect(try folder.read("a/b") == [2])
      try folder.remove("a/b")
      #expect(folder.names() == [])
    }
  }
}
