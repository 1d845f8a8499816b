/// Reads the tags of a page, as strictly as the pages are written: it knows no leniency of browsers.
struct TagReader {
  struct Tag: Equatable {
    var name: String
    var isEnd: Bool
    var attributes: [String: String]
  }

  /// What is not well formed, if anything.
  private(set) var faults: [String] = []
  private(set) var tags: [Tag] = []
  /// The text between tags, with references resolved.
  private(set) var text = ""

  private static let void: Set<String> = ["meta", "link", "br", "wbr"]

  init(_ page: String) {
    var open: [String] = []
    var rest = Array(page.unicodeScalars)[...]
    while let start = rest.firstIndex(of: "<") {
      text += Self.resolved(rest[..<start])
      guard let end = Self.end(of: rest[start...]) else {
        faults.append("a tag is not closed")
        return
      }
      let body = String(String.UnicodeScalarView(rest[(start + 1)..<end]))
      rest = rest[(end + 1)...]
      guard !body.hasPrefix("!") else { continue }
      let tag = Self.tag(body)
      tags.append(tag)
      if tag.isEnd {
        if open.popLast() != tag.name { faults.append("</\(tag.name)> closes nothing") }
      } else if !Self.void.contains(tag.name) {
        open.append(tag.name)
      }
    }
    text += Self.resolved(rest)
    if !open.isEmpty { faults.append("open at the end: \(open)") }
  }

  /// The place of the `>` that ends a tag, past quoted values.
  private static func end(of scalars: ArraySlice<Unicode.Scalar>) -> Int? {
    var isQuoted = false
    for index in scalars.indices {
      if scalars[index] == "\"" { isQuoted.toggle() }
      if scalars[index] == ">", !isQuoted { return index }
    }
    return nil
  }

  private static func tag(_ body: String) -> Tag {
    let isEnd = body.hasPrefix("/")
    let parts = body.split(separator: "\"", omittingEmptySubsequences: false)
    let words = parts[0].split(separator: " ")
    var attributes: [String: String] = [:]
    for index in stride(from: 0, to: parts.count - 1, by: 2) {
      guard let name = parts[index].split(separator: " ").last?.dropLast() else { continue }
      attributes[String(name)] = resolved(Array(parts[index + 1].unicodeScalars)[...])
    }
    let name = (words.first ?? "").drop { $0 == "/" }
    return Tag(name: String(name), isEnd: isEnd, attributes: attributes)
  }

  private static func resolved(_ scalars: ArraySlice<Unicode.Scalar>) -> String {
    var text = String(String.UnicodeScalarView(scalars))
    for (reference, character) in [
      ("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&#39;", "'"), ("&amp;", "&"),
    ] {
      text = text.split(separator: reference, omittingEmptySubsequences: false)
        .joined(separator: character)
    }
    return text
  }
}
