public import PlanModel

/// The lines of a source as text, without their ends: what a person sees beside the blocks.
///
/// The lines are those that a ``PlainTextReader`` counts.
///
/// - Parameters:
///   - bytes: The source as received.
///   - encoding: The encoding, if it is known.
/// - Returns: Nothing if the bytes cannot be decoded.
public func sourceLines(of bytes: [UInt8], encoding: TextEncoding? = nil) -> TextLines {
  if ForeignFormat(of: bytes) == nil, (encoding ?? .detected(in: bytes)) == .utf8 {
    guard bytes.count <= ImportError.largestSource, !bytes.contains(0) else { return [] }
    let start = bytes.starts(with: TextEncoding.utf8.byteOrderMark) ? 3 : 0
    return TextLines(bytes, from: start, lengthOfEnd: lengthOfLineEnd) ?? []
  }
  guard let source = try? SourceText(decoding: bytes, as: encoding, file: "") else { return [] }
  var text: [UInt8] = []
  for scalar in source.scalars {
    text.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
  }
  return TextLines(text, lengthOfEnd: lengthOfLineEnd) ?? []
}

/// How many bytes the end of a line takes that stands at a place; 0 if none does.
///
/// The ends are those of `SourceLine.isLineEnd`, in UTF-8.
private func lengthOfLineEnd(in bytes: borrowing Span<UInt8>, at index: Int) -> Int {
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
