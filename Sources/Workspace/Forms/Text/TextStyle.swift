/// How a terminal shows what is gone and what is new: by colour, or by signs.
struct TextStyle {
  /// Whether there are colours; without, changes stand in `[-…-]` and `{+…+}`, as in
  /// `git diff --word-diff`.
  var isColoured: Bool

  func bold(_ text: String) -> String { isColoured ? "\u{1B}[1m\(text)\u{1B}[0m" : text }
  func dim(_ text: String) -> String { isColoured ? "\u{1B}[2m\(text)\u{1B}[0m" : text }

  /// A marked text on one line.
  func line(_ text: MarkedText) -> String {
    text.runs.map { run in
      let words = String(String.UnicodeScalarView(run.scalars.map(\.shownOnTerminal)))
      return opening(run.mark) + words + closing(run.mark)
    }.joined()
  }

  /// What stands before words with a fate: a sign, or the sequence that turns a colour on.
  ///
  /// What is gone is struck through and what is new underlined, so that colour alone tells nothing.
  func opening(_ mark: MarkedText.Mark) -> String {
    switch mark {
    case .kept: ""
    case .removed: isColoured ? "\u{1B}[31;9m" : "[-"
    case .added: isColoured ? "\u{1B}[32;4m" : "{+"
    }
  }

  /// What stands behind them.
  func closing(_ mark: MarkedText.Mark) -> String {
    switch mark {
    case .kept: ""
    case .removed: isColoured ? "\u{1B}[0m" : "-]"
    case .added: isColoured ? "\u{1B}[0m" : "+}"
    }
  }
}
