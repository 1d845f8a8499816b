import Fuzzing
import PluginKit
import StandardPlugins

/// The languages whose texts are parts of an archive.
///
/// Each part is mutated and packed, and the archive
/// itself is mutated too.
let packedLanguages: [FuzzedLanguage] =
  [
    FuzzedLanguage(WordImporter(), wordText, wordFragments) { word(text: $0) },
    FuzzedLanguage(WordImporter(), wordLists, wordFragments) { word(lists: $0) },
    FuzzedLanguage(OpenDocumentImporter(), openText, openFragments) { openDocument($0) },
    FuzzedLanguage(OpenDocumentImporter(), openText, openFragments),
    FuzzedLanguage(BookImporter(), bookText, bookFragments) { book(text: $0) },
    FuzzedLanguage(BookImporter(), bookPackage, bookFragments) { book(package: $0) },
    FuzzedLanguage(BookImporter(), bookContents, bookFragments) { book(contents: $0) },
  ]
  + [
    (WordImporter() as any Importer, word()), (OpenDocumentImporter(), openDocument()),
    (BookImporter(), book()),
  ].map { importer, bytes in
    var language = FuzzedLanguage(importer, "", ["PK\u{1}\u{2}", "PK\u{3}\u{4}", "PK\u{5}\u{6}"])
    language.sample = bytes
    return language
  }

private let wordText = """
  <w:document xmlns:w="w"><w:body><w:p><w:pPr><w:pStyle w:val="1"/></w:pPr><w:r><w:t>总则</w:t></w:r></w:p>
  <w:p><w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr></w:pPr><w:r><w:t>坚持新理念。</w:t></w:r>
  <w:del><w:r><w:delText>旧</w:delText></w:r></w:del></w:p><w:tbl><w:tr><w:tc><w:tcPr><w:vMerge w:val="restart"/>
  </w:tcPr><w:p><w:r><w:t>甲</w:t></w:r></w:p></w:tc><w:tc><w:p><w:r><w:t>乙</w:t></w:r></w:p></w:tc></w:tr>
  </w:tbl></w:body></w:document>
  """

private let wordLists = """
  <w:numbering xmlns:w="w"><w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="0"><w:start w:val="1"/>
  <w:numFmt w:val="chineseCounting"/><w:lvlText w:val="第%1条"/></w:lvl></w:abstractNum><w:num w:numId="1">
  <w:abstractNumId w:val="1"/></w:num></w:numbering>
  """

private let wordFragments = [
  "<w:p>", "</w:p>", "<w:tbl>", "<w:tr>", "<w:tc>", "<w:gridSpan w:val=\"99999\"/>", "<w:vMerge/>",
  "<w:txbxContent>", "<w:del/>", "%9%1", "w:val=\"-9\"", "<w:numFmt w:val=\"lowerRoman\"/>", "&#0;",
  "<!DOCTYPE a [<!ENTITY b SYSTEM 'file:///etc/passwd'>]>", "&b;", "<![CDATA[", "<w:br/>",
]

private func word(text: [UInt8]? = nil, lists: [UInt8]? = nil) -> [UInt8] {
  ArchiveSetter([
    .init("[Content_Types].xml", "<Types/>"),
    .init("word/document.xml", text ?? Array(wordText.utf8)),
    .init("word/numbering.xml", lists ?? Array(wordLists.utf8)),
  ]).bytes
}

private let openText = """
  <office:document xmlns:office="o" xmlns:text="t" xmlns:table="b" xmlns:style="s"
   office:mimetype="application/vnd.oasis.opendocument.text"><office:styles>
  <text:outline-style style:name="Outline"><text:outline-level-style text:level="1" style:num-format="1"/>
  </text:outline-style><text:list-style style:name="L"><text:list-level-style-number text:level="1"
   style:num-format="一, 二, 三, ..." style:num-suffix="、"/></text:list-style></office:styles><office:body>
  <office:text><text:tracked-changes><text:changed-region text:id="a"><text:deletion><text:p>旧</text:p>
  </text:deletion></text:changed-region></text:tracked-changes><text:h text:outline-level="1">总则</text:h>
  <text:list text:style-name="L"><text:list-item><text:p>坚持新理念。<text:change text:change-id="a"/>
  <text:note><text:note-body><text:p>注。</text:p></text:note-body></text:note></text:p></text:list-item>
  </text:list><table:table><table:table-row><table:table-cell table:number-rows-spanned="2"><text:p>甲</text:p>
  </table:table-cell><table:table-cell><text:p>乙</text:p></table:table-cell></table:table-row></table:table>
  </office:text></office:body></office:document>
  """

private let openFragments = [
  "<text:p>", "</text:p>", "<text:list>", "<text:list-item>", "</text:list-item>",
  "<table:table-row>",
  "<table:covered-table-cell/>", "table:number-columns-repeated=\"99999\"", "text:level=\"-1\"",
  "text:start-value=\"99999999999\"", "text:display-levels=\"99\"",
  "<text:change-start text:change-id=\"a\"/>",
  "<text:section text:display=\"none\">", "<text:s text:c=\"99999999\"/>", "<text:index-body>",
  "&b;",
  "<text:table-of-content>", "<text:numbered-paragraph>", "<!DOCTYPE a>",
]

private func openDocument(_ text: [UInt8] = Array(openText.utf8)) -> [UInt8] {
  ArchiveSetter([
    .init("mimetype", "application/vnd.oasis.opendocument.text"), .init("content.xml", text),
    .init("styles.xml", openText),
  ]).bytes
}

private let bookText = """
  <html xmlns:epub="e"><head><title>t</title></head><body epub:type="bodymatter"><section><p>总则</p>
  <p>坚持新理念。<a epub:type="noteref" href="#n">1</a></p><ol><li>甲</li></ol><table><tr><td>甲</td><td>乙</td>
  </tr><tr><td>丙</td><td>丁</td></tr></table></section></body></html>
  """

private let bookPackage = """
  <package><metadata><dc:title xmlns:dc="d">某某规划</dc:title></metadata><manifest>
  <item id="a" href="a.xhtml" media-type="application/xhtml+xml"/><item id="b" href="b.xhtml"
   media-type="application/xhtml+xml" properties="nav"/></manifest><spine><itemref idref="a"/>
  <itemref idref="b"/></spine><guide><reference type="toc" href="b.xhtml"/></guide></package>
  """

private let bookContents = """
  <html xmlns:epub="e"><body><nav epub:type="toc"><ol><li><a href="a.xhtml">总则</a><ol><li>
  <a href="a.xhtml#x">坚持新理念。</a></li></ol></li></ol></nav></body></html>
  """

private let bookFragments = [
  "<section epub:type=\"toc\">", "<nav>", "</section>", "<p>", "<a role=\"doc-backlink\">",
  "hidden",
  "<itemref idref=\"a\"/>", "<item id=\"c\" href=\"%\"/>", "%2e%2e/", "../", "%FF", "#",
  "<!DOCTYPE html>",
  "<td rowspan=9999>", "&b;", "<![CDATA[", "media-type=\"image/png\"",
]

private func book(
  text: [UInt8]? = nil, package: [UInt8]? = nil, contents: [UInt8]? = nil
) -> [UInt8] {
  ArchiveSetter([
    .init("mimetype", "application/epub+zip"),
    .init(
      "META-INF/container.xml",
      """
      <container><rootfiles><rootfile full-path="p.opf" media-type="application/oebps-package+xml"/>
      </rootfiles></container>
      """),
    .init("p.opf", package ?? Array(bookPackage.utf8)),
    .init("a.xhtml", text ?? Array(bookText.utf8)),
    .init("b.xhtml", contents ?? Array(bookContents.utf8)),
  ]).bytes
}
