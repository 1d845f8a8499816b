internal import PlanModel

/// Joins the lines of a paragraph, and the halves of words that are broken over two.
struct LineJoining {
  let spaces: SpaceRule
  /// The words of the file that stand inside a line, hyphens and all.
  private var words = Set<[Unicode.Scalar]>()
  /// The hyphens left out.
  private(set) var removed: [RemovedText] = []

  init(_ lines: [PDFLine]) {
    spaces = SpaceRule(for: lines.flatMap(\.text))
    for line in lines where line.text.contains("-") || !spaces.isEastAsian {
      for word in line.text.split(whereSeparator: { !Self.isOfWord($0) }) where word.last != "-" {
        words.insert(Array(word))
      }
    }
  }

  private static func isOfWord(_ scalar: Unicode.Scalar) -> Bool {
    scalar == "-" || scalar.properties.isAlphabetic
  }

  /// The words of some lines on one line.
  mutating func text(of lines: [PDFLine]) -> [Unicode.Scalar] {
    var text: [Unicode.Scalar] = []
    for line in lines {
      if breaksWord(text, line.text) {
        let place = SourcePlace(lines: line.number...line.number, bytes: 0..<0)
        removed.append(RemovedText(rule: "hyphen", text: "-", source: place))
        text.removeLast()
        text += line.text
      } else {
        if !text.isEmpty { text.append("\n") }
        text += line.text
      }
    }
    return spaces.normalized(text)
  }

  /// Whether a hyphen at the end of a line is there for the break alone.
  ///
  /// A word that the file has elsewhere in one piece, or with its hyphen, decides; else the hyphen
  /// goes.
  private func breaksWord(_ text: [Unicode.Scalar], _ next: [Unicode.Scalar]) -> Bool {
    guard let last = text.last, "-\u{AD}\u{2010}\u{2011}\u{2212}".unicodeScalars.contains(last),
      text.count >= 2, text[text.count - 2].properties.isAlphabetic,
      let first = next.first, first.properties.isLowercase
    else { return false }
    let head = Array(
      text.dropLast().reversed().prefix(while: Self.isOfWord).reversed())
    let tail = Array(next.prefix(while: Self.isOfWord))
    return words.contains(head + tail) || !words.contains(head + ["-"] + tail)
  }
}
