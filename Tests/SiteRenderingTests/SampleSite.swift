import Annotations
import Collation
import PlanModel
import SiteRendering
import Testing

/// A small site that has one of everything: two versions, every kind of link, notes that overlap,
/// cross a paragraph's end, lose their place, and a version with a notice.
enum SampleSite {
  static func block(
    _ id: String, _ text: String, level: Int? = nil, number: String? = nil, from: [String] = []
  ) throws -> Block {
    Block(
      id: try #require(BlockID(id)), kind: level.map { .heading(level: $0) } ?? .paragraph,
      number: number, text: text, ancestors: from.compactMap { BlockID($0) })
  }

  static func old(hostile: String = "") throws -> Plan {
    var metadata = PlanMetadata()
    metadata.title = "水利规划" + hostile
    metadata.language = "zh-Hans"
    metadata.startsIn = "第一章 第一节"
    return Plan(
      metadata: metadata,
      blocks: [
        try block("p-opening", "承前页的一段。"),
        try block("h-two", "防洪" + hostile, level: 2, number: "第二节"),
        try block("p-dikes", "加固堤防。到2020年，加固堤防300公里" + hostile + "，由水利部门牵头。"),
        try block("p-gates", "修建水闸。"),
        try block("p-long", "第一句话。第二句话。"),
        try block("p-half", "甲段。"),
        try block("p-rest", "乙段。"),
        try block("h-three", "灌溉", level: 2, number: "第三节"),
        try block("p-moves", "节约用水，人人有责。"),
      ])
  }

  static func new(hostile: String = "") throws -> Plan {
    var metadata = PlanMetadata()
    metadata.title = "水利规划"
    metadata.language = "zh-Hans"
    metadata.startsIn = "第一章 第一节"
    metadata.notice = "本版本系虚构" + hostile
    return Plan(
      metadata: metadata,
      blocks: [
        try block("p-moves", "节约用水，人人有责。"),
        try block("p-opening", "承前页的一段。"),
        try block("h-two", "防洪" + hostile, level: 2, number: "第二节"),
        try block("p-dikes", "加固堤防。到2025年，加固堤防500公里" + hostile + "，由水利部门牵头。"),
        try block("p-long", "第一句话。"),
        try block("p-second", "第二句话。", from: ["p-long"]),
        try block("p-half", "甲段。乙段。", from: ["p-rest"]),
        try block("p-fresh", "新增一段。"),
        try block("h-three", "灌溉与排水", level: 2, number: "第四节"),
      ])
  }

  static var comparison: Comparison {
    Comparison(links: [
      .init(old: [8], new: [0], kind: .equal, isMoved: true),
      .init(old: [0], new: [1], kind: .equal),
      .init(old: [1], new: [2], kind: .equal),
      .init(
        old: [2], new: [3], kind: .edited, substance: .substantive, tags: ["date", "number"],
        spans: [
          .init(old: 6..<10, new: 6..<10, substance: .substantive, tags: ["date"]),
          .init(old: 16..<19, new: 16..<19, substance: .substantive, tags: ["number"]),
        ]),
      .init(old: [3], new: [], kind: .deleted, substance: .substantive),
      .init(
        old: [4], new: [4, 5], kind: .split, substance: .typographic,
        spans: [.init(old: 5..<5, new: 5..<6, substance: .typographic)]),
      .init(
        old: [5, 6], new: [6], kind: .merged, substance: .typographic,
        spans: [.init(old: 3..<4, new: 3..<3, substance: .typographic)]),
      .init(old: [], new: [7], kind: .inserted, substance: .substantive),
      .init(
        old: [7], new: [8], kind: .retitled, isRenumbered: true, confidence: 0.7,
        substance: .wording, spans: [.init(old: 2..<2, new: 2..<5)]),
    ])
  }

  static func notes(hostile: String = "") throws -> [Site.Note] {
    func passage(_ id: String, _ range: Range<Int>) throws -> Site.Passage {
      Site.Passage(block: try #require(BlockID(id)), range: range)
    }
    return [
      Site.Note(
        id: "dikes", kind: "task", quote: "到2020年，加固堤防300公里" + hostile,
        parts: [
          .init(role: "lead", name: "水利部" + hostile, agency: "mwr"),
          .init(role: "support", name: "各省"),
        ],
        deadline: .init(value: "2020", manner: "by", words: "到2020年" + hostile), basis: .text,
        facts: [
          .init(label: LocalizedText("目标" + hostile), value: LocalizedText("300公里" + hostile))
        ],
        progress: [
          .init(on: "2019-01-01", state: "under-way", evidence: "https://example.org/?a=1&b=2")
        ],
        text: "一段。\n\n又一段。" + hostile,
        placements: [
          .init(version: "2015", outcome: .attached, passages: [try passage("p-dikes", 5..<21)]),
          .init(
            version: "2020", outcome: .attached, how: "edited", isForReview: true,
            passages: [try passage("p-dikes", 5..<21)], quote: "到2025年，加固堤防500公里"),
        ]),
      Site.Note(
        id: "overlap", kind: "definition", quote: "堤防。到2020年", basis: .reading,
        placements: [
          .init(version: "2015", outcome: .attached, passages: [try passage("p-dikes", 2..<11)])
        ]),
      Site.Note(
        id: "crossing", kind: "own-kind", quote: "甲段。\n乙段。", source: "javascript:alert(1)",
        placements: [
          .init(
            version: "2015", outcome: .attached,
            passages: [try passage("p-half", 0..<3), try passage("p-rest", 0..<3)]),
          .init(
            version: "2020", outcome: .attached, how: "merged",
            passages: [try passage("p-half", 0..<6)]),
        ]),
      Site.Note(
        id: "gone", kind: "task", quote: "修建水闸。",
        parts: [.init(role: "lead", name: "水利部", agency: "mwr")],
        basis: .official, source: "https://example.org/doc",
        placements: [
          .init(version: "2015", outcome: .attached, passages: [try passage("p-gates", 0..<5)]),
          .init(
            version: "2020", outcome: .orphaned, reason: .deleted,
            candidates: [try #require(BlockID("p-fresh"))]),
        ]),
    ]
  }

  /// The site; `hostile` is put into every text that a document or a person supplies.
  static func site(hostile: String = "") throws -> Site {
    let places = [
      "p-opening": SourcePlace(lines: 1...2, bytes: 0..<10),
      "h-two": SourcePlace(lines: 4...4, bytes: 11..<20),
      "p-dikes": SourcePlace(lines: 5...6, bytes: 21..<60),
      "p-gates": SourcePlace(lines: 6...6, bytes: 61..<70),
    ]
    return Site(
      title: "水利规划" + hostile, catalogues: try Catalogue.shipped(),
      versions: [
        Site.Version(
          name: "2015", label: "2015年" + hostile, plan: try old(hostile: hostile),
          sourceName: "source.txt" + hostile,
          sourceLines: ["承前页", "的一段。", "", "第二节 防洪", "加固堤防。", "尾", "页脚" + hostile],
          places: Dictionary(
            uniqueKeysWithValues: try places.map { (try #require(BlockID($0.key)), $0.value) })),
        Site.Version(name: "2020", label: "2020年", plan: try new(hostile: hostile)),
      ],
      comparisons: [.init(old: "2015", new: "2020", comparison: comparison)],
      kinds: [.init(id: "task", label: LocalizedText("任务" + hostile))],
      agencies: [
        .init(
          id: "mwr", name: LocalizedText("水利部" + hostile), otherNames: ["部" + hostile],
          parent: "state"),
        .init(id: "state", name: LocalizedText("国务院")),
      ],
      notes: try notes(hostile: hostile))
  }

  /// The pages that are HTML, as text by path.
  static func htmlPages(hostile: String = "") throws -> [(path: String, text: String)] {
    htmlPages(of: try SiteRenderer(try site(hostile: hostile)).pages())
  }

  static func htmlPages(of pages: [Page]) -> [(path: String, text: String)] {
    pages.filter { $0.path.hasSuffix(".html") }.map {
      ($0.path, String(decoding: $0.bytes, as: UTF8.self))
    }
  }
}
