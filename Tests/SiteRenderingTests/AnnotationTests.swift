import Annotations
import Collation
import PlanModel
import SiteRendering
import Testing

/// A project's notes, read from its files, on their way into the pages.
@Suite struct AnnotationTests {
  private func site() throws -> Site {
    let kinds = KindsFile(
      yaml: """
        kinds:
          task:
            label: { zh-Hans: 任务, en: Task }
            fields:
              lead: { type: agencies, label: { zh-Hans: 牵头, en: Lead } }
              witness: { type: agencies, label: { zh-Hans: 见证, en: Witness } }
              deadline: { type: date, label: { zh-Hans: 期限, en: Deadline } }
        """, file: "kinds.yml")
    let agencies = AgenciesFile(
      yaml: """
        agencies:
          - id: mwr
            name: { zh-Hans: 水利部, en: Ministry of Water Resources }
        """, file: "agencies.yml")
    let file = AnnotationFile(
      yaml: """
        notes:
          - id: dikes
            kind: task
            on: { version: "2015", paragraph: p-dikes, quote: 加固堤防300公里 }
            lead: [水利部等]
            witness: [水利部]
            deadline: { by: "2020", text: 到2020年 }
            basis: reading
          - id: heading
            kind: task
            on: { version: "2015", paragraph: h-two, quote: 防洪 }
            basis: reading
        """, file: "notes.yml", kinds: kinds.kinds, agencies: agencies.registry)
    let set = AnnotationSet([file], kinds: kinds, agencies: agencies)
    #expect(set.diagnostics.filter { $0.severity == .error } == [])
    var site = try SampleSite.site()
    let plans = site.versions.map { NamedPlan(version: $0.name, plan: $0.plan) }
    let placements = set.placements(
      of: set.located(in: plans).passages, in: plans, comparisons: [SampleSite.comparison])
    site.show(set, placements: placements)
    return site
  }

  @Test func `a note keeps its words, its agencies and its time`() throws {
    let note = try #require(try site().notes.first)
    #expect(note.quote == "加固堤防300公里")
    #expect(note.parts.map(\.role).contains("lead"))
    #expect(note.parts.first?.agency == "mwr")
    #expect(note.parts.first?.isOpen == true)
    #expect(note.deadline == Site.Deadline(value: "2020", manner: "by", words: "到2020年"))
    #expect(note.basis == .reading)
  }

  @Test func `a note stands at its passage in each version, and says what became of it`() throws {
    let placements = try #require(try site().notes.first).placements
    #expect(placements.map(\.version) == ["2015", "2020"])
    #expect(placements[0].passages.map(\.range) == [12..<21])
    #expect(placements[0].how == nil)
    #expect(placements[1].quote == "加固堤防500公里")
    #expect(placements[1].isForReview)
  }

  @Test func `labels are in the language of the interface`() throws {
    let renderer = try SiteRenderer(try site())
    let pages = renderer.pages().filter { $0.path.hasSuffix("agencies/mwr/index.html") }.map {
      ($0.path, String(decoding: $0.bytes, as: UTF8.self))
    }
    expectPresent("<h1>水利部</h1>", in: try #require(pages.first))
    expectPresent("<h1>Ministry of Water Resources</h1>", in: try #require(pages.last))
    expectPresent("见证", in: try #require(pages.first))
    expectPresent("Witness", in: try #require(pages.last))
  }

  @Test func `a note on a heading is marked there and has its card`() throws {
    let renderer = try SiteRenderer(try site())
    let page = try #require(renderer.pages().first { $0.path == "2015/index.html" })
    let text = String(decoding: page.bytes, as: UTF8.self)
    expectPresent(">防洪</mark>", in: (page.path, text))
    expectPresent("id=\"note-heading\"", in: (page.path, text))
  }
}
