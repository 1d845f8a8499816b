internal import YAMLReading
internal import Yams

extension YAMLReader {
  /// A text, or one for each of some languages.
  mutating func localized(_ node: Node, _ what: String) -> LocalizedText? {
    if node.scalar != nil { return text(node, what).map { LocalizedText($0) } }
    let entries = mapping(node, what).compactMap { entry in
      text(entry.value, what).map { LocalizedText.Entry(language: entry.key, text: $0) }
    }
    return entries.isEmpty ? nil : LocalizedText(entries)
  }
}
