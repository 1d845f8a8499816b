internal import Annotations
internal import PlanModel

extension TaskReport {
  /// The changes under the agencies that they concern, in the order of the registry, for a terminal;
  /// those that concern nobody come last.
  public var text: String {
    var text = counts + "\n"
    var groups = notes.agencies.agencies.map { agency in
      (
        name: agency.name.texts.first?.text ?? agency.id, id: String?.some(agency.id),
        changes: changes.filter { notes.agencies(concernedBy: $0).contains(agency.id) }
      )
    }
    groups.append(("–", nil, changes.filter { notes.agencies(concernedBy: $0).isEmpty }))
    for group in groups where !group.changes.isEmpty {
      text += "\n\(shown(group.name))\n"
      for change in group.changes {
        let part = roles(of: group.id, in: change)
        text +=
          "  \(change.fate.rawValue)  \(name(of: change))\(part)  «\(shown(words(of: change)))»\n"
        for detail in change.details { text += "      \(shown(detail.text(notes.agencies)))\n" }
      }
    }
    return text
  }

  private var counts: String {
    let counts = TaskChange.Fate.allCases.compactMap { fate in
      let count = changes.count { $0.fate == fate }
      return count == 0 ? nil : "\(count) \(fate.rawValue)"
    }
    return "\(old) → \(new): "
      + (counts.isEmpty ? "nothing changed" : counts.joined(separator: ", "))
  }

  private func name(of change: TaskChange) -> String {
    let ids = [change.old, change.new].compactMap(\.self).map { notes.annotations[$0].id }
    return ids.count == 2 && ids[0] == ids[1] ? ids[0] : ids.joined(separator: " → ")
  }

  private func words(of change: TaskChange) -> String {
    (change.new ?? change.old).map { notes.annotations[$0].target.quote } ?? ""
  }

  /// The part of an agency before and after.
  private func roles(of agency: String?, in change: TaskChange) -> String {
    guard let agency else { return "" }
    func roles(_ index: Int?) -> [String] {
      index.map { index in
        notes.annotations[index].agencies.filter { $0.reference.agency == agency }.map(\.role)
      } ?? []
    }
    let (before, after) = (roles(change.old), roles(change.new))
    if before == after || change.old == nil || change.new == nil {
      return "  (\((before.isEmpty ? after : before).joined(separator: ", ")))"
    }
    func word(_ roles: [String]) -> String { roles.isEmpty ? "–" : roles.joined(separator: ", ") }
    return "  (\(word(before)) → \(word(after)))"
  }

  private func shown(_ text: String) -> String {
    String(String.UnicodeScalarView(text.unicodeScalars.map(\.shownOnTerminal)))
  }

  /// A table of the changes, a line for each agency that one concerns (RFC 4180, UTF-8 with a mark).
  public var csv: [UInt8] {
    var rows = [
      ["agency", "change", "old note", "new note", "role before", "role after", "details", "quote"]
    ]
    for change in changes {
      let concerned = notes.agencies(concernedBy: change).map(String?.some)
      for agency in concerned.isEmpty ? [nil] : concerned {
        func roles(_ index: Int?) -> String {
          index.map { index in
            notes.annotations[index].agencies.filter { $0.reference.agency == agency }.map(\.role)
              .joined(separator: "、")
          } ?? ""
        }
        let named = agency.flatMap { id in notes.agencies.agencies.first { $0.id == id } }
        rows.append([
          named?.name.texts.first?.text ?? "", change.fate.rawValue,
          change.old.map { notes.annotations[$0].id } ?? "",
          change.new.map { notes.annotations[$0].id } ?? "", roles(change.old), roles(change.new),
          change.details.map { $0.text(notes.agencies) }.joined(separator: "; "),
          words(of: change),
        ])
      }
    }
    let lines = rows.map { $0.map(Self.cell).joined(separator: ",") + "\r\n" }
    return [0xEF, 0xBB, 0xBF] + Array(lines.joined().utf8)
  }

  private static func cell(_ text: String) -> String {
    let isFormula =
      text.unicodeScalars.first.map { "=+-@\t\r".unicodeScalars.contains($0) } ?? false
    return "\"" + (isFormula ? "'" : "") + text.replacing("\"", with: "\"\"") + "\""
  }

  /// The changes as JSON of the form `variorum/tasks/1`, one line.
  ///
  /// - Parameter sink: Takes what is written, piece by piece.
  public func writeJSON(to sink: @escaping ([UInt8]) -> Void) {
    var writer = JSONWriter(to: sink)
    writer.object { form in
      form.name("changes")
      form.array(changes) { form, change in
        form.object { form in
          form.name("agencies")
          form.value(notes.agencies(concernedBy: change))
          form.name("change")
          form.value(change.fate.rawValue)
          form.name("details")
          form.array(change.details) { form, detail in form.write(detail) }
          if let new = change.new {
            form.name("new")
            form.write(NoteValue(notes.annotations[new]))
          }
          if let old = change.old {
            form.name("old")
            form.write(NoteValue(notes.annotations[old]))
          }
        }
      }
      form.name("new")
      form.value(new)
      form.name("old")
      form.value(old)
      form.name("schema")
      form.value("variorum/tasks/1")
    }
    writer.finish()
  }
}

extension TaskChange.Detail {
  fileprivate func text(_ registry: AgencyRegistry) -> String {
    func named(_ ids: [String]) -> String {
      ids.map { id in
        registry.agencies.first { $0.id == id }?.name.texts.first?.text ?? id
      }.joined(separator: "、")
    }
    switch self {
    case .agencies(let role, let added, let removed):
      let parts = [
        removed.isEmpty ? nil : "− " + named(removed), added.isEmpty ? nil : "+ " + named(added),
      ]
      return role + ": " + parts.compactMap(\.self).joined(separator: ", ")
    case .date(let field, let old, let new, let shift):
      return "\(field): \(old?.shown ?? "–") → \(new?.shown ?? "–") (\(shift.rawValue))"
    case .quantity(let field, let old, let new, let shift):
      return "\(field): \(old?.shown ?? "–") → \(new?.shown ?? "–") (\(shift.rawValue))"
    case .choice(let field, let old, let new): return "\(field): \(old ?? "–") → \(new ?? "–")"
    case .text(let field): return "\(field): says something else"
    case .passage(let tags):
      return "the plan's words changed in: " + tags.joined(separator: ", ") + "; look at the note"
    }
  }
}

extension DateExpression {
  fileprivate var shown: String { value.map { kind.rawValue + " " + $0 } ?? kind.rawValue }
}

extension Quantity {
  fileprivate var shown: String {
    value.map { (comparator == .exactly ? "" : comparator.rawValue + " ") + $0 + (unit ?? "") }
      ?? words ?? comparator.rawValue
  }
}

extension JSONWriter {
  fileprivate mutating func write(_ detail: TaskChange.Detail) {
    func pair(_ old: NoteValue?, _ new: NoteValue?, _ form: inout JSONWriter) {
      if let new {
        form.name("new")
        form.write(new)
      }
      if let old {
        form.name("old")
        form.write(old)
      }
    }
    object { form in
      switch detail {
      case .agencies(let role, let added, let removed):
        form.name("added")
        form.value(added)
        form.name("field")
        form.value(role)
        form.name("removed")
        form.value(removed)
        form.name("what")
        form.value("agencies")
      case .date(let field, let old, let new, let shift):
        form.name("field")
        form.value(field)
        pair(old.map { NoteValue(.date($0)) }, new.map { NoteValue(.date($0)) }, &form)
        form.name("shift")
        form.value(shift.rawValue)
        form.name("what")
        form.value("date")
      case .quantity(let field, let old, let new, let shift):
        form.name("field")
        form.value(field)
        pair(old.map { NoteValue(.quantity($0)) }, new.map { NoteValue(.quantity($0)) }, &form)
        form.name("shift")
        form.value(shift.rawValue)
        form.name("what")
        form.value("quantity")
      case .choice(let field, let old, let new):
        form.name("field")
        form.value(field)
        pair(old.map(NoteValue.text), new.map(NoteValue.text), &form)
        form.name("what")
        form.value("choice")
      case .text(let field):
        form.name("field")
        form.value(field)
        form.name("what")
        form.value("text")
      case .passage(let tags):
        form.name("tags")
        form.value(tags)
        form.name("what")
        form.value("passage")
      }
    }
  }
}
