import PlanModel

extension Edition {
  /// The page on which a place of a page stands.
  ///
  /// Whoever links to a block of a version says so and need not know how the version is cut into
  /// pages; here that is found out.
  ///
  /// - Parameters:
  ///   - fragment: The place's name.
  ///   - address: The page as if texts were never cut.
  /// - Returns: The page that holds the place, or `address` itself.
  package func page(of fragment: String, in address: Address) -> Address {
    switch address {
    case .reading(let name):
      guard let version = version(name), version.chapters.isSplit,
        let block = block(of: fragment, in: version)
      else { return address }
      return version.address(ofBlock: block)
    case .source(let name):
      guard let version = version(name), version.chapters.isSplit, fragment.hasPrefix("b-"),
        let block = BlockID(String(fragment.dropFirst(2))).flatMap(version.index(of:)),
        case .chapter(_, let start) = version.address(ofBlock: block)
      else { return address }
      return .chapterSource(version: name, start: start)
    case .comparison(let old, let new):
      return part(of: fragment, old: old, new: new).map {
        .comparisonChapter(old: old, new: new, start: $0.start)
      } ?? address
    case .sideBySide(let old, let new):
      return part(of: fragment, old: old, new: new).map {
        .sideBySideChapter(old: old, new: new, start: $0.start)
      } ?? address
    default: return address
    }
  }

  private func part(of fragment: String, old: String, new: String) -> ComparisonPart? {
    guard let comparison = comparison(old: old, new: new), !comparison.parts.isEmpty else {
      return nil
    }
    return comparison.link(named: fragment).flatMap(comparison.part(of:))
  }

  /// The block that a place of a version's text is, that a note's card stands beside (`note-`), or
  /// behind which a note's number stands (`at-`).
  private func block(of fragment: String, in version: EditionVersion) -> Int? {
    if let block = BlockID(fragment).flatMap(version.index(of:)) { return block }
    if fragment.hasPrefix("note-") {
      return blocks(ofNote: String(fragment.dropFirst(5)), in: version)?.lowerBound
    }
    if fragment.hasPrefix("at-") {
      return blocks(ofNote: String(fragment.dropFirst(3)), in: version)?.upperBound
    }
    return nil
  }

  /// The blocks with which a note's passage begins and ends.
  private func blocks(ofNote id: String, in version: EditionVersion) -> ClosedRange<Int>? {
    indexOfNote[id].flatMap(notes(in: version).blocks(ofNote:))
  }
}
