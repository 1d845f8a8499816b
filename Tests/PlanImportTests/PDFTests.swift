import PlanImport
import PlanModel
import Testing

private func draft(_ parts: [LayoutSetter.Part], _ style: LayoutSetter.Style) throws -> PlanDraft {
  try PDFReader().draft(ofLayout: LayoutSetter(parts, style: style).layout, file: "plan.pdf")
}

/// A paragraph of a length that a seed gives, always of other characters.
private func paragraph(_ seed: Int) -> String {
  let signs = Array("湖泊保护治理水质生态岸线整治规划建设推动加强完善提升机制协调发展区域创新")
  let length = 20 + seed &* 37 % 170
  var text = "其"
  for index in 1..<length {
    let sign = signs[(index &* 7 &+ seed &* 13 &+ index &* index) % signs.count]
    text.append(index % 17 == 16 ? "，" : sign)
  }
  return text + "。"
}

private func ink(_ draft: PlanDraft) -> Int {
  let texts =
    draft.blocks.map { ($0.number ?? "") + $0.text.replacing(" | ", with: "") }
    + draft.furniture.map(\.text) + draft.removed.map(\.text)
  return texts.joined().unicodeScalars.count { !$0.properties.isWhitespace }
}

private func ink(_ parts: [LayoutSetter.Part]) -> Int {
  let texts = parts.map { part in
    switch part {
    case .heading(let text, _), .paragraph(let text), .note(let text): text
    case .row(let cells): cells.joined()
    }
  }
  return texts.joined().unicodeScalars.count { !$0.properties.isWhitespace }
}

private let styles: [LayoutSetter.Style] = [
  .init(), .init(linesOnPage: 20, head: "示范湖泊保护规划", isNumbered: true),
]

@Suite struct `A PDF` {
  @Test(arguments: styles.indices, 0..<12)
  func `of any setting gives its headings and paragraphs, and loses no character`(
    style: Int, seed: Int
  ) throws {
    let parts: [LayoutSetter.Part] =
      [.heading("第一章 总体要求", size: 15)] + (0..<8).map { .paragraph(paragraph(seed &* 31 &+ $0)) }
      + [.heading("第二章 主要任务", size: 15)]
      + (8..<17).map { .paragraph(paragraph(seed &* 31 &+ $0)) }
    let draft = try draft(parts, styles[style])
    let expected = parts.map { part -> String in
      switch part {
      case .heading(let text, _): "h1|" + text.replacing(" ", with: "")
      case .paragraph(let text), .note(let text): "p|" + text
      case .row(let cells): "r|" + cells.joined(separator: " | ")
      }
    }
    #expect(draft.blocks.map(line) == expected)
    let furniture = draft.furniture.map(\.text).joined().filter { $0 != " " }.count
    #expect(ink(draft) == ink(parts) + furniture)
    #expect(draft.furniture.isEmpty == (styles[style].head == nil))
    // The lines that were read are those that the blocks and the furniture name.
    #expect(
      draft.readLines.flatMap(\.text.unicodeScalars).count { !$0.properties.isWhitespace }
        == ink(draft))
    let places = draft.blocks.compactMap(\.source).map(\.lines.lowerBound)
    #expect(places == places.sorted())
    for block in draft.blocks {
      let lines = try #require(block.source).lines
      let read = lines.map { draft.readLines[$0 - 1].text }.joined().filter { $0 != " " }
      #expect(read.contains(block.text.prefix(6)) || (block.number.map(read.contains) ?? false))
    }
  }

  /// Marks that stand before the text with a gap, as `a.` and `Art. 18` do, are no cells.
  @Test(arguments: ["a.", "Art. 18", "（一）", "–"])
  func `has no table where marks hang before their text`(mark: String) throws {
    let rows = (0..<5).map { LayoutSetter.Part.row([mark, paragraph($0).prefix(12) + "，"]) }
    let blocks = try draft(rows + [.paragraph(paragraph(9))], .init()).blocks
    #expect(blocks.allSatisfy { $0.kind != .row })
    #expect(blocks.allSatisfy { !$0.text.contains { $0.isNewline || $0 == "\t" } })
  }

  @Test func `says on which page and where on it a paragraph stands`() throws {
    let text = String(repeating: "湖泊保护治理", count: 40) + "。"
    let draft = try draft([.paragraph(text)], .init(linesOnPage: 6))
    let place = try #require(draft.blocks.first?.source)
    #expect(draft.blocks.count == 1)
    #expect(place.boxes.map(\.page) == [1, 2])
    #expect(place.boxes.allSatisfy { $0.left == 60 && $0.right == 348 })
    #expect(place.lines == 1...11)
  }

  @Test func `keeps a note behind the paragraph during which its page ends`() throws {
    let text = String(repeating: "湖泊保护治理", count: 40) + "。"
    let draft = try draft(
      [.paragraph(paragraph(1)), .note("① 见附件的说明。"), .paragraph(text), .paragraph(paragraph(2))],
      .init(linesOnPage: 8))
    #expect(
      draft.blocks.map(line) == [
        "p|" + paragraph(1), "p|" + text, "p|①见附件的说明。", "p|" + paragraph(2),
      ])
    #expect(draft.diagnostics.map(\.code) == ["footnotes"])
  }

  @Test func `has its tables read by the places of their cells, and says so`() throws {
    let draft = try draft(
      [
        .paragraph(paragraph(3)), .row(["序号", "工作任务", "牵头单位"]),
        .row(["1", "封山育林", "省林业局"]), .row(["2", "截污纳管", "省水利厅"]),
        .paragraph(paragraph(4)),
      ], .init(measure: 30))
    #expect(
      draft.blocks.map(line) == [
        "p|" + paragraph(3), "r|序号 | 工作任务 | 牵头单位", "r|1 | 封山育林 | 省林业局",
        "r|2 | 截污纳管 | 省水利厅", "p|" + paragraph(4),
      ])
    #expect(draft.diagnostics.map(\.code) == ["table-guessed"])
  }

  @Test func `that was scanned is known by having no text`() {
    let empty = Array("<doc><page width=\"10\" height=\"10\"></page></doc>".utf8)
    #expect(throws: ImportError.withoutTextLayer(file: "a.pdf", pages: 1)) {
      try PDFReader().draft(ofLayout: empty, file: "a.pdf")
    }
  }

  @Test(arguments: 0..<60)
  func `cut off or spoilt anywhere gives an error and no crash`(seed: Int) {
    var layout = LayoutSetter(
      [.heading("第一章 总则", size: 15), .paragraph(paragraph(seed)), .row(["甲", "乙"])],
      style: .init()
    ).layout
    if seed % 2 == 0 {
      layout.removeLast(1 + seed &* 97 % (layout.count - 1))
    } else {
      for step in 0..<5 {
        layout[(seed &* 131 &+ step &* 911) % layout.count] = UInt8(seed &* 7 % 256)
      }
    }
    do {
      let draft = try PDFReader().draft(ofLayout: layout, file: "a.pdf")
      #expect(!draft.blocks.isEmpty)
    } catch {
      #expect(!error.diagnostic.message.isEmpty)
    }
  }
}
