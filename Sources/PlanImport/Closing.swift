internal import PlanModel

/// Whether a line's end can be the end of a paragraph.
enum Closing {
  /// A line closes if its last character, closing quotes and brackets left aside, ends a sentence
  /// or a clause of a list; a bracket alone closes too, since half of the paragraphs of a task plan
  /// end in `（…负责）`.
  static func ends(_ line: ArraySlice<Unicode.Scalar>) -> Bool {
    guard let last = line.last else { return false }
    if isStrong(last) || last == "）" || last == ")" { return true }
    return isClosingMark(last) && line.count > 1 && isStrong(line[line.endIndex - 2])
  }

  /// Whether a line closes only by a bracket or a colon, which stand inside sentences too.
  static func isWeak(_ line: ArraySlice<Unicode.Scalar>) -> Bool {
    guard let last = line.last else { return true }
    if last == "：" || last == ":" { return true }
    return (last == "）" || last == ")") && !isStrong(line.dropLast().last ?? "x")
  }

  private static func isStrong(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "。", "！", "？", "；", "：", "．", ".", "!", "?", ";", ":", "…": true
    default: false
    }
  }

  private static func isClosingMark(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "”", "’", "」", "』", "）", ")", "】", "]", "\"", "»": true
    default: false
    }
  }
}
