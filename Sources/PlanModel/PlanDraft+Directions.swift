extension PlanDraft {
  /// A warning if characters of the text turn the direction of writing.
  ///
  /// What a reader sees then may not be what is annotated and compared. The characters are kept: nothing
  /// of a source is dropped in silence.
  ///
  /// - Parameter file: The source's name.
  /// - Returns: One warning, at the first block with such a character; `nil` if there is none.
  public func directionWarning(file: String) -> Diagnostic? {
    var count = 0
    var first: DraftBlock?
    for block in blocks {
      let own = block.text.unicodeScalars.count(where: \.directsWriting)
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
