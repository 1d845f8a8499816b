import PlanImport
import PlanModel
import Testing

private func draft(_ page: String) throws -> PlanDraft {
  try HTMLReader().draft(of: Array(page.utf8), file: "t.html")
}

private func outline(_ page: String) throws -> [String] {
  try draft(page).blocks.map { block in
    let level = block.kind.headingLevel.map { "h\($0)" } ?? block.kind.name.prefix(1).description
    return "\(level)|\(block.number.map { $0 + " " } ?? "")\(block.text)"
  }
}

private let sentence =
  "The agency keeps a register of all waters and makes it known to the public every year."

/// Forms of markup that law portals use, each with what a reader sees of it.
@Suite struct `The page of a law portal` {
  @Test func `has marks in elements of their own before their text`() throws {
    let page = """
      <body><div class="act"><p class="t">Article 1</p><p>\(sentence)</p>
      <div class="norm"><span>1. </span><div>\(sentence)
      <div class="grid"><div class="c1"><span>(a) </span></div><div class="c2"><p>lakes;</p></div></div>
      <div class="grid"><div class="c1"><span>(b) </span></div><div class="c2"><p>rivers.</p></div></div>
      </div></div><h3>2)</h3><div>\(sentence)</div></div></body>
      """
    #expect(
      try outline(page) == [
        "h1|Article 1 ", "p|\(sentence)", "p|1. \(sentence)", "p|(a) lakes;", "p|(b) rivers.",
        "p|2) \(sentence)",
      ])
  }

  @Test func `has a table of one column of words as its margin`() throws {
    let row = { (words: String) in "<tr><td></td><td> </td><td><p>\(words)</p></td></tr>" }
    let page =
      "<body><table>" + row("PART 1") + row("Preliminary") + row(sentence) + row(sentence)
      + "</table></body>"
    #expect(try draft(page).blocks.allSatisfy { $0.kind != .row })
    let data =
      "<body><p>\(sentence)</p><table><tr><td></td><td>2020</td></tr><tr><td>Lakes</td><td>5</td></tr>"
      + "<tr><td>Rivers</td><td></td></tr></table></body>"
    #expect(try draft(data).blocks.count { $0.kind == .row } == 3)
  }

  @Test func `has lines where its style says so, and signs that fold it up left out`() throws {
    let page = """
      <body><div><span style="display: block"><span onmousedown="f()"> + </span>Articolul 1</span>
      <span style="display: block"><span>(1)</span> <span>\(sentence)</span></span>
      <span style="display:block"><span>(2)</span> <span>\(sentence)</span></span></div></body>
      """
    #expect(
      try outline(page) == ["h1|Articolul 1 ", "p|(1) \(sentence)", "p|(2) \(sentence)"])
  }

  @Test func `has its title from what it names so near the text, over several elements`() throws {
    let page = """
      <head><title>Consolidated TEXT: 32022R1925</title></head><body>
      <p class="reference">02022R1925 — EN</p>
      <p class="disclaimer">This text is meant purely as a documentation tool and has no legal effect.</p>
      <p class="title-doc-first">REGULATION (EU) 2022/1925</p><p class="title-doc-first">of 14 September 2022</p>
      <p class="title-doc-first">on fair markets in the digital sector</p><p class="title-doc-last">(Text)</p>
      <div class="eli"><p>CHAPTER I</p><p>\(sentence)</p><p>\(sentence)</p><p>\(sentence)</p></div></body>
      """
    #expect(
      try draft(page).metadata.title
        == "REGULATION (EU) 2022/1925 of 14 September 2022 on fair markets in the digital sector")
  }

  @Test func `keeps digits above the line, and the order of its marks against that of its tags`()
    throws
  {
    let page = """
      <body><h3>Chapter 1 Waters</h3><h2>Article 1</h2><p>\(sentence)</p><h2>Article 2<sup>1</sup></h2>
      <p>The lake has 12 km<sup>2</sup> and is open to all who live in the region of the lakes.</p></body>
      """
    #expect(
      try outline(page) == [
        "h1|Chapter 1 Waters", "h2|Article 1 ", "p|\(sentence)", "h2|Article 2¹ ",
        "p|The lake has 12 km² and is open to all who live in the region of the lakes.",
      ])
  }
}
