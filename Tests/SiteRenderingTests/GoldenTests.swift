import Foundation
import SiteRendering
import Testing

@Suite struct GoldenTests {
  /// The pages of the sample in one text, in the order in which they are rendered.
  ///
  /// To renew it, run the tests with `VARIORUM_RENEW_GOLDEN=1`; they fail then, so that nobody
  /// renews it unseen.
  @Test func `the pages of a small plan are as recorded`() throws {
    let file = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .appending(path: "Golden/site.txt")
    let pages = try SampleSite.htmlPages()
    let text = pages.map { "==== \($0.path)\n\($0.text)" }.joined()
    if ProcessInfo.processInfo.environment["VARIORUM_RENEW_GOLDEN"] != nil {
      try Data(text.utf8).write(to: file)
      Issue.record("the golden file was renewed")
      return
    }
    let recorded = String(decoding: try Data(contentsOf: file), as: UTF8.self)
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    let expected = recorded.split(separator: "\n", omittingEmptySubsequences: false)
    for (index, pair) in zip(lines, expected).enumerated() where pair.0 != pair.1 {
      Issue.record("line \(index + 1):\n\(pair.0)\nrecorded:\n\(pair.1)")
      return
    }
    #expect(lines.count == expected.count)
  }

  @Test func `the same site gives the same bytes`() throws {
    let first = try SiteRenderer(try SampleSite.site()).pages()
    let second = try SiteRenderer(try SampleSite.site()).pages()
    #expect(first == second)
  }

  @Test func `a page by itself is the page of the whole site`() throws {
    let site = try SampleSite.site()
    let renderer = try SiteRenderer(site)
    let pages = renderer.pages()
    for catalogue in site.catalogues {
      for address in renderer.addresses {
        let page = try #require(renderer.page(at: address, in: catalogue))
        #expect(pages.contains(page))
      }
    }
  }

  @Test func `the theme keeps to its budget`() throws {
    let files = Theme.standard.files
    let sizes = Dictionary(uniqueKeysWithValues: files.map { ($0.path, $0.bytes.count) })
    #expect(try #require(sizes["theme/site.js"]) < 10_000)
    #expect(try #require(sizes["theme/site.css"]) < 45_000)
  }
}
