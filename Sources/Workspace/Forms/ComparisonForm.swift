internal import Collation
internal import PlanModel

/// `compare --format json`: DESIGN section 9 fixes the form; fields may be added.
extension ComparedVersions {
  /// Writes the comparison as JSON of the form `variorum/comparison/1`, one line, names in sorted
  /// order.
  ///
  /// - Parameter sink: Takes what is written, piece by piece.
  /// - Complexity: O(*n*) in what is written.
  public func writeJSON(to sink: @escaping ([UInt8]) -> Void) {
    var writer = JSONWriter(to: sink)
    writer.object { form in
      form.name("carried")
      form.array(carried) { $0.value($1) }
      form.name("links")
      form.array(comparison.links) { $0.write($1) }
      form.name("moves")
      form.array(comparison.movedPassages) { $0.value([$1.lowerBound, $1.upperBound]) }
      form.name("new")
      form.write(new)
      form.name("old")
      form.write(old)
      form.name("schema")
      form.value("variorum/comparison/1")
      form.name("substances")
      form.write(summary.substances.map { ($0.substance.rawValue, $0.count) })
      form.name("summary")
      form.write(summary.kinds.map { ($0.kind.rawValue, $0.count) })
      form.name("tags")
      form.write(summary.tags)
    }
    writer.finish()
  }
}

extension JSONWriter {
  fileprivate mutating func write(_ plan: Plan) {
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

  fileprivate mutating func write(_ link: Comparison.Link) {
    object { form in
      form.name("confidence")
      // Three decimals say all that a confidence can.
      form.value((link.confidence * 1000).rounded() / 1000)
      form.name("kind")
      form.value(link.kind.rawValue)
      form.name("moved")
      form.value(link.isMoved)
      form.name("new")
      form.value(link.new)
      form.name("old")
      form.value(link.old)
      form.name("renumbered")
      form.value(link.isRenumbered)
      form.name("spans")
      form.array(link.spans) { $0.write($1) }
      if let substance = link.substance {
        form.name("substance")
        form.value(substance.rawValue)
      }
      form.name("tags")
      form.value(link.tags)
    }
  }

  private mutating func write(_ span: Comparison.Span) {
    object { form in
      form.name("new")
      form.value([span.new.lowerBound, span.new.upperBound])
      form.name("old")
      form.value([span.old.lowerBound, span.old.upperBound])
      form.name("substance")
      form.value(span.substance.rawValue)
      form.name("tags")
      form.value(span.tags)
    }
  }

  fileprivate mutating func write(_ counts: [(name: String, count: Int)]) {
    object { form in
      for (name, count) in counts.sorted(by: { $0.name < $1.name }) {
        form.name(name)
        form.value(count)
      }
    }
  }
}
