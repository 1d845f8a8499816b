public import Annotations
internal import PlanModel
public import PluginKit

/// Reads W3C Web Annotations (JSON-LD): single ones, lists, and collections with their pages inside.
///
/// Notes that ``WebAnnotationExporter`` wrote come back as they were, as long as nobody marked other
/// words. Of anybody's annotations the textual bodies become a comment with its tags, and the
/// selectors name the passage: TextQuoteSelector, TextPositionSelector, FragmentSelector, RangeSelector.
public struct WebAnnotationNoteImporter: NoteImporter {
  /// The importer's name.
  public let name = "web-annotation"
  /// The word for the form.
  public let format = "jsonld"

  /// Creates an importer.
  public init() {}

  /// The notes of a file.
  public func notes(of source: ImportSource, kinds: [AnnotationKind]) throws -> ImportedNotes {
    let root = try JSONValue(source.bytes, file: source.name)
    let place = FilePlace(file: source.name)
    var result = ImportedNotes(drafts: [])
    for (index, value) in Self.annotations(in: root).enumerated() {
      let id = value["id"]?.text
      let targets = value["target"]?.elements ?? []
      if targets.count > 1 {
        result.diagnostics.append(
          Diagnostic(
            .warning, code: "several-targets",
            "‘\(id ?? "\(index + 1)")’ has \(targets.count) targets; the first is taken", at: place)
        )
      }
      var selector = PassageSelector()
      for part in targets.first?["selector"]?.elements ?? [] { selector.read(part) }
      let own = value["variorum"].flatMap(Self.content)
      if let own, own["on"]?["quote"]?.text == selector.quote {
        result.drafts.append(NoteDraft(own, on: selector, named: id, at: place))
        continue
      }
      var entries = own?.entries.filter { $0.key != "on" } ?? []
      if own == nil {
        entries = [.init("kind", "comment")]
        let remark = Self.remark(of: value)
        if !remark.isEmpty { entries.append(.init("note", remark)) }
        if let id, id.hasPrefix("https://") || id.hasPrefix("http://") {
          entries.append(.init("source", id))
        }
      }
      result.drafts.append(NoteDraft(.mapping(entries), on: selector, named: id, at: place))
    }
    return result
  }

  private static func annotations(in value: JSONValue, depth: Int = 0) -> [JSONValue] {
    guard depth < 8 else { return [] }
    if case .list(let values) = value { return values }
    if let items = value["items"] { return items.elements }
    if let first = value["first"] { return annotations(in: first, depth: depth + 1) }
    return [value]
  }

  /// The textual bodies, one under the other, with the tags behind them.
  private static func remark(of value: JSONValue) -> String {
    var texts = [value["bodyValue"]?.text].compactMap(\.self)
    var tags: [String] = []
    for body in value["body"]?.elements ?? [] {
      if case .text(let address) = body { texts.append(address) }
      guard let words = body["value"]?.text ?? body["id"]?.text else { continue }
      if body["purpose"]?.text == "tagging" {
        tags.append("#" + words)
      } else {
        texts.append(words)
      }
    }
    if !tags.isEmpty { texts.append(tags.joined(separator: " ")) }
    return texts.joined(separator: "\n\n")
  }

  /// A note that was written by the exporter, in the form of the files.
  private static func content(_ value: JSONValue) -> NoteValue? {
    guard case .object(let members) = value, case .list(let fields)? = members["fields"] else {
      return nil
    }
    func entry(_ key: String) -> NoteValue.Entry? {
      members[key].flatMap { NoteValue($0) }.map { .init(key, $0) }
    }
    let said = fields.compactMap { field -> NoteValue.Entry? in
      guard let key = field["key"]?.text, let value = field["value"].flatMap({ NoteValue($0) })
      else { return nil }
      return .init(key, value)
    }
    let behind = ["basis", "source", "status", "decisions", "continues", "note"]
    return .mapping(
      ["id", "kind", "on"].compactMap(entry) + said + behind.compactMap(entry))
  }
}

extension NoteValue {
  /// A value that another program holds; what the files have no form for is left out.
  init?(_ value: JSONValue) {
    switch value {
    case .text(let text): self = .text(text)
    case .flag(let flag): self = .flag(flag)
    case .number(let number): self = .text(Int(exactly: number).map(String.init) ?? String(number))
    case .list(let values): self = .list(values.compactMap { NoteValue($0) })
    case .object(let members):
      self = .mapping(
        members.sorted { Self.place($0.key) < Self.place($1.key) }.compactMap { member in
          NoteValue(member.value).map { .init(member.key, $0) }
        })
    case .null: return nil
    }
  }

  /// The members of an object have no order: this is the one in which a person would write them.
  private static func place(_ key: String) -> (Int, String) {
    let order = [
      "on", "state", "evidence", "version", "decision", "paragraph", "to", "quote", "prefix",
      "suffix", "name", "open", "value", "comparator", "unit",
    ]
    let isLast = key == "text" || key == "note"
    return (order.firstIndex(of: key) ?? (isLast ? order.count + 1 : order.count), key)
  }
}

extension PassageSelector {
  /// Takes over what a selector of the standard says.
  mutating func read(_ selector: JSONValue, depth: Int = 0) {
    guard depth < 8 else { return }
    switch selector["type"]?.text {
    case "TextQuoteSelector":
      quote = selector["exact"]?.text
      prefix = selector["prefix"]?.text
      suffix = selector["suffix"]?.text
    case "TextPositionSelector":
      if let start = selector["start"]?.integer, let end = selector["end"]?.integer, 0 <= start,
        start < end
      {
        position = start..<end
      }
    case "FragmentSelector": paragraph = selector["value"]?.text.flatMap { BlockID($0) }
    case "RangeSelector":
      var end = PassageSelector()
      if let value = selector["endSelector"] { end.read(value, depth: depth + 1) }
      if let value = selector["startSelector"] { read(value, depth: depth + 1) }
      to = end.paragraph
    default: break
    }
    for inner in selector["refinedBy"]?.elements ?? [] { read(inner, depth: depth + 1) }
  }
}
