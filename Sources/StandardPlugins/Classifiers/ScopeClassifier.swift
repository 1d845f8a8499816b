public import Collation
public import PluginKit

/// Tags changes of scope: words that say to whom, where and to what something applies, and what is
/// left out.
public struct ScopeClassifier: Classifier {
  /// The classifier's name.
  public let name = "scope"

  /// Words of application and exception, after 《立法技术规范（试行）（一）》 (Legislative Affairs Commission,
  /// 2009), which fixes `适用`, `参照`, `除……外` and the open list `等`.
  private static let chinese = [
    "适用", "不适用", "适用于", "参照", "范围", "除外", "以外", "之外", "仅", "仅限", "仅限于", "限于", "只", "包括", "不包括",
    "包含", "不含", "所有", "全部", "任何", "一切", "各", "各类", "各级", "部分", "其他", "其它", "另有规定", "境内", "境外",
    "区域内", "等。", "等，", "等；", "等方面", "等领域", "等地区", "等城市",
  ]
  /// Their counterparts in statutes in English.
  private static let english = [
    "apply", "applies", "applicable", "except", "unless", "only", "including", "includes",
    "excluding", "any", "all", "every", "each", "within", "outside", "limited to", "other than",
    "notwithstanding", "subject to", "scope", "both", "either", "none",
  ]
  private static let words = Lexicon(chinese + english)

  /// Creates a classifier.
  public init() {}

  /// What a change of scope is worth.
  public func judgement(of change: Comparison.Change) -> Comparison.Judgement? {
    guard !change.isWholeBlock, !Self.words.isKept(by: change) else { return nil }
    return .init(.substantive, tags: [name])
  }
}
