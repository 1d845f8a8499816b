extension PageScope {
  /// The name of a kind of notes in the interface's language.
  func name(ofKind id: String) -> String {
    guard let kind = edition.site.kinds.first(where: { $0.id == id }) else { return id }
    return kind.names[catalogue.language] ?? kind.name
  }

  /// An agency's name as a note has it, leading to the agency's page if it has one.
  func agencyLink(_ part: Site.Part) -> HTML {
    guard let id = part.agency, edition.agency(id) != nil else { return .text(part.name) }
    return link(.text(part.name), to: .agency(id: id))
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

extension Site.Part.Role {
  var phrase: Phrase {
    switch self {
    case .lead: .roleLead
    case .responsible: .roleResponsible
    case .collating: .roleCollating
    case .support: .roleSupport
    case .byDuty: .roleByDuty
    case .local: .roleLocal
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
