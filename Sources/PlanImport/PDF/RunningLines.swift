internal import PlanModel

/// Finds what is printed on every page: running heads and feet, and page numbers.
struct RunningLines {
  /// The numbers of the lines that are no text.
  private(set) var numbers = Set<Int>()

  /// So many rows are looked at from the top and from the bottom.
  private static let rows = 3

  init(_ pages: [PDFPage]) {
    struct Key: Hashable {
      var text: [Unicode.Scalar]
      var height: Int
      var isAtTop: Bool
    }
    var found: [Key: [(line: Int, page: Int)]] = [:]
    for page in pages {
      for isAtTop in [true, false] {
        for line in Self.outer(page, isAtTop: isAtTop) {
          if isPageNumber(line, on: page) { numbers.insert(line.number) }
          if Self.opensHeading(line) { continue }
          // Pages differ by a hair in where the line stands.
          let height = Int((line.middle / 6).rounded())
          for near in [height, height + 1] {
            found[Key(text: Self.key(line.text), height: near, isAtTop: isAtTop), default: []]
              .append((line.number, page.number))
          }
        }
      }
    }
    // The same words in the same place: on two pages of a few, on three of many that are near one
    // another, every second one at least; a note may come back on pages far apart.
    let least = pages.count <= 4 ? 2 : 3
    for (_, lines) in found where lines.count >= least {
      for start in 0...(lines.count - least) {
        let run = lines[start..<start + least]
        let isNear = pages.count <= 4 || run[start + least - 1].page - run[start].page <= 4
        if isNear, Set(run.map(\.page)).count == least { numbers.formUnion(run.map(\.line)) }
      }
    }
  }

  private static func outer(_ page: PDFPage, isAtTop: Bool) -> [PDFLine] {
    let inZone = page.lines.filter {
      isAtTop ? $0.middle < page.height * 0.15 : $0.middle > page.height * 0.85
    }
    .sorted { isAtTop ? $0.middle < $1.middle : $0.middle > $1.middle }
    var result: [PDFLine] = []
    var rows = 0
    for line in inZone {
      if result.last.map({ abs($0.middle - line.middle) > 3 }) ?? true { rows += 1 }
      if rows > Self.rows { break }
      result.append(line)
    }
    return result
  }

  /// Whether a line is the mark of an article or a chapter alone: where marks hang, pages begin with
  /// such lines, and each has another number.
  private static func opensHeading(_ line: PDFLine) -> Bool {
    guard let mark = NumberMark(openingOf: line.text.prefix(40)), mark.length == line.text.count
    else { return false }
    return [.part, .chapter, .section, .article].contains(mark.scheme)
  }

  /// The words without white space, each number one sign.
  private static func key(_ text: [Unicode.Scalar]) -> [Unicode.Scalar] {
    var key: [Unicode.Scalar] = []
    for scalar in text where !SourceLine.isSpace(scalar) {
      let isDigit = ("0"..."9").contains(scalar)
      if isDigit, key.last == "#" { continue }
      key.append(isDigit ? "#" : scalar)
    }
    return key
  }

  /// A number alone in the margin: `12`, `— 12 —`, `第12页 共30页`, `Page 3 of 8`, `3/8`.
  private func isPageNumber(_ line: PDFLine, on page: PDFPage) -> Bool {
    guard line.middle < page.height * 0.1 || line.middle > page.height * 0.88 else { return false }
    let key = String(scalars: Self.key(line.text)).lowercased()
    let bare = key.filter { !"-—–·.|()（）".contains($0) }
    return ["#", "第#页", "第#页共#页", "第#页/共#页", "#/#", "page#", "page#of#", "#of#", "s#"]
      .contains(bare) || Self.isRoman(bare)
  }

  private static func isRoman(_ text: String) -> Bool {
    !text.isEmpty && text.count <= 6 && text.allSatisfy { "ivx".contains($0) }
  }
}
