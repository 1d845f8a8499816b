internal import PlanModel

/// What a page says of its document in a table of labels and values: index number, issuer, dates.
struct PageCatalogue {
  private(set) var fields: [MetadataField] = []
  private(set) var title: String?

  private static let keys: [String: String] = [
    "索引号": "index-number", "发文机关": "issuer", "发布机构": "issuer", "发文单位": "issuer",
    "成文日期": "issued", "生成日期": "issued", "发文日期": "issued", "发文字号": "document-number",
    "文号": "document-number", "发布日期": "published", "公开日期": "published", "主题分类": "subject",
    "有效性": "validity", "时效性": "validity", "制定机关": "issuer", "发布部门": "issuer",
    "公布日期": "published", "发布时间": "published", "施行日期": "in-force", "生效日期": "in-force",
  ]

  /// Labels whose values are left aside.
  private static let others: Set<String> = ["主题词", "法律性质", "效力级别", "法规类别", "公开方式"]

  /// Whether a line is nothing but one label with its value.
  static func isField(_ line: HTMLLine) -> Bool {
    guard line.cells == nil, line.inked <= 60 else { return false }
    let text = line.text.filter { !SourceLine.isSpace($0) }
    guard let colon = text.firstIndex(where: { $0 == "：" || $0 == ":" }), colon <= 8 else {
      return false
    }
    let label = String(scalars: text[..<colon])
    return keys[label] != nil || others.contains(label)
  }

  /// Reads a line outside the text.
  ///
  /// - Returns: Whether the line is part of such a table.
  mutating func read(_ line: HTMLLine) -> Bool { read(line.cells ?? [line.text]) }

  /// Reads the cells of a line.
  ///
  /// - Returns: Whether the line is part of such a table.
  mutating func read(_ line: [[Unicode.Scalar]]) -> Bool {
    let cells = line.map { cell in cell.filter { !SourceLine.isSpace($0) } }
    var isCatalogue = false
    for (index, cell) in cells.enumerated() {
      guard let colon = cell.firstIndex(where: { $0 == "：" || $0 == ":" }), colon <= 8 else {
        continue
      }
      let label = String(scalars: cell[..<colon])
      let isOwn = colon + 1 < cell.count
      let value =
        isOwn ? cell[(colon + 1)...] : index + 1 < cells.count ? cells[index + 1][...] : []
      if label == "标题" || label == "名称" {
        isCatalogue = true
        if title == nil, !value.isEmpty { title = String(scalars: value) }
      }
      if Self.others.contains(label) { isCatalogue = true }
      guard let key = Self.keys[label] else { continue }
      isCatalogue = true
      if value.isEmpty || fields.contains(where: { $0.key == key }) { continue }
      let words = Self.date(value) ?? String(scalars: value)
      fields.append(MetadataField(key: key, value: .text(words)))
    }
    return isCatalogue
  }

  /// The day of `2019年1月24日` or of `2019-01-24 16:35`.
  private static func date(_ value: ArraySlice<Unicode.Scalar>) -> String? {
    if let date = PaperParts.date(Array(value)) { return date }
    let day = value.prefix(10).map { $0 == "/" || $0 == "." ? "-" : $0 }
    let isDay =
      day.count == 10
      && day.indices.allSatisfy {
        [4, 7].contains($0) ? day[$0] == "-" : ("0"..."9").contains(day[$0])
      }
    return isDay ? String(scalars: day) : nil
  }
}
