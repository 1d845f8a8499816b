/// The lines of a source as text, without their ends: what a person sees beside the blocks.
///
/// The lines are those that a ``PlainTextReader`` counts.
///
/// - Parameters:
///   - bytes: The source as received.
///   - encoding: The encoding, if it is known.
/// - Returns: Nothing if the bytes cannot be decoded.
public func sourceLines(of bytes: [UInt8], encoding: TextEncoding? = nil) -> [String] {
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
