internal import PlanModel

/// Finds a table of contents inside a text: a line that says so, then lines that come again later.
struct ContentsTable {
  /// The lines of the table, the one that names it among them.
  let range: Range<Int>
  /// The entries without dots and page numbers.
  let entries: [[Unicode.Scalar]]

  private static let names: Set<String> = [
    "目录", "目次", "目錄", "contents", "tableofcontents", "inhaltsverzeichnis", "inhaltsübersicht",
    "sommaire", "tabledesmatières", "índice", "indice", "sumario", "sommario", "inhoud",
    "inhoudsopgave", "innehåll", "indhold", "spistreści", "obsah", "cuprins", "tartalom",
    "оглавление", "содержание", "зміст", "περιεχόμενα", "차례",
  ]

  /// So many entries are looked at for the first one's return.
  private static let longest = 2_000

  /// Looks for a table; there is none where no line names it or its first entry never returns.
  ///
  /// It ends where its first entry comes again: what follows is the text.
  ///
  /// - Complexity: O(*n*) in the number of lines.
  ///
  /// - Parameters:
  ///   - count: The number of lines.
  ///   - line: The words of a line.
  init?(count: Int, line: (Int) -> ArraySlice<Unicode.Scalar>) {
    guard let name = (0..<min(400, count)).first(where: { Self.isName(line($0)) }),
      name + 2 < count
    else { return nil }
    let first = Self.key(line(name + 1))
    guard !first.isEmpty else { return nil }
    let limit = min(count, name + 1 + Self.longest)
    let again = (min(name + 2, limit)..<limit).first { Self.key(line($0)) == first }
    guard let again, again >= name + 3 else { return nil }
    let body = (name + 1)..<again
    guard body.allSatisfy({ Self.isEntry(line($0)) }) else { return nil }
    range = name..<again
    entries = body.map { Self.key(line($0)) }
  }

  /// The entries without a mark; what stands in the text as they do is a heading all the same.
  var unmarked: [[Unicode.Scalar]] {
    entries.filter { NumberMark(openingOf: $0.prefix(40)) == nil && $0.count >= 2 }
  }

  /// The outermost form of the marked entries.
  var outermost: HeadingForm? {
    entries.compactMap { NumberMark(openingOf: $0.prefix(40)).map(HeadingForm.init) }
      .filter { $0 != .title }.min { $0.rank < $1.rank }
  }

  private static func isEntry(_ line: ArraySlice<Unicode.Scalar>) -> Bool {
    line.count <= 90 && !Closing.ends(line) || hasPage(line)
  }

  /// Whether a line is an entry with a leader, dots from its words to its page: `Zweck ........ 12`.
  static func hasLeader(_ line: ArraySlice<Unicode.Scalar>) -> Bool {
    guard line.count <= 300 else { return false }
    var dots = 0
    var end: Int?
    for index in line.indices {
      if isLeader(line[index]) {
        dots += line[index] == "…" || line[index] == "⋯" ? 3 : 1
        if dots >= 5 { end = index }
      } else if !SourceLine.isSpace(line[index]) {
        dots = 0
      }
    }
    return end.map { line.endIndex - $0 <= 16 } ?? false
  }

  private static func isLeader(_ scalar: Unicode.Scalar) -> Bool {
    ".…·．⋯_".unicodeScalars.contains(scalar)
  }

  static func isName(_ line: ArraySlice<Unicode.Scalar>) -> Bool {
    guard line.count <= 30 else { return false }
    let compact = line.filter { !SourceLine.isSpace($0) }
    return names.contains(String(scalars: compact).lowercased())
  }

  private static func hasPage(_ line: ArraySlice<Unicode.Scalar>) -> Bool {
    line.last.map { ("0"..."9").contains($0) } ?? false
  }

  /// A line without white space, leaders and page number at its end, by which an entry is known
  /// again.
  static func key(_ line: ArraySlice<Unicode.Scalar>) -> [Unicode.Scalar] {
    var key = line.filter { !SourceLine.isSpace($0) }
    let withoutPage = key.reversed().drop { ("0"..."9").contains($0) || $0 == "-" || $0 == "—" }
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

extension ContentsTable {
  /// The entries for which there is no heading among some blocks, as warnings.
  ///
  /// - Parameters:
  ///   - blocks: The blocks of the text.
  ///   - lines: The lines of the table, the one that names it first.
  ///   - file: The source's name.
  /// - Returns: A warning for each.
  func missing(among blocks: [DraftBlock], lines: [Furniture], file: String) -> [Diagnostic] {
    Self.missing(
      zip(entries, lines.dropFirst()).map { (entry: $0, line: $1) }, among: blocks, file: file)
  }

  /// The same for a table that the markup sets apart.
  static func missing(
    _ lines: [FlowParagraph], among blocks: [DraftBlock], file: String
  ) -> [Diagnostic] {
    let entries = lines.compactMap { line -> (entry: [Unicode.Scalar], line: Furniture)? in
      guard !isName(line.text[...]), let place = line.source else { return nil }
      return (
        key(line.text[...]), Furniture(role: .contents, text: line.string, source: place)
      )
    }
    return missing(entries, among: blocks, file: file)
  }

  private static func missing(
    _ entries: [(entry: [Unicode.Scalar], line: Furniture)],
    among blocks: [DraftBlock], file: String
  ) -> [Diagnostic] {
    if entries.isEmpty { return [] }
    let found = Set(
      blocks.lazy.filter { $0.text.utf8.count <= 400 }
        .map { Self.key(Array((($0.number ?? "") + $0.text).unicodeScalars)[...]) })
    return entries.compactMap { entry, line in
      if found.contains(entry) { return nil }
      return Diagnostic(
        .warning, code: "contents-mismatch",
        "‘\(line.text)’ of the table of contents is no heading of the text",
        at: FilePlace(file: file, line: line.source.lines.lowerBound),
        help: "look whether a part of the text is missing")
    }
  }
}
