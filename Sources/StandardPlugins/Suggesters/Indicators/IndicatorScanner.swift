internal import Annotations
internal import PlanModel
internal import PluginKit

/// Goes through a text clause by clause and reads the figures that are to be reached.
struct IndicatorScanner {
  typealias Found = (range: Range<Int>, sentence: Range<Int>, indicator: Suggestion.Indicator)

  private let text: [Unicode.Scalar]

  init(_ text: [Unicode.Scalar]) { self.text = text }

  /// The indicators of the text, in order.
  ///
  /// - Complexity: O(*n*) in the length of the text.
  mutating func indicators() -> [Found] {
    var found: [Found] = []
    for sentence in runs(endingWith: "。！？\n", in: text.indices) {
      // A year holds for every clause behind it in the sentence.
      var year: String?
      var before = sentence.lowerBound..<sentence.lowerBound
      let isTask = holds(Self.tasks, in: sentence)
      for clause in runs(endingWith: "，,；;：", in: sentence) {
        year = goalYear(in: clause) ?? year
        if let indicator = indicator(in: clause, after: before, year: year, isTask: isTask) {
          found.append((indicator.range, sentence, indicator.indicator))
        }
        before = clause
      }
    }
    return found
  }

  // MARK: - A clause

  private static let tasks = ["力争", "确保", "争取", "努力", "必须", "应当", "力求", "目标"]
  private static let stories = [
    "已", "了", "同比", "上年", "去年", "以来", "截至", "过去", "累计", "曾", "年均增长率为", "原有", "现有",
  ]

  /// The words before a figure, each with how it binds; the longer ones first.
  private static let verbs: [(word: String, comparator: Quantity.Comparator?)] = [
    ("原则上不低于", .atLeast), ("不低于", .atLeast), ("不少于", .atLeast), ("不小于", .atLeast),
    ("至少", .atLeast), ("不高于", .atMost), ("不超过", .atMost), ("不大于", .atMost), ("控制在", .atMost),
    ("限制在", .atMost), ("超过", .above), ("突破", .above), ("低于", .below), ("提高到", nil), ("提升到", nil),
    ("提升至", nil), ("提高至", nil), ("增长到", nil), ("增加到", nil), ("增加至", nil), ("扩大到", nil),
    ("上升到", nil), ("下降到", nil), ("降低到", nil), ("下降至", nil), ("降低至", nil), ("减少到", nil),
    ("压减到", nil), ("降到", nil), ("降至", nil), ("达到", nil), ("保持在", nil), ("稳定在", nil),
    ("维持在", nil), ("达", nil), ("占", nil),
  ]

  /// Words that tell by how much something changes: they belong to what is measured.
  private static let changes = ["下降", "降低", "减少", "压减", "增长", "提高", "提升", "增加", "扩大"]

  /// Words that bring something about: what is counted stands behind the figure.
  private static let works = [
    "建设", "建成", "培育", "打造", "新建", "新增", "改造", "创建", "形成", "培养", "培训", "完成",
  ]

  private func indicator(
    in clause: Range<Int>, after before: Range<Int>, year: String?, isTask: Bool
  ) -> (range: Range<Int>, indicator: Suggestion.Indicator)? {
    guard !holds(Self.stories, in: clause) else { return nil }
    let words = Array(text[..<clause.upperBound])
    for place in clause {
      var scanner = ScalarScanner(words, at: place)
      let verb = Self.verbs.first { scanner.isFollowed(by: $0.word) }
      guard
        let word = verb?.word ?? (Self.changes + Self.works).first(where: scanner.isFollowed),
        scanner.take(word)
      else { continue }
      let behindWord = scanner.place
      for filler in ["约", "近", "到", "至"] where scanner.take(filler) { break }
      let start = scanner.place
      guard let amount = amount(&scanner) else { continue }
      let isBinding = verb?.comparator == .atLeast || verb?.comparator == .atMost
      guard year != nil || isBinding || isTask else { return nil }
      let quantity = Quantity(
        value: amount.value, comparator: amount.suffix ?? verb?.comparator ?? .exactly,
        unit: amount.unit, words: scanner.words(from: start))
      let end = scanner.place
      let name =
        if Self.works.contains(word) {
          counted(&scanner)
        } else if verb == nil {
          name(clause.lowerBound..<behindWord, change: word, after: before)
        } else {
          name(clause.lowerBound..<place, change: "", after: before)
        }
      guard let name else { return nil }
      return (place..<end, .init(name: name, quantity: quantity, year: year))
    }
    return nil
  }

  /// What is counted behind a figure: `50所高水平学校`.
  private func counted(_ scanner: inout ScalarScanner) -> String? {
    let start = scanner.place
    _ = scanner.take(atMost: 30) { !"，,；;。、和及（以".unicodeScalars.contains($0) }
    let name = scanner.words(from: start)
    let isName = name.unicodeScalars.count >= 2 && !Self.units.contains(name)
    return isName ? name : nil
  }

  private static let units = [
    "个百分点", "百分点", "%", "％", "‰", "万亿元", "亿元", "万元", "元", "吨标准煤", "万吨标准煤", "亿吨标准煤", "亿吨",
    "万吨", "吨", "亿立方米", "万立方米", "立方米", "亿亩", "万亩", "亩", "万公顷", "公顷", "万平方公里", "平方公里",
    "万平方米", "平方米", "万公里", "公里", "千米", "亿千瓦时", "亿千瓦", "万千瓦", "千瓦", "亿人次", "万人次", "人次",
    "亿人", "万人", "人", "万户", "户", "万家", "家", "万个", "个", "项", "座", "所", "处", "条", "艘", "架", "辆", "套",
    "张", "岁", "年", "倍", "小时", "分钟", "天", "件", "台", "支", "名", "株", "万套", "万张", "万辆", "万件", "万台", "米",
  ].sorted { ($0.unicodeScalars.count, $1) > ($1.unicodeScalars.count, $0) }

  private func amount(
    _ scanner: inout ScalarScanner
  ) -> (value: String, unit: String, suffix: Quantity.Comparator?)? {
    let digits = scanner.take(atMost: 15) { ("0"..."9").contains($0) || $0 == "." || $0 == "," }
    guard let first = digits.first, ("0"..."9").contains(first) else { return nil }
    let value = String(String.UnicodeScalarView(digits.filter { $0 != "," }))
    // A span of years or of figures is not read.
    guard let unit = scanner.takeFirst(of: Self.units), unit != "年" || value.count < 4 else {
      return nil
    }
    for (word, comparator) in [
      ("以上", Quantity.Comparator.atLeast), ("以内", .atMost), ("以下", .atMost), ("左右", .about),
    ] where scanner.take(word) {
      return (value, unit, comparator)
    }
    return (value, unit, nil)
  }

  private static let openings = [
    "力争", "确保", "争取", "努力", "实现", "推动", "其中", "并", "使", "将", "要", "全国", "力求", "基本", "应当", "应", "必须",
    "原则上", "分别", "年均",
  ]

  /// What is measured: the words before the verb without the time and the words for a task; where the
  /// clause has none, those of the clause before.
  private func name(_ range: Range<Int>, change: String, after before: Range<Int>) -> String? {
    for candidate in [range, before] {
      var name = String(String.UnicodeScalarView(text[candidate]))
      while let last = name.last, "，,；;：、。".contains(last) { name.removeLast() }
      if candidate == before { name += change }
      name = Self.trimmed(name)
      if name != change, (2...40).contains(name.unicodeScalars.count) { return name }
      guard name.isEmpty || name == change else { return nil }
    }
    return nil
  }

  private static func trimmed(_ words: String) -> String {
    var name = words
    while true {
      let before = name
      for opening in openings where name.hasPrefix(opening) { name.removeFirst(opening.count) }
      if let time = name.prefixMatch(of: /到?(?:19|20|21)\d\d年(?:底|末)?(?:前)?/) {
        name.removeSubrange(time.range)
      }
      if name == before { return name }
    }
  }

  // MARK: - Words

  /// `到2025年`, `2025年底前`: the year by which something is to be.
  private func goalYear(in clause: Range<Int>) -> String? {
    var found: String?
    for place in clause.dropLast(4) {
      let isGoal = text[place] == "到" && (place == 0 || text[place - 1] != "年")
      let start = isGoal ? place + 1 : place
      guard start + 4 < clause.upperBound, text[start + 4] == "年",
        start == 0 || isGoal || !("0"..."9").contains(text[start - 1]),
        let year = Numeral.value(of: text[start..<start + 4]), (1900...2199).contains(year),
        text[start..<start + 4].allSatisfy({ ("0"..."9").contains($0) })
      else { continue }
      let behind = text[(start + 5)..<min(clause.upperBound, start + 10)]
      let words = String(String.UnicodeScalarView(behind))
      let isSet = ["底前", "末前", "前", "底", "初步", "基本", "实现", "建成"].contains(
        where: words.hasPrefix)
      if isGoal || isSet { found = String(year) }
    }
    return found
  }

  private func holds(_ words: [String], in range: Range<Int>) -> Bool {
    let part = text[range]
    return range.contains { place in words.contains { part.holds($0, at: place) } }
  }

  /// The runs of a range that end behind one of some marks; parentheses and book titles are not cut.
  private func runs(endingWith marks: String, in range: Range<Int>) -> [Range<Int>] {
    let ends = Set(marks.unicodeScalars)
    var runs: [Range<Int>] = []
    var start = range.lowerBound
    for place in range where ends.contains(text[place]) {
      // 1,000 is one number.
      let isInNumber =
        text[place] == "," && place + 1 < range.upperBound && ("0"..."9").contains(text[place + 1])
      guard !isInNumber else { continue }
      runs.append(start..<place + 1)
      start = place + 1
    }
    if start < range.upperBound { runs.append(start..<range.upperBound) }
    return runs
  }
}
