internal import PlanModel

/// A page decoded: its text as UTF-8, with the place of each byte in the page as received.
struct HTMLPage {
  let encoding: TextEncoding
  /// Whether the encoding is likely and no more.
  let isEncodingGuessed: Bool
  /// The text as UTF-8 without a byte-order mark.
  let text: [UInt8]
  /// For a page that came in another encoding: where each scalar begins in `text`, and where it
  /// began in the page.
  private let origins: (text: [Int32], page: [Int32])?
  /// The length of the byte-order mark.
  private let start: Int
  /// The bytes at which the page's lines begin.
  private let lineStarts: [Int]

  init(_ bytes: [UInt8], encoding given: TextEncoding?, file: String) throws(ImportError) {
    let source = try SourceText(
      decoding: bytes, as: given ?? CharsetDeclaration.encoding(of: bytes), file: file)
    encoding = source.encoding
    isEncodingGuessed = source.isGuessed
    if source.encoding == .utf8 {
      start = Int(source.byteOffsets.first ?? 0)
      text = Array(bytes[start...])
      origins = nil
    } else {
      start = 0
      var text: [UInt8] = []
      var starts: [Int32] = []
      text.reserveCapacity(source.scalars.count * 2)
      starts.reserveCapacity(source.scalars.count)
      for scalar in source.scalars {
        starts.append(Int32(text.count))
        text.append(utf8Of: scalar)
      }
      self.text = text
      origins = (starts, source.byteOffsets)
    }
    var lineStarts = [0]
    for index in text.indices where text[index] == UInt8(ascii: "\n") {
      lineStarts.append(index + 1)
    }
    self.lineStarts = lineStarts
  }

  /// The place in the page of some bytes of the text, without white space at the ends.
  func place(_ range: Range<Int>) -> SourcePlace {
    var start = min(range.lowerBound, text.count)
    var end = min(range.upperBound, text.count)
    while start < end, Self.isSpace(text[start]) { start += 1 }
    while end > start, Self.isSpace(text[end - 1]) { end -= 1 }
    let first = lineStarts.partitioningIndex { $0 > start }
    let last = lineStarts.partitioningIndex { $0 >= end }
    return SourcePlace(
      lines: first...max(first, last), bytes: original(start)..<max(original(start), original(end)))
  }

  private func original(_ byte: Int) -> Int {
    guard let (starts, offsets) = origins else { return byte + start }
    return Int(offsets[min(starts.partitioningIndex { Int($0) >= byte }, offsets.count - 1)])
  }

  private static func isSpace(_ byte: UInt8) -> Bool {
    byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09
  }
}

/// The encoding that a page declares of itself.
enum CharsetDeclaration {
  /// The encoding of `<meta charset=…>` or of an XML declaration, in the first 4,096 bytes; a page
  /// with a byte-order mark, or that is UTF-8 anyhow, needs none.
  static func encoding(of bytes: [UInt8]) -> TextEncoding? {
    if TextEncoding.hasMark(bytes) { return nil }
    let head = bytes.prefix(4_096).map {
      $0 < 0x80 ? $0 | ($0 >= 0x41 && $0 <= 0x5A ? 0x20 : 0) : 0x3F
    }
    let text = String(decoding: head, as: UTF8.self)
    guard let label = text.firstRange(of: "charset=") ?? text.firstRange(of: "encoding=") else {
      return nil
    }
    let name = text[label.upperBound...].drop { $0 == "\"" || $0 == "'" || $0 == " " }
      .prefix { $0.isLetter || $0.isNumber || $0 == "-" || $0 == "_" }
    let encoding = TextEncoding.named(String(name))
    // A wrong declaration is common; what the bytes are for certain wins.
    if encoding != .utf8, String(validating: bytes, as: UTF8.self) != nil { return .utf8 }
    return encoding == .utf8 ? nil : encoding
  }
}
