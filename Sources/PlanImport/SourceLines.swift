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
  // What is UTF-8 without a zero byte is taken for nothing else; then no scalar is needed.
  if (encoding ?? .utf8) == .utf8, ForeignFormat(of: bytes) == nil {
    let start = bytes.starts(with: TextEncoding.utf8.byteOrderMark) ? 3 : 0
    if bytes.count <= ImportError.largestSource, !bytes.contains(0),
      let lines = TextLines(bytes, from: start)
    {
      return lines
    }
  }
  guard encoding != .utf8, let source = try? SourceText(decoding: bytes, as: encoding, file: "")
  else { return [] }
  var text: [UInt8] = []
  for scalar in source.scalars {
    text.append(utf8Of: scalar)
  }
  return TextLines(text) ?? []
}
