internal import PlanModel

/// Why a decision about a gap is doubtful; a person should look.
enum Doubt {
  case joinedOverBlank
  case joinedSentenceEnd
  case splitInsideSentence
  case splitByWidth
  case headingGoesOn
}

extension Doubt {
  /// Whether a person should look; a sentence that goes on over a blank line is merely told.
  var isGrave: Bool { self != .joinedOverBlank }

  func diagnostic(at place: FilePlace, after line: Int) -> Diagnostic {
    switch self {
    case .joinedOverBlank:
      Diagnostic(
        .note, code: "joined-over-blank-line",
        "lines \(line) and \(place.line) are one paragraph: the sentence goes on", at: place)
    case .joinedSentenceEnd:
      Diagnostic(
        .warning, code: "doubtful-join",
        "line \(line) ends a sentence, and line \(place.line) was joined to it", at: place,
        help: "if a paragraph ends there, split it in plan.md")
    case .splitInsideSentence:
      Diagnostic(
        .warning, code: "doubtful-split",
        "line \(line) ends no sentence, and yet line \(place.line) begins a paragraph", at: place,
        help: "if the sentence goes on, join the two in plan.md")
    case .splitByWidth:
      Diagnostic(
        .warning, code: "doubtful-split",
        "line \(place.line) begins a paragraph only because of the lines' widths", at: place,
        help: "if the paragraph goes on, join the two in plan.md")
    case .headingGoesOn:
      Diagnostic(
        .warning, code: "doubtful-join",
        "the heading above goes on in line \(place.line)", at: place,
        help: "if the line is a paragraph, part them in plan.md")
    }
  }
}

extension Diagnostic {
  /// Lines in which columns of running text stand side by side.
  static func columnsReadAcross(_ lines: ClosedRange<Int>, in file: String) -> Diagnostic {
    Diagnostic(
      .warning, code: "columns-read-across",
      "lines \(lines.lowerBound) to \(lines.upperBound) look like columns side by side, "
        + "and were read across",
      at: FilePlace(file: file, line: lines.lowerBound),
      help: "import the printed pages themselves (PDF), or their text column by column")
  }
}
