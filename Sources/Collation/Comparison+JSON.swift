package import PlanModel

/// The form `variorum/comparison/1`: DESIGN section 9; fields may be added.
extension JSONWriter {
  /// Writes a comparison with both versions, names in sorted order.
  ///
  /// - Parameters:
  ///   - comparison: The comparison of `old` with `new`.
  ///   - old: The old version.
  ///   - new: The new version.
  ///   - carried: For each new block the old block whose identifier it bears.
  package mutating func write(
    _ comparison: Comparison, old: Plan, new: Plan, carried: [Int?]
  ) {
    let summary = comparison.summary
    object { form in
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
  }

  private mutating func write(_ link: Comparison.Link) {
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

  private mutating func write(_ counts: [(name: String, count: Int)]) {
    object { form in
      for (name, count) in counts.sorted(by: { $0.name < $1.name }) {
        form.name(name)
        form.value(count)
      }
    }
  }
}
