/// The form of a version in JSON, in what is written for other programs: DESIGN section 9.
extension JSONWriter {
  /// Writes a version: what it says of itself, and its blocks.
  package mutating func write(_ plan: Plan) {
    object { side in
      side.name("blocks")
      side.array(plan.blocks) { $0.write($1) }
      if let notice = plan.metadata.notice {
        side.name("notice")
        side.value(notice)
      }
      if let title = plan.metadata.title {
        side.name("title")
        side.value(title)
      }
      if let version = plan.metadata.version {
        side.name("version")
        side.value(version)
      }
    }
  }

  private mutating func write(_ block: Block) {
    object { form in
      form.name("id")
      form.value(block.id.rawValue)
      if let level = block.kind.headingLevel {
        form.name("level")
        form.value(level)
      }
      if let number = block.number {
        form.name("number")
        form.value(number)
      }
      form.name("text")
      form.value(block.text)
      form.name("type")
      form.value(block.kind.name)
    }
  }
}
