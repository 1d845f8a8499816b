public import Collation
public import PluginKit

/// Tags changes of duty: words that oblige, forbid, allow, promise or encourage, and words that say
/// how firmly.
///
/// A block that came or went as a whole has no such tag: nothing became stronger or weaker.
public struct ModalityClassifier: Classifier {
  /// The classifier's name.
  public let name = "modality"

  /// The duties that 《立法技术规范（试行）（一）》 (Legislative Affairs Commission, 2009) defines for laws:
  /// `应当`, `必须`, `不得`, `禁止` and `可以`, with what is said for them.
  private static let duties = [
    "应当", "应该", "必须", "务必", "不得", "不应", "严禁", "禁止", "可以", "不可以", "允许", "准许", "不予", "有权", "无权",
    "一律",
  ]
  /// What plans promise, from the firmest to the faintest.
  private static let promises = [
    "确保", "保证", "力争", "争取", "力求", "努力", "鼓励", "支持", "引导", "提倡", "探索", "试点", "试行", "加快", "率先", "全面",
    "基本", "逐步", "稳步", "适时", "原则上", "约束性", "预期性",
  ]
  /// The modal verbs of statutes, and the words of intent of plans.
  private static let english = [
    "shall", "must", "may", "should", "will", "can", "might", "could", "would", "not", "cannot",
    "never", "required", "require", "requires", "prohibited", "permitted", "allowed", "obliged",
    "ensure", "aim", "seek", "endeavour", "endeavor", "encourage", "encourages", "support",
    "where possible", "where appropriate", "as far as possible",
  ]
  private static let words = Lexicon(duties + promises + english)

  /// Creates a classifier.
  public init() {}

  /// What a change of duty is worth.
  public func judgement(of change: Comparison.Change) -> Comparison.Judgement? {
    guard !change.isWholeBlock, !Self.words.isKept(by: change) else { return nil }
    return .init(.substantive, tags: [name])
  }
}
