internal import PlanModel

extension HTMLTree {
  /// Longer elements hold more than a title, in bytes.
  private static let longestTitle = 1_500

  /// Whether a class or the identifier of a short element calls it a title: `oj-doc-title`,
  /// `pageTitle`.
  func isNamedTitle(_ node: Int) -> Bool {
    guard nodes[node].bytes.count <= Self.longestTitle, nodes[node].name != "a" else {
      return false
    }
    return [attribute("class", of: node), attribute("id", of: node)].contains { names in
      (names ?? "").split(separator: " ").contains { Self.words(of: $0).last == "title" }
    }
  }

  /// The words of a name: `oj-doc-title` and `pageTitle` have two and more.
  private static func words(of name: Substring) -> [String] {
    var words = [""]
    for character in name {
      if character == "-" || character == "_" {
        words.append("")
      } else {
        if character.isUppercase, words[words.count - 1].last?.isLowercase ?? false {
          words.append("")
        }
        words[words.count - 1].append(contentsOf: character.lowercased())
      }
    }
    return words
  }

  /// The innermost element of a name around a node.
  func ancestor(_ name: String, of node: Int) -> Int? {
    var node = node
    while node >= 0 {
      if nodes[node].name == name { return node }
      node = nodes[node].parent
    }
    return nil
  }
}

extension [HTMLLine] {
  /// The lines with each mark joined to the text in the cell beside it: pages set lists as tables
  /// whose first column holds `(a)`, `1.` or a bullet.
  func joiningMarks(in tree: HTMLTree) -> [HTMLLine] {
    var result: [HTMLLine] = []
    for line in self {
      guard let mark = result.last, mark.cells == nil, line.cells == nil, mark.isItemMark,
        let cell = tree.ancestor("td", of: mark.node),
        let next = tree.ancestor("td", of: line.node),
        cell != next, tree.nodes[cell].parent == tree.nodes[next].parent
      else {
        result.append(line)
        continue
      }
      var joined = line
      joined.text = mark.text.trimmed + [" "] + line.text
      joined.bytes = mark.bytes.lowerBound..<line.bytes.upperBound
      joined.node = mark.node
      joined.inked += mark.inked
      joined.linked += mark.linked
      joined.bold += mark.bold
      joined.followsGap = mark.followsGap
      result[result.count - 1] = joined
    }
    return result
  }
}

extension HTMLLine {
  /// Whether the line is the mark of an item and nothing else.
  fileprivate var isItemMark: Bool { text.trimmed.isItemMark }
}

extension [Unicode.Scalar] {
  /// The text without white space at its ends.
  fileprivate var trimmed: [Unicode.Scalar] {
    let isText = { (scalar: Unicode.Scalar) in !SourceLine.isSpace(scalar) }
    guard let start = firstIndex(where: isText), let end = lastIndex(where: isText) else {
      return []
    }
    return Array(self[start...end])
  }

  /// Whether the text is the mark of an item: `(a)`, `1.`, a bullet, a dash.
  var isItemMark: Bool {
    count == 1 && "•·—–-▪◦".unicodeScalars.contains(self[0]) || count > 1 && isMark
  }
}
