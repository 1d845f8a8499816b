internal import PlanModel

/// The words of a page's own furniture, as they stand on pages of any publisher.
enum PageFurniture {
  /// Words of which such lines consist, apart from punctuation, digits and spaces.
  private static let words = [
    "打印本页", "关闭窗口", "关闭本页", "打印", "关闭", "收藏", "分享到", "分享", "返回顶部", "返回首页", "返回", "保存", "纠错",
    "扫一扫在手机打开当前页", "扫一扫", "手机打开当前页", "字体", "字号", "大", "中", "小", "默认", "超大", "微信", "微博", "空间",
    "我要纠错", "点击数", "浏览次数", "阅读", "次", "上一篇", "下一篇", "上一页", "下一页", "没有了", "首页", "当前位置", "您的位置",
    "您所在的位置", "正文", "print", "share", "back to top", "close", "email", "facebook", "twitter",
    "skip to main content", "cookies", "next", "previous", "menu", "search", "start printed page",
  ]

  /// The labels with which a line says where the page comes from.
  private static let labels = [
    "来源", "发布时间", "发布日期", "浏览", "浏览次数", "点击", "点击数", "字体", "责任编辑", "编辑", "信息来源", "文章来源", "时间",
    "作者", "阅读次数", "访问量", "当前位置", "您的位置", "上一篇", "下一篇", "打印", "分享", "published", "last updated",
    "updated", "source", "版权所有", "主办", "承办", "主办单位", "承办单位", "技术支持", "备案号", "网站标识码",
    "联系电话", "copyright",
  ]

  /// Those of the labels that no text has of its own.
  private static let certainLabels: Set<String> = [
    "来源", "发布时间", "发布日期", "浏览次数", "点击数", "字体", "字号", "责任编辑", "信息来源", "文章来源", "阅读次数",
    "访问量", "当前位置", "您的位置", "上一篇", "下一篇", "打印", "分享", "last updated", "版权所有", "备案号",
    "网站标识码", "copyright",
  ]

  /// The longest line that can be furniture, in characters.
  private static let longest = 120

  /// Whether a line is what one of the labels announces.
  static func isLabelled(_ line: HTMLLine) -> Bool {
    text(of: line).map { isLabelled($0, by: labels) } ?? false
  }

  /// Whether a line is nothing but such words.
  static func isMadeOfWords(_ line: HTMLLine) -> Bool {
    text(of: line).map(isMadeOfWords) ?? false
  }

  /// Whether a line of a text that was copied with the page around it is furniture.
  static func isCopied(_ line: ArraySlice<Unicode.Scalar>) -> Bool {
    guard line.count <= longest, !line.contains("。") else { return false }
    let text = String(scalars: line).lowercased()
    return isMadeOfWords(text) || isLabelled(text, by: certainLabels)
  }

  private static func isLabelled(_ text: String, by labels: some Collection<String>) -> Bool {
    let trimmed = text.drop { !$0.isLetter }
    return labels.contains { label in
      guard trimmed.hasPrefix(label) else { return false }
      let next = trimmed.dropFirst(label.count).first { $0 != " " }
      return next == "：" || next == ":"
    }
  }

  private static func isMadeOfWords(_ text: String) -> Bool {
    var rest = text.filter { $0.isLetter || $0 == " " }[...]
    var found = false
    while !rest.isEmpty {
      if rest.first == " " {
        rest = rest.dropFirst()
      } else if let word = words.first(where: { rest.hasPrefix($0) }) {
        rest = rest.dropFirst(word.count)
        found = true
      } else {
        return false
      }
    }
    return found
  }

  /// The words of a line that may be furniture.
  private static func text(of line: HTMLLine) -> String? {
    guard line.inked <= longest, line.cells == nil, line.tag == nil, !line.text.contains("。")
    else { return nil }
    return String(scalars: line.text).lowercased()
  }

  /// Whether a line names a file that belongs to the document.
  static func isAttachment(_ line: HTMLLine) -> Bool {
    let text = String(scalars: line.text).lowercased()
    let suffixes = [".pdf", ".doc", ".docx", ".xls", ".xlsx", ".wps", ".ofd", ".zip", ".rar"]
    return text.contains("附件") || text.contains("附表") || suffixes.contains { text.contains($0) }
  }
}
