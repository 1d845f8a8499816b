internal import PlanModel

/// Decides which paragraphs of a source that sets its paragraphs apart are headings.
struct HeadingDecision {
  private let paragraphs: [FlowParagraph]
  private let marks: [NumberMark?]
  /// Where the text is a law: there `（一）` and `1.` number items and never headings, and `一、` only
  /// headings of the articles behind it.
  private let law: Range<Int>
  /// Whether bold says anything: not where most of the text is bold.
  private let trustsBold: Bool
  /// Whether `1` alone can number a heading, as `1　总则` does beside `1.1`.
  private let isDecimal: Bool

  /// The entries of the table of contents that bear no mark, such as `附则`.
  private let named: Set<[Unicode.Scalar]>
  /// The outermost form of heading that the table has.
  private let namedForm: HeadingForm
  /// The plan that a letter brings, where it is no title by its type: its index.
  private let enclosed: Int?

  /// Whether `1.` stands over `1.1`, so that both are of one numbering.
  private let pointsAreDecimal: Bool

  /// Which paragraphs stand in a box, where `1.` numbers what the box lists.
  let boxed: [Bool]

  /// A paragraph found to be a heading.
  struct Heading {
    var form: HeadingForm
    var tag: Int?
    var number: String?
    /// How many scalars number and space behind it take.
    var length = 0
  }

  init(_ paragraphs: [FlowParagraph], contents: ContentsTable? = nil) {
    self.paragraphs = paragraphs
    let marks = paragraphs.map { NumberMark(openingOf: $0.text.prefix(40)) }
    self.marks = marks
    law = Self.law(in: marks)
    trustsBold = paragraphs.count(where: \.isBold) * 2 <= paragraphs.count
    pointsAreDecimal = Self.pointsAreDecimal(marks)
    isDecimal = marks.count { $0?.scheme == .decimal } >= 2
    named = Set(contents?.unmarked ?? [])
    namedForm = contents?.outermost ?? .bold
    enclosed = EnclosedPlan.index(in: paragraphs)
    boxed = Self.boxed(paragraphs, marks)
  }

  /// Which paragraphs stand in a table that only lays out the page, and that the mark of a box opens
  /// or stands right above.
  private static func boxed(_ paragraphs: [FlowParagraph], _ marks: [NumberMark?]) -> [Bool] {
    var result: [Bool] = []
    for (index, paragraph) in paragraphs.enumerated() {
      guard let table = paragraph.table else {
        result.append(false)
        continue
      }
      if index > 0, paragraphs[index - 1].table == table {
        result.append(result[index - 1])
      } else {
        result.append(
          marks[index]?.scheme == .box || index > 0 && marks[index - 1]?.scheme == .box)
      }
    }
    return result
  }

  /// From the first article to the last, if there are three or more, with the items behind it: a letter
  /// before a law, and what a paper says behind one, have headings of their own.
  private static func law(in marks: [NumberMark?]) -> Range<Int> {
    let articles = marks.indices.filter { index in
      marks[index].map {
        $0.scheme == .article && $0.length > $0.text.unicodeScalars.count
      } ?? false
    }
    guard articles.count >= 3, let first = articles.first, let last = articles.last else {
      return 0..<0
    }
    let end = marks[last...].firstIndex { $0?.scheme == .chineseComma } ?? marks.count
    return first..<end
  }

  /// The headings among the paragraphs, by their index.
  func headings() -> [Heading?] {
    var result = [Heading?](repeating: nil, count: paragraphs.count)
    // From the end, so that it is known what stands under a paragraph.
    for index in paragraphs.indices.reversed() {
      result[index] = heading(
        index, followedByHeading: index + 1 < result.count && result[index + 1] != nil)
    }
    leaveLists(in: &result)
    return result
  }

  /// Takes back the headings that end a list: the last item has text under it as headings do, but
  /// what stands right above it, and is numbered and made alike, is none.
  private func leaveLists(in headings: inout [Heading?]) {
    for index in paragraphs.indices.dropFirst() where headings[index] != nil {
      let before = paragraphs[index - 1]
      guard headings[index - 1] == nil, paragraphs[index].tag == nil, !isStressed(index),
        let mark = marks[index], let above = marks[index - 1], mark.scheme == above.scheme,
        mark.scheme == .chineseParenthesis || mark.scheme == .arabicPoint,
        let value = mark.value.first, above.value.first == value - 1,
        before.form == .paragraph, before.text.count <= 40, isOneClause(before.text[...])
      else { continue }
      headings[index] = nil
    }
  }

  /// The heading that a block is already.
  func given(_ index: Int, _ block: DraftBlock) -> Heading {
    guard let number = block.number else {
      return Heading(form: .tag(block.kind.headingLevel ?? 1))
    }
    let mark = NumberMark(openingOf: number)
    return Heading(form: mark.map(form) ?? .bold, number: number)
  }

  private func heading(_ index: Int, followedByHeading: Bool) -> Heading? {
    let paragraph = paragraphs[index]
    guard paragraph.form == .paragraph || paragraph.tag != nil, paragraph.form != .row else {
      return nil
    }
    let text = paragraph.text
    let mark = marks[index]
    let isShort = text.count <= Self.longest(text, mark)
    if let tag = paragraph.tag {
      let isSentence = text.count > 60 && Closing.ends(text[...])
      if isSentence { return nil }
      return marked(mark, index) ?? Heading(form: .tag(tag), tag: tag)
    }
    guard isShort else { return nil }
    if index == enclosed { return Heading(form: .title) }
    if mark == nil, !named.isEmpty, named.contains(ContentsTable.key(text[...])) {
      return Heading(form: namedForm)
    }
    if let mark { return isHeading(mark, index) ? marked(mark, index) : nil }
    if isDecimal, let plain = plainNumber(text) { return plain }
    guard !paragraph.isAtEnd, isTitleLike(text), trustsBold, paragraph.isBold else { return nil }
    return Heading(form: paragraph.isCentred ? .title : .bold)
  }

  /// The longest heading, in characters: longer in an alphabet, and longest where a mark is sure.
  private static func longest(_ text: [Unicode.Scalar], _ mark: NumberMark?) -> Int {
    guard text.first?.isOfAlphabet ?? false else { return 60 }
    switch mark?.scheme {
    case .part, .chapter, .section, .article, .annex: return 240
    default: return 120
    }
  }

  /// Whether a `1.1` has its `1.` above it.
  private static func pointsAreDecimal(_ marks: [NumberMark?]) -> Bool {
    var point: Int?
    for case let mark? in marks {
      if mark.scheme == .arabicPoint { point = mark.value.first }
      if mark.scheme == .decimal, let point, mark.value == [point, 1] { return true }
    }
    return false
  }

  private func form(of mark: NumberMark) -> HeadingForm {
    mark.scheme == .arabicPoint && pointsAreDecimal ? .mark(.decimal, depth: 1) : HeadingForm(mark)
  }

  private func marked(_ mark: NumberMark?, _ index: Int) -> Heading? {
    guard let mark else { return nil }
    return Heading(
      form: form(of: mark), tag: paragraphs[index].tag, number: mark.text, length: mark.length)
  }

  private func isHeading(_ mark: NumberMark, _ index: Int) -> Bool {
    let paragraph = paragraphs[index]
    let text = paragraph.text[...]
    let isWhole = mark.length == text.count
    let isSetOff = mark.length > mark.text.unicodeScalars.count || isWhole || mark.hasSeparator
    let isStressed = isStressed(index)
    switch mark.scheme {
    case .part, .chapter, .section:
      return isSetOff && (!Closing.ends(text) || isTitleWithPoint(text, behind: mark))
    case .article:
      let first = text.first ?? " "
      return first.isOfAlphabet && isSetOff && !Closing.ends(text)
    case .chineseComma:
      if isWhole || law.contains(index) && !opensArticle(index + 1) { return false }
      return isStressed || text.count <= 40 && !endsSentence(text)
    case .decimal:
      return !isWhole && text.count <= 40 && !endsSentence(text)
    case .chineseParenthesis, .arabicPoint:
      if law.contains(index) || isWhole || isItem(text) || boxed[index] { return false }
      if isStressed, text.count <= 40 { return true }
      return text.count <= 40 && isOneClause(text) && opensSection(mark.scheme, index)
    case .box:
      return !endsSentence(text)
    case .annex:
      return isWhole && text.last != "：" && text.last != ":" || isStressed && !endsSentence(text)
    case .arabicParenthesis, .circled, .letter:
      return false
    }
  }

  private func isStressed(_ index: Int) -> Bool {
    trustsBold && paragraphs[index].isBold || paragraphs[index].isCentred
  }

  /// Whether text stands under a line with a mark, and the first line of its sort has some too: then
  /// the marks number headings and not the items of a list.
  private func opensSection(_ scheme: NumberMark.Scheme, _ index: Int) -> Bool {
    guard index + 1 < paragraphs.count, paragraphs[index + 1].form == .paragraph else {
      return false
    }
    let next = marks[index + 1]
    if let next, HeadingForm(next).rank <= HeadingForm.mark(scheme, depth: 0).rank { return false }
    let text = paragraphs[index + 1].text
    return next != nil || text.count > 60 || Closing.ends(text[...])
  }

  /// Whether a paragraph opens with the mark of an article: what stands above is the title of a part.
  private func opensArticle(_ index: Int) -> Bool {
    guard index < marks.count, let mark = marks[index] else { return false }
    return mark.scheme == .article && mark.length > mark.text.unicodeScalars.count
  }

  /// `1　总则`, where other headings are numbered `1.1`.
  private func plainNumber(_ text: [Unicode.Scalar]) -> Heading? {
    let digits = text.prefix { ("0"..."9").contains($0) }
    guard (1...2).contains(digits.count), text.count > digits.count + 1, text.count <= 30,
      SourceLine.isSpace(text[digits.count]) || text[digits.count].isHan, !endsSentence(text[...]),
      !"年月日个项条万亿家%".unicodeScalars.contains(text[digits.count])
    else { return nil }
    var length = digits.count
    while length < text.count, SourceLine.isSpace(text[length]) { length += 1 }
    return Heading(
      form: .mark(.decimal, depth: 1), number: String(scalars: digits),
      length: length)
  }

  private func isTitleLike(_ text: [Unicode.Scalar]) -> Bool {
    guard text.count >= 2, text.count <= (text[0].isOfAlphabet ? 100 : 40) else { return false }
    return !endsSentence(text[...]) && !text.contains { "。；".unicodeScalars.contains($0) }
      && text.first != "（" && text.first != "(" && PaperParts.date(text) == nil
      && !PaperParts.isDocumentNumber(text)
  }

  /// Whether a title of an alphabet ends in a point, as in `TITRE II. - DES BELGES.`; a section's is one
  /// only behind a dash, since `Section 5.` opens sentences too.
  private func isTitleWithPoint(_ text: ArraySlice<Unicode.Scalar>, behind mark: NumberMark) -> Bool
  {
    let title = text.dropFirst(mark.length)
    guard text.last == ".", let first = title.first, first.isOfAlphabet,
      !first.properties.isLowercase, mark.scheme != .section || mark.hasSeparator
    else { return false }
    return title.count { $0 == " " } < 15
      && !title.dropLast().contains { ".;:".unicodeScalars.contains($0) }
  }

  /// A line that ends in a semicolon is an item of a list.
  private func isItem(_ text: ArraySlice<Unicode.Scalar>) -> Bool {
    text.last == "；" || text.last == ";" || text.last == "，" || text.last == "："
  }

  private func isOneClause(_ text: ArraySlice<Unicode.Scalar>) -> Bool {
    !text.dropLast().contains { "。；！？".unicodeScalars.contains($0) }
  }

  private func endsSentence(_ text: ArraySlice<Unicode.Scalar>) -> Bool {
    guard let last = text.last else { return false }
    if last == "）" || last == ")" { return false }
    return Closing.ends(text) || last == "，" || last == "、" || last == ","
  }
}
