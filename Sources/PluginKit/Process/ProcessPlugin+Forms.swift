internal import Annotations
internal import PlanModel

// How documents and notes stand in requests.

extension JSONWriter {
  mutating func member(_ name: String, _ value: String?) {
    guard let value else { return }
    self.name(name)
    self.value(value)
  }

  /// A document with its blocks; each bears the fingerprint of its text.
  mutating func document(_ blocks: [(name: String, block: DraftBlock)], _ metadata: PlanMetadata) {
    name("document")
    object { form in
      form.name("blocks")
      form.array(blocks) { form, entry in
        form.object { form in
          switch entry.block.kind {
          case .item(let depth):
            form.name("depth")
            form.value(depth)
          case .heading, .paragraph, .row: break
          }
          form.member("hash", entry.block.text.fingerprint)
          form.member("id", entry.name)
          form.member("kind", entry.block.kind.name)
          if let level = entry.block.kind.headingLevel {
            form.name("level")
            form.value(level)
          }
          form.member("number", entry.block.number)
          form.member("text", entry.block.text)
        }
      }
      form.member("language", metadata.language)
      form.member("title", metadata.title)
      form.member("version", metadata.version)
    }
  }

  mutating func document(_ plan: Plan) {
    document(plan.blocks.map { ($0.id.rawValue, DraftBlock($0)) }, plan.metadata)
  }

  /// The notes of a register with their places.
  mutating func notes(_ register: NoteRegister) {
    name("notes")
    array(register.entries) { form, entry in
      form.object { form in
        form.name("agencies")
        form.array(entry.note.agencies) { form, agency in
          form.object { form in
            form.member("name", agency.reference.name)
            form.name("open")
            form.value(agency.reference.isOpen)
            form.member("role", agency.role)
          }
        }
        form.name("dates")
        form.array(entry.note.dates) { form, date in
          form.object { form in
            form.member("field", date.key)
            form.member("kind", date.date.kind.rawValue)
            form.member("text", date.date.words)
            form.member("value", date.date.value)
          }
        }
        form.member("id", entry.note.id)
        form.member("kind", entry.note.kind)
        form.member("note", entry.note.note)
        form.member("outcome", entry.placement?.outcome.rawValue)
        if let passage = entry.placement?.passage {
          form.member("block", register.plan.blocks[passage.start.block].id.rawValue)
          form.name("start")
          form.value(passage.start.offset)
        }
        form.member("quote", entry.placement?.quote ?? entry.note.target.quote)
        form.member("status", entry.note.status.last?.state.rawValue)
      }
    }
  }
}

extension JSONValue {
  /// A block as an importer or transformer gives it; the words say what is wrong with it.
  func draftBlock() throws(PluginFailure) -> DraftBlock {
    guard let text = self["text"]?.text else { throw .badAnswer("a block has no text") }
    guard !text.unicodeScalars.contains(where: { $0.value < 0x20 || $0.value == 0x7F }) else {
      throw .badAnswer("the block «\(text.prefix(12))» holds a line end or control character")
    }
    var block = DraftBlock(kind: try blockKind(), number: self["number"]?.text, text: text)
    if let lines = self["lines"]?.list?.compactMap(\.integer), lines.count == 2, lines[0] > 0,
      lines[0] <= lines[1]
    {
      let bytes = self["bytes"]?.list?.compactMap(\.integer) ?? []
      let hasBytes = bytes.count == 2 && bytes[0] >= 0 && bytes[0] <= bytes[1]
      block.source = SourcePlace(
        lines: lines[0]...lines[1], bytes: hasBytes ? bytes[0]..<bytes[1] : 0..<0)
    }
    return block
  }

  func blockKind() throws(PluginFailure) -> Block.Kind {
    switch self["kind"]?.text ?? "paragraph" {
    case "paragraph": return .paragraph
    case "row": return .row
    case "heading":
      let level = self["level"]?.integer ?? 1
      guard (1...6).contains(level) else { throw .badAnswer("a heading has the level \(level)") }
      return .heading(level: level)
    case "item":
      let depth = self["depth"]?.integer ?? 1
      guard (1...16).contains(depth) else { throw .badAnswer("an item has the depth \(depth)") }
      return .item(depth: depth)
    case let other: throw .badAnswer("a block is of the kind ‘\(other.prefix(24))’")
    }
  }

  /// The members of a list, which may be left out.
  func items(_ key: String) throws(PluginFailure) -> [JSONValue] {
    guard let value = self[key] else { return [] }
    guard let list = value.list else { throw .badAnswer("‘\(key)’ is no list") }
    return list
  }
}
