extension String {
  /// Adds text with the characters escaped that mean something to HTML, in text and in a quoted
  /// attribute alike.
  mutating func appendEscaped(_ scalars: some Sequence<Unicode.Scalar>) {
    for scalar in scalars {
      switch scalar {
      case "&": self += "&amp;"
      case "<": self += "&lt;"
      case ">": self += "&gt;"
      case "\"": self += "&quot;"
      case "'": self += "&#39;"
      default: unicodeScalars.append(scalar.isTreacherous ? "\u{FFFD}" : scalar)
      }
    }
  }

  /// The text without the characters that must not reach a page.
  var withoutTreacherousScalars: String {
    guard unicodeScalars.contains(where: \.isTreacherous) else { return self }
    return String(UnicodeScalarView(unicodeScalars.map { $0.isTreacherous ? "\u{FFFD}" : $0 }))
  }
}

extension Unicode.Scalar {
  /// Whether the scalar is a control character, which HTML forbids, or embeds, overrides or isolates
  /// a direction of writing.
  ///
  /// The latter could make a reader see a text in another order than it has (Boucher and Anderson,
  /// *Trojan Source*, 2021). The marks that right-to-left text needs, U+061C, U+200E and U+200F, are
  /// none of them.
  var isTreacherous: Bool {
    switch self {
    case "\t", "\n", "\r": false
    case "\u{0}"..."\u{1F}", "\u{7F}"..."\u{9F}", "\u{202A}"..."\u{202E}", "\u{2066}"..."\u{2069}":
      true
    default: false
    }
  }
}
