internal import Annotations
internal import PlanModel
internal import SiteRendering

/// Puts a project's notes into the form in which a site shows them.
struct SiteNotes {
  let annotated: AnnotatedProject
  /// The language in which labels of fields are shown.
  let language: String

  var kinds: [Site.NoteKind] {
    annotated.notes.kinds.map { kind in
      var names: [String: String] = [:]
      for entry in kind.label.texts {
        if let language = entry.language { names[language] = entry.text }
      }
      return Site.NoteKind(id: kind.name, name: kind.label.text(in: language), names: names)
    }
  }

  var agencies: [Site.Agency] {
    annotated.notes.agencies.agencies.map { agency in
      let name = agency.name.text(in: language)
      let others = agency.name.texts.map(\.text).filter { $0 != name } + agency.aliases
      return Site.Agency(id: agency.id, name: name, otherNames: others, parent: agency.parent)
    }
  }

  var notes: [Site.Note] {
    annotated.notes.annotations.enumerated().compactMap { index, annotation in
      guard let placements = annotated.placements[index] else { return nil }
      return note(annotation, placements)
    }
  }

  private func note(_ annotation: Annotation, _ placements: [Placement]) -> Site.Note {
    let kind = annotated.notes.kind(of: annotation)
    var note = Site.Note(
      id: annotation.id, kind: annotation.kind, quote: annotation.target.quote,
      basis: Site.Basis(rawValue: annotation.basis.rawValue), source: annotation.source,
      progress: annotation.status.map {
        Site.Progress(on: $0.day.description, state: $0.state.rawValue, evidence: $0.evidence)
      },
      text: annotation.note ?? "")
    for field in annotation.fields {
      let label = kind?.field(field.key)?.label.text(in: language) ?? field.key
      switch field.value {
      case .agencies(let references):
        let role = Site.Part.Role(rawValue: field.key)
        if let role {
          note.parts += references.map {
            Site.Part(role: role, name: $0.name + ($0.isOpen ? "等" : ""), agency: $0.agency)
          }
        } else {
          note.facts.append(
            Site.Fact(name: label, value: references.map(\.name).joined(separator: "、")))
        }
      case .date(let date):
        if note.deadline == nil {
          note.deadline = Site.Deadline(
            value: date.value, manner: date.kind.rawValue, words: date.words)
        } else {
          note.facts.append(Site.Fact(name: label, value: date.words ?? date.value ?? ""))
        }
      case .quantity(let quantity):
        note.facts.append(Site.Fact(name: label, value: words(of: quantity)))
      case .text(let texts):
        note.facts.append(Site.Fact(name: label, value: texts.joined(separator: "；")))
      case .choice(let word):
        let choice = kind?.field(field.key)?.choices.first { $0.key == word }
        note.facts.append(
          Site.Fact(name: label, value: choice?.label.text(in: language) ?? word))
      }
    }
    let marked = annotation.target.version
    note.placements = placements.map { placement($0, isMarked: $0.version == marked) }
    return note
  }

  private func words(of quantity: Quantity) -> String {
    if let words = quantity.words { return words }
    let amount = [quantity.value, quantity.unit].compactMap(\.self).joined(separator: " ")
    let sign: String =
      switch quantity.comparator {
      case .exactly: ""
      case .atLeast, .notBelow: "≥ "
      case .atMost: "≤ "
      case .above: "> "
      case .below: "< "
      case .about: "≈ "
      }
    return sign + amount
  }

  private func placement(_ placement: Placement, isMarked: Bool) -> Site.Placement {
    let plan = annotated.versions.first { $0.name == placement.version }?.plan
    let blocks = plan?.blocks ?? []
    return Site.Placement(
      version: placement.version,
      outcome: Site.Placement.Outcome(rawValue: placement.outcome.rawValue) ?? .orphaned,
      how: isMarked ? nil : placement.change?.rawValue, isForReview: placement.needsReview,
      passages: placement.passage.map { passages($0, in: blocks) } ?? [],
      quote: placement.quote, reason: placement.reason,
      candidates: (placement.candidates.map(\.start.block) + placement.nearest).map {
        blocks[$0].id
      })
  }

  private func passages(_ passage: Passage, in blocks: [Block]) -> [Site.Passage] {
    passage.blocks.compactMap { index in
      let range = passage.range(in: index, length: blocks[index].text.unicodeScalars.count)
      return range.isEmpty ? nil : Site.Passage(block: blocks[index].id, range: range)
    }
  }
}
