public import PlanModel
internal import YAMLReading
internal import Yams

/// What `kinds.yml` says.
public struct KindsFile: Sendable {
  /// The kinds in the order of the file.
  public var kinds: [AnnotationKind] = []
  /// What is wrong with the file.
  public var diagnostics: [Diagnostic] = []

  /// Reads the file's text; what is wrong becomes a diagnostic.
  public init(yaml: String, file: String) {
    var reader = YAMLReader(file: file)
    if let root = reader.root(of: yaml) {
      for entry in reader.mapping(root, "the file") {
        if entry.key == "kinds" {
          kinds = reader.mapping(entry.value, "‘kinds’").map { reader.kind($0) }
        } else {
          reader.unknownKey(entry, "the key", known: ["kinds"])
        }
      }
    }
    diagnostics = reader.diagnostics
  }
}

extension YAMLReader {
  fileprivate mutating func kind(_ entry: Entry) -> AnnotationKind {
    var kind = AnnotationKind(name: entry.key, label: LocalizedText(entry.key), fields: [])
    if entry.value.scalar?.string.isEmpty == true { return kind }
    for part in mapping(entry.value, "the kind ‘\(entry.key)’") {
      switch part.key {
      case "label": kind.label = localized(part.value, "the label") ?? kind.label
      case "fields":
        kind.fields = mapping(part.value, "‘fields’").compactMap { field($0) }
      default: unknownKey(part, "the key", known: ["label", "fields"])
      }
    }
    return kind
  }

  private mutating func field(_ entry: Entry) -> AnnotationKind.Field? {
    var field = AnnotationKind.Field(
      key: entry.key, label: LocalizedText(entry.key), type: .text, isRequired: false,
      isRepeated: false, choices: [])
    guard !AnnotationFile.commonKeys.contains(entry.key) else {
      report(
        "reserved-field", "‘\(entry.key)’ means the same in every note and cannot be a field",
        at: entry.keyNode)
      return nil
    }
    for part in mapping(entry.value, "the field ‘\(entry.key)’") {
      switch part.key {
      case "type":
        field.type = word(part.value, "the type", as: AnnotationKind.FieldType.self) ?? .text
      case "label": field.label = localized(part.value, "the label") ?? field.label
      case "required": field.isRequired = flag(part.value, "‘required’")
      case "repeated": field.isRepeated = flag(part.value, "‘repeated’")
      case "choices":
        field.choices = mapping(part.value, "‘choices’").compactMap { choice in
          localized(choice.value, "the label").map { .init(key: choice.key, label: $0) }
        }
      default:
        unknownKey(
          part, "the key", known: ["type", "label", "required", "repeated", "choices"])
      }
    }
    check(field, at: entry)
    return field
  }

  /// Options that a field's type has no use for, or cannot do without.
  private mutating func check(_ field: AnnotationKind.Field, at entry: Entry) {
    if field.type == .choice, field.choices.isEmpty {
      report(
        "missing-field", "the field ‘\(field.key)’ is a choice and has no choices",
        at: entry.keyNode, help: "add choices: { word: label }")
    }
    if field.type != .choice, !field.choices.isEmpty {
      report(
        "wrong-type", "the field ‘\(field.key)’ has choices and is no choice", at: entry.keyNode,
        help: "write type: choice")
    }
    if field.isRepeated, !field.type.canRepeat {
      report(
        "wrong-type", "a \(field.type.rawValue) cannot be repeated", at: entry.keyNode,
        help: "repeated is for text, markdown, link, reference and agencies")
    }
  }
}
