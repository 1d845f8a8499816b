public import PlanModel
internal import YAMLReading
internal import Yams

/// What a person decided about suggestions: `suggestions.yml`.
///
/// ```yaml
/// suggestions:
///   - { id: s-7k3m9xq2, decision: rejected, quote: 有关部门负责 }
///   - { id: s-2m8c0wtr, decision: accepted, note: task-7k3m9xq2 }
/// ```
public struct SuggestionsFile: Sendable {
  /// What can be decided.
  public enum Decision: String, Sendable, Hashable, CaseIterable {
    /// A note was made of it.
    case accepted
    /// It isn't right, and isn't to be proposed again.
    case rejected
  }

  /// A suggestion that was decided.
  public struct Entry: Sendable, Hashable {
    /// The suggestion's name.
    public var id: String
    /// What was decided.
    public var decision: Decision
    /// The note that was made of it.
    public var note: String?
    /// The words on which it rested, for a person who reads the file.
    public var quote: String?

    /// Creates an entry.
    public init(id: String, decision: Decision, note: String? = nil, quote: String? = nil) {
      self.id = id
      self.decision = decision
      self.note = note
      self.quote = quote
    }
  }

  /// The entries in the order of the file; of several about one suggestion the last counts.
  public var entries: [Entry] = []
  /// What is wrong with the file.
  public var diagnostics: [Diagnostic] = []

  /// Reads the file's text; what is wrong becomes a diagnostic.
  public init(yaml: String, file: String) {
    var reader = YAMLReader(file: file)
    if let root = reader.root(of: yaml) {
      for entry in reader.mapping(root, "the file") {
        if entry.key != "suggestions" {
          reader.unknownKey(entry, "the key", known: ["suggestions"])
        } else if entry.value.scalar?.string.isEmpty != true {
          for node in reader.list(entry.value, "‘suggestions’") {
            var (id, decision, note, quote): (String?, Decision?, String?, String?)
            for part in reader.mapping(node, "a suggestion") {
              switch part.key {
              case "id": id = reader.text(part.value, "the identifier")
              case "decision":
                decision = reader.word(part.value, "the decision", as: Decision.self)
              case "note": note = reader.text(part.value, "the note")
              case "quote": quote = reader.text(part.value, "the quote")
              default:
                reader.unknownKey(part, "the key", known: ["id", "decision", "note", "quote"])
              }
            }
            if let id, let decision {
              entries.append(Entry(id: id, decision: decision, note: note, quote: quote))
            } else {
              reader.report(
                "missing-field", "a suggestion needs an identifier and what was decided", at: node)
            }
          }
        }
      }
    }
    diagnostics = reader.diagnostics
  }

  /// What was decided about a suggestion.
  public func entry(_ id: String) -> Entry? { entries.last { $0.id == id } }

  /// The text of a file with further entries; everything else in it stays as it is.
  ///
  /// - Parameters:
  ///   - text: The text of the file.
  ///   - file: The file's name.
  ///   - new: The entries.
  /// - Returns: The new text.
  /// - Throws: A `DocumentError` if the file is no YAML, or has a form into which nothing can be put.
  public static func text(_ text: String, file: String, adding new: [Entry]) throws -> String {
    let items = new.map { entry in
      var entries: [NoteValue.Entry] = [
        .init("id", entry.id), .init("decision", entry.decision.rawValue),
      ]
      entries.add("note", entry.note)
      entries.add("quote", entry.quote)
      return NoteValue.mapping(entries)
    }
    let before = SuggestionsFile(yaml: text, file: file)
    let candidates = try ListInsertion.candidates(
      items, under: "suggestions", in: text, file: file, isSpaced: false)
    let found = candidates.first { candidate in
      let read = SuggestionsFile(yaml: candidate, file: file)
      return read.entries == before.entries + new
        && read.diagnostics.count <= before.diagnostics.count
    }
    guard let found else { throw ListInsertion.error(file: file, key: "suggestions") }
    return found
  }
}

extension AgenciesFile {
  /// The text of an `agencies.yml` with further agencies; everything else in it stays as it is.
  ///
  /// - Parameters:
  ///   - text: The text of the file.
  ///   - file: The file's name.
  ///   - new: Identifiers and names.
  /// - Returns: The new text.
  /// - Throws: A `DocumentError` if an agency is there already, or the file is no YAML or has a form
  ///   into which nothing can be put.
  public static func text(
    _ text: String, file: String, adding new: [(id: String, name: String)]
  ) throws -> String {
    let items = new.map { NoteValue.mapping([.init("id", $0.id), .init("name", $0.name)]) }
    let before = AgenciesFile(yaml: text, file: file)
    let candidates = try ListInsertion.candidates(
      items, under: "agencies", in: text, file: file, isSpaced: false)
    let found = candidates.first { candidate in
      let read = AgenciesFile(yaml: candidate, file: file)
      return read.registry.agencies.dropLast(new.count).elementsEqual(before.registry.agencies)
        && read.registry.agencies.suffix(new.count).map(\.id) == new.map(\.id)
        && read.diagnostics.count <= before.diagnostics.count
    }
    guard let found else { throw ListInsertion.error(file: file, key: "agencies") }
    return found
  }
}
