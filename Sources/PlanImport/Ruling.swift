/// A line that is drawn and not written: a ruling between parts, above a table or in it.
enum Ruling {
  /// Whether a line is one: three strokes or more, or two hyphens as above the signature of a mail.
  static func isRuling(_ line: ArraySlice<Unicode.Scalar>) -> Bool {
    guard let first = line.first, isStroke(first) || isJoint(first) else { return false }
    var strokes = 0
    for scalar in line {
      if isStroke(scalar) {
        strokes += 1
      } else if !isJoint(scalar), !SourceLine.isSpace(scalar) {
        return false
      }
    }
    return strokes >= 3 || line.elementsEqual("--".unicodeScalars)
  }

  private static func isStroke(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "-", "=", "_", "*", "~", "—", "–", "―", "─", "━", "═", "－", "＝", "＿", "＊": true
    default: false
    }
  }

  /// Where strokes of a table meet.
  private static func isJoint(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x2500...0x257F: true
    default: "+|:".unicodeScalars.contains(scalar)
    }
  }
}
