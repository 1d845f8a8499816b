import Foundation
import Testing
import Workspace

/// A site built again after a change is the site built from nothing, byte for byte.
@Suite struct `A build after a change` {
  /// A project in a folder of its own, of one version with a dozen chapters, with notes on four.
  private func makeProject() throws -> Folder {
    let folder = Folder(
      FileManager.default.temporaryDirectory.appending(path: "variorum-\(UUID())").path())
    let source = (1...12).map { chapter in
      "# 第\(chapter)章 章题\(chapter)\n\n"
        + (1...4).map { "第\(chapter)章的第\($0)段，由水利部牵头。" }.joined(separator: "\n\n")
    }.joined(separator: "\n\n")
    try folder.write(Array(source.utf8), to: "Site/Versions/2025/source.md")
    let plan = (1...12).map { chapter in
      "# 第\(chapter)章 章题\(chapter) {#h-\(chapter)xxxxxxxx}\n\n"
        + (1...4).map {
          "第\(chapter)章的第\($0)段，由水利部牵头。\n{: #p-\(chapter)xx\($0)xxxxxx}"
        }.joined(separator: "\n\n")
    }.joined(separator: "\n\n")
    try folder.write(Array((plan + "\n").utf8), to: "Site/Versions/2025/plan.md")
    let blocks = (1...12).flatMap { chapter in
      let line = (chapter - 1) * 10 + 1
      return [
        #"{"id":"h-\#(chapter)xxxxxxxx","source":{"lines":[\#(line),\#(line)],"bytes":[0,1]}}"#
      ]
        + (1...4).map { place in
          #"{"id":"p-\#(chapter)xx\#(place)xxxxxx","source":{"lines":[\#(line + 2 * place),\#(line + 2 * place)],"bytes":[0,1]}}"#
        }
    }
    try folder.write(
      Array(
        #"{"schema":"variorum/source-map/1","file":"source.md","blocks":[\#(blocks.joined(separator: ","))],"furniture":[],"removed":[]}"#
          .utf8), to: "Site/Versions/2025/source.map.json")
    try folder.write(
      Array("title: 规划\nlanguages: [zh-Hans, en]\npages: by-chapter\nversions: [\"2025\"]\n".utf8),
      to: "Site/site.yml")
    try folder.write(
      Array(
        """
        notes:
          - id: first
            kind: comment
            on: { version: "2025", paragraph: p-3xx2xxxxxx, quote: 由水利部牵头 }
            note: 一注。
          - id: second
            kind: task
            on: { version: "2025", paragraph: p-8xx1xxxxxx, quote: 由水利部牵头 }
            lead: [水利部]
            note: 见[前注](#first)，又见[后文](#p-11xx2xxxxxx)。
          - id: third
            kind: comment
            on: { version: "2025", paragraph: p-9xx4xxxxxx, to: h-10xxxxxxxx, quote: "牵头。\\n章题10" }
            note: 跨章。

        """.utf8), to: "Annotations/notes.yml")
    try folder.write(
      Array(
        """
        kinds:
          task: { fields: { lead: { type: agencies }, support: { type: agencies } } }
          comment: { fields: {} }

        """.utf8), to: "Annotations/kinds.yml")
    try folder.write(
      Array("agencies:\n  - id: water\n    name: { zh-Hans: 水利部, en: Water }\n".utf8),
      to: "Annotations/agencies.yml")
    return folder
  }

  /// Every file of a site by its name, without the record of the build.
  private func files(of site: Folder) throws -> [String: Data] {
    let root = URL(filePath: site.path, directoryHint: .isDirectory)
    var files: [String: Data] = [:]
    for name in try FileManager.default.subpathsOfDirectory(atPath: site.path)
    where !name.hasSuffix(".variorum-files") {
      let place = root.appending(path: name)
      let isFolder = try place.resourceValues(forKeys: [.isDirectoryKey]).isDirectory == true
      if !isFolder { files[name] = try Data(contentsOf: place) }
    }
    return files
  }

  private func expectSameAsFromNothing(_ project: Folder, _ site: Folder, _ change: String) throws {
    _ = try Project(at: project.path).build(into: site)
    let clean = try project.folder("clean-\(UUID())")
    _ = try Project(at: project.path).build(into: clean)
    let (found, expected) = (try files(of: site), try files(of: clean))
    #expect(Set(found.keys) == Set(expected.keys), "\(change)")
    for (name, bytes) in expected { #expect(found[name] == bytes, "\(change): \(name)") }
    try FileManager.default.removeItem(atPath: clean.path)
  }

  /// The changes: a file, what is replaced in it, and by what.
  private static let changes: [(file: String, old: String, new: String)] = [
    ("Site/Versions/2025/plan.md", "第5章的第2段", "第5章的那一段"),
    ("Site/Versions/2025/plan.md", "章题7 {#h-7xxxxxxxx}", "另一题 {#h-7xxxxxxxx}"),
    ("Site/Versions/2025/plan.md", "{#h-9xxxxxxxx}", "{#h-9yyyyyyyy}"),
    ("Site/Versions/2025/plan.md", "\n# 第4章 章题4 {#h-4xxxxxxxx}\n", "\n"),
    ("Site/Versions/2025/plan.md", "# 第6章", "## 第6章"),
    ("Site/Versions/2025/plan.md", "# 第1章", "---\nnotice: 虚构\n---\n\n# 第1章"),
    ("Site/Versions/2025/plan.md", "第8章的第1段", "**第8章**的第1段"),
    ("Site/Versions/2025/plan.md", "p-2xx3xxxxxx", "p-2xx3yyyyyy"),
    ("Site/Versions/2025/source.md", "第3章的第3段", "第３章的第3段"),
    ("Site/Versions/2025/source.map.json", "[43,43]", "[44,44]"),
    ("Site/site.yml", "规划", "计划"),
    ("Site/site.yml", "pages:", "footer: 页脚\npages:"),
    ("Site/site.yml", "pages:", "address: https://example.org/\npages:"),
    ("Site/site.yml", "by-chapter", "one-page"),
    ("Site/site.yml", "[zh-Hans, en]", "[en]"),
    ("Annotations/notes.yml", "一注。", "又一注。"),
    ("Annotations/notes.yml", "p-3xx2xxxxxx", "p-5xx1xxxxxx"),
    ("Annotations/notes.yml", "p-3xx2xxxxxx", "p-9xx1xxxxxx"),
    ("Annotations/notes.yml", "id: first", "id: foremost"),
    ("Annotations/notes.yml", "lead: [", "support: ["),
    ("Annotations/agencies.yml", "en: Water", "en: Waters"),
    ("Site/Versions/2025/plan.md", "第11章的第2段", "第11章的那一段"),
    ("Site/Versions/2025/plan.md", "p-11xx2xxxxxx", "p-11xx2yyyyyy"),
    ("Site/Versions/2025/plan.md", "# 第10章 章题10", "# 第10章 别题"),
  ]

  @Test(arguments: changes.indices)
  func `is a build from nothing`(change: Int) throws {
    let project = try makeProject()
    defer { try? FileManager.default.removeItem(atPath: project.path) }
    let site = try project.folder("public")
    let first = try Project(at: project.path).build(into: site)
    #expect(first.diagnostics == [])
    let (file, old, new) = Self.changes[change]
    let text = try project.text(file)
    #expect(text.contains(old))
    try project.write(Array(text.replacing(old, with: new).utf8), to: file)
    try expectSameAsFromNothing(project, site, "\(file): \(new)")
    // And back again.
    try project.write(Array(text.utf8), to: file)
    try expectSameAsFromNothing(project, site, "\(file): \(old)")
  }

  @Test(arguments: 1...2 as ClosedRange<UInt64>)
  func `is a build from nothing after any number of changes`(seed: UInt64) throws {
    let project = try makeProject()
    defer { try? FileManager.default.removeItem(atPath: project.path) }
    let site = try project.folder("public")
    var state = seed
    func next(_ bound: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % bound
    }
    for _ in 0..<4 {
      let (file, old, new) = Self.changes[next(Self.changes.count)]
      let text = try project.text(file)
      try project.write(Array(text.replacing(old, with: new, maxReplacements: 1).utf8), to: file)
      try expectSameAsFromNothing(project, site, "seed \(seed), \(file)")
    }
  }

  @Test func `mends what somebody did to the built files`() throws {
    let project = try makeProject()
    defer { try? FileManager.default.removeItem(atPath: project.path) }
    let site = try project.folder("public")
    _ = try Project(at: project.path).build(into: site)
    try site.write(Array("spoilt".utf8), to: "2025/h-4xxxxxxxx.html")
    try site.remove("2025/h-5xxxxxxxx.html")
    try expectSameAsFromNothing(project, site, "spoilt pages")
    for text in ["", "\t\t\n", "2025/h-6xxxxxxxx.html\tzz\t1@1.1\n", "\u{0}"] {
      try site.write(Array(text.utf8), to: ".variorum-files")
      try expectSameAsFromNothing(project, site, "a spoilt record")
    }
  }

  @Test func `renders and writes only the chapter that changed, and what lists it`() throws {
    let project = try makeProject()
    defer { try? FileManager.default.removeItem(atPath: project.path) }
    let site = try project.folder("public")
    let first = try Project(at: project.path).build(into: site)
    #expect(first.written == first.pages)
    #expect(try Project(at: project.path).build(into: site).written == 0)
    let plan = "Site/Versions/2025/plan.md"
    let text = try project.text(plan).replacing("第5章的第2段", with: "第5章的那一段")
    try project.write(Array(text.utf8), to: plan)
    let second = try Project(at: project.path).build(into: site)
    #expect((1...16).contains(second.written), "\(second.written) of \(second.pages)")
  }
}
