import Fuzzing
import PlanImport
import PlanModel
import Testing

private let text = "坚持以人民为中心的发展思想，认真贯彻执行。"

/// A book of documents, and of what else a test changes in it.
private struct Book {
  /// The documents' references, properties and bodies, in the order of reading.
  var documents: [(href: String, properties: String, body: String)]
  var title = "某某湖保护规划"
  var language = "zh-CN"
  var guide = ""
  /// References that only the order names, or only the list.
  var spineOnly: [String] = []
  var manifestOnly: [String] = []
  var missing: Set<String> = []
  var encryption: String?
  /// The contents table of EPUB 2.
  var control: String?
  var package = "EPUB/package.opf"
  var declaration = ""

  init(_ bodies: String...) {
    documents = bodies.enumerated().map { ("c\($0.offset).xhtml", "", $0.element) }
  }

  var bytes: [UInt8] {
    let items = documents.enumerated().map { index, document in
      """
      <item id="i\(index)" href="\(document.href)" media-type="application/xhtml+xml"
       properties="\(document.properties)"/>
      """
    }
    let others = manifestOnly.map {
      "<item id=\"\($0)\" href=\"\($0)\" media-type=\"application/xhtml+xml\"/>"
    }
    let order = documents.indices.map { "i\($0)" } + spineOnly
    let opf = """
      <?xml version="1.0"?>\(declaration)
      <package xmlns:dc="dc"><metadata><dc:title>\(title)</dc:title>
      <dc:language>\(language)</dc:language></metadata>
      <manifest>\((items + others).joined())<item id="f" href="f.otf" media-type="font/otf"/>
      <item id="n" href="toc.ncx" media-type="application/x-dtbncx+xml"/></manifest>
      <spine>\(order.map { "<itemref idref=\"\($0)\"/>" }.joined())</spine>
      <guide>\(guide)</guide></package>
      """
    var entries: [ArchiveSetter.Entry] = [
      .init("mimetype", "application/epub+zip"),
      .init(
        "META-INF/container.xml",
        """
        <container><rootfiles><rootfile full-path="\(package)"
         media-type="application/oebps-package+xml"/></rootfiles></container>
        """),
      .init("EPUB/package.opf", opf),
    ]
    if let encryption { entries.append(.init("META-INF/encryption.xml", encryption)) }
    if let control {
      let map = "<ncx><docTitle><text>甲</text></docTitle><navMap>\(control)</navMap></ncx>"
      entries.append(.init("EPUB/toc.ncx", map))
    }
    for document in documents where !missing.contains(document.href) {
      let name = document.href.replacing("%E6%AD%A3%E6%96%87", with: "正文")
      entries.append(
        .init(
          name.hasPrefix("../") ? String(name.dropFirst(3)) : "EPUB/" + name,
          """
          <?xml version="1.0" encoding="utf-8"?><!DOCTYPE html>
          <html xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops">
          <head><title>t</title></head>\(document.body)</html>
          """))
    }
    return ArchiveSetter(entries).bytes
  }

  func read() throws(ImportError) -> PlanDraft {
    try BookReader().draft(of: bytes, file: "plan.epub")
  }
}

private func body(_ content: String) -> String { "<body>\(content)</body>" }

@Suite struct `A book` {
  @Test func `is one text of its documents in their order, with one order of headings`() throws {
    let book = Book(
      body("<h1>总体要求</h1><p>\(text)</p><h2>水质</h2>"), body("<p>\(text)</p><h2>岸线</h2>"),
      body("<h1>附则</h1><ol><li>甲项</li><li>乙项<ul><li>子项</li></ul></li></ol>"))
    let draft = try book.read()
    #expect(
      draft.blocks.map(line) == [
        "h1|总体要求", "p|" + text, "h2|水质", "p|" + text, "h2|岸线", "h1|附则", "i1|1.甲项", "i1|2.乙项",
        "i2|子项",
      ])
    #expect(draft.blocks.map { $0.source?.lines } == (1...9).map { $0...$0 })
    #expect(draft.metadata.title == "某某湖保护规划")
    #expect(draft.metadata.language == "zh-CN")
    #expect(draft.diagnostics == [])
  }

  @Test func `has contents tables, covers and title pages set aside, and says so`() throws {
    var book = Book(
      body("<section epub:type=\"cover\"><p>封面</p></section>"),
      "<body epub:type=\"titlepage\"><h1>某某湖保护规划</h1><p>国务院</p></body>",
      body("<nav epub:type=\"toc\"><ol><li><a href=\"c3.xhtml\">总则</a></li></ol></nav>"),
      body("<p><a href=\"c4.xhtml\">总则</a></p>"), body("<h1>总则</h1><p>\(text)</p><h1>附则</h1>"))
    book.documents[2].properties = "nav"
    book.guide = "<reference type=\"toc\" href=\"c3.xhtml#top\"/>"
    let draft = try book.read()
    #expect(draft.blocks.map(line) == ["h1|总则", "p|" + text, "h1|附则"])
    #expect(
      draft.furniture.map { $0.role.rawValue + " " + $0.text } == [
        "title 封面", "title 某某湖保护规划", "title 国务院", "contents 总则", "contents 总则",
      ])
    #expect(draft.diagnostics.map(\.code) == ["set-aside"])
    #expect(draft.diagnostics[0].message.contains("c0.xhtml, c1.xhtml, c2.xhtml, c3.xhtml"))
  }

  @Test func `has its title taken from before the text`() throws {
    let draft = try Book(body("<h1>某某湖<br/>保护规划</h1><h2>总则</h2><p>\(text)</p>")).read()
    #expect(draft.blocks.map(line) == ["h1|总则", "p|" + text])
    #expect(draft.furniture.map(\.role) == [.title, .title])
  }

  @Test func `has its notes where they stand, and their marks listed as removed`() throws {
    let draft = try Book(
      body(
        """
        <p>前文，<a href="#n" epub:type="noteref">1</a>后文。</p>
        <aside epub:type="footnote" id="n"><p>注文一句。<a href="#r" role="doc-backlink">↩</a></p></aside>
        """)
    ).read()
    #expect(draft.blocks.map(line) == ["p|前文，后文。", "p|注文一句。"])
    #expect(draft.removed.map(\.text) == ["1", "↩"])
    #expect(draft.removed.map(\.source.lines) == [1...1, 2...2])
  }

  @Test func `has the marks of notes known by their looks, and no other number`() throws {
    let draft = try Book(
      body(
        """
        <p>甲文<sup><a href="n.xhtml#a">[1]</a></sup>，见第<a href="#c">3</a>章。</p>
        <p>注文。<a href="#r">↩︎</a></p>
        """)
    ).read()
    #expect(draft.blocks.map(line) == ["p|甲文，见第3章。", "p|注文。"])
    #expect(draft.removed.map(\.text) == ["[1]", "↩︎"])
  }

  @Test func `without marked headings has those that its contents table names`() throws {
    let plain = body(
      "<p>第一章</p><p>总 则</p><p>\(text)</p><p>水质改善</p><p>\(text)</p><p>水质改善</p>")
    var book = Book(
      plain,
      body(
        """
        <nav epub:type="landmarks"><ol><li><a href="c0.xhtml">\(text)</a></li></ol></nav>
        <nav epub:type="toc"><ol><li><a href="c0.xhtml">第一章 总则</a>
        <ol><li><a href="c0.xhtml#x">水质改善</a></li></ol></li></ol></nav>
        """))
    book.documents[1].properties = "nav"
    #expect(
      try book.read().blocks.map(line)
        == ["h1|第一章总则", "p|" + text, "h2|水质改善", "p|" + text, "p|水质改善"])
    var older = Book(plain)
    older.control = """
      <navPoint><navLabel><text>第一章总则</text></navLabel><content src="c0.xhtml"/>
      <navPoint><navLabel><text>水质改善</text></navLabel><content src="c0.xhtml#x"/></navPoint></navPoint>
      """
    #expect(try older.read().blocks.map(line).prefix(3) == ["h1|第一章总则", "p|" + text, "h2|水质改善"])
  }

  @Test func `has its documents found by percent-encoded and by relative references`() throws {
    var book = Book(body("<p>\(text)</p>"), body("<p>甲文。</p>"))
    book.documents[0].href = "%E6%AD%A3%E6%96%87.xhtml"
    book.documents[1].href = "../text/b.xhtml"
    #expect(try book.read().blocks.map(line) == ["p|" + text, "p|甲文。"])
  }

  @Test func `without one of its documents is read, and the missing one is named`() throws {
    var book = Book(body("<p>\(text)</p>"), body("<p>甲文。</p>"))
    book.missing = ["c1.xhtml"]
    book.spineOnly = ["nobody"]
    book.manifestOnly = ["extra.xhtml"]
    let draft = try book.read()
    #expect(draft.blocks.map(line) == ["p|" + text])
    #expect(
      draft.diagnostics.map(\.code) == ["missing-document", "missing-document", "outside-order"])
    #expect(draft.diagnostics[0].message.contains("c1.xhtml"))
    #expect(draft.diagnostics[2].message.contains("extra.xhtml"))
  }

  @Test(arguments: ["../../../etc/passwd", "file:///etc/passwd", "http://127.0.0.1:9/a", "", "#a"])
  func `names no document outside its archive`(href: String) throws {
    var book = Book(body("<p>\(text)</p>"), body("<p>甲文。</p>"))
    book.documents[1].href = href
    book.missing = [href]
    #expect(try book.read().diagnostics.map(\.code) == ["missing-document"])
  }

  @Test func `is refused where more than its fonts is encrypted`() throws {
    func encrypted(_ algorithm: String) -> String {
      """
      <encryption xmlns:enc="e"><enc:EncryptedData><enc:EncryptionMethod Algorithm="\(algorithm)"/>
      </enc:EncryptedData></encryption>
      """
    }
    var book = Book(body("<p>\(text)</p>"))
    book.encryption = encrypted("http://www.w3.org/2001/04/xmlenc#aes128-cbc")
    let error = #expect(throws: ImportError.self) { try book.read() }
    #expect(error == .rightsManaged(file: "plan.epub"))
    #expect(error?.diagnostic.help?.isEmpty == false)
    for algorithm in ["http://www.idpf.org/2008/embedding", "http://ns.adobe.com/pdf/enc#RC"] {
      book.encryption = encrypted(algorithm)
      #expect(try book.read().blocks.count == 1)
    }
  }

  @Test func `is refused where it has no package, a document type, or no text`() {
    var book = Book(body("<p>\(text)</p>"))
    book.package = "nowhere.opf"
    #expect(
      throws: ImportError.damaged(file: "plan.epub", reason: "the archive has no nowhere.opf")
    ) { try book.read() }
    book.package = "EPUB/package.opf"
    book.declaration = "<!DOCTYPE a [<!ENTITY b SYSTEM \"file:///etc/passwd\">]>"
    #expect(throws: ImportError.self) { try book.read() }
    #expect(throws: ImportError.empty(file: "plan.epub")) { try Book(body("<p/>")).read() }
  }

  @Test func `expands no entity of a document`() throws {
    var book = Book(body("<p>\(text)&b;</p>"))
    book.documents[0].body =
      "<!DOCTYPE html [<!ENTITY b SYSTEM \"file:///etc/passwd\">]>" + book.documents[0].body
    #expect(try !book.read().blocks.map(\.text).joined().contains("root"))
  }

  @Test(arguments: [
    ("en-US", "zh-Hans"), ("und", "zh-Hans"), ("zh 中", "zh-Hans"), ("zh-TW", "zh-TW"),
  ])
  func `has the language that it says, unless that cannot be`(said: String, read: String) throws {
    var book = Book(body("<p>国务院发展规划，会对设施。</p>"))
    book.language = said
    #expect(try book.read().metadata.language == read)
  }

  @Test(arguments: 0..<8)
  func `loses no character`(seed: UInt64) throws {
    var setter = PageSetter(seed: seed)
    let pages = (0..<3).map { _ in setter.page(of: setter.paper().parts, as: .lineBreaks) }
    var book = Book()
    book.documents = pages.enumerated().map { ("c\($0.offset).xhtml", "", $0.element) }
    let draft = try book.read()
    let kept =
      draft.blocks.map { ($0.number ?? "") + $0.text.replacing(" | ", with: "") }
      + draft.furniture.map(\.text) + draft.removed.map(\.text)
    let count = kept.joined().unicodeScalars.count { !$0.properties.isWhitespace }
    #expect(count == pages.reduce(0) { $0 + shownCharacters($1) })
  }
}
