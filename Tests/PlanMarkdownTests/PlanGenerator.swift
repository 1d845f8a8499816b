import Fuzzing
import PlanModel

/// Plans with every character that Markdown could take for markup.
struct PlanGenerator {
  private var random: SplitMix64

  init(seed: UInt64) { random = SplitMix64(seed: seed) }

  mutating func plan() -> Plan {
    var blocks: [Block] = []
    var depth = 0
    for index in 0..<Int.random(in: 1...12, using: &random) {
      let isHeading = Int.random(in: 0...3, using: &random) == 0
      guard let id = BlockID("\(isHeading ? "h" : "p")-\(index)x") else { continue }
      if isHeading {
        depth = 0
        blocks.append(
          Block(
            id: id, kind: .heading(level: Int.random(in: 1...6, using: &random)),
            number: Bool.random(using: &random)
              ? "第\("一二三四".randomElement(using: &random) ?? "五")节" : nil,
            text: "题" + text()))
        continue
      }
      if Int.random(in: 0...5, using: &random) == 0 {
        depth = 0
        blocks.append(Block(id: id, kind: .row, text: text() + " | " + text()))
        continue
      }
      let isItem = Int.random(in: 0...1, using: &random) == 0
      depth = isItem ? Int.random(in: 1...4, using: &random) : 0
      let isOrdered = isItem && Bool.random(using: &random)
      let ancestors =
        Bool.random(using: &random) ? [BlockID("p-old\(index)")].compactMap(\.self) : []
      blocks.append(
        Block(
          id: id, kind: isItem ? .item(depth: depth) : .paragraph,
          number: isOrdered ? "\(Int.random(in: 0...3, using: &random))." : nil, text: text(),
          ancestors: ancestors))
    }
    return Plan(
      metadata: PlanMetadata(fields: [
        MetadataField(key: "title", value: .text(text())),
        MetadataField(
          key: "extra", value: .mapping([MetadataField(key: "a: b", value: .text("yes"))])),
      ]), blocks: blocks)
  }

  private mutating func text() -> String {
    let pieces = [
      "保护", "生态", "a", "B2", "5G", "*", "_", "`", "[", "]", "(", ")", "<b>", "&amp;", "\\", "#",
      "{", "}",
      "{: #p-1}", "{#h-1}", "!", "~", "1.", "-", "+", "|", ":", "\"", "'", "。", "，", "“", "”",
      "https://a.b/c",
      "<!--", "\u{3000}x", "\u{1F600}", "e\u{301}", "===", "---", "> ", "\u{20087}",
    ]
    var text = ""
    for _ in 0..<Int.random(in: 1...14, using: &random) {
      text += pieces.randomElement(using: &random) ?? ""
      if Int.random(in: 0...4, using: &random) == 0 { text += " 和 " }
    }
    return String(
      text.split(separator: " ", omittingEmptySubsequences: true).joined(separator: " "))
  }

  mutating func noise() -> String {
    let pieces = [
      "---\n", "# ", "{#h-1}", "{: #p-1}\n", "\n", "- ", "1. ", "> ", "    ", "```\n", "<div>\n",
      "\t",
      "[a]: b\n", "|", "\r\n", "\r", "\u{0}", "文", "a", "*", "![", "](", "data-from=\"", "{:", "}",
    ]
    return (0..<Int.random(in: 1...80, using: &random))
      .map { _ in pieces.randomElement(using: &random) ?? "" }.joined()
  }
}
