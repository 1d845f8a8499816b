import Annotations

extension PageScope {
  /// The name of a kind of notes in the interface's language.
  func name(ofKind id: String) -> String {
    edition.site.kinds.first { $0.id == id }.map { text($0.label) } ?? id
  }

  /// A project's label in the interface's language, or in one that it has.
  func text(_ label: LocalizedText) -> String { label.text(in: catalogue.language) }

  /// An agency's name as a note has it, leading to the agency's page if it has one.
  func agencyLink(_ part: Site.Part) -> HTML {
    let open: HTML = part.isOpen ? words(.andOthers) : .empty
    guard let id = part.agency, edition.agency(id) != nil else { return .text(part.name) + open }
    return link(.text(name(of: part)), to: .agency(id: id)) + open
  }

  /// The name of an agency as a note has it; where the note has its identifier, the name for that.
  func name(of part: Site.Part) -> String {
    guard let id = part.agency, id == part.name, let agency = edition.agency(id) else {
      return part.name
    }
    return text(agency.name)
  }

  /// The roles of some parts, each once: those that ship in the order of their weight, then a
  /// project's own as they come.
  func roles(in parts: [Site.Part]) -> [String] {
    let known = ["lead", "responsible", "collating", "support", "by-duty", "local"]
    let own = parts.map(\.role).filter { !known.contains($0) }
    return (known + own).reduce(into: []) { roles, role in
      if !roles.contains(role), parts.contains(where: { $0.role == role }) { roles.append(role) }
    }
  }

  /// The name of a role: the interface's own for the roles that ship, the project's for its own.
  func name(ofRole role: String, in parts: [Site.Part]) -> String {
    switch role {
    case "lead": text(.roleLead)
    case "responsible": text(.roleResponsible)
    case "collating": text(.roleCollating)
    case "support": text(.roleSupport)
    case "by-duty": text(.roleByDuty)
    case "local": text(.roleLocal)
    default: parts.first { $0.role == role }?.label.map { text($0) } ?? role
    }
  }

  /// What a fact says, with links where it names an address, a block or a note.
  ///
  /// - Parameters:
  ///   - fact: The fact.
  ///   - version: The version in which a reader is, if in one.
  /// - Returns: The words of the value.
  func value(of fact: Site.Fact, in version: EditionVersion?) -> HTML {
    switch fact.value {
    case .words(let words): line(text(words))
    case .lines(let lines): .sequence(lines.map(line), separator: "; ")
    case .markdown(let texts):
      .sequence(texts.map { MarkdownBody(scope: self, version: version, text: $0).html })
    case .references(let references):
      .sequence(
        references.map { passageLink(to: $0, near: version) ?? line($0) }, separator: words(.and))
    }
  }

  /// A text, as a link if it is an address.
  private func line(_ text: String) -> HTML {
    Reference(web: text).map {
      .element(.a, [.href($0), .relation("noopener noreferrer")], .text(text))
    } ?? .text(text)
  }

  /// A date for people and for machines.
  func date(_ deadline: Site.Deadline) -> HTML {
    let words = deadline.words ?? deadline.value ?? text(.dateNone)
    guard let value = deadline.value, Self.isMachineDate(value) else { return .text(words) }
    return .element(.time, [.dateTime(value)], .text(words))
  }

  /// Whether HTML knows this form of date: a year, a month or a day.
  private static func isMachineDate(_ value: String) -> Bool {
    let parts = value.split(separator: "-", omittingEmptySubsequences: false)
    let lengths = [4, 2, 2]
    return parts.count <= 3
      && zip(parts, lengths).allSatisfy { part, length in
        part.utf8.count == length && part.utf8.allSatisfy { (48...57).contains($0) }
      }
  }

  /// The name of a state of progress; a project's own states keep their names.
  func name(ofState state: String) -> String {
    switch state {
    case "planned", "not-started": text(.statePlanned)
    case "under-way": text(.stateUnderWay)
    case "done": text(.stateDone)
    case "delayed": text(.stateDelayed)
    case "dropped": text(.stateDropped)
    default: state
    }
  }
}

extension Site.Basis {
  var phrase: Phrase {
    switch self {
    case .text: .basisText
    case .reading: .basisReading
    case .official: .basisOfficial
    }
  }
}
