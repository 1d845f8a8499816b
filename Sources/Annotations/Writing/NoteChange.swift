internal import PlanModel

/// A change of what a note says, as a person gives it at the command line.
///
/// | written | means |
/// |---|---|
/// | `deadline=2025` | the field says this and nothing else |
/// | `deadline.text=到2025年` | this part of it says this |
/// | `support+=宁波市` | the list holds this too |
/// | `support-=宁波市` | the list holds this no more |
public struct NoteChange: Sendable, Hashable {
  /// What is done to the field.
  public enum Action: Sendable, Hashable {
    /// It gets a value in place of the one that it has.
    case set
    /// Its list gets more elements.
    case add
    /// Its list loses elements.
    case take
    /// It is said no more.
    case remove
  }

  /// The field's key, perhaps with a part: `deadline.text`.
  public var key: String
  /// What is done to it.
  public var action: Action
  /// The text, in the form of ``FlatFields``.
  public var text: String

  /// Creates a change.
  public init(_ action: Action, _ key: String, text: String = "") {
    self.key = key
    self.action = action
    self.text = text
  }

  /// Reads a change that is written as in the table above; `nil` if it has no sign of equality, or
  /// nothing before it.
  ///
  /// - Parameter argument: The words.
  public init?(_ argument: String) {
    let parts = argument.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
    guard parts.count == 2, var key = parts.first else { return nil }
    action = .set
    if key.hasSuffix("+") || key.hasSuffix("-") {
      action = key.removeLast() == "+" ? .add : .take
    }
    guard !key.isEmpty else { return nil }
    self.key = String(key)
    text = String(parts[1])
  }

  /// The change as it is written.
  public var argument: String {
    switch action {
    case .set: "\(key)=\(text)"
    case .add: "\(key)+=\(text)"
    case .take: "\(key)-=\(text)"
    case .remove: "--remove \(key)"
    }
  }

  /// The key of the field itself.
  var field: String { String(key.prefix { $0 != "." }) }
}

// MARK: - What the note says then

extension NoteChange {
  /// A note after the change, as the file is to say it.
  ///
  /// What is given is not checked against the note's kind: that is for the reader of the files.
  ///
  /// - Parameters:
  ///   - note: The note; a mapping.
  ///   - kinds: The kinds that there are.
  /// - Returns: The note; the same if it says so already.
  /// - Throws: A `DocumentError` if the change has no meaning for the note.
  func applied(to note: NoteValue, kinds: [AnnotationKind]) throws -> NoteValue {
    let kind = kinds.first { $0.name == note["kind"]?.text }
    try checkKey(in: note, kind)
    var entries = note.entries
    let place = entries.firstIndex { $0.key == field }
    let value = try value(after: place.map { entries[$0].value }, kind)
    switch (place, value?.asRead) {
    case (let place?, let value?): entries[place].value = value
    case (let place?, nil): entries.remove(at: place)
    case (nil, let value?):
      entries.insert(.init(field, value), at: Self.place(of: field, in: entries, kind))
    case (nil, nil): break
    }
    return .mapping(entries)
  }

  private func checkKey(in note: NoteValue, _ kind: AnnotationKind?) throws {
    let elsewhere = [
      "id": "write another note with ‘annotations add’, or change the name in the file",
      "on": "use ‘annotations decide’ for another version, or write another note",
      "decisions": "use ‘annotations decide’",
    ]
    if let help = elsewhere[field] {
      throw DocumentError(code: "fixed-field", "‘\(field)’ isn't changed here", help: help)
    }
    let known = (kind?.fields.map(\.key) ?? []) + AnnotationFile.commonKeys
    guard !known.contains(field), note[field] == nil else { return }
    let near = nearestName(to: field, among: known)
    throw DocumentError(
      code: "unknown-field", "the field ‘\(field)’ is unknown",
      help: near.map { "did you mean ‘\($0)’?" } ?? "known are: " + known.joined(separator: ", "))
  }

  private func value(after old: NoteValue?, _ kind: AnnotationKind?) throws -> NoteValue? {
    let type = kind?.field(field)?.type
    let isList = field == "status" || type == .agencies || kind?.field(field)?.isRepeated == true
    if text.isEmpty, key == field, action != .remove {
      throw DocumentError(
        code: "no-value", "nothing is given", help: "to have it gone, write --remove \(field)")
    }
    switch action {
    case .remove:
      if old == nil {
        throw DocumentError(code: "no-such-value", "the note has no ‘\(field)’")
      }
      return nil
    case .set:
      if field == "status", old?.elements.isEmpty == false {
        throw DocumentError(
          code: "history-kept", "what was known of a task on earlier days isn't overwritten",
          help: "add to it with status+=…, or take a day out with status-=2021-06-30")
      }
      var pairs = [(key: key, text: text)]
      if key != field, let old {
        pairs = FlatFields.texts(of: old, of: field, type: type).filter { $0.key != key } + pairs
      }
      return FlatFields.entries(pairs, of: kind).first?.value
    case .add, .take:
      guard isList, key == field else {
        throw DocumentError(
          code: "wrong-type", "‘\(key)’ holds one value and no list", help: "write \(key)=…")
      }
      let given = FlatFields.entries([(key: key, text: text)], of: kind).flatMap(\.value.elements)
      return action == .add ? added(given, to: old) : try taken(given, from: old)
    }
  }

  private func added(_ new: [NoteValue], to old: NoteValue?) -> NoteValue {
    let there = Self.elements(old)
    return .list(there + new.filter { one in !there.contains { $0.asRead == one.asRead } })
  }

  private func taken(_ gone: [NoteValue], from old: NoteValue?) throws -> NoteValue? {
    var rest = Self.elements(old)
    for one in gone.map(Self.name) {
      let places = rest.indices.filter { place in
        let name = Self.name(rest[place])
        return name == one || (field == "status" && name.hasPrefix(one + " "))
      }
      guard places.count == 1 else {
        let names = rest.map(Self.name)
        let near = nearestName(to: one, among: names).map { "did you mean ‘\($0)’?" }
        throw DocumentError(
          code: "no-such-value",
          places.isEmpty ? "‘\(field)’ doesn't hold ‘\(one)’" : "‘\(field)’ holds several ‘\(one)’",
          help: near ?? (names.isEmpty ? nil : "it holds: " + names.joined(separator: "、")))
      }
      rest.remove(at: places[0])
    }
    return rest.isEmpty ? nil : .list(rest)
  }

  /// The elements of a list; a scalar is a list of one, an empty one of none.
  private static func elements(_ value: NoteValue?) -> [NoteValue] {
    guard let value, value.text != "" else { return [] }
    return value.elements
  }

  /// What an element is called: an agency's name, the day and state of a status, or the text.
  private static func name(_ value: NoteValue) -> String {
    if let text = value.text { return text.hasSuffix("等") ? String(text.dropLast()) : text }
    if let name = value["name"]?.text { return name }
    return value.entries.compactMap(\.value.text).joined(separator: " ")
  }

  /// Where a new entry stands: behind those that a note writes before it.
  private static func place(
    of key: String, in entries: [NoteValue.Entry], _ kind: AnnotationKind?
  ) -> Int {
    let order =
      ["id", "kind", "on"] + (kind?.fields.map(\.key) ?? [])
      + ["basis", "source", "status", "decisions", "continues", "note"]
    let before = Set(order.prefix { $0 != key })
    return (entries.lastIndex { before.contains($0.key) } ?? entries.count - 1) + 1
  }
}
