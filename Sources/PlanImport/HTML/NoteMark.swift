extension HTMLTree {
  /// A mark holds no more elements and texts.
  private static let largestMark = 12

  /// Whether a link in a book leads to a note or back from one: by what the book says of it, or by its
  /// looks, a number set high or an arrow.
  func isNoteMark(_ link: Int) -> Bool {
    let roles = ["epub:type", "role"].compactMap { attribute($0, of: link) }
      .flatMap { $0.split(separator: " ") }
    if ["noteref", "backlink", "doc-noteref", "doc-backlink"].contains(where: roles.contains) {
      return true
    }
    let inside = link..<nodes[link].end
    guard inside.count <= Self.largestMark, attribute("href", of: link)?.contains("#") ?? false
    else { return false }
    let words = nodes[inside].map(\.text).joined().unicodeScalars.filter {
      !SourceLine.isSpace($0) && !"[](){}〔〕【】［］（）".unicodeScalars.contains($0)
    }
    guard (1...4).contains(words.count) else { return false }
    if words.allSatisfy({ "↩↵↑⤴^\u{FE0E}".unicodeScalars.contains($0) }) { return true }
    let isSetHigh =
      nodes[inside].contains { $0.name == "sup" } || nodes[nodes[link].parent].name == "sup"
      || attribute("class", of: link)?.lowercased().contains("note") ?? false
    return isSetHigh
      && words.allSatisfy { scalar in
        ("0"..."9").contains(scalar) || ("①"..."⑳").contains(scalar)
          || "*†‡注".unicodeScalars.contains(scalar)
      }
  }
}
