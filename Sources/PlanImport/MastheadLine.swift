internal import PlanModel

/// A line that is no text of the plan wherever it stands: a date with its weekday, a page number,
/// the editors' names, a credit line.
struct MastheadLine {
  var role: Furniture.Role

  /// Furniture lines are short; anything longer is text.
  private static let longest = 60

  init?(_ line: ArraySlice<Unicode.Scalar>) {
    guard line.count <= Self.longest, line.first.map(Self.canOpen) ?? false else { return nil }
    let compact = line.filter { !SourceLine.isSpace($0) }
    var scanner = Scanner(compact[...])
    if scanner.takesDateLine() {
      role = .masthead
    } else if Scanner.isPageNumber(compact[...]) {
      role = .pageNumber
    } else if Scanner.isPage(compact[...]) || Scanner.isEditors(line) {
      role = .masthead
    } else if Scanner.isCredit(compact[...]) {
      role = .credit
    } else {
      return nil
    }
  }

  /// Whether a line of furniture can begin with a character; hardly a line of text does.
  private static func canOpen(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "0"..."9", "A"..."Z", "\u{FF10}"..."\u{FF19}", "第", "—", "–", "-", "－", "·", "•", "―", "本",
      "责", "编", "美", "版", "校", "组", "值", "电", "《", "新", "中":
      true
    default: Numeral.isDigit(scalar)
    }
  }

  /// Whether a line may be a page's or a newspaper's name: letter-spaced, or one of the usual names.
  ///
  /// Letter-spaced words of the text itself (`目　录`, `总　则`) are no page names; so a name counts
  /// only beside another line of furniture.
  static func isPageName(_ line: ArraySlice<Unicode.Scalar>) -> Bool {
    let compact = line.filter { !SourceLine.isSpace($0) }
    guard (2...8).contains(compact.count), compact.allSatisfy(\.isHan) else { return false }
    let name = String(scalars: compact)
    return names.contains(name) || name.hasSuffix("日报") || name.hasSuffix("晚报")
      || isLetterSpaced(line)
  }

  /// Whether white space stands between every two characters: `要 闻`.
  static func isLetterSpaced(_ line: ArraySlice<Unicode.Scalar>) -> Bool {
    guard line.count >= 3 else { return false }
    var wasSpace = true
    for scalar in line {
      let isSpace = SourceLine.isSpace(scalar)
      if !isSpace, !wasSpace { return false }
      wasSpace = isSpace
    }
    return true
  }

  private static let names: Set<String> = [
    "要闻", "国内", "国际", "综合", "时政", "经济", "社会", "评论", "理论", "文件", "公告", "专版",
    "特刊", "广告", "视点", "政治", "文化", "生态", "法治", "新闻", "头版", "重要新闻", "国内要闻",
  ]
}

/// Reads the forms of furniture lines from scalars without white space.
private struct Scanner {
  private var rest: ArraySlice<Unicode.Scalar>

  init(_ scalars: ArraySlice<Unicode.Scalar>) { rest = scalars }

  private mutating func takes(_ text: String) -> Bool {
    guard rest.starts(with: text.unicodeScalars) else { return false }
    rest = rest.dropFirst(text.unicodeScalars.count)
    return true
  }

  private mutating func takesDigits(_ counts: ClosedRange<Int>) -> Bool {
    let digits = rest.prefix { ("0"..."9").contains($0) || ("\u{FF10}"..."\u{FF19}").contains($0) }
    guard counts.contains(digits.count) else { return false }
    rest = rest.dropFirst(digits.count)
    return true
  }

  /// `2019年12月2日`, then `星期一`, `农历…`, a page, and nothing else.
  ///
  /// A date alone, without a weekday or a page, may be a document's signature: that is text.
  mutating func takesDateLine() -> Bool {
    _ = takesPage()
    guard takesDigits(4...4), takes("年"), takesDigits(1...2), takes("月"), takesDigits(1...2),
      takes("日")
    else { return false }
    var isMasthead = false
    if takes("星期") || takes("周"), let day = rest.first, "一二三四五六日天".unicodeScalars.contains(day) {
      rest = rest.dropFirst()
      isMasthead = true
    }
    if takes("农历") { return rest.count <= 12 }
    while takesPage() || takesIssue() { isMasthead = true }
    return isMasthead && rest.isEmpty
  }

  private mutating func takesPage() -> Bool {
    var copy = self
    _ = copy.takes("第")
    if let letter = copy.rest.first, ("A"..."Z").contains(letter) {
      copy.rest = copy.rest.dropFirst()
    }
    let digits = copy.rest.prefix { Numeral.isDigit($0) }
    guard (1...3).contains(digits.count) else { return false }
    copy.rest = copy.rest.dropFirst(digits.count)
    guard copy.takes("版") else { return false }
    self = copy
    return true
  }

  /// `第12345期`.
  private mutating func takesIssue() -> Bool {
    var copy = self
    guard copy.takes("第"), copy.takesDigits(1...6), copy.takes("期") || copy.takes("号") else {
      return false
    }
    self = copy
    return true
  }

  static func isPage(_ line: ArraySlice<Unicode.Scalar>) -> Bool {
    var scanner = Scanner(line)
    return scanner.takesPage() && scanner.rest.isEmpty
  }

  /// `— 2 —`, `- 2 -`, `·2·`: a number between two dashes or points.
  static func isPageNumber(_ line: ArraySlice<Unicode.Scalar>) -> Bool {
    let dashes: [Unicode.Scalar] = ["—", "–", "-", "－", "·", "•", "―"]
    let inner = line.drop { dashes.contains($0) }
    let digits = inner.prefix { ("0"..."9").contains($0) || ("\u{FF10}"..."\u{FF19}").contains($0) }
    let tail = inner.dropFirst(digits.count)
    return inner.count < line.count && (1...4).contains(digits.count) && !tail.isEmpty
      && tail.allSatisfy { dashes.contains($0) }
  }

  /// `责任编辑：…`, `本版责编 …`: the label, then a colon or a space.
  static func isEditors(_ line: ArraySlice<Unicode.Scalar>) -> Bool {
    var scanner = Scanner(line)
    _ = scanner.takes("本版") || scanner.takes("本期")
    let labels = ["责任编辑", "责编", "编辑", "美编", "版式", "校对", "组版", "值班主任", "电子信箱"]
    guard labels.contains(where: { scanner.takes($0) }), let next = scanner.rest.first else {
      return false
    }
    let isNameList = !scanner.rest.contains { "。，；！？".unicodeScalars.contains($0) }
    return isNameList && (next == "：" || next == ":" || SourceLine.isSpace(next))
  }

  /// `《人民日报》（2022年03月13日01版）` and `新华社北京5月29日电`, each a line of its own.
  static func isCredit(_ line: ArraySlice<Unicode.Scalar>) -> Bool {
    if line.first == "《", line.last == "）", let close = line.firstIndex(of: "》") {
      let tail = line[(close + 1)...].dropLast()
      return tail.first == "（" && tail.last == "版" && tail.contains("年")
    }
    let agencies = ["新华社", "本报讯", "中新社"]
    var scanner = Scanner(line)
    return agencies.contains { scanner.takes($0) } && line.count <= 24 && line.last == "电"
  }
}

extension Unicode.Scalar {
  /// Whether the scalar is of the Latin, Greek or Cyrillic script or a sign in them: such a text takes two
  /// letters where Han takes one.
  var isOfAlphabet: Bool { value < 0x530 }

  /// Whether the scalar is a Han character.
  var isHan: Bool {
    switch value {
    case 0x3400...0x4DBF, 0x4E00...0x9FFF, 0xF900...0xFAFF, 0x20000...0x3FFFF, 0x3005, 0x3007: true
    default: false
    }
  }
}
