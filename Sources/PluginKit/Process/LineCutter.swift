/// Cuts what comes in pieces into lines, within bounds.
struct LineCutter {
  private let longest: Int
  private var left: Int
  private let most: Int
  private var rest: [UInt8] = []

  /// - Parameters:
  ///   - longest: The longest line, in bytes.
  ///   - most: The most bytes in all.
  init(longest: Int, most: Int) {
    self.longest = longest
    self.most = most
    left = most
  }

  /// Allows as much again: what came before is another answer's.
  mutating func begin() { left = most }

  /// The lines that a piece completes, without their ends; empty ones are left out.
  mutating func lines(from piece: [UInt8]) -> Result<[[UInt8]], PluginFailure> {
    left -= piece.count
    guard left >= 0 else { return .failure(.tooMuchOutput(bytes: most)) }
    var lines: [[UInt8]] = []
    var start = 0
    while let end = piece[start...].firstIndex(of: UInt8(ascii: "\n")) {
      rest += piece[start..<end]
      if rest.last == UInt8(ascii: "\r") { rest.removeLast() }
      if !rest.isEmpty { lines.append(rest) }
      rest = []
      start = end + 1
    }
    rest += piece[start...]
    return rest.count <= longest ? .success(lines) : .failure(.tooMuchOutput(bytes: longest))
  }
}
