import Fuzzing
import PlanMarkdown
import PlanModel
import Testing

/// A document of foreign Markdown in which every word is another one, and those of them that HTML
/// holds.
private struct AnyMarkdown {
  var text = ""
  /// The words that must come out, in their order.
  var words: [String] = []
  private var chance: SplitMix64
  private var count = 0

  init(seed: UInt64) {
    chance = SplitMix64(seed: seed)
    for _ in 0..<Int.random(in: 1...12, using: &chance) {
      text += lines(depth: 0).joined(separator: "\n") + "\n\n"
    }
  }

  private mutating func word() -> String {
    count += 1
    words.append("w\(count)w")
    return "w\(count)w"
  }

  private mutating func inline() -> String {
    switch Int.random(in: 0..<12, using: &chance) {
    case 0: "*\(word())*"
    case 1: "**\(word())** \(word())"
    case 2: "[\(word())](https://example.org/\(word()))"
    case 3: "![\(word())](\(word()).png)"
    case 4: "`\(word())`"
    case 5: "<b>\(word())</b>"
    case 6: "\(word())  \n\(word())"
    case 7: "\(word())\\\n\(word())"
    case 8: "\(word()) \\* &amp; \(word())"
    case 9: "~~\(word())~~ <https://example.org/\(word())>"
    default: "\(word()) \(word())"
    }
  }

  private mutating func lines(depth: Int) -> [String] {
    let choice = depth > 80 ? 9 : Int.random(in: 0..<10, using: &chance)
    switch choice {
    case 0: return ["## \(word()) *\(word())*"]
    case 1: return ["\(word())", "====="]
    case 2: return ["```", word(), "  \(word())", "```"]
    case 3: return ["| \(word()) | \(word()) |", "|---|---|", "| \(word()) | **\(word())** |"]
    case 4, 5:
      // A list in a list in a list, now and then deeper than anybody writes.
      let isDeep = Int.random(in: 0..<6, using: &chance) == 0
      let first = lines(depth: isDeep ? 81 : depth + 1)
      let more = lines(depth: depth + 1)
      let marks = String(repeating: "- ", count: isDeep ? 90 : 1)
      return [marks + (first.first ?? "")]
        + first.dropFirst().map { String(repeating: " ", count: marks.count) + $0 } + [
          "- \(more[0])"
        ]
        + more.dropFirst().map { "  " + $0 }
    case 6: return lines(depth: depth + 1).map { "> " + $0 }
    case 7:
      return ["1. \(inline())", "2. \(inline())"].flatMap { $0.split(separator: "\n") }
        .enumerated().map {
          $0.offset > 0 && !$0.element.hasPrefix("2") ? "   " + $0.element : String($0.element)
        }
    default: return (inline() + " " + inline()).split(separator: "\n").map(String.init)
    }
  }
}

@Suite struct `Foreign Markdown` {
  @Test(arguments: 1...300 as ClosedRange<UInt64>)
  func `loses no word and gives none twice`(seed: UInt64) {
    let sample = AnyMarkdown(seed: seed)
    let draft = MarkdownDocument(sample.text, file: "a.md").draft
    let found = draft.blocks.map { ($0.number ?? "") + " " + $0.text }.joined(separator: "\n")
      .split { !$0.isLetter && !$0.isNumber }.map(String.init)
      .filter { $0.hasPrefix("w") && $0.hasSuffix("w") }
    #expect(found == sample.words, "\(sample.text)")
  }

  @Test func `lists the HTML that it leaves out`() {
    let text = "一段。\n\n<div>\n内文\n</div>\n\n<!-- 注 -->\n\n二段。\n"
    let draft = MarkdownDocument(text, file: "a.md").draft
    #expect(draft.blocks.map(\.text) == ["一段。", "二段。"])
    #expect(draft.diagnostics.map(\.code) == ["html-left-out"])
    #expect(draft.diagnostics.map(\.place?.line) == [3])
  }

  @Test func `keeps words at any depth`() {
    let text = String(repeating: "- ", count: 20_000) + "甲*乙*丙\n"
    #expect(MarkdownDocument(text, file: "a.md").draft.blocks.map(\.text) == ["甲乙丙"])
  }
}
