internal import Annotations
internal import PlanModel
public import PluginKit

/// Writes the notes as W3C Web Annotations (JSON-LD, 2017), for any tool that reads the standard;
/// ``WebAnnotationNoteImporter`` reads them again without loss.
///
/// Each note is an annotation whose target is the passage as it was marked: a block's identifier
/// (FragmentSelector), refined by its words and by its place in the block, and once more the words
/// alone. Its bodies can be read by anybody: what the note says as text, its remark as Markdown, its
/// kind as a tag. The member `variorum` holds the note itself, as a JSON literal of JSON-LD 1.1.
/// Addresses are those of the site, if the project names its address; or else they are relative to the
/// file's place beside the site's pages.
public struct WebAnnotationExporter: Exporter {
  /// The exporter's name.
  public let name = "web-annotation"
  /// The word for the form.
  public let format = "jsonld"
  /// What the file is called.
  public let fileName = "notes.jsonld"
  /// What it is.
  public let mediaType = "application/ld+json; profile=\"http://www.w3.org/ns/anno.jsonld\""

  /// Creates an exporter.
  public init() {}

  /// The notes as one collection with one page.
  public func bytes(of register: NoteRegister) -> [UInt8] {
    let file = (register.address ?? "") + fileName
    return JSONWriter.bytes { form in
      form.object { form in
        form.name("@context")
        form.array([0, 1]) { form, part in
          if part == 0 {
            form.value("http://www.w3.org/ns/anno.jsonld")
          } else {
            form.object { form in
              form.name("variorum")
              form.object { $0.pairs([("@id", "urn:variorum:note"), ("@type", "@json")]) }
            }
          }
        }
        form.pairs([
          ("id", file), ("type", "AnnotationCollection"), ("label", register.title),
        ])
        form.name("total")
        form.value(register.entries.count)
        form.name("first")
        form.object { form in
          form.pairs([("id", file + "#page"), ("type", "AnnotationPage")])
          form.name("startIndex")
          form.value(0)
          form.name("items")
          form.array(register.entries) { $0.write($1, of: register, in: file) }
        }
      }
    } + [0x0A]
  }
}

extension JSONWriter {
  fileprivate mutating func pairs(_ pairs: [(String, String?)]) {
    for (key, text) in pairs {
      guard let text else { continue }
      name(key)
      value(text)
    }
  }

  fileprivate mutating func write(
    _ entry: NoteRegister.Entry, of register: NoteRegister, in file: String
  ) {
    let note = entry.note
    object { form in
      form.pairs([("id", file + "#" + note.id), ("type", "Annotation")])
      form.pairs([("motivation", note.fields.isEmpty ? "commenting" : "describing")])
      form.name("body")
      form.array(Self.bodies(of: note)) { form, body in
        form.object { $0.pairs(body) }
      }
      form.name("target")
      form.object { form in
        form.pairs([
          ("type", "SpecificResource"),
          ("source", (register.address ?? "") + note.target.version + "/"),
        ])
        if let day = CalendarDay(String(note.target.version.prefix(10))) {
          form.name("state")
          form.object { $0.pairs([("type", "TimeState"), ("sourceDate", "\(day)T00:00:00Z")]) }
        }
        form.name("selector")
        form.writeSelectors(of: entry, in: register)
      }
      form.name("variorum")
      form.writeLiteral(NoteValue(note), fields: note.fields.map(\.key))
    }
  }

  private static func bodies(of note: Annotation) -> [[(String, String?)]] {
    let words = note.fields.map { "\($0.key): \(NoteValue($0.value).summary)" }
    var bodies: [[(String, String?)]] = []
    func body(_ value: String, _ purpose: String, _ format: String?) {
      bodies.append([
        ("type", "TextualBody"), ("purpose", purpose), ("format", format), ("value", value),
      ])
    }
    if !words.isEmpty { body(words.joined(separator: "\n"), "describing", "text/plain") }
    if let remark = note.note { body(remark, "commenting", "text/markdown") }
    body(note.kind, "tagging", nil)
    return bodies
  }

  private mutating func writeSelectors(of entry: NoteRegister.Entry, in register: NoteRegister) {
    let target = entry.note.target
    let isHere = target.version == register.version
    let passage = isHere ? entry.placement?.passage : nil
    func quote(_ form: inout JSONWriter) {
      form.object { form in
        form.pairs([
          ("type", "TextQuoteSelector"), ("exact", target.quote),
          ("prefix", target.prefix ?? passage?.context(before: true, in: register.plan)),
          ("suffix", target.suffix ?? passage?.context(before: false, in: register.plan)),
        ])
      }
    }
    let block = target.paragraph ?? passage.map { register.plan.blocks[$0.start.block].id }
    array(block == nil ? [1] : [0, 1]) { form, part in
      guard part == 0, let block else { return quote(&form) }
      form.object { form in
        if let end = target.to, end != block {
          form.pairs([("type", "RangeSelector")])
          for (name, id) in [("startSelector", block), ("endSelector", end)] {
            form.name(name)
            form.object { $0.fragment(id) }
          }
          return
        }
        form.fragment(block)
        form.name("refinedBy")
        form.array(passage == nil ? [1] : [0, 1]) { form, part in
          guard part == 0, let passage else { return quote(&form) }
          form.object { form in
            form.pairs([("type", "TextPositionSelector")])
            form.name("start")
            form.value(passage.start.offset)
            form.name("end")
            form.value(passage.end.offset)
          }
        }
      }
    }
  }

  private mutating func fragment(_ id: BlockID) {
    pairs([
      ("type", "FragmentSelector"), ("conformsTo", "http://tools.ietf.org/rfc/rfc3236"),
      ("value", id.rawValue),
    ])
  }

  /// The note as it stands in the files; its fields as a list, since members of an object have no
  /// order.
  private mutating func writeLiteral(_ value: NoteValue, fields: [String]) {
    let fields = Set(fields)
    object { form in
      for entry in value.entries where !fields.contains(entry.key) {
        form.name(entry.key)
        form.literal(entry.value)
      }
      form.name("fields")
      form.array(value.entries.filter { fields.contains($0.key) }) { form, entry in
        form.object { form in
          form.name("key")
          form.value(entry.key)
          form.name("value")
          form.literal(entry.value)
        }
      }
    }
  }

  private mutating func literal(_ value: NoteValue) {
    switch value {
    case .text(let text): self.value(text)
    case .flag(let flag): self.value(flag)
    case .list(let values): array(values) { $0.literal($1) }
    case .mapping(let entries):
      object { form in
        for entry in entries {
          form.name(entry.key)
          form.literal(entry.value)
        }
      }
    }
  }
}

extension NoteValue {
  /// The value in words, for a tool that knows nothing of its form.
  fileprivate var summary: String {
    switch self {
    case .text(let text): text
    case .flag(let flag): flag ? "true" : "false"
    case .list(let values): values.map(\.summary).joined(separator: "、")
    case .mapping(let entries):
      entries.map { entry in
        entry.value.text == "true" || entry.key == "name" || entry.key == "value"
          ? (entry.value.text == "true" ? entry.key : entry.value.summary)
          : "\(entry.key) \(entry.value.summary)"
      }.joined(separator: " ")
    }
  }
}

extension Passage {
  /// Up to 32 scalars of the block beside the passage, as the tools of the field store them.
  fileprivate func context(before: Bool, in plan: Plan) -> String? {
    let block = Array(plan.blocks[before ? start.block : end.block].text.unicodeScalars)
    let words = before ? block[..<start.offset].suffix(32) : block[end.offset...].prefix(32)
    return words.isEmpty ? nil : String(String.UnicodeScalarView(words))
  }
}
