internal import PlanModel

/// The title of a page that stands outside its text: a heading above it, or what the page declares.
struct PageTitle {
  private(set) var text: String?
  private(set) var lines: Set<Int> = []
  /// What `<title>` says, without the name of the site.
  let declared: String?

  /// A line of a class for titles counts so many lines before the text; further up it is another thing's.
  private static let reach = 12

  /// Looks for the title.
  ///
  /// - Parameters:
  ///   - lines: The lines of the page.
  ///   - end: The first line of the text.
  ///   - tree: The page.
  ///   - spaces: The rule for white space.
  init(_ lines: [HTMLLine], before end: Int, tree: HTMLTree, spaces: SpaceRule) {
    declared = Self.declared(tree, spaces)
    let found = lines[..<end].lastIndex { Self.isTitle($0) }
    guard let found, lines[found].tag == 1 || end - found <= Self.reach else { return }
    var start = found
    while start > 0, Self.goesOn(lines[start - 1], lines[found]) { start -= 1 }
    let run = (0..<end).filter {
      (start...found).contains($0) || lines[$0].element == lines[found].element
    }
    self.lines = Set(run)
    let words = run.map { index in
      // A tip that a link shows over the title is none of it.
      lines[index].linked == 0 ? lines[index].text : tree.unlinkedText(of: lines[index].element)
    }
    text = String(scalars: spaces.normalized(Array(words.joined(separator: [" "]))))
  }

  private static func isTitle(_ line: HTMLLine) -> Bool {
    (line.tag == 1 || line.isNamedTitle) && !line.isSurrounding
      && line.inked - line.linked >= (line.linked > 0 ? 10 : 1)
      && !ContentsTable.isName(line.text[...]) && line.text.first != "("
  }

  /// Whether a title that is broken over several elements goes on.
  private static func goesOn(_ line: HTMLLine, _ next: HTMLLine) -> Bool {
    isTitle(line) && line.tag == next.tag && line.linked == 0 && next.linked == 0
  }

  private static func declared(_ tree: HTMLTree, _ spaces: SpaceRule) -> String? {
    guard let title = tree.nodes.firstIndex(where: { $0.name == "title" }) else { return nil }
    let words = tree.children(of: title).map { tree.nodes[$0].text }.joined()
    let parts = words.unicodeScalars.split { "_|-–—".unicodeScalars.contains($0) }
      .map { spaces.normalized($0) }
    // Of two equally long parts the first: the site's name stands behind.
    let longest = parts.reduce([Unicode.Scalar]()) { $1.count > $0.count ? $1 : $0 }
    return longest.isEmpty ? nil : String(scalars: longest)
  }
}

extension HTMLTree {
  /// The words of an element that stand in no link.
  fileprivate func unlinkedText(of element: Int) -> [Unicode.Scalar] {
    var words: [Unicode.Scalar] = []
    var index = element
    while index < nodes[element].end {
      if nodes[index].name == "a" {
        index = max(index + 1, nodes[index].end)
      } else {
        words += nodes[index].text.unicodeScalars
        words.append(" ")
        index += 1
      }
    }
    return words
  }
}
