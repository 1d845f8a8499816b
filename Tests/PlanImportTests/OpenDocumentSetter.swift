import Fuzzing
import PlanImport
import PlanModel

/// Sets the parts of an OpenDocument text.
protocol OpenDocumentSetting {}

extension OpenDocumentSetting {
  private var spaces: String {
    ["office", "style", "text", "table", "draw", "svg", "fo", "dc", "xlink"]
      .map { " xmlns:\($0)=\"\($0)\"" }.joined()
  }

  /// A document packed.
  func document(
    _ body: String, styles: String = "", named: String = "", declaration: String = "",
    manifest: String = ""
  ) -> [UInt8] {
    ArchiveSetter([
      .init("mimetype", "application/vnd.oasis.opendocument.text"),
      .init("META-INF/manifest.xml", "<manifest>\(manifest)</manifest>"),
      .init(
        "content.xml",
        """
        \(declaration)<office:document-content\(spaces)>
        <office:automatic-styles>\(styles)</office:automatic-styles>
        <office:body><office:text>\(body)</office:text></office:body></office:document-content>
        """),
      .init(
        "styles.xml",
        """
        <office:document-styles\(spaces)><office:styles>\(named)</office:styles>
        <office:automatic-styles><style:style style:name="P1" style:family="paragraph">
        <style:text-properties text:display="none"/></style:style></office:automatic-styles>
        <office:master-styles><text:p>页眉</text:p></office:master-styles></office:document-styles>
        """),
    ]).bytes
  }

  /// The same as one file.
  func flat(_ body: String, styles: String = "", named: String = "") -> [UInt8] {
    Array(
      """
      <?xml version="1.0" encoding="UTF-8"?>
      <office:document\(spaces) office:mimetype="application/vnd.oasis.opendocument.text">
      <office:styles>\(named)</office:styles>
      <office:automatic-styles>\(styles)</office:automatic-styles>
      <office:master-styles><text:p>页眉</text:p></office:master-styles>
      <office:body><office:text>\(body)</office:text></office:body></office:document>
      """.utf8)
  }

  func read(_ bytes: [UInt8]) throws(ImportError) -> PlanDraft {
    try OpenDocumentReader().draft(of: bytes, file: "plan.odt")
  }

  func lines(_ body: String, styles: String = "", named: String = "") throws -> [String] {
    try read(document(body, styles: styles, named: named)).blocks.map(line)
  }

  func p(_ text: String, _ style: String = "Standard") -> String {
    "<text:p text:style-name=\"\(style)\">\(text)</text:p>"
  }

  func h(_ text: String, _ level: Int, _ more: String = "") -> String {
    "<text:h text:outline-level=\"\(level)\"\(more)>\(text)</text:h>"
  }

  func list(_ items: String, _ attributes: String = "text:style-name=\"L\"") -> String {
    "<text:list \(attributes)>\(items)</text:list>"
  }

  func item(_ content: String, _ attributes: String = "") -> String {
    "<text:list-item \(attributes)>\(content)</text:list-item>"
  }

  func level(_ place: Int, _ format: String, _ more: String = "") -> String {
    "<text:list-level-style-number text:level=\"\(place)\" style:num-format=\"\(format)\" \(more)/>"
  }

  func listStyle(_ levels: String, name: String = "L") -> String {
    "<text:list-style style:name=\"\(name)\">\(levels)</text:list-style>"
  }
}
