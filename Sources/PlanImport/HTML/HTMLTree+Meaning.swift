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
      (names ?? "").split(separator: " ").contains { name in
        let words = Self.words(of: name)
        return words.last == "title" || words.starts(with: ["title", "doc"])
      }
    }
  }

  /// Whether an element that waits for the mouse holds a sign and no word, as `+` before what folds up.
  func isToggle(_ node: Int) -> Bool {
    guard nodes[node].name == "span" || nodes[node].name == "a",
      ["onclick", "onmousedown"].contains(where: { attribute($0, of: node) != nil })
    else { return false }
    let words = nodes[node..<max(node + 1, nodes[node].end)].lazy.flatMap(\.text.unicodeScalars)
    return words.allSatisfy { !$0.properties.isAlphabetic && $0.properties.numericType == nil }
      && words.contains { "+-−–▸▾►▼▶◀".unicodeScalars.contains($0) }
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
  /// The lines with each mark joined to the text beside it: pages set lists as tables or grids whose first
  /// column holds `(a)`, `1.` or a bullet, or give the mark an element of its own.
  func joiningMarks(in tree: HTMLTree) -> [HTMLLine] {
    var result: [HTMLLine] = []
    for line in self {
      guard let mark = result.last, mark.cells == nil, line.cells == nil, mark.isItemMark,
        !line.isItemMark, tree.areBeside(mark, line)
      else {
        result.append(line)
        continue
      }
      var joined = line
      joined.text = mark.text.trimmed + [" "] + line.text
      joined.bytes = mark.bytes.lowerBound..<line.bytes.upperBound
      joined.node = mark.node
      joined.element = mark.element
      joined.inked += mark.inked
      joined.linked += mark.linked
      joined.bold += mark.bold
      joined.followsGap = mark.followsGap
      result[result.count - 1] = joined
    }
    return result
  }
}

extension HTMLTree {
  /// Whether a line stands beside a mark: in the next cell of its row, or around or behind the mark's
  /// element where nothing else is.
  fileprivate func areBeside(_ mark: HTMLLine, _ line: HTMLLine) -> Bool {
    if let cell = ancestor("td", of: mark.node), let next = ancestor("td", of: line.node),
      cell != next
    {
      return nodes[cell].parent == nodes[next].parent
    }
    guard line.tag == nil, line.item == nil, mark.text.isNumberedItem else { return false }
    let around = nodes[mark.element].parent
    let isInside = { (element: Int) in
      element >= 0 && line.node > element && line.node < nodes[element].end
    }
    return isInside(mark.element) || isInside(around)
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

  /// Whether the text is a mark that numbers an item and can number nothing else: `(a)`, `1)`, `1.`.
  fileprivate var isNumberedItem: Bool {
    let text = trimmed
    switch NumberMark(openingOf: text.prefix(40))?.scheme {
    case .letter, .arabicParenthesis, .arabicPoint, .chineseParenthesis, .circled: return true
    default: return text.count == 1 && "•·▪◦—–".unicodeScalars.contains(text[0])
    }
  }

  /// Whether the text is the mark of an item: `(a)`, `1.`, a bullet, a dash.
  var isItemMark: Bool {
    count == 1 && "•·—–-▪◦".unicodeScalars.contains(self[0]) || count > 1 && isMark
  }
}
