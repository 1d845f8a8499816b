public import PlanModel
internal import Yams

/// What a file of notes says.
public struct AnnotationFile: Sendable {
  /// The notes in the order of the file; those that are too faulty to use are left out.
  public var annotations: [Annotation] = []
  /// What is wrong with the file.
  public var diagnostics: [Diagnostic] = []

  /// The keys that mean the same in a note of every kind.
  static let commonKeys = [
    "id", "kind", "on", "basis", "source", "status", "decisions", "continues", "note",
  ]

  /// Reads the file's text; what is wrong becomes a diagnostic.
  ///
  /// - Parameters:
  ///   - yaml: The text.
  ///   - file: The file's name, for diagnostics.
  ///   - kinds: The kinds that there are.
  ///   - agencies: The agencies that there are.
  public init(yaml: String, file: String, kinds: [AnnotationKind], agencies: AgencyRegistry) {
    var reader = NoteReader(reader: YAMLReader(file: file), kinds: kinds, agencies: agencies)
    if let root = reader.reader.root(of: yaml) {
      for entry in reader.reader.mapping(root, "the file") {
        if entry.key == "notes" {
          annotations = reader.reader.list(entry.value, "‘notes’").compactMap { reader.note($0) }
        } else {
          reader.reader.unknownKey(entry, "the key", known: ["notes"])
        }
      }
    }
    diagnostics = reader.reader.diagnostics
  }

  /// Whether a text can name a note or an agency: lower-case ASCII letters, digits and hyphens.
  static func isName(_ text: String) -> Bool {
    guard let first = text.utf8.first, first != UInt8(ascii: "-"), text.utf8.count <= 64 else {
      return false
    }
    return text.utf8.allSatisfy { byte in
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"),
        UInt8(ascii: "-"):
        true
      default: false
      }
    }
  }
}

/// Reads one note after another.
private struct NoteReader {
  var reader: YAMLReader
  let kinds: [AnnotationKind]
  let agencies: AgencyRegistry

  mutating func note(_ node: Node) -> Annotation? {
    let entries = reader.mapping(node, "a note")
    let values = Dictionary(entries.map { ($0.key, $0.value) }) { first, _ in first }
    guard let id = required("id", values, node), let kindName = required("kind", values, node)
    else { return nil }
    guard AnnotationFile.isName(id) else {
      reader.report(
        "bad-name", "‘\(id)’ cannot name a note", at: values["id"],
        help: "use lower-case letters, digits and hyphens")
      return nil
    }
    guard let kind = kinds.first(where: { $0.name == kindName }) else {
      reader.unknown(
        kindName, "the kind", at: values["kind"] ?? node, among: kinds.map(\.name),
        code: "unknown-kind")
      return nil
    }
    guard let on = values["on"] else {
      reader.report("missing-field", "the note ‘\(id)’ says not what it is on", at: node)
      return nil
    }
    guard let target = target(on) else { return nil }
    var annotation = Annotation(
      id: id, kind: kindName, target: target, fields: [], basis: .reading, status: [],
      decisions: [], place: reader.place(of: values["id"]))
    for entry in entries { read(entry, of: kind, into: &annotation) }
    for field in kind.fields where field.isRequired && annotation.value(field.key) == nil {
      reader.report(
        "missing-field", "the note ‘\(id)’ has no ‘\(field.key)’, which a \(kind.name) needs",
        at: values["id"])
    }
    if annotation.basis == .official, annotation.source == nil {
      reader.report(
        "missing-field", "the note ‘\(id)’ rests on an official paper and names none",
        at: values["basis"], help: "add source: https://…")
    }
    return annotation
  }

  private mutating func required(_ key: String, _ values: [String: Node], _ node: Node) -> String? {
    guard let value = values[key] else {
      reader.report("missing-field", "a note needs ‘\(key)’", at: node)
      return nil
    }
    return reader.text(value, "‘\(key)’")
  }

  private mutating func read(
    _ entry: YAMLReader.Entry, of kind: AnnotationKind, into annotation: inout Annotation
  ) {
    switch entry.key {
    case "id", "kind", "on": break
    case "basis":
      annotation.basis =
        reader.word(entry.value, "the basis", as: Annotation.Basis.self) ?? .reading
    case "source": annotation.source = link(entry.value)
    case "note": annotation.note = reader.text(entry.value, "‘note’")
    case "continues": annotation.continues = reader.text(entry.value, "‘continues’")
    case "status":
      annotation.status = reader.list(entry.value, "‘status’").compactMap { status($0) }
        .sorted { $0.day < $1.day }
    case "decisions":
      annotation.decisions = reader.list(entry.value, "‘decisions’").compactMap { decision($0) }
    default:
      guard let field = kind.field(entry.key) else {
        reader.unknownKey(
          entry, "the field", known: kind.fields.map(\.key) + AnnotationFile.commonKeys)
        return
      }
      if let value = value(entry.value, of: field) {
        annotation.fields.append(Annotation.Field(key: field.key, value: value))
      }
    }
  }

  private mutating func target(_ node: Node) -> Annotation.Target? {
    var version: String?
    var quote: (text: String, place: FilePlace)?
    var target = Annotation.Target(version: "", quote: "", place: reader.place(of: node))
    for entry in reader.mapping(node, "‘on’") {
      switch entry.key {
      case "version": version = reader.text(entry.value, "the version")
      case "paragraph": target.paragraph = identifier(entry.value)
      case "to": target.to = identifier(entry.value)
      case "quote":
        quote = reader.text(entry.value, "the quote").map {
          ($0.droppingFinalLineFeed, reader.place(of: entry.value))
        }
      case "prefix": target.prefix = reader.text(entry.value, "the prefix")
      case "suffix": target.suffix = reader.text(entry.value, "the suffix")
      default:
        reader.unknownKey(
          entry, "the key", known: ["version", "paragraph", "to", "quote", "prefix", "suffix"])
      }
    }
    guard let version, let quote else {
      reader.report("missing-field", "‘on’ needs a version and a quote", at: node)
      return nil
    }
    (target.version, target.quote, target.place) = (version, quote.text, quote.place)
    return target
  }

  private mutating func identifier(_ node: Node) -> BlockID? {
    guard let text = reader.text(node, "an identifier") else { return nil }
    if let id = BlockID(text) { return id }
    reader.report("bad-identifier", "‘\(text)’ is no block's identifier", at: node)
    return nil
  }

  private mutating func link(_ node: Node) -> String? {
    guard let text = reader.text(node, "an address") else { return nil }
    if text.hasPrefix("https://") || text.hasPrefix("http://") { return text }
    reader.report(
      "bad-link", "‘\(text)’ is no address", at: node, help: "an address begins with https://")
    return nil
  }
}

extension NoteReader {
  private mutating func value(
    _ node: Node, of field: AnnotationKind.Field
  ) -> Annotation.Value? {
    switch field.type {
    case .text, .markdown, .reference:
      let texts = reader.texts(node, "‘\(field.key)’")
      if texts.count > 1, !field.isRepeated {
        reader.report("wrong-type", "‘\(field.key)’ takes one value", at: node)
      }
      return texts.isEmpty ? nil : .text(texts)
    case .link: return link(node).map { .text([$0]) }
    case .agencies:
      let nodes = node.scalar == nil ? reader.list(node, "‘\(field.key)’") : [node]
      let references = nodes.compactMap { agency($0) }
      return references.isEmpty ? nil : .agencies(references)
    case .date: return date(node).map { .date($0) }
    case .quantity: return quantity(node).map { .quantity($0) }
    case .choice:
      guard let word = reader.text(node, "‘\(field.key)’") else { return nil }
      if field.choices.contains(where: { $0.key == word }) { return .choice(word) }
      reader.unknown(
        word, "the word", at: node, among: field.choices.map(\.key), code: "unknown-choice")
      return nil
    }
  }

  /// `上海市`, `各有关部门等`, or a mapping with name and open.
  private mutating func agency(_ node: Node) -> AgencyReference? {
    var name = ""
    var isOpen = false
    var nameNode = node
    if node.scalar != nil {
      name = reader.text(node, "an agency") ?? ""
    } else {
      for entry in reader.mapping(node, "an agency") {
        switch entry.key {
        case "name":
          name = reader.text(entry.value, "an agency's name") ?? ""
          nameNode = entry.value
        case "open": isOpen = reader.flag(entry.value, "‘open’")
        default: reader.unknownKey(entry, "the key", known: ["name", "open"])
        }
      }
    }
    guard !name.isEmpty else { return nil }
    if name.hasSuffix("等"), agencies.agency(named: name) == nil {
      name.removeLast()
      isOpen = true
    }
    guard let agency = agencies.agency(named: name) else {
      reader.unknown(
        name, "the agency", at: nameNode, among: agencies.knownNames, code: "unknown-agency")
      return nil
    }
    return AgencyReference(name: name, agency: agency.id, isOpen: isOpen)
  }

  private mutating func date(_ node: Node) -> DateExpression? {
    if let text = node.scalar?.string {
      return checked(DateExpression(kind: .by, value: text), at: node)
    }
    var date: DateExpression?
    var words: String?
    for entry in reader.mapping(node, "a date") {
      if entry.key == "text" {
        words = reader.text(entry.value, "the words")
      } else if let kind = DateExpression.Kind(rawValue: entry.key) {
        if date != nil {
          reader.report("wrong-type", "a date is of one kind only", at: entry.keyNode)
        } else if kind.needsValue {
          date = reader.text(entry.value, "the date").flatMap {
            checked(DateExpression(kind: kind, value: $0), at: entry.value)
          }
        } else {
          date = DateExpression(kind: kind, value: nil)
        }
      } else {
        reader.unknownKey(
          entry, "the key", known: DateExpression.Kind.allCases.map(\.rawValue) + ["text"])
      }
    }
    date?.words = words
    return date
  }

  private mutating func checked(_ date: DateExpression, at node: Node) -> DateExpression? {
    guard date.kind != .recurring, let value = date.value, !DateExpression.isTime(value) else {
      return date
    }
    reader.report(
      "bad-date", "‘\(value)’ is no date", at: node,
      help: "write 2025, 2025-06, 2025-06-30 or 2021/2025")
    return nil
  }

  private mutating func quantity(_ node: Node) -> Quantity? {
    var quantity = Quantity(comparator: .exactly)
    for entry in reader.mapping(node, "a quantity") {
      switch entry.key {
      case "value":
        quantity.value = reader.text(entry.value, "the amount")
        if let value = quantity.value, !value.isDecimal {
          reader.report("bad-number", "‘\(value)’ is no number", at: entry.value)
        }
      case "comparator":
        quantity.comparator =
          reader.word(entry.value, "the comparator", as: Quantity.Comparator.self) ?? .exactly
      case "unit": quantity.unit = reader.text(entry.value, "the unit")
      case "text": quantity.words = reader.text(entry.value, "the words")
      default:
        reader.unknownKey(entry, "the key", known: ["value", "comparator", "unit", "text"])
      }
    }
    return quantity
  }

  private mutating func status(_ node: Node) -> Annotation.StatusEntry? {
    var day: CalendarDay?
    var state: Annotation.StatusEntry.State?
    var evidence: String?
    var note: String?
    for entry in reader.mapping(node, "a status") {
      switch entry.key {
      case "on":
        day = reader.text(entry.value, "the day").flatMap(CalendarDay.init)
        if day == nil {
          reader.report(
            "bad-date", "a status is of a day", at: entry.value, help: "write 2021-06-30")
          return nil
        }
      case "state":
        state = reader.word(entry.value, "the state", as: Annotation.StatusEntry.State.self)
      case "evidence": evidence = link(entry.value)
      case "note": note = reader.text(entry.value, "‘note’")
      default:
        reader.unknownKey(entry, "the key", known: ["on", "state", "evidence", "note"])
      }
    }
    guard let day, let state else {
      reader.report("missing-field", "a status needs a day and a state", at: node)
      return nil
    }
    return Annotation.StatusEntry(day: day, state: state, evidence: evidence, note: note)
  }

  private mutating func decision(_ node: Node) -> Annotation.Decision? {
    var version: String?
    var verdict: Annotation.Decision.Verdict?
    var paragraph: BlockID?
    var quote: String?
    for entry in reader.mapping(node, "a decision") {
      switch entry.key {
      case "version": version = reader.text(entry.value, "the version")
      case "decision":
        verdict = reader.word(
          entry.value, "the decision", as: Annotation.Decision.Verdict.self)
      case "paragraph": paragraph = identifier(entry.value)
      case "quote": quote = reader.text(entry.value, "the quote")?.droppingFinalLineFeed
      default:
        reader.unknownKey(
          entry, "the key", known: ["version", "decision", "paragraph", "quote"])
      }
    }
    guard let version, let verdict else {
      reader.report("missing-field", "a decision needs a version and what was decided", at: node)
      return nil
    }
    if verdict == .reattached, quote == nil {
      reader.report("missing-field", "a note is reattached to a quote", at: node)
      return nil
    }
    return Annotation.Decision(
      version: version, verdict: verdict, paragraph: paragraph, quote: quote)
  }
}

extension String {
  /// The text without the line feed that a block scalar of YAML ends in.
  fileprivate var droppingFinalLineFeed: String { hasSuffix("\n") ? String(dropLast()) : self }

  fileprivate var isDecimal: Bool {
    let digits = split(separator: ".", omittingEmptySubsequences: false)
    let unsigned = first == "-" ? dropFirst() : self[...]
    return digits.count <= 2 && !unsigned.isEmpty
      && unsigned.allSatisfy { $0.isASCII && ($0.isNumber || $0 == ".") }
      && unsigned.first != "." && unsigned.last != "."
  }
}
