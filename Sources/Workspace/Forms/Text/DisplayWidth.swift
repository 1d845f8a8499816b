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
  var shownOnTerminal: Unicode.Scalar {
    switch value {
    case 0x202A...0x202E, 0x2066...0x2069: "\u{FFFD}"
    case 0x0A: "¶"
    default: properties.generalCategory == .control ? "\u{FFFD}" : self
    }
  }
}
