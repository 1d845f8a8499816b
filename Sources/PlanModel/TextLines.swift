/// The lines of a text, without their ends.
///
/// The text is kept as one, and a line becomes a string when it is asked for: a source has a hundred
/// thousand lines, of which a build that follows a small change shows a handful.
public struct TextLines: RandomAccessCollection, Sendable, Equatable, ExpressibleByArrayLiteral {
  private var bytes: [UInt8]
  /// Where each line begins, and where what stands between it and the next one does.
  private var bounds: [Range<Int>]

  /// Cuts a text; gives nothing if the bytes are no UTF-8.
  ///
  /// - Parameters:
  ///   - bytes: The text in UTF-8.
  ///   - start: Where the first line begins, in bytes.
  ///   - lengthOfEnd: How many bytes the end of a line takes that stands at a place; 0 if none does.
  /// - Complexity: O(*n*) in the number of bytes.
  public init?(
    _ bytes: [UInt8], from start: Int = 0,
    lengthOfEnd: (_ bytes: borrowing Span<UInt8>, _ index: Int) -> Int
  ) {
    guard (try? UTF8Span(validating: bytes.span)) != nil else { return nil }
    self.bytes = bytes
    bounds = []
    let span = bytes.span
    var (start, index) = (start, start)
    while index < span.count {
      let length = lengthOfEnd(span, index)
      guard length > 0 else {
        index += 1
        continue
      }
      bounds.append(start..<index)
      index += length
      start = index
    }
    if start < span.count { bounds.append(start..<span.count) }
  }

  /// The lines with these texts.
  public init(_ lines: some Sequence<String>) {
    bytes = []
    bounds = []
    for line in lines {
      let start = bytes.count
      bytes.append(contentsOf: line.utf8)
      bounds.append(start..<bytes.count)
    }
  }

  /// The lines with these texts.
  public init(arrayLiteral lines: String...) { self.init(lines) }

  /// The place of the first line: 0.
  public var startIndex: Int { 0 }

  /// The number of lines.
  public var endIndex: Int { bounds.count }

  /// A line; O(*n*) in its length.
  public subscript(position: Int) -> String {
    String(decoding: bytes[bounds[position]], as: UTF8.self)
  }

  /// Whether the lines say the same, wherever they were cut from.
  public static func == (left: TextLines, right: TextLines) -> Bool { left.elementsEqual(right) }
}
