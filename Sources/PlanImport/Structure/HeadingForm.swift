internal import PlanModel

/// The forms of headings, from the outermost inward: the grammar of plans, papers and laws as data.
///
/// The orders are those of plans (编 章 节), of official papers (GB/T 9704-2012: `一、` `（一）` `1.`
/// `（1）`), of laws (编 章 节 条, then 款 and 项, which are no headings) and of standards (`1` `1.1`
/// `1.1.1`).
enum HeadingForm: Hashable {
  /// A title inside the text, such as that of the plan behind the letter that brings it, or an annex.
  case title
  /// `h1` to `h6` of HTML, `#` of Markdown.
  case tag(Int)
  /// A mark; of a decimal one the count of its numbers.
  case mark(NumberMark.Scheme, depth: Int)
  /// A short line that is bold as a whole.
  case bold

  /// The form of a marked heading.
  init(_ mark: NumberMark) {
    let depth = mark.scheme == .decimal ? mark.value.count : 0
    self = mark.scheme == .annex ? .title : .mark(mark.scheme, depth: depth)
  }

  /// What comes before what: a smaller rank is further out.
  var rank: Int {
    switch self {
    case .title: 0
    case .tag(let level): 10 + level
    case .mark(let scheme, let depth): 20 + 10 * (Self.order.firstIndex(of: scheme) ?? 0) + depth
    case .bold: 1_000
    }
  }

  private static let order: [NumberMark.Scheme] = [
    .part, .chapter, .section, .article, .chineseComma, .decimal, .chineseParenthesis,
    .arabicPoint, .arabicParenthesis, .circled, .letter, .box, .annex,
  ]
}

extension NumberMark {
  /// Whether a dash or a colon parts the mark from its title: `TITLE 16—CONSERVATION`.
  var hasSeparator: Bool {
    guard let last = text.unicodeScalars.last else { return false }
    return last == "—" || last == "–" || last == ":" || last == "-"
  }
}

/// Gives each heading of a text its level.
enum HeadingLevels {
  /// The levels, from 1 to 6.
  ///
  /// In each part of the text, which a title or an annex opens, the forms that occur are counted in
  /// the order of their rank; where all headings of one mark bear one tag they count as that tag.
  ///
  /// - Parameters:
  ///   - forms: The headings in order, each with the level that the markup gives.
  ///   - context: The forms of the headings above the text's beginning.
  /// - Returns: A level for each heading.
  static func levels(
    of forms: [(form: HeadingForm, tag: Int?)], context: [HeadingForm] = []
  ) -> [Int] {
    var tags: [HeadingForm: Set<Int>] = [:]
    for (form, tag) in forms { if let tag { tags[form, default: []].insert(tag) } }
    let contradicts = contradictsMarks(tags)
    let unified = forms.map { form, tag -> HeadingForm in
      guard form != .title, let known = tags[form] else { return form }
      if contradicts, case .mark = form { return form }
      return known.count == 1 ? known.first.map(HeadingForm.tag) ?? form : form
    }
    var levels: [Int] = []
    var start = 0
    while start < unified.count {
      let isTitled = unified[start] == .title
      var end = start + 1
      while end < unified.count, unified[end] != .title { end += 1 }
      let part = unified[start..<end]
      let known = part + (start == 0 ? context : [])
      let ranks = Set(known.filter { $0 != .title }.map(\.rank)).sorted()
      for form in part {
        let place = form == .title ? 0 : (ranks.firstIndex(of: form.rank) ?? 0) + (isTitled ? 1 : 0)
        levels.append(min(6, place + 1))
      }
      start = end
    }
    return levels
  }

  /// Whether tags turn the order of marks around: some pages set articles in `h2` and chapters in `h3`.
  private static func contradictsMarks(_ tags: [HeadingForm: Set<Int>]) -> Bool {
    let marks = tags.compactMap { form, tags -> (rank: Int, tag: Int)? in
      guard case .mark = form, tags.count == 1, let tag = tags.first else { return nil }
      return (form.rank, tag)
    }
    // A mark with several tags is none of them.
    let isMixed = tags.contains { form, tags in
      if case .mark = form { tags.count > 1 } else { false }
    }
    return isMixed
      || marks.contains { one in marks.contains { one.rank < $0.rank && one.tag > $0.tag } }
  }
}
