import Fuzzing
import PlanImport
import PlanModel

/// A Word document of the parts given.
func wordDocument(
  _ body: String, styles: String = "", numbering: String = "", footnotes: String? = nil,
  declaration: String = ""
) -> [UInt8] {
  let space = "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\""
  var entries: [ArchiveSetter.Entry] = [
    .init("[Content_Types].xml", "<Types/>"),
    .init(
      "word/document.xml",
      "\(declaration)<w:document \(space)><w:body>\(body)<w:sectPr/></w:body></w:document>"),
    .init("word/styles.xml", "<w:styles \(space)>\(styles)</w:styles>"),
    .init("word/numbering.xml", "<w:numbering \(space)>\(numbering)</w:numbering>"),
  ]
  if let footnotes {
    entries.append(
      .init("word/footnotes.xml", "<w:footnotes \(space)>\(footnotes)</w:footnotes>"))
  }
  return ArchiveSetter(entries).bytes
}

/// Sets the markup of a Word document.
protocol WordSetting {}

extension WordSetting {
  func read(_ bytes: [UInt8]) throws(ImportError) -> PlanDraft {
    try WordReader().draft(of: bytes, file: "plan.docx")
  }

  func lines(
    _ body: String, styles: String = "", numbering: String = "", footnotes: String? = nil
  ) throws -> [String] {
    try read(wordDocument(body, styles: styles, numbering: numbering, footnotes: footnotes))
      .blocks.map(line)
  }

  func p(_ text: String, _ properties: String = "") -> String {
    "<w:p><w:pPr>\(properties)</w:pPr><w:r><w:t xml:space=\"preserve\">\(text)</w:t></w:r></w:p>"
  }

  func listed(_ text: String, _ list: Int, _ level: Int = 0) -> String {
    p(text, "<w:numPr><w:ilvl w:val=\"\(level)\"/><w:numId w:val=\"\(list)\"/></w:numPr>")
  }

  func level(_ place: Int, _ format: String, _ text: String, _ more: String = "") -> String {
    """
    <w:lvl w:ilvl="\(place)"><w:start w:val="1"/><w:numFmt w:val="\(format)"/>\(more)\
    <w:lvlText w:val="\(text)"/></w:lvl>
    """
  }

  func list(_ id: Int, _ levels: String, _ overrides: String = "") -> String {
    """
    <w:abstractNum w:abstractNumId="\(id)">\(levels)</w:abstractNum>\
    <w:num w:numId="\(id)"><w:abstractNumId w:val="\(id)"/>\(overrides)</w:num>
    """
  }
}
