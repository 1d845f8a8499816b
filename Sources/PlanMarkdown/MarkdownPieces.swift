/// A long Markdown text cut where each piece can be read without the others.
///
/// A line that begins with `#` behind a blank one is a heading and ends whatever stands open before it,
/// except for a fence or HTML, and nothing reaches over it but the definitions of references. So a text
/// that may hold any of these is left whole (CommonMark 0.30, sections 4.5, 4.6 and 4.7).
struct MarkdownPieces {
  /// A piece with the number of lines before it.
  struct Piece: Sendable {
    var text: Substring
    var linesBefore: Int
  }

  /// The pieces in their order; at least one.
  let pieces: [Piece]

  /// About how many bytes a piece has, on every machine.
  private static let length = 1 << 20

  /// Cuts a text.
  ///
  /// - Complexity: O(*n*) in the length of the text.
  init(_ text: Substring) {
    guard text.utf8.count > 2 * Self.length, let cuts = Self.cuts(in: text.utf8Span.span) else {
      pieces = [Piece(text: text, linesBefore: 0)]
      return
    }
    let ends = cuts.map(\.place) + [text.utf8.count]
    pieces = zip([(place: 0, line: 0)] + cuts, ends).map { start, end in
      let lower = text.utf8.index(text.startIndex, offsetBy: start.place)
      let upper = text.utf8.index(text.startIndex, offsetBy: end)
      return Piece(text: text[lower..<upper], linesBefore: start.line)
    }
  }

  /// Where pieces begin, by byte and by the lines before; `nil` if the text must be left whole.
  private static func cuts(in bytes: Span<UInt8>) -> [(place: Int, line: Int)]? {
    var cuts: [(place: Int, line: Int)] = []
    var (line, wanted) = (0, length)
    var (index, isAfterBlank) = (0, true)
    let isPlain = !bytes.holdsReason
    while index < bytes.count {
      if isPlain, wanted < bytes.count {
        let next = bytes.startOfLine(with: wanted - 1, from: index)
        line += bytes.lineFeeds(in: index..<next)
        index = next
      } else if isPlain {
        break
      }
      let start = index
      while index < bytes.count, index < start + 4, bytes[index] == UInt8(ascii: " ") { index += 1 }
      if index < bytes.count {
        switch bytes[index] {
        case UInt8(ascii: "`"), UInt8(ascii: "~"), UInt8(ascii: "<"): return nil
        case UInt8(ascii: "#") where index == start && isAfterBlank && start >= wanted:
          cuts.append((start, line))
          wanted = start + length
        default: break
        }
      }
      var isBlank = true
      while index < bytes.count, bytes[index] != UInt8(ascii: "\n") {
        let byte = bytes[index]
        guard byte <= UInt8(ascii: ":") else {
          isBlank = false
          index += 1
          continue
        }
        if byte > 0x20 { isBlank = false }
        // A bare carriage return ends a line too; such texts are left whole.
        if byte == UInt8(ascii: "\r"), index + 1 == bytes.count || bytes[index + 1] != 0x0A {
          return nil
        }
        if byte == UInt8(ascii: ":"), index > start, bytes[index - 1] == UInt8(ascii: "]") {
          return nil
        }
        index += 1
      }
      index += 1
      line += 1
      isAfterBlank = isBlank
    }
    return cuts
  }
}

extension Span<UInt8> {
  /// Whether any byte is there that may be a reason to leave the text whole.
  ///
  /// Every byte is looked at, without a way out between: so the processor looks at many at once.
  fileprivate var holdsReason: Bool {
    unsafe withUnsafeBufferPointer { bytes in
      var found: UInt8 = 0
      for index in bytes.indices {
        let byte = unsafe bytes[index]
        found |= byte == UInt8(ascii: "`") ? 1 : 0
        found |= byte == UInt8(ascii: "~") ? 1 : 0
        found |= byte == UInt8(ascii: "<") ? 1 : 0
        found |= byte == UInt8(ascii: "]") ? 1 : 0
        found |= byte == UInt8(ascii: "\r") ? 1 : 0
      }
      return found > 0
    }
  }

  /// How many line feeds stand in a range.
  fileprivate func lineFeeds(in range: Range<Int>) -> Int {
    unsafe extracting(range).withUnsafeBufferPointer { bytes in
      var count = 0
      for index in bytes.indices {
        count &+= unsafe bytes[index] == UInt8(ascii: "\n") ? 1 : 0
      }
      return count
    }
  }

  /// The beginning of the line that holds a byte; no further back than a beginning that is known.
  fileprivate func startOfLine(with place: Int, from start: Int) -> Int {
    var index = Swift.max(place, start)
    while index > start, self[index - 1] != UInt8(ascii: "\n") { index -= 1 }
    return index
  }
}
