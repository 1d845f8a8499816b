import PluginKit

/// A note that gives bodies their parts, taken apart.
///
/// Groups stand between `，` and `；`, bodies of a group between `、`; 和 stands inside of names
/// (文化和旅游部) and parts bodies only before 各. A group without a part has that of the next one:
/// `甲、乙等部门，各街道配合`. What isn't understood makes the note unsure, and a note without any
/// body is none.
struct ResponsibilityNote {
  private(set) var parties: [Suggestion.Party] = []
  /// A rule for the rest of the document.
  private(set) var rule: String?
  /// Whether every part was understood.
  private(set) var isSure = true

  /// Groups whose part hasn't been told yet.
  private var waiting: [String] = []

  /// Reads a note without its parentheses; fails if it gives nobody a part.
  init?(_ scalars: ArraySlice<Unicode.Scalar>) {
    var label: String?
    for group in Self.groups(of: String(String.UnicodeScalarView(scalars))) { read(group, &label) }
    if !waiting.isEmpty { isSure = false }
    guard !parties.isEmpty else { return nil }
  }

  /// Whether a text begins with a label such as `责任单位：`.
  static func beginsWithLabel(_ text: ArraySlice<Unicode.Scalar>) -> Bool {
    labelled(String(String.UnicodeScalarView(text.prefix(10)))) != nil
  }

  private mutating func read(_ group: String, _ label: inout String?) {
    if Self.rules.contains(where: group.contains) || group == "下同" {
      rule = (rule.map { $0 + "，" } ?? "") + group
      return
    }
    if Self.leftOut.contains(where: group.hasPrefix) {
      label = nil
      return
    }
    if let (role, list) = Self.labelled(group) {
      label = role
      add(list, role)
    } else if let (role, list) = Self.assigned(group) {
      label = nil
      for group in waiting { add(group, role) }
      waiting = []
      if let place = list.firstRange(of: "会同") {
        add(String(list[..<place.lowerBound]), role)
        add(String(list[place.upperBound...]), "support")
      } else {
        add(list, role)
      }
    } else if let label {
      // `责任单位：甲，乙` goes on.
      add(group, label)
    } else if Self.isListOfBodies(group) {
      waiting.append(group)
    } else {
      isSure = false
    }
  }

  /// The parts between commas and semicolons, nested parentheses left whole.
  private static func groups(of text: String) -> [String] {
    split(text) { "，；,;。".unicodeScalars.contains($0) }
  }

  private static func split(
    _ text: String, at isBreak: (Unicode.Scalar) -> Bool
  ) -> [String] {
    var parts: [String.UnicodeScalarView] = [.init()]
    var depth = 0
    for scalar in text.unicodeScalars {
      if scalar == "（" || scalar == "(" { depth += 1 }
      if scalar == "）" || scalar == ")" { depth -= 1 }
      if depth == 0, isBreak(scalar) {
        parts.append(.init())
      } else if !scalar.properties.isWhitespace || !(parts.last?.isEmpty ?? true) {
        parts[parts.count - 1].append(scalar)
      }
    }
    return parts.map { String($0) }.filter { !$0.isEmpty }
  }

  private static let rules = ["第一位", "列首位", "不再列出", "以下均"]
  private static let leftOut = ["适用范围", "完成时限", "时限", "下同"]

  private static let labels: [(words: [String], role: String)] = [
    (["牵头单位", "牵头部门", "牵头负责单位", "牵头负责部门", "牵头"], "lead"),
    (["责任单位", "责任部门", "负责单位", "负责部门", "实施单位", "落实单位", "主管部门"], "responsible"),
    (["配合单位", "配合部门", "参与单位", "参加单位", "协同单位", "协办单位", "支持单位"], "support"),
    (["指导单位", "指导部门"], "guide"),
  ]

  private static func labelled(_ group: String) -> (role: String, list: String)? {
    for (words, role) in labels {
      for word in words {
        for colon in ["：", ":"] where group.hasPrefix(word + colon) {
          return (role, String(group.dropFirst(word.count + 1)))
        }
      }
    }
    return nil
  }

  /// What stands behind the bodies, the longest first.
  private static let verbs: [(words: [String], role: String)] = [
    (["牵头组织实施", "牵头负责落实", "牵头负责", "牵头落实", "牵头"], "lead"),
    (
      [
        "按照职责分工分别负责", "按职责分工分别负责", "按照职责分工负责", "按照各自职责负责", "按职责分工负责", "按各自职责负责", "按职责负责", "分工负责",
        "分别负责", "各负其责", "按职责分工落实", "按职责分工配合",
      ], "by-duty"
    ),
    (["负责组织实施", "共同负责", "负责落实", "负责实施", "负责推进", "负责"], "responsible"),
    (["配合落实", "参与配合", "协同配合", "参与", "参加", "配合", "协同", "协助", "支持"], "support"),
    (["负责指导", "加强指导", "指导"], "guide"),
    (["贯彻落实", "组织落实", "抓好落实", "落实", "组织实施", "实施"], "local"),
  ]

  private static func assigned(_ group: String) -> (role: String, list: String)? {
    for (words, role) in verbs {
      for word in words where group.hasSuffix(word) {
        let list = group.dropLast(word.count)
        return list.isEmpty ? nil : (role, String(list))
      }
    }
    return nil
  }

  private mutating func add(_ list: String, _ role: String) {
    let pieces = Self.bodies(of: list)
    let hasCompany = pieces.count > 1 && pieces.contains(where: Self.isBody)
    for piece in pieces { addBody(piece, role, hasCompany: hasCompany) }
  }

  private static func bodies(of list: String) -> [String] {
    split(list) { $0 == "、" }.flatMap { part in
      ["以及", "及各", "和各"].reduce(part) { text, word in
        text.replacing(word, with: "\u{0}" + word.drop { "以及和".contains($0) })
      }.split(separator: "\u{0}").map(String.init)
    }
  }

  private static func isListOfBodies(_ group: String) -> Bool {
    bodies(of: group).allSatisfy { piece in
      isBody(
        openEnds.first(where: piece.hasSuffix).map { String(piece.dropLast($0.count)) } ?? piece)
    }
  }

  private static let openEnds = [
    "等有关部门和单位", "等有关部门", "等有关单位", "等相关部门", "等相关单位", "等部门和单位", "等部门", "等单位", "等各有关部门", "等",
  ]

  /// Adds a body; in the company of others that look like one, the name may have any end.
  private mutating func addBody(_ piece: String, _ role: String, hasCompany: Bool) {
    var name = piece
    name = Self.withoutOccasion(name)
    var isOpen = false
    if let end = Self.openEnds.first(where: name.hasSuffix) {
      name.removeLast(end.count)
      isOpen = true
    }
    if name.isEmpty {
      // `、等有关部门` leaves the list open.
      if isOpen, !parties.isEmpty { parties[parties.count - 1].isOpen = true }
      return
    }
    guard Self.isBody(name) || hasCompany && Self.mayBeName(name) else {
      isSure = false
      return
    }
    parties.append(.init(name: name, role: role, isOpen: isOpen))
  }

  /// The name behind `由`: `技工院校内由人力资源社会保障行政部门`; 自由 in a name is none.
  private static func withoutOccasion(_ name: String) -> String {
    let scalars = Array(name.unicodeScalars)
    let place = scalars.indices.last { index in
      (scalars[index] == "由" || scalars[index] == "请" && index == 0)
        && (index == 0 || scalars[index - 1] != "自")
    }
    guard let place, scalars.count - place > 2 else { return name }
    return String(String.UnicodeScalarView(scalars[(place + 1)...]))
  }

  private static let ends = [
    "部", "委", "办", "局", "署", "院", "行", "会", "厅", "政府", "总社", "公司", "社", "单位", "部门", "机构", "中心", "组",
    "省", "市", "区", "县", "集团", "机关", "地区", "企业", "高校", "学校", "协会", "各地", "团中央", "工会", "妇联", "残联",
    "法院", "检察院", "军", "省份", "城市", "联", "室", "总队", "支队", "大队", "站", "所", "处", "科", "街道", "镇", "乡",
    "村",
    "州", "盟", "旗", "专班", "队",
  ]

  /// Whether a text may be a name of any sort: short, in ideographs, and no clause.
  private static func mayBeName(_ name: String) -> Bool {
    (2...16).contains(name.count) && name.unicodeScalars.allSatisfy(\.properties.isIdeographic)
      && !["的", "了", "其", "和", "前", "内", "年"].contains(where: name.contains)
  }

  /// Whether a text looks like the name of a body: two to thirty scalars that end as such names do,
  /// perhaps with a remark in parentheses.
  private static func isBody(_ name: String) -> Bool {
    var depth = 0
    let bare = name.filter { character in
      if character == "（" || character == "(" { depth += 1 }
      defer { if character == "）" || character == ")" { depth -= 1 } }
      return depth == 0
    }
    guard (2...30).contains(bare.count), !bare.contains("了"), !bare.contains("其中") else {
      return false
    }
    return ends.contains { bare.hasSuffix($0) }
  }
}
