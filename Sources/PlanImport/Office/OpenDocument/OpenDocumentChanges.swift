/// The marked changes of an OpenDocument text, which stand before it.
///
/// What was deleted is kept there,
/// and its place is marked in the text; or it stands in the text, and its ends are marked.
struct OpenDocumentChanges {
  /// Whether any change is marked.
  private(set) var hasAny = false
  private var deleted: [String: String] = [:]
  private var order: [String] = []
  private var region = ""
  private var path: [String] = []

  /// Reads an element that opens inside the list of changes.
  mutating func open(_ name: String, _ attributes: [String: String]) {
    path.append(name)
    if name == "changed-region" {
      hasAny = true
      region = attributes["id"] ?? ""
    } else if name == "deletion", deleted[region] == nil {
      deleted[region] = ""
      order.append(region)
    }
  }

  /// Reads text inside the list of changes.
  mutating func add(_ text: String) {
    guard path.contains("deletion"), !path.contains("change-info") else { return }
    deleted[region, default: ""] += text
  }

  /// Reads an element that closes inside the list of changes.
  mutating func close(_ name: String) {
    _ = path.popLast()
    if name == "p" || name == "h" { add("\n") }
  }

  /// Whether what stands between the ends of a change is deleted.
  func isDeletion(_ region: String) -> Bool { deleted[region] != nil }

  /// Takes what was deleted where a change is marked.
  mutating func take(_ region: String?) -> String? {
    region.flatMap { deleted.removeValue(forKey: $0) }
  }

  /// Takes what was deleted and has no place in the text.
  mutating func takeRest() -> [String] {
    let rest = order.compactMap { deleted.removeValue(forKey: $0) }
    order = []
    return rest
  }
}
