/// An amount with its comparator and unit, as an indicator sets it: at least 65 %.
public struct Quantity: Sendable, Hashable {
  /// How the amount binds.
  public enum Comparator: String, Sendable, Hashable, CaseIterable {
    /// Just so much.
    case exactly
    /// 以上, 不少于.
    case atLeast = "at-least"
    /// 以内, 不超过.
    case atMost = "at-most"
    /// 超过.
    case above
    /// 低于.
    case below
    /// 左右.
    case about
    /// No less than what there is now: 不减少, 不低于现有水平.
    case notBelow = "not-below"
  }

  /// The amount as decimal text, so that no digit is lost; `nil` if only a direction is set.
  public var value: String?
  /// How it binds.
  public var comparator: Comparator
  /// The unit.
  public var unit: String?
  /// The original words.
  public var words: String?

  /// Creates an amount.
  public init(
    value: String? = nil, comparator: Comparator = .exactly, unit: String? = nil,
    words: String? = nil
  ) {
    self.value = value
    self.comparator = comparator
    self.unit = unit
    self.words = words
  }
}
