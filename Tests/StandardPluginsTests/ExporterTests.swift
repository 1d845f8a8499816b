import Annotations
import PlanModel
import PluginKit
import StandardPlugins
import Testing

@Suite struct `The exporters that ship` {
  private func register(quote: String, note: String) throws -> NoteRegister {
    let id = try #require(BlockID("p-1"))
    func literal(_ text: String) -> String {
      let escaped = text.unicodeScalars.map {
        "\\U" + String(0x1_0000_0000 + Int($0.value), radix: 16).dropFirst()
      }
      return "\"" + escaped.joined() + "\""
    }
    let kinds = KindsFile(
      yaml: "kinds: { task: { fields: { deadline: { type: date } } } }", file: "kinds.yml")
    let file = AnnotationFile(
      yaml: """
        notes:
          - id: n-1
            kind: task
            on: { version: "2020", paragraph: p-1, quote: \(literal(quote)) }
            deadline: { by: "2025", text: 到2025年 }
            basis: text
            note: \(literal(note))
        """, file: "a.yml", kinds: kinds.kinds, agencies: AgencyRegistry())
    #expect(file.diagnostics.isEmpty)
    let annotation = try #require(file.annotations.first)
    let plan = Plan(
      metadata: PlanMetadata(), blocks: [Block(id: id, kind: .paragraph, text: quote)])
    return NoteRegister(
      title: "题,目;", version: "2020", plan: plan,
      entries: [.init(note: annotation, placement: nil)])
  }

  @Test func `let no cell run as a formula`() throws {
    let bytes = TableExporter().bytes(of: try register(quote: "=1+1", note: "-2\n甲,\"乙\""))
    let text = String(decoding: bytes, as: UTF8.self)
    #expect(text.contains(",'=1+1,"))
    #expect(text.hasSuffix(",\"'-2\n甲,\"\"乙\"\"\"\r\n"))
  }

  @Test func `escape what a calendar would read as its own, and cut no scalar`() throws {
    let quote = String(repeating: "长三角，\u{1F468}\u{200D}\u{1F469};\\甲\n", count: 12)
    let bytes = CalendarExporter().bytes(of: try register(quote: quote, note: "x"))
    let text = try #require(String(validating: bytes, as: UTF8.self))
    let unfolded = text.replacing("\r\n ", with: "")
    #expect(unfolded.contains("X-WR-CALNAME:题\\,目\\;"))
    #expect(unfolded.contains("\\;\\\\甲\\n长三角"))
    for line in text.split(separator: "\r\n") { #expect(line.utf8.count <= 75) }
  }
}
