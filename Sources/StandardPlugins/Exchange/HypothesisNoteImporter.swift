public import Annotations
internal import PlanModel
public import PluginKit

/// Reads what the programming interface of Hypothesis gives: `{"rows": […]}`, or a list.
///
/// Each annotation becomes a comment with its text, its tags, and its address as the source; a reply
/// stands below what it answers. Page notes, which mark no words, cannot be placed and are told.
public struct HypothesisNoteImporter: NoteImporter {
  /// The importer's name.
  public let name = "hypothesis"
  /// The word for the form.
  public let format = "hypothesis"

  /// Creates an importer.
  public init() {}

  /// The annotations of a file.
  public func notes(of source: ImportSource, kinds: [AnnotationKind]) throws -> ImportedNotes {
    let root = try JSONValue(source.bytes, file: source.name)
    let rows = (root["rows"] ?? root["annotations"] ?? root).elements
    let place = FilePlace(file: source.name)
    var result = ImportedNotes(drafts: [])
    var replies: [String: [JSONValue]] = [:]
    for row in rows {
      if let parent = row["references"]?.elements.first?.text {
        replies[parent, default: []].append(row)
      }
    }
    for row in rows where row["references"]?.elements.first?.text == nil {
      var selector = PassageSelector()
      for part in row["target"]?.elements.first?["selector"]?.elements ?? [] { selector.read(part) }
      // Its positions count code units over a page's text, and its ranges follow the page's markup.
      (selector.position, selector.paragraph) = (nil, nil)
      let id = row["id"]?.text ?? "\(result.drafts.count + 1)"
      guard selector.quote != nil else {
        result.diagnostics.append(
          Diagnostic(
            .warning, code: "no-passage", "‘\(id)’ marks no words and is left out", at: place))
        continue
      }
      var texts = [Self.remark(of: row)]
      texts += (replies.removeValue(forKey: id) ?? []).map { reply in
        "\(reply["user"]?.text ?? "?"): \(Self.remark(of: reply))"
      }
      var entries: [NoteValue.Entry] = [.init("kind", "comment")]
      if let link = row["links"]?["incontext"]?.text ?? row["links"]?["html"]?.text,
        link.hasPrefix("https://") || link.hasPrefix("http://")
      {
        entries.append(.init("source", link))
      }
      let remark = texts.filter { !$0.isEmpty }.joined(separator: "\n\n")
      if !remark.isEmpty { entries.append(.init("note", remark)) }
      result.drafts.append(
        NoteDraft(.mapping(entries), on: selector, named: "hypothesis-" + id, at: place))
    }
    for (parent, rows) in replies.sorted(by: { $0.key < $1.key }) {
      result.diagnostics.append(
        Diagnostic(
          .warning, code: "lone-reply",
          "\(rows.count) replies to ‘\(parent)’, which isn't in the file, are left out", at: place))
    }
    return result
  }

  private static func remark(of row: JSONValue) -> String {
    let tags = (row["tags"]?.elements ?? []).compactMap(\.text).map { "#" + $0 }
    return [row["text"]?.text ?? "", tags.joined(separator: " ")].filter { !$0.isEmpty }
      .joined(separator: "\n\n")
  }
}
