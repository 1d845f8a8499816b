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
  /// A line ends where Unicode says that it must (Standard Annex 14, classes BK, CR, LF and NL); a
  /// carriage return and a line feed are one end.
  ///
  /// - Parameters:
  ///   - bytes: The text in UTF-8.
  ///   - start: Where the first line begins, in bytes.
  /// - Complexity: O(*n*) in the number of bytes.
  public init?(_ bytes: [UInt8], from start: Int = 0) {
    guard (try? UTF8Span(validating: bytes.span)) != nil else { return nil }
    self.bytes = bytes
    bounds = []
    let span = bytes.span
    var (start, index) = (start, start)
    while index < span.count {
      let byte = span[index]
      let mayEnd = (0x0A...0x0D).contains(byte) || byte == 0xC2 || byte == 0xE2
      guard mayEnd, case let length = Self.lengthOfEnd(in: span, at: index), length > 0 else {
        index += 1
        continue
      }
      bounds.append(start..<index)
      index += length
      start = index
    }
    if start < span.count { bounds.append(start..<span.count) }
  }

  /// How many bytes the end of a line takes that stands at a place; 0 if none does.
  private static func lengthOfEnd(in bytes: Span<UInt8>, at index: Int) -> Int {
    switch bytes[index] {
    case 0x0D: index + 1 < bytes.count && bytes[index + 1] == 0x0A ? 2 : 1
    case 0x0A...0x0C: 1
    case 0xC2: index + 1 < bytes.count && bytes[index + 1] == 0x85 ? 2 : 0
    case 0xE2:
      index + 2 < bytes.count && bytes[index + 1] == 0x80
        && (bytes[index + 2] == 0xA8 || bytes[index + 2] == 0xA9) ? 3 : 0
    default: 0
    }
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

  /// The bytes of a line in UTF-8; O(1).
  package func utf8(at position: Int) -> ArraySlice<UInt8> { bytes[bounds[position]] }

  /// Whether the lines say the same, wherever they were cut from.
  public static func == (left: TextLines, right: TextLines) -> Bool { left.elementsEqual(right) }
}
