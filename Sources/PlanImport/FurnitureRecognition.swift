internal import PlanModel

/// Takes a newspaper's furniture out of the lines: masthead, continuation marks, page numbers,
/// credit lines.
///
/// The forms are those of `（上接6版）` in the sample, of People's Daily (`（上接第一版）`) and of journals
/// (`（下转第191页）`); the number may be lost (`（下转第 页）`).
struct FurnitureRecognition {
  /// What was taken out, in the order of the source.
  private(set) var furniture: [Furniture] = []
  /// The lines that are left.
  private(set) var lines: [SourceLine] = []
  /// What the page from which the text was copied says of it.
  let catalogue: PageCatalogue
  private let source: SourceText
  private let spaces: SpaceRule

  init(_ lines: [SourceLine], in source: SourceText, spaces: SpaceRule) {
    self.source = source
    self.spaces = spaces
    let page = CopiedPage(lines, in: source)
    catalogue = page.catalogue
    let roles = Self.roles(of: lines, in: source, around: page)
    var followsFurniture = false
    var followsRuling = false
    var blank = 0
    for (line, role) in zip(lines, roles) {
      if let role {
        take(line.content, of: line, as: role)
        // A ruling parts what stands above and below it; a page's number stands in between.
        if role == .ruling { followsRuling = true } else { followsFurniture = true }
        blank += line.blankBefore
        continue
      }
      var line = line
      line.followsFurniture = followsFurniture
      line.blankBefore += blank + (followsRuling ? 1 : 0)
      line.followsRuling = followsRuling
      followsRuling = false
      followsFurniture = takeMarks(from: &line)
      blank = 0
      if !line.content.isEmpty { self.lines.append(line) }
    }
  }

  private mutating func take(_ range: Range<Int>, of line: SourceLine, as role: Furniture.Role) {
    furniture.append(
      Furniture(
        role: role, text: spaces.furnitureText(source.scalars[range]),
        source: SourcePlace(lines: line.number...line.number, bytes: source.bytes(range))))
  }

  /// Cuts continuation marks off both ends of a line; says whether one was cut off its end.
  private mutating func takeMarks(from line: inout SourceLine) -> Bool {
    while let mark = ContinuationMark(opening: source.scalars[line.content]) {
      let end = line.content.lowerBound + mark.length
      take(line.content.lowerBound..<end, of: line, as: mark.role)
      // The width stays that of the whole line: it tells how full the line was.
      line.content = source.trimmed(end..<line.content.upperBound)
      line.followsFurniture = true
    }
    var isCut = false
    while let mark = ContinuationMark(closing: source.scalars[line.content]) {
      let start = line.content.upperBound - mark.length
      take(start..<line.content.upperBound, of: line, as: mark.role)
      line.content = source.trimmed(line.content.lowerBound..<start)
      isCut = true
    }
    return isCut
  }
}

extension FurnitureRecognition {
  /// The role of each line as furniture, or `nil` for the plan's own text.
  ///
  /// Some forms are furniture wherever they stand; a page's name only beside such a line.
  private static func roles(
    of lines: [SourceLine], in source: SourceText, around page: CopiedPage
  ) -> [Furniture.Role?] {
    var roles = zip(lines, page.roles).map { line, role in
      let words = source.scalars[line.content]
      return role ?? MastheadLine(words)?.role ?? (Ruling.isRuling(words) ? .ruling : nil)
    }
    let head = CopiedHead(of: lines.prefix(12).map { source.scalars[$0.content] })
    for (index, role) in head.roles.enumerated() where role != nil { roles[index] = role }
    for index in lines.indices where roles[index] == nil {
      let previous = index > 0 ? roles[index - 1] : nil
      let next = index + 1 < lines.count ? roles[index + 1] : nil
      let line = source.scalars[lines[index].content]
      let beforeMark =
        index + 1 < lines.count
        && ContinuationMark(opening: source.scalars[lines[index + 1].content]) != nil
      if previous == .masthead || next == .masthead || beforeMark, MastheadLine.isPageName(line) {
        roles[index] = .masthead
      }
    }
    return roles
  }
}

/// `（上接6版）` or `（下转8版）` at an end of a line.
struct ContinuationMark {
  var role: Furniture.Role
  /// How many scalars the mark takes.
  var length: Int

  private static let longest = 16

  init?(opening scalars: ArraySlice<Unicode.Scalar>) {
    guard let first = scalars.first, first == "（" || first == "(",
      let end = scalars.prefix(Self.longest).firstIndex(where: { $0 == "）" || $0 == ")" })
    else { return nil }
    self.init(scalars[scalars.startIndex...end])
  }

  init?(closing scalars: ArraySlice<Unicode.Scalar>) {
    guard let last = scalars.last, last == "）" || last == ")",
      let start = scalars.suffix(Self.longest).lastIndex(where: { $0 == "（" || $0 == "(" })
    else { return nil }
    self.init(scalars[start...])
  }

  /// `上接`, `下转` or `紧接`, a page with or without `第` and number, `版` or `页`.
  private init?(_ mark: ArraySlice<Unicode.Scalar>) {
    let inner = mark.dropFirst().dropLast().filter { !SourceLine.isSpace($0) }
    guard inner.count >= 3, let unit = inner.last, unit == "版" || unit == "页" || unit == "頁"
    else { return nil }
    switch (inner[0], inner[1]) {
    case ("上", "接"), ("紧", "接"): role = .continuedFrom
    case ("下", "转"), ("下", "轉"): role = .continuedOn
    default: return nil
    }
    let page = inner.dropFirst(2).dropLast().drop { $0 == "第" }
    guard
      page.allSatisfy({
        Numeral.isDigit($0) || ("A"..."Z").contains($0) || $0 == "、" || $0 == "－" || $0 == "-"
      })
    else { return nil }
    length = mark.count
  }
}
