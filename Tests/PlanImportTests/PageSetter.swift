import Fuzzing
import PlanModel

/// Sets a paper as web pages of several makes, with what stands around a text on such pages.
struct PageSetter {
  /// A make of page.
  enum Make: String, CaseIterable, Sendable {
    /// Tables inside tables, styles in the paragraphs, a table of labels above.
    case layoutTables
    /// A column of `div`s between a header, a breadcrumb and a list of links.
    case divisions
    /// `article`, `nav`, `aside`, `footer`, headings by `h1` to `h3`.
    case semantic
    /// One cell of text with `<br>` and ideographic spaces between paragraphs.
    case lineBreaks
    /// What a word processor saves: spans without end, `o:p`.
    case wordProcessor
  }

  /// A part of a paper.
  enum Part {
    case title([String])
    case documentNumber(String)
    case heading(level: Int, String)
    /// The opening words, set apart in another face, and the rest.
    case paragraph(lead: String, String)
    case signature(String)
    case date(String)
    case table([[String]])
  }

  var random: SplitMix64

  init(seed: UInt64) { random = SplitMix64(seed: seed) }

  private mutating func words(_ count: ClosedRange<Int>) -> String {
    let characters = Array("坚持新发展理念推动高质量建设完善体制机制加强监管服务企业促进创新保障民生提升能力优化布局")
    return String(
      (0..<Int.random(in: count, using: &random)).map { _ in
        characters.randomElement(using: &random) ?? "的"
      })
  }

  private mutating func sentence() -> String { words(8...30) + "，" + words(6...40) + "。" }

  /// A paper with its right result: what each block is to be.
  mutating func paper() -> (parts: [Part], title: String, expected: [String]) {
    let numerals = ["一", "二", "三", "四", "五", "六"]
    let lines = ["国务院关于" + words(6...10), words(4...8) + "的意见"]
    var parts: [Part] = [
      .title(lines), .documentNumber("国发〔2021〕\(Int.random(in: 1...60, using: &random))号"),
    ]
    for _ in 0..<2 { parts.append(.paragraph(lead: "", sentence() + sentence())) }
    for chapter in 0..<Int.random(in: 2...5, using: &random) {
      parts.append(.heading(level: 1, numerals[chapter] + "、" + words(4...12)))
      for section in 0..<Int.random(in: 0...3, using: &random) {
        if Bool.random(using: &random) {
          parts.append(.heading(level: 2, "（\(numerals[section])）" + words(4...12)))
          parts.append(.paragraph(lead: "", sentence()))
        } else {
          parts.append(.paragraph(lead: "（\(numerals[section])）" + words(4...10) + "。", sentence()))
        }
      }
      parts.append(.paragraph(lead: "", sentence() + sentence()))
    }
    parts.append(.table([["指标", "2020年", "2025年"], ["覆盖率", "23%", "24%"], ["增速", "6%", "—"]]))
    parts.append(.paragraph(lead: "", sentence()))
    parts.append(.signature("国务院"))
    parts.append(.date("2021年3月\(Int.random(in: 1...28, using: &random))日"))
    return (parts, lines.joined(), parts.flatMap(Self.expected))
  }

  private static func expected(_ part: Part) -> [String] {
    switch part {
    case .title: []
    case .documentNumber(let text), .signature(let text), .date(let text): ["p|" + text]
    case .heading(let level, let text): ["h\(level)|" + text]
    case .paragraph(let lead, let rest): ["p|" + lead + rest]
    case .table(let rows): rows.map { "r|" + $0.joined(separator: " | ") }
    }
  }

  /// What stands around the text; none of it may come into a block.
  static let around = [
    "首页", "政务公开", "新闻动态", "互动交流", "当前位置：首页 > 政策 > 正文", "扫一扫在手机打开当前页", "相关新闻一则标题在此",
    "相关新闻二则标题也在此", "相关新闻三则标题仍在此", "主办单位：某某办公厅", "网站标识码bm00000001",
  ]

  func page(of parts: [Part], as make: Make) -> String {
    let body = parts.map { markup($0, make) }.joined(separator: make == .divisions ? "\n" : " ")
    let menu = Self.around[0..<4].map { "<li><a href=\"/x\">\($0)</a></li>" }.joined()
    let related = Self.around[6..<9].map { "<li><a href=\"/y\">\($0)</a></li>" }.joined()
    let foot = Self.around[9...].map { "<span>\($0)</span>" }.joined(separator: " ")
    let head = "<head><title>甲乙丙_某某网</title><script>var a = '<p>脚本。</p>';</script></head>"
    switch make {
    case .layoutTables, .lineBreaks, .wordProcessor:
      let content = make == .lineBreaks ? "<td id=zoom>\(body)</td>" : "<td>\(body)</td>"
      return "<html>\(head)<body><table><tr><td><ul>\(menu)</ul>\(Self.around[4])</td></tr><tr><td>"
        + "<table><tbody><tr>\(content)</tr></tbody></table><div>\(Self.around[5])</div></td>"
        + "<td><ul>\(related)</ul></td></tr></table><div>\(foot)</div></body></html>"
    case .divisions:
      return "<!DOCTYPE html><html>\(head)<body><div class=top><ul>\(menu)</ul></div>"
        + "<div><div class=crumb>\(Self.around[4])</div><div class=main>\(body)</div>"
        + "<div>\(Self.around[5])</div><div class=rel><ul>\(related)</ul></div></div>"
        + "<div class=foot>\(foot)</div></body></html>"
    case .semantic:
      return "<!DOCTYPE html><html>\(head)<body><header><nav><ul>\(menu)</ul></nav></header><main>"
        + "<p>\(Self.around[4])</p><article>\(body)</article><p>\(Self.around[5])</p></main>"
        + "<aside><ul>\(related)</ul></aside><footer>\(foot)</footer></body></html>"
    }
  }

  private func markup(_ part: Part, _ make: Make) -> String {
    switch part {
    case .title(let lines):
      switch make {
      case .semantic: "<h1>\(lines.joined(separator: "<br>"))</h1>"
      case .divisions: "<h1 style='text-align:center'>\(lines.joined())</h1>"
      case .lineBreaks: "<center><b>\(lines.joined(separator: "<br>"))</b></center>"
      default:
        lines.map {
          "<p style=\"text-align: center;\"><span style=\"font-weight: bold;\">\($0)</span></p>"
        }
        .joined(separator: " ")
      }
    case .documentNumber(let text): line(text, make, style: "text-align: center;")
    case .signature(let text), .date(let text):
      line(text + "&nbsp;&nbsp;", make, style: "text-align: right;")
    case .heading(let level, let text):
      switch make {
      case .semantic: "<h\(level + 1)>\(text)</h\(level + 1)>"
      default: line(level == 1 ? "<strong>\(text)</strong>" : text, make)
      }
    case .paragraph(let lead, let rest):
      line(lead.isEmpty ? rest : "<span style=\"font-family: 楷体\">\(lead)</span>\(rest)", make)
    case .table(let rows):
      "<table border=1>"
        + rows.map { row in
          "<tr>" + row.map { "<td><p>\($0)<o:p></o:p></p></td>" }.joined() + "</tr>"
        }.joined() + "</table>"
    }
  }

  private func line(_ text: String, _ make: Make, style: String = "") -> String {
    switch make {
    case .lineBreaks: "\u{3000}\u{3000}\(text)<br>\n<br>"
    case .wordProcessor:
      "<p class=MsoNormal style='\(style)'><font face=仿宋><span lang=EN-US>\(text)<o:p></o:p></p>"
    case .layoutTables: "<p style=\"\(style) text-indent: 2em\">\(text)</p> <p><br></p>"
    default: "<p style=\"\(style)\">\(text)</p>"
    }
  }
}

/// The characters that a page shows, counted without any parser: tags, scripts and the head left out.
func shownCharacters(_ page: String) -> Int {
  var count = 0
  var rest = page[...]
  while let first = rest.first {
    if first == "<" {
      for silent in ["<script", "<title"] where rest.hasPrefix(silent) {
        guard let end = rest.firstRange(of: "</" + silent.dropFirst()) else { continue }
        rest = rest[end.upperBound...]
      }
      guard let end = rest.firstIndex(of: ">") else { break }
      rest = rest[rest.index(after: end)...]
    } else if rest.hasPrefix("&nbsp;") {
      rest = rest.dropFirst(6)
    } else {
      if !first.isWhitespace { count += 1 }
      rest = rest.dropFirst()
    }
  }
  return count
}
