/// Finds a table of contents inside a text: a line that says so, then lines that come again later.
struct ContentsTable {
  /// The lines of the table, the one that names it among them.
  let range: Range<Int>
  /// The entries without dots and page numbers.
  let entries: [[Unicode.Scalar]]

  private static let names: Set<String> = [
    "目录", "目次", "目錄", "contents", "tableofcontents", "inhaltsverzeichnis", "inhaltsübersicht",
    "sommaire", "tabledesmatières",
  ]

  /// So many entries are looked at for the first one's return.
  private static let longest = 2_000

  /// Looks for a table.
  ///
  /// It ends where its first entry comes again: what follows is the text.
  ///
  /// - Complexity: O(*n*) in the number of lines.
  init?(in lines: [[Unicode.Scalar]]) {
    guard let name = lines.prefix(400).firstIndex(where: Self.isName), name + 2 < lines.count
    else { return nil }
    let first = Self.key(lines[name + 1])
    guard !first.isEmpty else { return nil }
    let limit = min(lines.count, name + 1 + Self.longest)
    let again = lines[(name + 2)..<limit].firstIndex { Self.key($0) == first }
    guard let again, again >= name + 3 else { return nil }
    let body = lines[(name + 1)..<again]
    guard body.allSatisfy({ $0.count <= 90 && !Closing.ends($0[...]) || Self.hasPage($0) }) else {
      return nil
    }
    range = name..<again
    entries = body.map(Self.key)
  }

  static func isName(_ line: [Unicode.Scalar]) -> Bool {
    guard line.count <= 30 else { return false }
    let compact = line.filter { !SourceLine.isSpace($0) }
    return names.contains(String(String.UnicodeScalarView(compact)).lowercased())
  }

  private static func hasPage(_ line: [Unicode.Scalar]) -> Bool {
    line.last.map { ("0"..."9").contains($0) } ?? false
  }

  /// A line without white space, leaders and page number at its end, by which an entry is known
  /// again.
  static func key(_ line: [Unicode.Scalar]) -> [Unicode.Scalar] {
    var key = line.filter { !SourceLine.isSpace($0) }
    let withoutPage = key.reversed().drop { ("0"..."9").contains($0) || $0 == "-" || $0 == "—" }
    let isLeader: (Unicode.Scalar) -> Bool = { ".…·．⋯_".unicodeScalars.contains($0) }
    if withoutPage.count < key.count, withoutPage.first.map(isLeader) ?? false {
      key = withoutPage.drop(while: isLeader).reversed()
    } else if withoutPage.count < key.count, line.contains(where: SourceLine.isSpace),
      withoutPage.count > 2
    {
      // A page number set off by white space alone.
      let digits = key.count - withoutPage.count
      let before = line.dropLast(digits).last
      if before.map(SourceLine.isSpace) ?? false { key = Array(withoutPage.reversed()) }
    }
    return key
  }
}
