internal import Annotations
internal import PlanModel
internal import PluginKit

extension NoteListing {
  /// The notes as a table for a terminal.
  ///
  /// A line has a note's name, kind, agencies, times, state, place and words. Columns are aligned by
  /// what the scalars take on a terminal.
  ///
  /// - Parameter columns: The width of the terminal; the words are cut so that a line fits.
  /// - Returns: The lines, and one that counts.
  public func text(columns: Int) -> String {
    let positions = Outline(of: register.plan).positions
    var rows = [["NOTE", "KIND", "AGENCIES", "TIME", "STATE", "PLACE", "WORDS"]]
    rows += register.entries.map { entry in
      let note = entry.note
      let start = entry.placement?.passage?.start.block
      let place = start.map { positions[$0].dotted } ?? "–"
      return [
        note.id, note.kind, agencies(of: note), time(of: note), state(of: note),
        place + (entry.mark.isEmpty ? "" : " " + entry.mark),
        (entry.placement?.quote ?? note.target.quote).replacing("\n", with: "¶"),
      ]
    }
    let widest = [32, 12, 36, 20, 12, 20]
    let widths = widest.indices.map { column in
      min(widest[column], rows.map { $0[column].columns }.max() ?? 0)
    }
    let rest = max(12, columns - widths.reduce(0) { $0 + $1 + 2 })
    let lines = rows.map { row in
      row.enumerated().map { column, cell in
        column < widths.count
          ? cell.cut(to: widths[column], isPadded: true) : cell.cut(to: rest, isPadded: false)
      }.joined(separator: "  ") + "\n"
    }
    let overdue = register.entries.count { $0.note.isOverdue(on: day) }
    let count = register.entries.count
    let summary = count == 1 ? "1 note" : "\(count) notes"
    return (count == 0 ? "" : lines.joined()) + summary
      + (overdue == 0 ? "" : ", \(overdue) overdue on \(day)") + "\n"
  }

  private func agencies(of note: Annotation) -> String {
    var roles: [(role: String, names: [String])] = []
    for (role, reference) in note.agencies {
      let name = reference.name + (reference.isOpen ? "…" : "")
      if roles.last?.role == role {
        roles[roles.count - 1].names.append(name)
      } else {
        roles.append((role, [name]))
      }
    }
    return roles.map { "\($0.role) \($0.names.joined(separator: "、"))" }.joined(separator: "; ")
  }

  private func time(of note: Annotation) -> String {
    note.dates.map { $0.date.kind.rawValue + ($0.date.value.map { " " + $0 } ?? "") }
      .joined(separator: "; ")
  }

  private func state(of note: Annotation) -> String {
    let state = note.state(on: day)?.state.rawValue ?? ""
    guard note.isOverdue(on: day) else { return state }
    return state.isEmpty ? "overdue" : state + ", overdue"
  }

  /// The notes as JSON of the form `variorum/notes/1`, one line, names in sorted order.
  ///
  /// - Parameter sink: Takes what is written, piece by piece.
  public func writeJSON(to sink: @escaping ([UInt8]) -> Void) {
    let positions = Outline(of: register.plan).positions
    var writer = JSONWriter(to: sink)
    writer.object { form in
      form.name("notes")
      form.array(register.entries) { form, entry in
        form.object { form in
          form.name("note")
          form.write(NoteValue(entry.note))
          form.name("overdue")
          form.value(entry.note.isOverdue(on: day))
          if let placement = entry.placement {
            form.name("placement")
            form.write(placement, in: register.plan, positions)
          }
        }
      }
      form.name("schema")
      form.value("variorum/notes/1")
      form.name("today")
      form.value(day.description)
      form.name("version")
      form.value(register.version)
    }
    writer.finish()
  }
}

extension NoteRegister.Entry {
  /// What a person should know of the place.
  fileprivate var mark: String {
    guard let placement else { return "" }
    if placement.outcome != .attached { return placement.outcome.rawValue }
    return placement.needsReview ? "review" : ""
  }
}

extension JSONWriter {
  /// Writes a note in the form of the files.
  mutating func write(_ value: NoteValue) {
    switch value {
    case .text(let text): self.value(text)
    case .flag(let flag): self.value(flag)
    case .list(let values): array(values) { $0.write($1) }
    case .mapping(let entries):
      object { form in
        for entry in entries {
          form.name(entry.key)
          form.write(entry.value)
        }
      }
    }
  }

  fileprivate mutating func write(
    _ placement: Placement, in plan: Plan, _ positions: [Outline.Position]
  ) {
    object { form in
      if let passage = placement.passage {
        form.name("block")
        form.value(passage.start.block)
      }
      if let change = placement.change {
        form.name("change")
        form.value(change.rawValue)
      }
      form.name("confidence")
      form.value((placement.confidence * 1000).rounded() / 1000)
      if let passage = placement.passage {
        form.name("end")
        form.value(passage.end.offset)
        form.name("endBlock")
        form.value(passage.end.block)
        form.name("id")
        form.value(plan.blocks[passage.start.block].id.rawValue)
      }
      form.name("outcome")
      form.value(placement.outcome.rawValue)
      if let passage = placement.passage {
        form.name("position")
        form.value(positions[passage.start.block].text)
      }
      if let quote = placement.quote {
        form.name("quote")
        form.value(quote)
      }
      form.name("review")
      form.value(placement.needsReview)
      if let passage = placement.passage {
        form.name("start")
        form.value(passage.start.offset)
      }
      form.name("version")
      form.value(placement.version)
    }
  }
}
