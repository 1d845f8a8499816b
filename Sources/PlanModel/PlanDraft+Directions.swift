extension PlanDraft {
  /// A warning if characters of the text order how other characters are shown.
  ///
  /// Whoever looks at such a text may see it in another order than it has, and what is annotated or
  /// compared is what it has (Boucher and Anderson, *Trojan Source*, 2021). The characters are kept:
  /// nothing of a source is dropped in silence.
  ///
  /// - Parameter file: The source's name.
  /// - Returns: One warning, at the first block with such a character; `nil` if there is none.
  public func directionWarning(file: String) -> Diagnostic? {
    var count = 0
    var first: DraftBlock?
    for block in blocks {
      let own = block.text.directingCharacters
      count += own
      if own > 0, first == nil { first = block }
    }
    guard let first else { return nil }
    return Diagnostic(
      .warning, code: "directing-characters",
      "the text holds \(count) character\(count == 1 ? "" : "s") that change the direction of writing",
      at: FilePlace(file: file, line: first.source?.lines.lowerBound ?? 1),
      help: "pages show each as \u{FFFD}; remove them from the source if nobody meant them")
  }
}

extension String {
  /// How many characters embed, override or isolate a direction of writing: U+202A to U+202E and U+2066
  /// to U+2069.
  fileprivate var directingCharacters: Int {
    var (count, first, second): (Int, UInt8, UInt8) = (0, 0, 0)
    for byte in utf8 {
      if first == 0xE2,
        second == 0x80 && (0xAA...0xAE).contains(byte)
          || second == 0x81 && (0xA6...0xA9).contains(byte)
      {
        count += 1
      }
      (first, second) = (second, byte)
    }
    return count
  }
}
