import Foundation
import Fuzzing
import PlanModel
import Testing

import SiteRendering

/// The search's files, read as a browser reads them.
private struct Shards {
  var grams: [String: [Int]] = [:]
  var texts: [(target: String, text: String, shelf: Int)] = []
  var shardOfGram: [String: Int] = [:]
  var count = 0

  init(_ pages: [Page]) throws {
    for page in pages where page.path.hasPrefix("search-index/") {
      let text = String(decoding: page.bytes, as: UTF8.self)
      let parts = text.dropFirst("variorumSearch(".count).dropLast(3)
        .split(separator: ",", maxSplits: 2)
      let value = try JSONSerialization.jsonObject(
        with: Data(parts[2].utf8), options: .fragmentsAllowed)
      let number = try #require(Int(parts[1]))
      switch parts[0] {
      case "\"index\"":
        count = try #require((value as? [String: Any])?["shards"] as? Int)
      case "\"text\"":
        for entry in try #require(value as? [[Any]]) {
          texts.append(
            (try #require(entry[2] as? String), try #require(entry[4] as? String), number))
        }
      default:
        for (gram, gaps) in try #require(value as? [String: String]) {
          var last = 0
          grams[gram] = gaps.split(separator: " ").map { gap in
            last += Int(gap, radix: 36) ?? 0
            return last
          }
          shardOfGram[gram] = number
        }
      }
    }
  }
}

@Suite struct `The search index` {
  private let site: Site
  private let pages: [Page]
  private let shards: Shards

  init() throws {
    site = try SampleSite.site()
    pages = try SiteRenderer(site).pages()
    shards = try Shards(pages)
  }

  @Test func `holds every block and every note once`() {
    #expect(Set(shards.texts.map { $0.target + $0.text }).count == shards.texts.count)
    for version in site.versions {
      for block in version.plan.blocks {
        #expect(
          shards.texts.contains { $0.target == block.id.rawValue && $0.text == block.heading })
      }
    }
    for note in site.notes {
      #expect(shards.texts.contains { $0.target == note.id && $0.text.hasPrefix(note.quote) })
    }
  }

  @Test func `puts all grams with one first character into one shard`() {
    for (gram, shard) in shards.shardOfGram {
      #expect(gram.unicodeScalars.first.map { Int($0.value) & (shards.count - 1) } == shard)
    }
  }

  /// What `search.js` relies on: a shelf is listed under every gram of every string on it.
  @Test func `lists a shelf under each gram of each string that stands on it`() {
    for entry in shards.texts {
      let scalars = SearchText(entry.text).scalars
      for length in 1...8 {
        for start in stride(from: 0, to: max(0, scalars.count - length), by: 3) {
          let string = String(String.UnicodeScalarView(scalars[start..<start + length]))
          SearchGram.each(in: SearchText(string)) { gram in
            guard !gram.text.hasSuffix("$") else { return }
            #expect(
              shards.grams[gram.text]?.contains(entry.shelf) == true, "\(gram) of ‘\(string)’")
          }
        }
      }
    }
  }

  /// A query shorter than a gram is the beginning of one.
  @Test func `lists a shelf under a gram that begins with each of its characters`() {
    for entry in shards.texts {
      for scalar in Set(SearchText(entry.text).scalars) where scalar.properties.isAlphabetic {
        let found = shards.grams.contains { gram, numbers in
          gram.unicodeScalars.first == scalar && numbers.contains(entry.shelf)
        }
        #expect(found, "\(scalar)")
      }
    }
  }

  /// The lists are collected in parts, by any number of threads, and put together.
  @Test func `lists just the shelves that hold a gram, in any way of working`() throws {
    var words = SplitMix64(seed: 7)
    let blocks = try (0..<3_000).map { index in
      let scalars = (0..<40).map { _ in
        Unicode.Scalar(0x4E00 + UInt32.random(in: 0..<300, using: &words)) ?? "一"
      }
      return Block(
        id: try #require(BlockID("p-\(index)")), kind: .paragraph,
        text: String(String.UnicodeScalarView(scalars)) + " word\(index % 97)")
    }
    let version = Site.Version(
      name: "1", plan: Plan(metadata: PlanMetadata(), blocks: blocks))
    let renderer = try SiteRenderer(
      Site(title: "t", catalogues: [Catalogue.shipped()[0]], versions: [version], comparisons: []))
    let backwards = WorkSharing { count, work in
      for index in (0..<count).reversed() { work(index) }
    }
    let lists = try #require(renderer.portions.first { $0.isDivisible })
    let pages = renderer.pages(of: lists)
    #expect(pages.map(\.bytes) == renderer.pages(of: lists, sharing: backwards).map(\.bytes))
    let shards = try Shards(renderer.pages())
    var expected: [String: Set<Int>] = [:]
    for entry in shards.texts {
      SearchGram.each(in: SearchText(entry.text)) {
        expected[$0.text, default: []].insert(entry.shelf)
      }
    }
    #expect(Set(shards.texts.map(\.shelf)).count > 8)
    #expect(shards.grams == expected.mapValues { $0.sorted() })
  }

  @Test(arguments: [
    ("５Ｇ 网络", "5g网络"), ("IPv6  Rollout", "ipv6 rollout"), ("“互联网+”", "\"互联网+\""),
    ("长 三\u{200B}角", "长三角"), ("——", "--"), ("Straße", "straße"), ("Ἀθῆναι", "ἀθῆναι"),
  ])
  func `makes one what a person may type otherwise`(text: String, folded: String) {
    #expect(String(String.UnicodeScalarView(SearchText(text).scalars)) == folded)
  }

  @Test func `leads the page to its script and data, and to nothing else`() throws {
    let page = try #require(pages.first { $0.path == "search/index.html" })
    let text = String(decoding: page.bytes, as: UTF8.self)
    #expect(text.contains("<script src=\"../theme/search.js\" defer></script>"))
    #expect(text.contains("<script src=\"../search-index/index.js\" defer></script>"))
    #expect(text.contains("data-base=\"../\""))
  }
}
