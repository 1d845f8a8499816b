internal import PlanModel
internal import YAMLReading
internal import Yams

/// Reads one note after another.
struct NoteReader {
  var reader: YAMLReader
  let kinds: [AnnotationKind]
  let agencies: AgencyRegistry
  /// The day of the version of the note at hand, if the version is named by one.
  var day: CalendarDay?

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
    // Agencies are called as they were when the version was made.
    day = CalendarDay(String(target.version.prefix(10)))
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

  mutating func identifier(_ node: Node) -> BlockID? {
    guard let text = reader.text(node, "an identifier") else { return nil }
    if let id = BlockID(text) { return id }
    reader.report("bad-identifier", "‘\(text)’ is no block's identifier", at: node)
    return nil
  }

  mutating func link(_ node: Node) -> String? {
    guard let text = reader.text(node, "an address") else { return nil }
    if text.hasPrefix("https://") || text.hasPrefix("http://") { return text }
    reader.report(
      "bad-link", "‘\(text)’ is no address", at: node, help: "an address begins with https://")
    return nil
  }
}

extension String {
  /// The text without the line feed that a block scalar of YAML ends in.
  var droppingFinalLineFeed: String { hasSuffix("\n") ? String(dropLast()) : self }
}
