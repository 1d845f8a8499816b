public import Collation
public import PlanModel

/// Carries notes from one version into the next.
///
/// A passage goes through the alignment first: the link of its block and the spans of change say
/// where its ends have come to. Only when little of it is left are its words looked for, and then
/// only in text that no other old text has become; for a lookalike that was in the old version is
/// claimed by its own old passage. That is why a note is never put in a wrong place in silence.
public struct Carrying: Sendable {
  let old: NamedPlan
  let new: NamedPlan
  let comparison: Comparison
  /// The texts of the blocks, as scalars.
  let oldTexts: [[Unicode.Scalar]]
  let newTexts: [[Unicode.Scalar]]
  let oldLengths: [Int]
  let newLengths: [Int]
  /// The new text that comes from no old text, and the old text that became no new text.
  let added: FreeText
  let removed: FreeText
  /// Folded names of agencies, longer ones first.
  let names: [[Unicode.Scalar]]
  /// The link of each old block.
  let linkOfBlock: [Int: Int]

  /// Of a passage of which this share is left the rest is taken for edited.
  ///
  /// The bars are those found on generated and real revisions of laws and plans.
  static let surelyKept = 0.75
  /// Of a passage of which less than this is left nothing is taken for granted.
  static let barelyKept = 0.42
  /// An alignment that is less sure than this is checked against other places of the words.
  private static let sureAlignment = 0.5

  /// Prepares to carry from one version into another.
  ///
  /// - Parameters:
  ///   - old: The version from which is carried.
  ///   - new: The version into which is carried.
  ///   - comparison: The comparison of the two.
  ///   - agencies: The agencies whose names tell alike passages apart.
  /// - Complexity: O(*n*) in the length of the text that isn't common to both versions.
  public init(
    from old: NamedPlan, to new: NamedPlan, by comparison: Comparison,
    agencies: AgencyRegistry = AgencyRegistry()
  ) {
    self.old = old
    self.new = new
    self.comparison = comparison
    var links: [Int: Int] = [:]
    for (index, link) in comparison.links.enumerated() {
      for block in link.old { links[block] = index }
    }
    linkOfBlock = links
    oldTexts = old.plan.blocks.map { Array($0.text.unicodeScalars) }
    newTexts = new.plan.blocks.map { Array($0.text.unicodeScalars) }
    oldLengths = oldTexts.map(\.count)
    newLengths = newTexts.map(\.count)
    added = FreeText(
      new.plan.blocks, claims: ClaimedText(newSideOf: comparison, lengths: newLengths))
    removed = FreeText(
      old.plan.blocks, claims: ClaimedText(oldSideOf: comparison, lengths: oldLengths))
    // Names of one character, such as 沪, stand in too many words to tell anything.
    names = agencies.names.map { FoldedText($0).scalars }.filter { $0.count > 1 }
      .sorted { $0.count > $1.count }
  }

  /// So many passages are carried in one go where the work is shared out.
  static let atOnce = 32

  /// The placements of some passages in the new version, in their order.
  ///
  /// - Parameters:
  ///   - passages: The passages.
  ///   - sharing: How they are shared out.
  /// - Returns: One placement for each passage.
  public func placements(of passages: [Passage], sharing: WorkSharing) -> [Placement] {
    let found = sharing.map(0..<passages.count, by: Self.atOnce) { stretch in
      passages[stretch].map(placement)
    }
    return Array(found.joined())
  }

  /// The placement of a passage in the new version.
  ///
  /// - Complexity: O(*s*) in the number of changes in the passage's blocks; where the words have to
  ///   be looked for, O(*h* + *m*²) for *m* scalars that have *h* pairs in common with the new text.
  public func placement(of passage: Passage) -> Placement {
    let lost = LostPassage(passage, in: oldTexts)
    let pieces = mapped(passage)
    let marks = pieces.reduce(0) { $0 + $1.range.count - $1.mapped.telling }
    let total = passage.blocks.reduce(0) { $0 + part($1, of: passage).count } - marks
    let kept = pieces.reduce(0) { $0 + $1.mapped.kept }
    let share = total == 0 ? 0 : Double(kept) / Double(total)
    guard share >= Self.barelyKept, let target = target(of: pieces) else {
      return found(lost, pieces: pieces)
    }
    let isWhole = pieces.count == passage.blocks.count && pieces.allSatisfy(\.isBarelyKept)
    if let inPlace = placementInPlace(of: lost, pieces: pieces) { return inPlace }
    let isFaint = share < Self.surelyKept || !isWhole
    let isSure = pieces.allSatisfy { $0.link.confidence >= Self.sureAlignment }
    if !isSure, !tells(target, lost) { return found(lost, pieces: pieces) }
    let whole = completed(target, of: passage, pieces: pieces)
    if pieces.count == 1, let rival = rival(of: pieces[0]) { return ambiguous([rival, whole]) }
    let placement = attached(whole, pieces: pieces, share: share, isFaint: isFaint)
    return isFaint || !isSure ? weighed(placement, against: lost) : placement
  }

  /// Whether a place has enough of the words that tell a passage from others.
  private func tells(_ target: Passage, _ lost: LostPassage) -> Bool {
    let words = FreeText.folded(Array(target.quote(in: new.plan.blocks).unicodeScalars))
    return added.tellingShare(of: lost.words, in: words[...]) >= Self.leastTelling
  }
}
