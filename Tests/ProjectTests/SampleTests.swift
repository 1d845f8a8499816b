import Annotations
import Collation
import Foundation
import PlanModel
import PluginKit
import Testing
import Workspace

@Suite struct `The sample project` {
  private let project: Project

  init() throws {
    var project = try Project(at: Repository.path)
    project.pluginPolicy = .none
    self.project = project
  }

  @Test func `has nothing wrong`() {
    #expect(project.check().diagnostics == [])
  }

  @Test func `has plugins whose manifests are sound, and runs none that nobody has allowed`() throws
  {
    let found = try project.pluginFolders().map(\.manifest.name)
    #expect(
      found == [
        "glossary", "reading-time", "word-list", "task-table", "water-terms", "notes-chart",
      ])
    let state = FileManager.default.temporaryDirectory.appending(path: "state-\(UUID().uuidString)")
    let run = try Run(
      ["check"], in: Repository.path,
      environment: ["XDG_STATE_HOME": state.path(percentEncoded: false)])
    #expect(run.status == 0)
    #expect(run.errors.contains("the plugin ‘glossary’ was left out: nobody has allowed it"))
  }

  /// Each of them answers each edge of what there is, twice the same.
  @Test(arguments: [
    "glossary", "reading-time", "word-list", "task-table", "water-terms", "notes-chart",
  ])
  func `has plugins that check`(name: String) throws {
    let run = try Run(["plugins", "check", name], in: Repository.path)
    #expect(run.status == 0, "\(run.errors)")
    #expect(run.output.hasSuffix("nothing is wrong\n"))
  }

  /// plan.md and source.map.json are what an import of the source makes today.
  @Test(arguments: ["2019-12-02", "2024-06-01-demo"])
  func `is what its sources give`(version: String) throws {
    let plan = try project.version(version).plan
    try withTemporaryFolder { path in
      _ = try Project.make(in: path, title: "x")
      var copy = try Project(at: path)
      for listed in project.configuration.versions {
        let source = "Site/Versions/\(listed.name)/source.txt"
        let wanted = try project.version(listed.name).plan.metadata
        var request = Project.ImportRequest(
          source: .init(
            name: "source.txt", bytes: try project.folder.read(source), startsIn: wanted.startsIn),
          version: listed.name)
        (request.title, request.notice) = (wanted.title, wanted.notice)
        let result = try copy.add(request)
        guard listed.name == version else { continue }
        #expect(result.plan == plan)
        for file in result.files {
          #expect(try copy.folder.read(file) == project.folder.read(file), "\(file)")
        }
        break
      }
    }
  }

  @Test func `gives each note its outcome in the revision`() throws {
    let annotated = try AnnotatedProject(project)
    #expect(annotated.notes.annotations.count >= 25)
    var outcomes: [String: String] = [:]
    for (index, placements) in annotated.placements {
      let last = try #require(placements.last)
      let words = [last.outcome.rawValue, last.change?.rawValue, last.needsReview ? "review" : nil]
      outcomes[annotated.notes.annotations[index].id] =
        words.compactMap(\.self).joined(separator: " ")
    }
    #expect(outcomes["ports-zhoushan"] == "attached same")
    #expect(outcomes["industrial-internet"] == "attached same")
    #expect(outcomes["ecological-space"] == "attached edited review")
    #expect(outcomes["grid-nanjing-shanghai"] == "attached edited review")
    #expect(outcomes["lishui-pilot"] == "attached moved")
    #expect(outcomes["talent-mobility"] == "attached moved review")
    #expect(outcomes["water-lakes"] == "attached split")
    #expect(outcomes["service-settlement-join"] == "attached split")
    #expect(outcomes["single-window"] == "attached merged")
    #expect(outcomes["property-exchange"] == "orphaned")
    #expect(outcomes["credit-platform"] == "orphaned")
    #expect(outcomes["peaceful-delta-end"] == "attached same")
  }

  @Test func `says on its face that the revision is fictitious`() throws {
    let metadata = try project.version("2024-06-01-demo").plan.metadata
    #expect(metadata.title?.contains("虚构") == true)
    #expect(metadata.notice?.contains("虚构") == true)
  }

  /// The changes that were made to the sample on purpose are the changes that are found.
  @Test func `is compared as it was revised`() throws {
    let truth = try JSONDecoder().decode(
      Truth.self,
      from: Data(project.folder.read("Tests/ProjectTests/Fixtures/demo-changes.json")))
    let (compared, _) = try ComparedVersions.comparing(
      "2019-12-02", with: "2024-06-01-demo", project: project)
    let found = compared.comparison.links.compactMap { link -> Truth.Link? in
      let isChange = link.kind != .equal || link.isMoved || !link.spans.isEmpty
      guard isChange else { return nil }
      let isTypographic = link.kind == .equal && link.substance == .typographic
      return Truth.Link(
        kind: isTypographic ? "edited" : link.kind.rawValue, moved: link.isMoved,
        old: link.old.map { start(of: compared.old.blocks[$0]) },
        new: link.new.map { start(of: compared.new.blocks[$0]) })
    }
    #expect(Set(found) == Set(truth.links))
    #expect(
      Set(compared.carried.compactMap(\.self)).count == compared.carried.compactMap(\.self).count)
  }

  private func start(of block: Block) -> String {
    String(String.UnicodeScalarView(block.text.unicodeScalars.prefix(16)))
  }

  private struct Truth: Decodable {
    struct Link: Decodable, Hashable {
      var kind: String
      var moved: Bool
      var old: [String]
      var new: [String]
    }

    var links: [Link]
  }
}
