/// The place of something in the source as it was received.
public struct SourcePlace: Sendable, Hashable {
  /// A part of a printed page, in points (1/72 inch) from its upper left corner.
  public struct PageBox: Sendable, Hashable {
    /// The page in the file, counted from 1, whatever number is printed on it.
    public var page: Int
    /// The left edge.
    public var left: Double
    /// The upper edge.
    public var top: Double
    /// The right edge.
    public var right: Double
    /// The lower edge.
    public var bottom: Double

    /// Creates a box.
    public init(page: Int, left: Double, top: Double, right: Double, bottom: Double) {
      self.page = page
      self.left = left
      self.top = top
      self.right = right
      self.bottom = bottom
    }
  }

  /// The first and the last line, counted from 1; in a word processor's document, which has no
  /// lines, its paragraphs are counted.
  public var lines: ClosedRange<Int>

  /// The bytes, counted from 0 in the file as received, whatever its encoding; empty where the file
  /// is packed and has no bytes that are the text.
  public var bytes: Range<Int>

  /// Where it stands on the pages, if the source has any: one box for each page or column.
  public var boxes: [PageBox] = []

  /// The element of a web page that holds it, such as `p` or `h2`; `nil` in a source that has none.
  public var element: String?

  /// The rule that decided of a line, and of those after it up to the next reason.
  public struct Reason: Sendable, Hashable {
    /// The first line that it decided of.
    public var line: Int
    /// The rule.
    public var rule: LineDecision.Rule

    /// Creates a reason.
    public init(line: Int, rule: LineDecision.Rule) {
      self.line = line
      self.rule = rule
    }
  }

  /// Why the block begins where it does and why lines were joined to it; empty where the source says
  /// so itself, such as one that sets each paragraph on one line or in one element.
  public var reasons: [Reason] = []

  /// Creates a place.
  public init(
    lines: ClosedRange<Int>, bytes: Range<Int>, boxes: [PageBox] = [], element: String? = nil,
    reasons: [Reason] = []
  ) {
    self.lines = lines
    self.bytes = bytes
    self.boxes = boxes
    self.element = element
    self.reasons = reasons
  }

  /// The place from the beginning of this one to the end of a later one.
  public func joined(with later: SourcePlace) -> SourcePlace {
    SourcePlace(
      lines: lines.lowerBound...max(lines.lowerBound, later.lines.upperBound),
      bytes: bytes.lowerBound..<max(bytes.lowerBound, later.bytes.upperBound),
      boxes: boxes + later.boxes, element: element ?? later.element,
      reasons: reasons + later.reasons)
  }
}
