extension String {
  /// Adds text with the characters escaped that mean something to HTML, in text and in a quoted
  /// attribute alike.
  ///
  /// Control characters, which HTML forbids, and the characters that embed, override and isolate a
  /// direction of writing become U+FFFD: the latter could make a reader see a text in another order
  /// than it has (Boucher and Anderson, *Trojan Source*, 2021). The marks that right-to-left text
  /// needs, U+061C, U+200E and U+200F, stay.
  mutating func appendEscaped(_ scalars: some Sequence<Unicode.Scalar>) {
    for scalar in scalars {
      switch scalar {
      case "&": self += "&amp;"
      case "<": self += "&lt;"
      case ">": self += "&gt;"
      case "\"": self += "&quot;"
      case "'": self += "&#39;"
      case "\t", "\n", "\r": unicodeScalars.append(scalar)
      case "\u{0}"..."\u{1F}", "\u{7F}"..."\u{9F}", "\u{202A}"..."\u{202E}",
        "\u{2066}"..."\u{2069}":
        unicodeScalars.append("\u{FFFD}")
      default: unicodeScalars.append(scalar)
      }
    }
  }
}
