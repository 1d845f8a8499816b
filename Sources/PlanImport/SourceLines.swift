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
  var line = String.UnicodeScalarView()
  var previous: Unicode.Scalar = " "
  for scalar in source.scalars {
    if SourceLine.isLineEnd(scalar) {
      let isSecondHalf = scalar == "\n" && previous == "\r"
      if !isSecondHalf {
        lines.append(String(line))
        line = String.UnicodeScalarView()
      }
    } else {
      line.append(scalar)
    }
    previous = scalar
  }
  if !line.isEmpty { lines.append(String(line)) }
  return lines
}
