internal import PlanModel

extension NoteValue {
  /// A note in the form of the files: reading what is written of it gives the same note.
  public init(_ annotation: Annotation) {
    var entries: [Entry] = [
      .init("id", annotation.id), .init("kind", annotation.kind),
      .init("on", NoteValue(annotation.target)),
    ]
    entries += annotation.fields.map { .init($0.key, NoteValue($0.value)) }
    if annotation.basis != .reading { entries.add("basis", annotation.basis.rawValue) }
    entries.add("source", annotation.source)
    if !annotation.status.isEmpty {
      entries.append(.init("status", .list(annotation.status.map(NoteValue.init))))
    }
    if !annotation.decisions.isEmpty {
      entries.append(.init("decisions", .list(annotation.decisions.map(NoteValue.init))))
    }
    entries.add("continues", annotation.continues)
    entries.add("note", annotation.note)
    self = .mapping(entries)
  }

  /// What a note is on.
  public init(_ target: Annotation.Target) {
    var entries = [Entry("version", target.version)]
    entries.add("paragraph", target.paragraph?.rawValue)
    entries.add("to", target.to?.rawValue)
    entries.add("quote", target.quote)
    entries.add("prefix", target.prefix)
    entries.add("suffix", target.suffix)
    self = .mapping(entries)
  }

  /// The value of a field.
  public init(_ value: Annotation.Value) {
    switch value {
    case .text(let texts): self = texts.count == 1 ? .text(texts[0]) : .list(texts.map(Self.text))
    case .agencies(let references):
      self = .list(
        references.map { reference in
          reference.isOpen
            ? .mapping([.init("name", reference.name), .init("open", .flag(true))])
            : .text(reference.name)
        })
    case .date(let date):
      var entries = [Entry(date.kind.rawValue, date.value.map(NoteValue.text) ?? .flag(true))]
      entries.add("text", date.words)
      self = .mapping(entries)
    case .quantity(let quantity):
      var entries: [Entry] = []
      entries.add("value", quantity.value)
      if quantity.comparator != .exactly {
        entries.add("comparator", quantity.comparator.rawValue)
      }
      entries.add("unit", quantity.unit)
      entries.add("text", quantity.words)
      self = .mapping(entries)
    case .choice(let word): self = .text(word)
    }
  }

  /// An entry of a note's status.
  public init(_ status: Annotation.StatusEntry) {
    var entries = [Entry("on", status.day.description), Entry("state", status.state.rawValue)]
    entries.add("evidence", status.evidence)
    entries.add("note", status.note)
    self = .mapping(entries)
  }

  /// A decision about a note's place.
  public init(_ decision: Annotation.Decision) {
    var entries = [
      Entry("version", decision.version), Entry("decision", decision.verdict.rawValue),
    ]
    entries.add("paragraph", decision.paragraph?.rawValue)
    entries.add("quote", decision.quote)
    self = .mapping(entries)
  }
}
