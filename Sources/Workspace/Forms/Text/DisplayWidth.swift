internal import PlanModel

extension Unicode.Scalar {
  /// How many columns of a terminal the scalar takes: 2 for ideographs and what goes with them, 0
  /// for marks upon other characters and for what isn't printed.
  ///
  /// After UAX #11: what is wide or full-width takes two.
  public var columns: Int {
    switch value {
    case 0x20...0x7E: return 1
    case 0x1100...0x115F, 0xAC00...0xD7A3, 0xFF01...0xFF60, 0xFFE0...0xFFE6: return 2
    default: break
    }
    if isWide || properties.isEmojiPresentation { return 2 }
    switch properties.generalCategory {
    case .nonspacingMark, .enclosingMark, .format, .control: return 0
    default: return 1
    }
  }

  /// The scalar, or another in its place if it could steer a terminal or turn a line around.
  package var shownOnTerminal: Unicode.Scalar {
    switch value {
    case 0x09: "→"
    case 0x0A: "¶"
    default: directsWriting || properties.generalCategory == .control ? "\u{FFFD}" : self
    }
  }
}

extension String {
  /// How many columns of a terminal the text takes.
  var columns: Int { unicodeScalars.reduce(0) { $0 + $1.shownOnTerminal.columns } }

  /// As much of the text as fits in some columns, with `…` where something is left out, safe to be
  /// shown.
  ///
  /// - Parameters:
  ///   - width: The columns; at least 1.
  ///   - isPadded: Whether spaces fill what is left of them.
  /// - Returns: Text of at most so many columns.
  func cut(to width: Int, isPadded: Bool) -> String {
    let isCut = columns > width
    var result = String.UnicodeScalarView()
    var used = 0
    for scalar in unicodeScalars.map(\.shownOnTerminal) {
      guard used + scalar.columns <= width - (isCut ? 1 : 0) else { break }
      result.append(scalar)
      used += scalar.columns
    }
    if isCut {
      result.append("…")
      used += 1
    }
    return String(result) + (isPadded ? String(repeating: " ", count: max(0, width - used)) : "")
  }
}
