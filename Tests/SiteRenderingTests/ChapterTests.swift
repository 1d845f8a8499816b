import Collation
import PlanModel
import SiteRendering
import Testing

@Suite struct `A text that is cut into chapters` {
  /// A plan with sections of random depth and length.
  private func plan(seed: UInt64, blocks count: Int, longest: Int) throws -> Plan {
    var state = seed
    func next(_ bound: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % bound
    }
    let blocks = try (0..<count).map { index in
      let isHeading = next(5) == 0
      return Block(
        id: try #require(BlockID("b-\(index)")),
        kind: isHeading ? .heading(level: 1 + next(3)) : .paragraph,
        text: String(repeating: "文", count: 1 + next(isHeading ? 9 : longest)))
    }
    return Plan(metadata: PlanMetadata(), blocks: blocks)
  }

  private func version(
    _ plan: Plan, _ pagination: Site.Pagination
  ) throws -> EditionVersion {
    var site = Site(
      title: "规划", catalogues: try Catalogue.shipped(),
      versions: [Site.Version(name: "v", plan: plan)])
    site.pagination = pagination
    return try Edition(site).versions[0]
  }

  @Test(arguments: 1...40) func `stands in the chapters whole, in order and once`(
    seed: UInt64
  ) throws {
    let plan = try plan(seed: seed, blocks: 400, longest: seed % 2 == 0 ? 40 : 2_000)
    for pagination in [Site.Pagination.byChapter, .automatic] {
      let version = try version(plan, pagination)
      let ranges = version.chapters.ranges
      guard version.chapters.isSplit else { continue }
      #expect(ranges.first?.lowerBound == 0 && ranges.last?.upperBound == plan.blocks.count)
      #expect(zip(ranges, ranges.dropFirst()).allSatisfy { $0.upperBound == $1.lowerBound })
      #expect(ranges.allSatisfy { !$0.isEmpty })
      for block in plan.blocks.indices {
        let chapter = try #require(version.chapters.index(of: block))
        #expect(ranges[chapter].contains(block))
      }
    }
  }

  @Test func `is left on one page if it is short and the project doesn't say otherwise`() throws {
    let plan = try plan(seed: 7, blocks: 60, longest: 40)
    #expect(!(try version(plan, .automatic).chapters.isSplit))
    #expect(!(try version(plan, .onePage).chapters.isSplit))
    #expect(try version(plan, .byChapter).chapters.isSplit)
  }

  @Test func `has no chapter of boundless length, even without headings`() throws {
    let blocks = try (0..<2_000).map {
      Block(
        id: try #require(BlockID("p-\($0)")), kind: .paragraph,
        text: String(repeating: "文", count: 100))
    }
    let version = try version(Plan(metadata: PlanMetadata(), blocks: blocks), .automatic)
    #expect(version.chapters.ranges.count == 7)
    #expect(version.chapters.ranges.allSatisfy { $0.count * 300 <= 96 << 10 })
  }

  @Test func `answers for every paragraph and note under the version's own address`() throws {
    var site = try SampleSite.site()
    site.pagination = .byChapter
    let pages = SampleSite.htmlPages(of: try SiteRenderer(site).pages())
    for version in site.versions {
      let page = try #require(pages.first { $0.path == version.name + "/index.html" })
      let ids = Set(TagReader(page.text).tags.compactMap { $0.attributes["id"] })
      for block in version.plan.blocks {
        #expect(ids.contains(block.id.rawValue), "\(version.name)#\(block.id)")
      }
      for note in site.notes where note.placements.contains(where: { $0.version == version.name }) {
        #expect(ids.contains("note-" + note.id), "\(version.name)#note-\(note.id)")
      }
    }
  }

  @Test func `shows each paragraph with its source on the page of its chapter`() throws {
    var site = try SampleSite.site()
    site.pagination = .byChapter
    let edition = try Edition(site)
    let pages = SampleSite.htmlPages(of: try SiteRenderer(site).pages())
    for version in edition.versions {
      for (index, block) in version.plan.blocks.enumerated() {
        let path = version.address(ofBlock: index).path(under: "")
        let page = try #require(pages.first { $0.path == path })
        #expect(page.text.contains("id=\"\(block.id.rawValue)\""))
      }
      let lines = version.version.sourceLines.indices.map { "id=\"L\($0 + 1)\"" }
      let sources = pages.filter { $0.path.hasPrefix("\(version.name)/source/") }.map(\.text)
      for line in lines {
        #expect(sources.count { $0.contains(line) } == 1, "\(version.name) \(line)")
      }
    }
  }

  @Test func `has each chapter named once in a comparison, as changed or as not`() throws {
    var site = try SampleSite.site()
    site.pagination = .byChapter
    let comparison = try #require(try Edition(site).comparisons.first)
    let pages = SampleSite.htmlPages(of: try SiteRenderer(site).pages())
    let page = try #require(pages.first { $0.path == "compare/2015..2020/index.html" })
    let start = try #require(page.text.firstRange(of: "<nav class=\"chapters\""))
    let list = page.text[start.lowerBound...]
    for (index, range) in comparison.new.chapters.ranges.enumerated() {
      let isChanged = comparison.parts.contains { $0.chapter == index }
      let id = comparison.new.plan.blocks[range.lowerBound].id
      let ways = [true, false].map {
        list.contains("href=\"\($0 ? "" : "../../2020/")\(id).html\"")
      }
      #expect(ways == [isChanged, !isChanged], "\(id)")
    }
  }

  @Test func `shows each change once, on the page of its chapter, and names it on the first`()
    throws
  {
    var site = try SampleSite.site()
    site.pagination = .byChapter
    let comparison = try #require(try Edition(site).comparisons.first)
    #expect(comparison.parts.count > 1)
    let pages = SampleSite.htmlPages(of: try SiteRenderer(site).pages())
    for folder in ["compare/2015..2020/", "compare/2015..2020/side-by-side/"] {
      let parts = pages.filter {
        $0.path.hasPrefix(folder) && $0.path.dropFirst(folder.count).hasPrefix("h-")
          || $0.path.hasPrefix(folder) && $0.path.dropFirst(folder.count).hasPrefix("p-")
      }
      #expect(parts.count == comparison.parts.count)
      let first = try #require(pages.first { $0.path == folder + "index.html" })
      let names = Set(TagReader(first.text).tags.compactMap { $0.attributes["id"] })
      for (index, link) in comparison.links.enumerated() where !link.isUnchanged {
        let block = link.new.first.map { comparison.new.plan.blocks[$0] }
        let place = block?.id.rawValue ?? "old-\(comparison.old.plan.blocks[link.old[0]].id)"
        #expect(names.contains(place))
        let holders = parts.filter {
          $0.text.contains("<article class=\"change") && $0.text.contains("id=\"\(place)\"")
        }
        #expect(holders.count == 1, "\(folder)#\(place)")
        #expect(
          holders.first?.path == folder + "\(comparison.part(of: index)?.start.rawValue ?? "").html"
        )
      }
    }
  }

  @Test func `has pages whose size doesn't grow with the number of chapters`() throws {
    func chapter(of count: Int) throws -> Int {
      let plan = Plan(
        metadata: PlanMetadata(),
        blocks: try (0..<count).flatMap { index in
          [
            Block(
              id: try #require(BlockID("h-\(index + 10_000)")), kind: .heading(level: 1), text: "章"),
            Block(
              id: try #require(BlockID("p-\(index + 10_000)")), kind: .paragraph, text: "文"),
          ]
        })
      var site = Site(
        title: "规划", catalogues: try Catalogue.shipped(),
        versions: [Site.Version(name: "v", plan: plan)])
      site.pagination = .byChapter
      let start = try #require(BlockID("h-10001"))
      let page = try SiteRenderer(site).page(
        at: .chapter(version: "v", start: start), in: site.catalogues[0])
      return try #require(page).bytes.count
    }
    #expect(try chapter(of: 5) == chapter(of: 200))
  }
}
