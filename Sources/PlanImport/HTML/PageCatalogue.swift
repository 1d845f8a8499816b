internal import PlanModel

/// What a page says of its document in a table of labels and values: index number, issuer, dates.
struct PageCatalogue {
  private(set) var fields: [MetadataField] = []
  private(set) var title: String?

  private static let keys: [String: String] = [
    "索引号": "index-number", "发文机关": "issuer", "发布机构": "issuer", "发文单位": "issuer",
    "成文日期": "issued", "生成日期": "issued", "发文日期": "issued", "发文字号": "document-number",
    "文号": "document-number", "发布日期": "published", "公开日期": "published", "主题分类": "subject",
    "有效性": "validity",
  ]

  /// Reads a line outside the text.
  ///
  /// - Returns: Whether the line is part of such a table.
  mutating func read(_ line: HTMLLine, _ spaces: SpaceRule) -> Bool {
    let cells = (line.cells ?? [line.text]).map { cell in
      cell.filter { !SourceLine.isSpace($0) }
    }
    var isCatalogue = false
    for (index, cell) in cells.enumerated() {
      guard let colon = cell.firstIndex(where: { $0 == "：" || $0 == ":" }), colon <= 8 else {
        continue
      }
      let label = String(String.UnicodeScalarView(cell[..<colon]))
      let isOwn = colon + 1 < cell.count
      let value =
        isOwn ? cell[(colon + 1)...] : index + 1 < cells.count ? cells[index + 1][...] : []
      if label == "标题" || label == "名称" {
        isCatalogue = true
        if title == nil, !value.isEmpty { title = String(String.UnicodeScalarView(value)) }
      }
      if label == "主题词" { isCatalogue = true }
      guard let key = Self.keys[label] else { continue }
      isCatalogue = true
      if value.isEmpty || fields.contains(where: { $0.key == key }) { continue }
      let words = PaperParts.date(Array(value)) ?? String(String.UnicodeScalarView(value))
      fields.append(MetadataField(key: key, value: .text(words)))
    }
    return isCatalogue
  }
}
