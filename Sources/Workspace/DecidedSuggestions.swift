internal import Annotations
internal import Identity
internal import PlanModel
internal import PluginKit

/// Suggestions with what a person decided about them.
extension Suggestions {
  /// What became of a suggestion.
  public enum State: String, Sendable, Hashable, CaseIterable {
    /// Nobody decided yet.
    case open
    /// A note was made of it.
    case accepted
    /// It isn't right.
    case rejected
  }

  /// Takes over what was decided.
  mutating func decide(by file: SuggestionsFile) {
    for (index, id) in ids.enumerated() {
      switch file.entry(id)?.decision {
      case .accepted: states[index] = .accepted
      case .rejected: states[index] = .rejected
      case nil: break
      }
    }
  }

  /// A name for each suggestion, made of what it says and of the words on which it rests: it stays
  /// the same when other suggestions come or go, and in every version in which the words stand.
  static func names(of suggestions: [Suggestion], in plan: Plan) -> [String] {
    var mint = Mint()
    return suggestions.map { suggestion in
      let block = plan.blocks[suggestion.block]
      let scalars = Array(block.text.unicodeScalars)
      func words(_ range: Range<Int>) -> String {
        String(String.UnicodeScalarView(scalars[range]))
      }
      var parts = [
        block.id.rawValue, suggestion.kind.rawValue, words(suggestion.range),
        words(suggestion.covers),
      ]
      parts += suggestion.parties.flatMap { [$0.role, $0.name] }
      if let indicator = suggestion.indicator {
        parts += [indicator.name, indicator.quantity.value ?? "", indicator.year ?? ""]
      }
      if let reference = suggestion.reference { parts += [reference.title ?? ""] + reference.path }
      if let time = suggestion.time { parts += [time.timeClass.rawValue, time.value ?? ""] }
      let id = mint.identifier(
        for: .paragraph, number: nil, text: parts.joined(separator: "\u{1F}"))
      return "s-" + id.rawValue.dropFirst(2)
    }
  }
}

extension Project {
  static let suggestionsFile = "suggestions.yml"

  /// What was decided about suggestions.
  ///
  /// - Throws: A `DocumentError` if the file is faulty.
  func suggestionsFile() throws -> SuggestionsFile {
    let notes = try folder.folder(Self.annotationFolder)
    let file = SuggestionsFile(
      yaml: try text(Self.suggestionsFile, in: notes), file: notes.shown(Self.suggestionsFile))
    if !file.diagnostics.isEmpty { throw DocumentError(file.diagnostics) }
    return file
  }

  /// The suggestions for a version, open ones and decided ones.
  ///
  /// - Throws: A `DocumentError` if there is no such version, or a file is faulty.
  public func suggestions(for version: String) throws -> Suggestions {
    _ = try self.version(version)
    return try Suggestions.suggesting(for: version, project: self).suggestions
  }

  /// Makes notes of suggestions, with the words on which they rest, and remembers it.
  ///
  /// Suggestions about the same words become one note: who is responsible, and by when.
  ///
  /// - Parameters:
  ///   - ids: The suggestions' names.
  ///   - version: The version for which they were made.
  ///   - kind: The kind of the notes; by default the one that goes by the name of what is suggested:
  ///     a task, an indicator, a reference.
  ///   - file: The file in `Annotations/`; `notes.yml` by default.
  ///   - addsAgencies: Whether agencies that aren't known are written into `agencies.yml`.
  /// - Returns: What was written.
  /// - Throws: A `DocumentError` if a suggestion isn't there or was decided already, or no sound note
  ///   can be made of it; then nothing is written.
  public func accept(
    _ ids: [String], in version: String, kind: String? = nil, to file: String? = nil,
    addsAgencies: Bool = false
  ) throws -> WrittenNotes {
    let all = try suggestions(for: version)
    let chosen = try all.indices(of: ids)
    let set = try annotations()
    func form(_ members: [Int]) throws -> AnnotationKind {
      let name = kind ?? all.suggestions[members[0]].kind.noteKind
      if let form = set.kinds.first(where: { $0.name == name }) { return form }
      throw DocumentError(
        code: "unknown-kind", "there is no kind ‘\(name)’",
        help: "the kinds are: \(set.kinds.map(\.name).joined(separator: ", "))")
    }
    var groups: [(covers: Passage, members: [Int])] = []
    for index in chosen {
      let suggestion = all.suggestions[index]
      let covers = Passage(block: suggestion.block, range: suggestion.covers)
      let noteKind = suggestion.kind.noteKind
      let same = groups.firstIndex { group in
        group.covers == covers && all.suggestions[group.members[0]].kind.noteKind == noteKind
      }
      if let place = same {
        groups[place].members.append(index)
      } else {
        groups.append((covers, [index]))
      }
    }
    let drafts = try groups.map { try all.draft(of: $0.members, as: form($0.members)) }
    let agencies =
      addsAgencies ? try agencies(named: all.partyNames(at: chosen), besides: set) : [:]
    let written = try add(drafts, in: version, to: file, with: agencies)
    let entries = zip(groups, written.notes).flatMap { group, note in
      group.members.map {
        SuggestionsFile.Entry(id: all.ids[$0], decision: .accepted, note: note.id)
      }
    }
    try remember(entries)
    return written
  }

  /// Remembers that suggestions aren't right, so that they don't come back.
  ///
  /// - Throws: A `DocumentError` if a suggestion isn't there or was decided already.
  public func reject(_ ids: [String], in version: String) throws {
    let all = try suggestions(for: version)
    try remember(
      try all.indices(of: ids).map { index in
        SuggestionsFile.Entry(
          id: all.ids[index], decision: .rejected,
          quote: all.quote(of: all.suggestions[index]))
      })
  }

  private func remember(_ entries: [SuggestionsFile.Entry]) throws {
    let notes = try folder.folder(Self.annotationFolder)
    let text = try SuggestionsFile.text(
      try text(Self.suggestionsFile, in: notes), file: notes.shown(Self.suggestionsFile),
      adding: entries)
    try notes.write(Array(text.utf8), to: Self.suggestionsFile)
  }

  /// The text of `agencies.yml` with those agencies that aren't in it, by the file's name.
  private func agencies(
    named names: [String], besides set: AnnotationSet
  ) throws -> [String: String] {
    var mint = Mint()
    var seen = Set<String>()
    let new = names.filter { set.agencies.agency(named: $0) == nil && seen.insert($0).inserted }
    guard !new.isEmpty else { return [:] }
    let notes = try folder.folder(Self.annotationFolder)
    let named = new.map { name in
      let id = mint.identifier(for: .paragraph, number: nil, text: name).rawValue.dropFirst(2)
      return (id: "agency-" + id, name: name)
    }
    let text = try AgenciesFile.text(
      try text("agencies.yml", in: notes), file: notes.shown("agencies.yml"), adding: named)
    return ["agencies.yml": text]
  }
}

extension Suggestions {
  /// The places of suggestions by their names.
  fileprivate func indices(of ids: [String]) throws -> [Int] {
    var faults: [Diagnostic] = []
    let indices = ids.compactMap { id -> Int? in
      guard let index = self.ids.firstIndex(of: id) else {
        let near = nearestName(to: id, among: self.ids)
        faults.append(
          Diagnostic(
            .error, code: "unknown-suggestion", "there is no suggestion ‘\(id)’",
            help: near.map { "did you mean ‘\($0)’?" } ?? "‘annotations suggest’ shows their names")
        )
        return nil
      }
      guard states[index] == .open else {
        faults.append(
          Diagnostic(
            .error, code: "decided-already", "‘\(id)’ was \(states[index].rawValue) already",
            help: "remove its line from Annotations/suggestions.yml to decide again"))
        return nil
      }
      return index
    }
    guard faults.isEmpty else { throw DocumentError(faults) }
    return indices
  }

  fileprivate func partyNames(at indices: [Int]) -> [String] {
    indices.flatMap { suggestions[$0].parties.map(\.name) }
  }

  /// The words on which a suggestion rests.
  func quote(of suggestion: Suggestion) -> String {
    let scalars = Array(plan.blocks[suggestion.block].text.unicodeScalars)
    return String(String.UnicodeScalarView(scalars[suggestion.range]))
  }

  /// A note of suggestions about the same words.
  fileprivate func draft(of members: [Int], as kind: AnnotationKind) throws -> NoteDraft {
    var agencies: [(role: String, names: [NoteValue])] = []
    var entries: [NoteValue.Entry] = [.init("kind", kind.name)]
    var evidence: [String] = []
    func refuse(_ index: Int, _ message: String, _ help: String) -> DocumentError {
      DocumentError(code: "no-such-field", "‘\(ids[index])’ \(message)", help: help)
    }
    for index in members {
      let suggestion = suggestions[index]
      evidence.append(quote(of: suggestion))
      if let rule = suggestion.rule, !evidence.contains(rule) { evidence.append(rule) }
      for party in suggestion.parties {
        guard kind.field(party.role)?.type == .agencies else {
          throw refuse(
            index, "names \(party.name) as ‘\(party.role)’, and a \(kind.name) has no such field",
            "add the field to kinds.yml: \(party.role): { type: agencies }")
        }
        let name: NoteValue =
          party.isOpen
          ? .mapping([.init("name", party.name), .init("open", .flag(true))]) : .text(party.name)
        if let place = agencies.firstIndex(where: { $0.role == party.role }) {
          if !agencies[place].names.contains(name) { agencies[place].names.append(name) }
        } else {
          agencies.append((party.role, [name]))
        }
      }
      entries += try measured(suggestion, as: kind).map { entry in
        guard let entry else {
          throw refuse(index, "sets what a \(kind.name) cannot hold", "name another --kind")
        }
        return entry
      }
      guard let time = suggestion.time else { continue }
      guard let field = kind.fields.first(where: { $0.type == .date })?.key else {
        throw refuse(
          index, "sets a time, and a \(kind.name) has no field for one",
          "add a field of type date to kinds.yml, or name another --kind")
      }
      guard let date = time.expression else {
        throw refuse(
          index, "sets a time that cannot be written as a date: \(time.text)",
          "write the note by hand: variorum annotations add")
      }
      if !entries.contains(where: { $0.key == field }) {
        entries.append(.init(field, NoteValue(.date(date))))
      }
    }
    entries += agencies.map { .init($0.role, .list($0.names)) }
    guard entries.count > 1 else {
      throw refuse(
        members[0], "says neither who nor by when",
        "write the note by hand: variorum annotations add")
    }
    entries.append(.init("basis", "text"))
    entries.append(.init("note", evidence.joined(separator: "\n")))
    let suggestion = suggestions[members[0]]
    return NoteDraft(
      .mapping(entries),
      on: PassageSelector(
        paragraph: plan.blocks[suggestion.block].id, position: suggestion.covers))
  }
}

/// What an indicator or a reference puts into a note; `nil` for what the kind has no field for.
private func measured(
  _ suggestion: Suggestion, as kind: AnnotationKind
) -> [NoteValue.Entry?] {
  func key(_ type: AnnotationKind.FieldType) -> String? {
    kind.fields.first { $0.type == type }?.key
  }
  var entries: [NoteValue.Entry?] = []
  if let indicator = suggestion.indicator {
    entries.append(key(.quantity).map { .init($0, NoteValue(.quantity(indicator.quantity))) })
    if let year = indicator.year, DateExpression.isTime(year), let date = key(.date) {
      entries.append(.init(date, NoteValue(.date(DateExpression(kind: .by, value: year)))))
    }
  }
  if let reference = suggestion.reference {
    let words = ([reference.title].compactMap(\.self) + reference.path).joined()
    entries.append(key(.reference).map { .init($0, reference.target?.rawValue ?? words) })
  }
  return entries
}

extension Suggestion.Kind {
  /// The kind of note that is made of a suggestion where nobody names one.
  fileprivate var noteKind: String {
    switch self {
    case .responsibility, .date, .mention: "task"
    case .indicator: "indicator"
    case .reference: "reference"
    }
  }
}

extension Suggestion.Time {
  /// The time in the form of the notes; `nil` if it has no value there.
  fileprivate var expression: DateExpression? {
    let kind: DateExpression.Kind
    switch timeClass {
    case .deadline, .targetYear: kind = .by
    case .start: kind = .from
    case .recurring: return DateExpression(kind: .recurring, value: text, words: text)
    case .horizon: kind = .horizon
    case .ongoing: return DateExpression(kind: .ongoing, value: nil, words: text)
    case .signatureDate: return nil
    }
    guard let value, DateExpression.isTime(value) else { return nil }
    return DateExpression(
      kind: value.contains("/") && kind == .by ? .within : kind, value: value, words: text)
  }
}
