public import PlanModel
internal import YAMLReading
internal import Yams

/// What `agencies.yml` says.
public struct AgenciesFile: Sendable {
  /// The agencies.
  public var registry = AgencyRegistry()
  /// What is wrong with the file.
  public var diagnostics: [Diagnostic] = []

  /// Reads the file's text; what is wrong becomes a diagnostic.
  public init(yaml: String, file: String) {
    var reader = YAMLReader(file: file)
    var agencies: [(agency: Agency, node: Node)] = []
    if let root = reader.root(of: yaml) {
      for entry in reader.mapping(root, "the file") {
        if entry.key == "agencies" {
          for node in reader.list(entry.value, "‘agencies’") {
            if let agency = reader.agency(node) { agencies.append((agency, node)) }
          }
        } else {
          reader.unknownKey(entry, "the key", known: ["agencies"])
        }
      }
    }
    reader.check(agencies)
    registry = AgencyRegistry(agencies.map(\.agency))
    diagnostics = reader.diagnostics
  }
}

extension YAMLReader {
  fileprivate mutating func agency(_ node: Node) -> Agency? {
    var agency = Agency(id: "", name: LocalizedText(""), aliases: [])
    for entry in mapping(node, "an agency") {
      switch entry.key {
      case "id": agency.id = text(entry.value, "the identifier") ?? ""
      case "name": agency.name = localized(entry.value, "the name") ?? agency.name
      case "aliases": agency.aliases = texts(entry.value, "an alias")
      case "kind": agency.kind = text(entry.value, "the kind")
      case "parent": agency.parent = text(entry.value, "the parent")
      case "from": agency.from = time(entry.value)
      case "until": agency.until = time(entry.value)
      case "successor": agency.successor = text(entry.value, "the successor")
      default:
        unknownKey(
          entry, "the key",
          known: ["id", "name", "aliases", "kind", "parent", "from", "until", "successor"])
      }
    }
    guard !agency.id.isEmpty, agency.name.texts.first?.text.isEmpty == false else {
      report("missing-field", "an agency needs an identifier and a name", at: node)
      return nil
    }
    guard AnnotationFile.isName(agency.id) else {
      report(
        "bad-name", "‘\(agency.id)’ cannot name an agency", at: node,
        help: "use lower-case letters, digits and hyphens")
      return nil
    }
    return agency
  }

  private mutating func time(_ node: Node) -> String? {
    guard let text = text(node, "a time") else { return nil }
    if DateExpression.isTime(text) { return text }
    report("bad-date", "‘\(text)’ is no date", at: node, help: "write 2018, 2018-03 or 2018-03-17")
    return nil
  }

  /// Names that two agencies share at one time, and parents that aren't there.
  fileprivate mutating func check(_ agencies: [(agency: Agency, node: Node)]) {
    let ids = agencies.map(\.agency.id)
    var holders: [String: [Agency]] = [:]
    for (agency, node) in agencies {
      for name in AgencyRegistry.names(of: agency) {
        let holder = holders[name]?.first { holder in
          name == agency.id || holder.id != agency.id && holder.overlaps(agency)
        }
        if let holder {
          report(
            "shared-name", "‘\(name)’ names ‘\(holder.id)’ already", at: node,
            help: "leave the alias to one of them, or say from when until when they existed")
        }
        holders[name, default: []].append(agency)
      }
      for other in [agency.parent, agency.successor] {
        if let other, !ids.contains(other) {
          unknown(other, "the agency", at: node, among: ids, code: "unknown-agency")
        }
      }
      checkTimes(of: agency, at: node)
    }
    checkCycles(agencies, "parents", next: \.parent)
    checkCycles(agencies, "successors", next: \.successor)
  }

  private mutating func checkTimes(of agency: Agency, at node: Node) {
    guard let from = agency.from.flatMap(DateExpression.lastDay(of:)),
      let until = agency.until.flatMap(DateExpression.lastDay(of:)), until < from
    else { return }
    report("bad-date", "‘\(agency.id)’ ends before it begins", at: node)
  }

  private mutating func checkCycles(
    _ agencies: [(agency: Agency, node: Node)], _ what: String, next: KeyPath<Agency, String?>
  ) {
    for id in cycles(agencies.map { ($0.agency.id, $0.agency[keyPath: next]) }) {
      let node = agencies.first { $0.agency.id == id }?.node
      report("circular", "the \(what) of ‘\(id)’ lead back to it", at: node)
    }
  }
}
