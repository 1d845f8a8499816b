internal import PlanModel

/// Finds the title of the plan that a letter brings (`现将《湿地保护规划》印发给你们`): the line behind the
/// letter's date that says the same as the letter between `《` and `》`.
enum EnclosedPlan {
  /// So many paragraphs a letter may have.
  private static let longestLetter = 40

  /// The index of the title among some paragraphs.
  static func index(in paragraphs: [FlowParagraph]) -> Int? {
    var names = Set<[Unicode.Scalar]>()
    var isSigned = false
    for index in paragraphs.indices.prefix(longestLetter) {
      let text = paragraphs[index].text
      if isSigned, paragraphs[index].form == .paragraph, names.contains(compact(text[...])) {
        return index
      }
      if PaperParts.date(text) != nil { isSigned = true }
      if !isSigned { names.formUnion(self.names(in: text)) }
    }
    return nil
  }

  private static func names(in text: [Unicode.Scalar]) -> [[Unicode.Scalar]] {
    var names: [[Unicode.Scalar]] = []
    var start: Int?
    for (index, scalar) in text.enumerated() {
      if scalar == "《" {
        start = start ?? index + 1
      } else if scalar == "》", let from = start {
        names.append(compact(text[from..<index]))
        start = nil
      }
    }
    return names.filter { $0.count >= 4 }
  }

  /// The words without white space.
  private static func compact(_ text: ArraySlice<Unicode.Scalar>) -> [Unicode.Scalar] {
    text.filter { !SourceLine.isSpace($0) }
  }
}
