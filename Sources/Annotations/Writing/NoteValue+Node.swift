internal import Yams

extension NoteValue {
  /// What a node of YAML holds, before anybody asks whether a note may say it.
  init(_ node: Node) {
    switch node {
    case .scalar(let scalar): self = .text(scalar.string)
    case .sequence(let sequence): self = .list(sequence.map(NoteValue.init))
    case .mapping(let mapping):
      self = .mapping(mapping.map { Entry($0.key.scalar?.string ?? "", NoteValue($0.value)) })
    case .alias: self = .text("")
    }
  }

  /// The value as it is read back from YAML, where every scalar is a text.
  var asRead: NoteValue {
    switch self {
    case .text, .flag: .text(text ?? "")
    case .list(let values): .list(values.map(\.asRead))
    case .mapping(let entries): .mapping(entries.map { Entry($0.key, $0.value.asRead) })
    }
  }
}
