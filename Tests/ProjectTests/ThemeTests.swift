import Foundation
import Testing
import Workspace

@Suite struct `A project's theme` {
  /// Builds a small project with some files in `Site/Theme`.
  private func built(
    _ files: [String: String], configuration: String = ""
  ) throws -> (run: Run, site: [String: Data]) {
    try withTemporaryFolder { folder in
      _ = try Run(["init", "--title", "示范"], in: folder)
      _ = try Run(
        ["import", "-", "--as", "2020"], in: folder, input: "第一章 总则\n\n坚持新发展理念，推动高质量发展。\n")
      let settings = folder + "/Site/site.yml"
      let text = try String(contentsOfFile: settings, encoding: .utf8) + configuration
      try text.write(toFile: settings, atomically: true, encoding: .utf8)
      try FileManager.default.createDirectory(
        atPath: folder + "/Site/Theme", withIntermediateDirectories: true)
      for (name, text) in files {
        try text.write(toFile: folder + "/Site/Theme/" + name, atomically: true, encoding: .utf8)
      }
      let run = try Run(["build"], in: folder)
      return (run, contents(of: folder + "/Site/public").mapValues { Data($0) })
    }
  }

  private func text(_ data: Data?) -> String {
    data.map { String(decoding: $0, as: UTF8.self) } ?? ""
  }

  @Test func `sets colours, a logo and a line at the foot without code`() throws {
    let (run, site) = try built(
      ["theme.css": ":root { --seal: green; }", "logo.svg": "<svg/>"],
      configuration: "footer: \"某院 <维护>\"\n")
    #expect(run.status == 0)
    #expect(text(site["theme/site.css"]).hasSuffix(":root { --seal: green; }"))
    let page = text(site["2020/index.html"])
    #expect(page.contains("<img class=\"logo\" src=\"../theme/logo.svg\" alt=\"\">"))
    #expect(!page.contains("class=\"seal\""))
    #expect(page.contains("某院 &lt;维护&gt;"))
  }

  @Test func `is told the line of a name that the template does not have`() throws {
    let (run, _) = try built(["layout.mustache": "<p>{{siteTitle}}</p>\n{{sitTitle}}\n"])
    #expect(run.status == 1)
    #expect(
      run.errors.contains("Site/Theme/layout.mustache:2:1: error: nothing is called 'sitTitle'"))
  }

  @Test func `has no files that are none of a theme`() throws {
    let (run, site) = try built(["run.exe": "x"])
    #expect(run.status == 1)
    #expect(run.errors.contains("a theme has no such file"))
    #expect(site.isEmpty)
  }

  @Test func `brings a third language in one file`() throws {
    let (run, _) = try built(["interface.fr.txt": "languageName: français\n"])
    #expect(run.status == 1)
    #expect(run.errors.contains("interface.fr.txt:2:1: error: no words for"))
  }

  @Test func `holds an address to the form of one`() throws {
    let (run, _) = try built([:], configuration: "address: example.org\n")
    #expect(run.status == 1)
    #expect(run.errors.contains("is no address of a site"))
  }
}

@Suite struct `The comparisons of a site` {
  private func compared(_ configuration: String) throws -> (run: Run, pages: [String]) {
    try withTemporaryFolder { folder in
      _ = try Run(["init", "--title", "示范"], in: folder)
      for year in ["2020", "2021", "2022"] {
        _ = try Run(
          ["import", "-", "--as", year], in: folder,
          input: "第一章 总则\n\n到\(year)年，坚持新发展理念，推动高质量发展。\n")
      }
      let settings = folder + "/Site/site.yml"
      let text = try String(contentsOfFile: settings, encoding: .utf8) + configuration
      try text.write(toFile: settings, atomically: true, encoding: .utf8)
      let run = try Run(["build"], in: folder)
      let files = contents(of: folder + "/Site/public").keys
      return (
        run,
        files.filter { $0.hasPrefix("compare/") && $0.hasSuffix("comparison.json") }.sorted()
          .map { String($0.split(separator: "/")[1]) }
      )
    }
  }

  @Test(arguments: [
    ("", ["2020..2021", "2020..2022", "2021..2022"]),
    ("comparisons: all\n", ["2020..2021", "2020..2022", "2021..2022"]),
    ("comparisons: successive\n", ["2020..2021", "2021..2022"]),
    ("comparisons: [2022..2020]\n", ["2022..2020"]),
    ("comparisons: []\n", []),
  ])
  func `are those that the project asks for`(configuration: String, expected: [String]) throws {
    let (run, pages) = try compared(configuration)
    #expect(run.status == 0, "\(run.errors)")
    #expect(pages == expected)
  }

  @Test(arguments: [
    ("comparisons: some\n", "‘some’ is no choice of comparisons"),
    ("comparisons: [2020..2023]\n", "‘2020..2023’ names no two versions"),
    ("comparisons: [2020..2020]\n", "‘2020..2020’ names no two versions"),
  ])
  func `name versions that there are`(configuration: String, message: String) throws {
    let (run, _) = try compared(configuration)
    #expect(run.status == 1)
    #expect(run.errors.contains("Site/site.yml:"))
    #expect(run.errors.contains(message), "\(run.errors)")
  }
}
