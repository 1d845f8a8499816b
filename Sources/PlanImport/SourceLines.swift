/// The lines of a source as text, without their ends: what a person sees beside the blocks.
///
/// The lines are those that a ``PlainTextReader`` counts.
///
/// - Parameters:
///   - bytes: The source as received.
///   - encoding: The encoding, if it is known.
/// - Returns: Nothing if the bytes cannot be decoded.
public func sourceLines(of bytes: [UInt8], encoding: TextEncoding? = nil) -> [String] {
  if ForeignFormat(of: bytes) == nil, (encoding ?? .detected(in: bytes)) == .utf8 {
    return linesOfUTF8(bytes)
  }
  guard let source = try? SourceText(decoding: bytes, as: encoding, file: "") else { return [] }
  var lines: [String] = []
  // Bytes, since a string's scalar view is ten times as slow to append to.
  var line: [UInt8] = []
  var previous: Unicode.Scalar = " "
  for scalar in source.scalars {
    if SourceLine.isLineEnd(scalar) {
      let isSecondHalf = scalar == "\n" && previous == "\r"
      if !isSecondHalf {
        lines.append(String(decoding: line, as: UTF8.self))
        line.removeAll(keepingCapacity: true)
      }
    } else {
      line.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
    }
    previous = scalar
  }
  if !line.isEmpty { lines.append(String(decoding: line, as: UTF8.self)) }
  return lines
}

/// The lines of a text in UTF-8, cut at its bytes: so it needs no scalar of its own.
///
/// - Returns: Nothing if the bytes are no text.
private func linesOfUTF8(_ bytes: [UInt8]) -> [String] {
  guard bytes.count <= ImportError.largestSource, !bytes.contains(0) else { return [] }
  var lines: [String] = []
  var start = bytes.starts(with: TextEncoding.utf8.byteOrderMark) ? 3 : 0
  var index = start
  while index <= bytes.count {
    let length = index < bytes.count ? lineEnd(in: bytes, at: index) : 0
    guard length > 0 || index == bytes.count else {
      index += 1
      continue
    }
    if start < index || length > 0 {
      guard let line = String(validating: bytes[start..<index], as: UTF8.self) else { return [] }
      lines.append(line)
    }
    index += max(length, 1)
    start = index
  }
  return lines
}

/// How many bytes the end of a line takes that stands at a place; 0 if none does.
private func lineEnd(in bytes: [UInt8], at index: Int) -> Int {
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
