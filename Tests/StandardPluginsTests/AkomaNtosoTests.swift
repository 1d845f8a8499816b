import Annotations
import Foundation
import FoundationXML
import PlanModel
import PluginKit
import StandardPlugins
import Testing

/// The elements of a document in their order, each with its attributes, the name of the one around it
/// and the text directly in it.
private final class ElementReader: NSObject, XMLParserDelegate {
  struct Element {
    var name: String
    var parent: String?
    var attributes: [String: String]
    var text = ""
  }

  var elements: [Element] = []
  private var open: [Int] = []

  init(_ bytes: [UInt8]) throws {
    super.init()
    let parser = XMLParser(data: Data(bytes))
    parser.delegate = self
    try #require(parser.parse(), "\(String(describing: parser.parserError))")
  }

  func parser(
    _ parser: XMLParser, didStartElement name: String, namespaceURI: String?,
    qualifiedName: String?, attributes: [String: String]
  ) {
    elements.append(
      Element(name: name, parent: open.last.map { elements[$0].name }, attributes: attributes))
    open.append(elements.count - 1)
  }

  func parser(
    _ parser: XMLParser, didEndElement name: String, namespaceURI: String?, qualifiedName: String?
  ) {
    open.removeLast()
  }

  func parser(_ parser: XMLParser, foundCharacters text: String) {
    if let last = open.last { elements[last].text += text }
  }
}

private func plan() throws -> Plan {
  let blocks: [(Block.Kind, String?, String)] = [
    (.paragraph, nil, "前言。"), (.heading(level: 1), "第一编", "总则"), (.paragraph, nil, "引言。"),
    (.heading(level: 2), "第一章", "甲"), (.paragraph, nil, "正文<&>\"引\"\u{1}。"),
    (.item(depth: 1), nil, "第一项"), (.item(depth: 2), nil, "子项"), (.item(depth: 1), nil, "第二项"),
    (.row, nil, "序号 | 任务"), (.row, nil, "1 | 港口"), (.heading(level: 2), "第一章", "重号"),
    (.heading(level: 1), "附件1", "表"), (.heading(level: 1), nil, "无号"), (.paragraph, nil, "末段。"),
  ]
  return Plan(
    blocks: try blocks.enumerated().map { index, block in
      Block(
        id: try #require(BlockID("p-\(index)")), kind: block.0, number: block.1, text: block.2)
    })
}

private func exported(_ plan: Plan, notes: [NoteRegister.Entry] = []) throws -> [ElementReader
  .Element]
{
  let register = NoteRegister(title: "题", version: "2020", plan: plan, entries: notes)
  return try ElementReader(AkomaNtosoExporter().bytes(of: register)).elements
}

@Suite struct `An Akoma Ntoso document` {
  @Test func `names every block once by its place and once for ever`() throws {
    let plan = try plan()
    let elements = try exported(plan)
    #expect(elements.compactMap { $0.attributes["wId"] } == plan.blocks.map(\.id.rawValue))
    let places = elements.compactMap { $0.attributes["eId"] }
    #expect(Set(places).count == places.count)
    #expect(places.contains("part_1__chp_1__list_1__item_1__list_1__item_1"))
    #expect(places.contains("part_1__chp_1-2"))
  }

  @Test func `has parts, chapters, annexes and levels for what they are`() throws {
    let sections = try exported(plan()).filter { $0.attributes["wId"] != nil && $0.name != "p" }
    #expect(
      sections.map(\.name)
        == [
          "part", "chapter", "item", "item", "item", "tr", "tr", "chapter", "hcontainer", "level",
        ])
    #expect(sections.first { $0.name == "hcontainer" }?.attributes["name"] == "annex")
  }

  /// A section of the standard holds either text or sections; what stands before these is an `intro`.
  @Test func `keeps text before subsections apart`() throws {
    let elements = try exported(plan())
    #expect(elements.first { $0.text == "引言。" }?.parent == "intro")
    #expect(elements.first { $0.text == "末段。" }?.parent == "content")
    #expect(elements.first { $0.text == "前言。" }?.parent == "mainBody")
  }

  @Test func `escapes its text, and puts a sign for what XML cannot hold`() throws {
    #expect(try exported(plan()).contains { $0.text == "正文<&>\"引\"\u{FFFD}。" })
  }

  @Test func `calls a note behind the last word of its passage`() throws {
    let plan = try plan()
    let file = AnnotationFile(
      yaml: """
        notes:
          - { id: a, kind: task, on: { version: "2020", quote: 末段 }, lead: [甲<市>], basis: text }
        """,
      file: "a.yml",
      kinds: KindsFile(
        yaml: "kinds: { task: { fields: { lead: { type: agencies } } } }", file: "k.yml"
      ).kinds,
      agencies: AgenciesFile(yaml: "agencies: [{ id: a, name: 甲<市> }]", file: "g.yml").registry)
    let note = try #require(file.annotations.first)
    let placement = Placement.marked(
      Passage(block: 13, range: 0..<2), in: NamedPlan(version: "2020", plan: plan))
    let elements = try exported(plan, notes: [.init(note: note, placement: placement)])
    let call = try #require(elements.firstIndex { $0.name == "noteRef" })
    #expect(elements[call].attributes == ["href": "#note_1", "marker": "1"])
    #expect(elements[call - 1].text == "末段。")
    #expect(elements.contains { $0.name == "note" && $0.attributes["eId"] == "note_1" })
    #expect(elements.contains { $0.parent == "note" && $0.text == "lead: 甲<市>" })
    #expect(
      elements.contains { $0.name == "TLCOrganization" && $0.attributes["showAs"] == "甲<市>" })
  }

  @Test(arguments: [
    ("2019-12-02", "2019-12-02"), ("2020", "2020-01-01"), ("2020-05", "2020-05-01"),
    ("draft", "0001-01-01"),
  ])
  func `is dated by the version's name`(version: String, day: String) throws {
    let register = NoteRegister(title: "题", version: version, plan: try plan(), entries: [])
    let elements = try ElementReader(AkomaNtosoExporter().bytes(of: register)).elements
    #expect(elements.first { $0.name == "FRBRdate" }?.attributes["date"] == day)
  }
}
