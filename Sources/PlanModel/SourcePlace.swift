/// The place of something in the source as it was received.
public struct SourcePlace: Sendable, Hashable {
  /// The first and the last line, counted from 1.
  public var lines: ClosedRange<Int>

  /// The bytes, counted from 0 in the file as received, whatever its encoding.
  public var bytes: Range<Int>

  /// Creates a place.
  public init(lines: ClosedRange<Int>, bytes: Range<Int>) {
    self.lines = lines
    self.bytes = bytes
  }
}
