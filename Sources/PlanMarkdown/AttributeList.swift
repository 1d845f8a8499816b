internal import PlanModel

/// The attributes of a block: `#p-7k3m9xq2 data-from="p-2m… p-9x…"`.
///
/// The list stands in `{: …}` on a line of its own behind a block, the form that kramdown and
/// Python-Markdown share, or in `{…}` at the end of a heading's line. Only the identifier and the
/// lineage mean something; attributes that aren't known are refused, so that a slip is seen.
struct AttributeList: Equatable {
  var id: BlockID
  var ancestors: [BlockID] = []

  init(id: BlockID, ancestors: [BlockID] = []) {
    self.id = id
    self.ancestors = ancestors
  }

  /// Why braces at the end of a block hold no attribute list that can be used.
  enum Fault: Error, Equatable {
    /// They aren't meant as one.
    case none
    /// They look like one and say something else; the text is what is wrong.
    case malformed(String)
  }

  /// Reads what stands between the braces.
  ///
  /// - Throws: ``Fault`` if it is no attribute list.
  init(parsing text: Substring) throws(Fault) {
    // Most lists are an identifier alone.
    let word = text.drop { $0 == " " }
    if word.utf8.first == UInt8(ascii: "#"), let id = BlockID(String(word.dropFirst())) {
      self.init(id: id)
      return
    }
    var id: BlockID?
    var ancestors: [BlockID] = []
    let words = try Self.words(of: text)
    guard words.contains(where: { $0.hasPrefix("#") || $0.hasPrefix("data-from=") }) else {
      throw .none
    }
    for word in words {
      if word.hasPrefix("#") {
        guard id == nil, let value = BlockID(String(word.dropFirst())) else {
          throw .malformed(word)
        }
        id = value
      } else if word.hasPrefix("data-from=") {
        let names = word.dropFirst("data-from=".count).filter { $0 != "\"" && $0 != "'" }
        for name in names.split(separator: " ") {
          guard let value = BlockID(String(name)) else { throw .malformed(word) }
          ancestors.append(value)
        }
      } else {
        throw .malformed(word)
      }
    }
    guard let id else { throw .malformed(String(text)) }
    self.init(id: id, ancestors: ancestors)
  }

  /// The words of a list; a quoted value is one word with its name.
  private static func words(of text: Substring) throws(Fault) -> [String] {
    var words: [String] = []
    var word = ""
    var quote: Character?
    for character in text {
      if let open = quote {
        word.append(character)
        if character == open { quote = nil }
      } else if character == " " || character == "\t" {
        if !word.isEmpty { words.append(word) }
        word = ""
      } else {
        word.append(character)
        if character == "\"" || character == "'" { quote = character }
      }
    }
    if quote != nil { throw .malformed(word) }
    return word.isEmpty ? words : words + [word]
  }

  /// What stands between the braces.
  var text: String {
    guard !ancestors.isEmpty else { return "#\(id)" }
    return "#\(id) data-from=\"\(ancestors.map(\.rawValue).joined(separator: " "))\""
  }
}
