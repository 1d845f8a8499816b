public import Annotations
import PlanModel

extension Site {
  /// Takes over the kinds, the agencies and the notes of a project.
  ///
  /// - Parameters:
  ///   - annotations: The project's notes.
  ///   - placements: Where each note stands in each version, by the note's index, as
  ///     `AnnotationSet.placements(of:in:comparisons:sharing:)` gives them. A note without any is shown in the
  ///     register alone.
  public mutating func show(
    _ annotations: AnnotationSet, placements: [Int: [Annotations.Placement]]
  ) {
    kinds = annotations.kinds.map { NoteKind(id: $0.name, label: $0.label) }
    agencies = annotations.agencies.agencies.map { agency in
      Agency(
        id: agency.id, name: agency.name,
        otherNames: agency.aliases, parent: agency.parent)
    }
    notes = annotations.annotations.enumerated().map { index, annotation in
      var note = Note(annotation, kind: annotations.kind(of: annotation))
      note.placements = (placements[index] ?? []).compactMap { placement in
        versions.first { $0.name == placement.version }.map { Placement(placement, in: $0.plan) }
      }
      return note
    }
  }
}

extension Site.Note {
  /// A note without its placements.
  fileprivate init(_ annotation: Annotation, kind: AnnotationKind?) {
    self.init(id: annotation.id, kind: annotation.kind, quote: annotation.target.quote)
    parts = annotation.agencies.map { role, reference in
      Site.Part(
        role: role, label: kind?.field(role)?.label, name: reference.name,
        agency: reference.agency, isOpen: reference.isOpen)
    }
    // The first time of a note is its deadline; what else it dates is told as a fact.
    let main = annotation.dates.first { $0.key == "deadline" } ?? annotation.dates.first
    deadline = main.map { Site.Deadline($0.date) }
    facts = annotation.fields.filter { $0.key != main?.key }.compactMap { field in
      Site.Fact(field, label: kind?.field(field.key))
    }
    basis =
      switch annotation.basis {
      case .text: .text
      case .reading: .reading
      case .official: .official
      }
    source = annotation.source
    progress = annotation.status.map {
      Site.Progress(on: $0.day.description, state: $0.state.rawValue, evidence: $0.evidence)
    }
    text = annotation.note ?? ""
  }
}

extension Site.Deadline {
  fileprivate init(_ date: DateExpression) {
    let isTime = date.value.map(DateExpression.isTime) ?? false
    self.init(
      value: isTime ? date.value : nil, manner: date.kind.rawValue,
      words: date.words ?? (isTime ? nil : date.value))
  }
}

extension Site.Fact {
  /// What a field says, unless it names agencies, which are told as parts.
  fileprivate init?(_ field: Annotation.Field, label: AnnotationKind.Field?) {
    let value: Value
    switch (field.value, label?.type) {
    case (.agencies, _): return nil
    case (.text(let texts), .markdown): value = .markdown(texts)
    case (.text(let texts), .reference): value = .references(texts)
    case (.text(let texts), _): value = .lines(texts)
    case (.date(let date), _):
      value = .words(LocalizedText(date.words ?? date.value ?? date.kind.rawValue))
    case (.quantity(let quantity), _): value = .words(LocalizedText(quantity.shown))
    case (.choice(let word), _):
      value = .words(label?.choices.first { $0.key == word }?.label ?? LocalizedText(word))
    }
    self.init(label: label?.label ?? LocalizedText(field.key), value: value)
  }
}

extension Quantity {
  /// The amount in signs that every language reads, or in the text's own words.
  fileprivate var shown: String {
    if let words { return words }
    let sign =
      switch comparator {
      case .exactly: ""
      case .atLeast, .notBelow: "≥ "
      case .atMost: "≤ "
      case .above: "> "
      case .below: "< "
      case .about: "≈ "
      }
    return sign + [value, unit].compactMap(\.self).joined(separator: " ")
  }
}

extension Site.Placement {
  fileprivate init(_ placement: Annotations.Placement, in plan: Plan) {
    let outcome: Outcome =
      switch placement.outcome {
      case .attached: .attached
      case .ambiguous: .ambiguous
      case .orphaned: .orphaned
      }
    let passages = placement.passage.map { passage in
      passage.blocks.filter(plan.blocks.indices.contains).map { index in
        Site.Passage(
          block: plan.blocks[index].id,
          range: passage.range(in: index, length: plan.blocks[index].text.unicodeScalars.count))
      }.filter { !$0.range.isEmpty }
    }
    let candidates = (placement.candidates + placement.nearest).map(\.start.block)
    self.init(
      version: placement.version, outcome: outcome,
      how: placement.method == "marked" ? nil : placement.change?.rawValue,
      isForReview: placement.needsReview, passages: passages ?? [], quote: placement.quote,
      reason: placement.reason,
      candidates: candidates.filter(plan.blocks.indices.contains).map { plan.blocks[$0].id })
  }
}
